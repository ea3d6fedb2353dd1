import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor, Role } from '../../../../../shared/access/actor'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { limits } from '../../../../../shared/sync/limits'
import { wordsAt } from '../../../../../shared/tools/drafts/anchor'
import { replies, threads } from '../../../../../shared/tools/drafts/collections'
import { checkComment } from '../../../../../shared/tools/drafts/comments/comment-check'
import {
  addReply,
  addThread,
  deleteComment,
  editComment,
  reAnchorThread,
  reopenThread,
  resolveThread,
  restoreComment,
} from '../../../../../shared/tools/drafts/comments/comment-commands'
import type { ThreadId } from '../../../../../shared/tools/drafts/comments/comment-schema'
import { commentThreads } from '../../../../../shared/tools/drafts/comments/comment-selectors'
import { type SideItem, sideItems } from '../../../../../shared/tools/drafts/comments/side-items'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'
import type { TouchedRecord } from '../../../../../shared/tools/tool'

const actor = (id: string, role: Role = 'contributor'): Actor => ({ workshopId: 'ws_aaaaaaaa', id: `p_${id}`, role })
const grace = actor('grace', 'voter')
const ben = actor('ben')
const rosa = actor('rosa', 'facilitator')

let doc: Y.Doc
let body: Y.XmlFragment
beforeEach(() => {
  doc = new Y.Doc()
  body = new Y.Doc().getXmlFragment('body')
  fillFragment(body, [{ type: 'paragraph', text: [{ text: 'Every adult can see a clear path to a career.' }] }])
})

function comment(by: Actor, text: string, on?: string, nowMs = 1): ThreadId {
  const from = on === undefined ? 0 : wordingText(body).characters.indexOf(on)
  const words = on === undefined ? undefined : wordsAt(wordingText(body), { from, to: from + on.length })
  const id = addThread(doc, by, { text, words, nowMs })
  if (!id) throw new Error('the comment was not taken')
  return id
}

const threadsOf = (items: readonly SideItem[]) => items.flatMap((item) => (item.kind === 'thread' ? [item.thread] : []))
function shown() {
  const { open, orphaned, settled } = sideItems(commentThreads(threads.all(doc), replies.all(doc), wordingText(body)), [])
  return { open: threadsOf(open), orphaned: threadsOf(orphaned), resolved: threadsOf(settled) }
}
const texts = (list: readonly { readonly head: { readonly text: string } }[]) => list.map(({ head }) => head.text)

describe('commenting', () => {
  it('[DRAFTS-27] is for voters and all above them, and not for observers', () => {
    for (const role of ['host', 'facilitator', 'contributor', 'voter'] as const) comment(actor('any', role), role)
    expect(addThread(doc, actor('olga', 'observer'), { text: 'May I?', nowMs: 1 })).toBeUndefined()
    const id = comment(grace, 'Reachable too?')
    expect(addReply(doc, actor('olga', 'observer'), id, 'Yes', 2)).toBeUndefined()
    expect(resolveThread(doc, actor('olga', 'observer'), id, 2)).toBe(false)
  })

  it('[DRAFTS-30] takes 1 to 2 000 characters', () => {
    const id = comment(grace, 'x'.repeat(limits.commentLength))
    for (const text of ['', '  \n', 'x'.repeat(limits.commentLength + 1)]) {
      expect(addThread(doc, grace, { text, nowMs: 1 })).toBeUndefined()
      expect(addReply(doc, grace, id, text, 1)).toBeUndefined()
      expect(editComment(doc, grace, id, text)).toBe(false)
    }
  })

  it('[DRAFTS-31] keeps both answers of two people who answer at the same time', () => {
    const id = comment(grace, 'Reachable too?')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    addReply(doc, ben, id, 'Works for me.', 2)
    addReply(other, rosa, id, 'For me too.', 3)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(shown().open[0]?.replies.map(({ text }) => text)).toEqual(['Works for me.', 'For me too.'])
  })

  it('[DRAFTS-29] lets its author and a facilitator change it, and nobody else', () => {
    const id = comment(grace, 'Reachable?')
    expect(editComment(doc, ben, id, 'Mine now')).toBe(false)
    expect(deleteComment(doc, ben, id, 2)).toBe(false)
    expect(editComment(doc, grace, id, 'Reachable too?')).toBe(true)
    expect(deleteComment(doc, rosa, id, 2)).toBe(true)
    expect(restoreComment(doc, ben, id)).toBe(false)
    expect(restoreComment(doc, grace, id)).toBe(true)
    expect(threads.get(doc, id)).toEqual({ id, text: 'Reachable too?', authorId: grace.id, createdAtMs: 1 })
  })

  it('[DRAFTS-29] lets anybody who may comment resolve and reopen, in their own name', () => {
    const id = comment(ben, 'Reachable?')
    expect(resolveThread(doc, grace, id, 5)).toBe(true)
    expect(shown()).toMatchObject({ open: [], resolved: [{ head: { resolved: { byId: grace.id, atMs: 5 } } }] })
    expect(reopenThread(doc, rosa, id)).toBe(true)
    expect(texts(shown().open)).toEqual(['Reachable?'])
  })

  it('[DRAFTS-34] keeps the answers to a deleted comment in view', () => {
    const id = comment(grace, 'Reachable?')
    const alone = comment(grace, 'And this?')
    addReply(doc, ben, id, 'Works for me.', 2)
    for (const each of [id, alone]) deleteComment(doc, grace, each, 3)
    expect(shown().open.map(({ head, replies: answers }) => [head.id, answers.length])).toEqual([[id, 1]])
    restoreComment(doc, grace, alone)
    expect(shown().open).toHaveLength(2)
  })

  it('[DRAFTS-33] lists a comment whose words are gone apart, with its quote', () => {
    comment(grace, 'on the whole', undefined, 9)
    comment(grace, 'on career', 'career', 2)
    comment(grace, 'on path', 'clear path', 3)
    expect(texts(shown().open)).toEqual(['on the whole', 'on path', 'on career'])
    const paragraph = body.get(0)
    const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (line instanceof Y.XmlText) line.delete(line.toString().indexOf('clear'), 10)
    expect(texts(shown().open)).toEqual(['on the whole', 'on career'])
    expect(shown().orphaned).toMatchObject([{ head: { text: 'on path', quote: 'clear path' }, spans: [] }])
  })

  it('[DRAFTS-32] is taken along by those who write the text', () => {
    const id = comment(grace, 'on path', 'clear path')
    const next = wordsAt(wordingText(body), { from: 0, to: 5 })
    if (!next) throw new Error('there are words')
    reAnchorThread(doc, grace, id, next.anchor)
    expect(shown().open[0]?.spans[0]?.from).not.toBe(0)
    reAnchorThread(doc, ben, id, next.anchor)
    expect(shown().open[0]).toMatchObject({ spans: [{ from: 0, to: 5 }], head: { quote: 'clear path' } })
  })
})

describe('the server’s check on comments', () => {
  const thread = { id: 'thread_aaaaaaaa', text: 'Reachable?', authorId: grace.id, createdAtMs: 1 }

  function touched(change: TouchedRecord['change'], before: object | undefined, after: object | undefined): TouchedRecord {
    const [was, is] = [before ?? {}, after ?? {}] as Record<string, unknown>[]
    const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter((field) => was?.[field] !== is?.[field])
    return { collection: 'threads', id: thread.id, change, fields, before, after, createdBy: undefined }
  }
  const edit = (by: Actor, changes: object, before: object = thread) =>
    checkComment(by, touched('edited', before, { ...before, ...changes }))

  it('[DRAFTS-28] takes a comment in the name of whoever writes it, and refuses another’s', () => {
    expect(checkComment(grace, touched('added', undefined, thread))).toBeUndefined()
    expect(checkComment(rosa, touched('added', undefined, thread))).toBe('A comment carries the name of the person who writes it.')
    expect(edit(grace, { authorId: ben.id })).toBe('Who wrote a comment, and on which words, stays as it was.')
    expect(edit(rosa, { quote: 'other words' })).toBe('Who wrote a comment, and on which words, stays as it was.')
  })

  it('[DRAFTS-29] holds everybody to it', () => {
    const anchor = { parts: [{ start: 'AAAA', end: 'AAAA' }], before: '', after: '' }
    for (const changes of [{ text: 'Else' }, { deletedAtMs: 5 }]) {
      expect(edit(ben, changes)).toBe('Only its author or a facilitator can change or delete a comment.')
      expect(edit(grace, changes)).toBeUndefined()
      expect(edit(rosa, changes)).toBeUndefined()
    }
    expect(edit(ben, { resolved: { byId: ben.id, atMs: 1 } })).toBeUndefined()
    expect(edit(ben, { resolved: { byId: grace.id, atMs: 1 } })).toBe('Whoever resolves a comment does so in their own name.')
    expect(edit(ben, { resolved: undefined }, { ...thread, resolved: { byId: grace.id, atMs: 1 } })).toBeUndefined()
    expect(edit(actor('vic', 'voter'), { anchor })).toMatch(/^A comment stays on its words/)
    expect(edit(ben, { anchor })).toBeUndefined()
  })

  it('[DRAFTS-34] erases nothing, not even for a facilitator', () => {
    expect(checkComment(rosa, touched('removed', thread, undefined))).toMatch(/stays restorable/)
  })
})
