import { describe, expect, it } from 'vitest'
import type { RoomSaving } from '../../../client/sync/saved-status'
import { savedStatus, savedWords } from '../../../client/sync/saved-status'

const quiet: RoomSaving = { online: true, opening: false, offlineSinceMs: undefined, paused: false, unsaved: 0, unsavedSinceMs: undefined }
const nowMs = 100_000

describe('the saved status', () => {
  it('is Saved only when every edit of every document is acknowledged', () => {
    expect(savedWords(savedStatus([quiet, quiet], 0, nowMs))).toBe('Saved')
    expect(savedWords(savedStatus([quiet, { ...quiet, unsaved: 1, unsavedSinceMs: nowMs - 200 }], 0, nowMs))).toBe('Saving…')
  })

  it('counts what is kept on this device while offline', () => {
    const gone = { ...quiet, online: false, offlineSinceMs: nowMs - 5_000 }
    expect(
      savedWords(
        savedStatus(
          [
            { ...gone, unsaved: 2 },
            { ...gone, unsaved: 1 },
          ],
          0,
          nowMs,
        ),
      ),
    ).toBe('Offline, 3 changes kept')
    expect(savedWords(savedStatus([{ ...gone, unsaved: 1 }], 0, nowMs))).toBe('Offline, 1 change kept')
    expect(savedWords(savedStatus([gone], 0, nowMs))).toBe('Offline')
  })

  it('does not speak of offline for a loss of a moment', () => {
    expect(savedWords(savedStatus([{ ...quiet, online: false, offlineSinceMs: nowMs - 500 }], 0, nowMs))).toBe('Reconnecting…')
  })

  it('is not troubled by a document that is just being opened', () => {
    const opening = { ...quiet, online: false, opening: true, offlineSinceMs: nowMs - 1_000 }
    expect(savedWords(savedStatus([quiet, opening], 0, nowMs))).toBe('Saved')
    expect(savedWords(savedStatus([quiet, { ...opening, offlineSinceMs: nowMs - 4_000 }], 0, nowMs))).toBe('Offline')
  })

  it('says that saving stands still when the server says so or does not acknowledge for long', () => {
    expect(savedStatus([{ ...quiet, paused: true, unsaved: 1 }], 0, nowMs)).toEqual({ state: 'paused', changes: 1 })
    expect(savedStatus([{ ...quiet, unsaved: 1, unsavedSinceMs: nowMs - 20_000 }], 0, nowMs)).toEqual({ state: 'paused', changes: 1 })
  })

  it('is Not saved while refused words wait for their author', () => {
    expect(savedWords(savedStatus([quiet], 1, nowMs))).toBe('Not saved')
  })
})
