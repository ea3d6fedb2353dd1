import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { LiveDocs } from '../../../client/app/docs-context'
import type { DocsFactory } from '../../../client/app/docs-sources'

const factory: DocsFactory = {
  workshopDocs: (record, board, draft) => ({ record, board, draft, parties: () => [], describe: () => undefined }),
  progressOf: () => undefined,
  catchUpWordsOf: () => undefined,
}

describe('the live reading side', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function live() {
    const record = new Y.Doc()
    const board = new Y.Doc()
    const drafts = new Map<string, Y.Doc>()
    let draftsChanged = () => {}
    const docs = new LiveDocs(Promise.resolve(factory), {
      record,
      board,
      docAt: (path) => drafts.get(path.slice('draft/'.length)),
      openDrafts: () => [...drafts.values()],
      subscribeDrafts: (listener) => {
        draftsChanged = listener
        return () => {}
      },
    })
    return { docs, board, openDraft: (id: string, doc: Y.Doc) => (drafts.set(id, doc), draftsChanged()) }
  }

  it('is the same until something changed, then a new one, once for many changes', () => {
    const { docs, board } = live()
    const heard = vi.fn()
    docs.subscribe(heard)
    const before = docs.read(factory)
    expect(docs.read(factory)).toBe(before)
    for (let count = 0; count < 50; count += 1) board.getMap('ideas').set(`idea_${count}`, count)
    expect(heard).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(heard).toHaveBeenCalledOnce()
    expect(docs.read(factory)).not.toBe(before)
  })

  it('follows drafts from when they are opened', () => {
    const { docs, openDraft } = live()
    const heard = vi.fn()
    docs.subscribe(heard)
    const draft = new Y.Doc()
    openDraft('draft_one', draft)
    vi.advanceTimersByTime(200)
    draft.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')])
    vi.advanceTimersByTime(200)
    expect(heard).toHaveBeenCalledTimes(2)
  })

  it('does nothing while nobody looks, and is current when somebody does again', () => {
    const { docs, board } = live()
    const heard = vi.fn()
    const stop = docs.subscribe(heard)
    const before = docs.read(factory)
    stop()
    board.getMap('ideas').set('idea_a', 1)
    vi.advanceTimersByTime(200)
    expect(heard).not.toHaveBeenCalled()
    docs.subscribe(heard)
    expect(docs.read(factory)).not.toBe(before)
  })
})
