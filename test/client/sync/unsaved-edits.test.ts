import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { UnsavedEdits } from '../../../client/sync/unsaved-edits'

/** Edits as the provider and the document report them: first the frame, then the change. */
function typed(edits: UnsavedEdits, atMs: number, { connected = true } = {}): void {
  if (connected) edits.frameSent('update')
  const doc = new Y.Doc()
  doc.getText('body').insert(0, 'a')
  edits.edited(Y.encodeStateAsUpdate(doc), atMs)
}

describe('edits that are not saved yet', () => {
  it('stay until the server has counted their frame', () => {
    const edits = new UnsavedEdits()
    edits.frameSent('step2')
    typed(edits, 0)
    typed(edits, 5_000)
    expect(edits.count).toBe(2)
    edits.saved(1)
    expect(edits.count).toBe(2)
    edits.saved(2)
    expect(edits.count).toBe(1)
    edits.saved(3)
    expect(edits.count).toBe(0)
  })

  it('made offline leave only with the SyncStep2 that carries them', () => {
    const edits = new UnsavedEdits()
    typed(edits, 0, { connected: false })
    edits.saved(7)
    expect(edits.count).toBe(1)
    edits.frameSent('step2')
    expect(edits.count).toBe(1)
    edits.saved(1)
    expect(edits.count).toBe(0)
  })

  it('that were under way when the connection broke count again on the next one', () => {
    const edits = new UnsavedEdits()
    edits.frameSent('step2')
    typed(edits, 0)
    edits.disconnected()
    edits.saved(2)
    expect(edits.count).toBe(1)
    edits.frameSent('step2')
    edits.saved(1)
    expect(edits.count).toBe(0)
  })

  it('typed before the first sync wait for the later of the two frames', () => {
    const edits = new UnsavedEdits()
    typed(edits, 0)
    edits.frameSent('step2')
    edits.saved(1)
    expect(edits.count).toBe(1)
    edits.saved(2)
    expect(edits.count).toBe(0)
  })

  it('do not take a frame for themselves that carried what was read from the device', () => {
    const edits = new UnsavedEdits()
    edits.frameSent('update')
    edits.passedOver()
    typed(edits, 0, { connected: false })
    edits.saved(1)
    expect(edits.count).toBe(1)
  })

  it('are counted as a person would: a run of typing is one change', () => {
    const edits = new UnsavedEdits()
    for (const atMs of [0, 200, 900, 2_000, 10_000, 10_100]) typed(edits, atMs, { connected: false })
    expect(edits.count).toBe(2)
  })

  it('merge into one update that holds all of them', () => {
    const edits = new UnsavedEdits()
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => edits.edited(update, 0))
    doc.getText('body').insert(0, 'hello')
    doc.getText('body').insert(5, ' all')
    const copy = new Y.Doc()
    Y.applyUpdate(copy, edits.merged() ?? new Uint8Array())
    expect(copy.getText('body').toString()).toBe('hello all')
  })
})
