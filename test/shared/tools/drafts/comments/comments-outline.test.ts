import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '../../../../../shared/access/actor'
import { blocksText } from '../../../../../shared/doc/canonical-text'
import type { OutlineOptions } from '../../../../../shared/doc/outline'
import { workshopDocs } from '../../../../../shared/tools/docs'
import { gatherDocument } from '../../../../../shared/tools/document/model'
import { offeredParts, usualParts } from '../../../../../shared/tools/document/parts'
import { draftsTool } from '../../../../../shared/tools/drafts'
import { drafts, proposals } from '../../../../../shared/tools/drafts/collections'
import { addReply, addThread, deleteComment, resolveThread } from '../../../../../shared/tools/drafts/comments/comment-commands'
import { addProposal, withdrawProposal } from '../../../../../shared/tools/drafts/proposals/proposal-commands'
import { participants } from '../../../../../shared/workshop/collections'

const options: OutlineOptions = { names: true, reservations: true }
const grace: Actor = { workshopId: 'ws_aaaaaaaa', id: 'p_grace', role: 'voter' }
const rosa: Actor = { workshopId: 'ws_aaaaaaaa', id: 'p_rosa', role: 'facilitator' }
const draftId = 'draft_vision01'

let record: Y.Doc
let comments: Y.Doc
beforeEach(() => {
  record = new Y.Doc()
  comments = new Y.Doc()
  const common = { id: draftId, kind: 'vision', title: 'Vision', version: 2, order: 'a1', createdBy: rosa.id, createdAtMs: 1 }
  drafts.put(record, drafts.schema.parse({ ...common, state: 'open' }))
  for (const [{ id }, name] of [[grace, 'Grace Lindqvist'] as const, [rosa, 'Rosa Delgado'] as const]) {
    participants.put(record, { id, name, role: 'contributor', colour: 1, joinedAtMs: 1 })
  }
})

const docs = () => workshopDocs(record, new Y.Doc(), (path) => (path === `comments/${draftId}` ? comments : undefined))
const annex = (over: Partial<OutlineOptions> = {}) =>
  draftsTool.outline(docs(), { ...options, ...over }).find(({ part }) => part === 'comments')

function propose(words: string, more: object = {}): string {
  const id = addProposal(comments, grace, { before: 'A clear path.', words, nowMs: 5, ...more })
  if (!id) throw new Error('the proposal was not taken')
  return id
}

describe('the annex of comments and proposed wordings', () => {
  it('[DRAFTS-49] prints who said what on which words, what was proposed instead, and how each stands', () => {
    const thread = addThread(comments, grace, { text: 'Can they get to class?', nowMs: 1 })
    if (!thread) throw new Error('no thread')
    addReply(comments, rosa, thread, 'Not all of them.', 2)
    propose('A clear and reachable path.', { threadId: thread })
    const settled = addThread(comments, rosa, { text: 'Measures, not here.', nowMs: 3 })
    if (settled) resolveThread(comments, rosa, settled, Date.UTC(2026, 10, 22))
    const kept = propose('A path.\nFor all.', { why: 'It is shorter.' })
    const decided = { kind: 'kept', byId: rosa.id, atMs: Date.UTC(2026, 10, 22), reason: 'Two sentences are too many.' } as const
    proposals.patch(comments, kept, { decided })
    const gone = addThread(comments, rosa, { text: 'Never mind.', nowMs: 4 })
    if (gone) deleteComment(comments, rosa, gone, 5)

    const section = annex()
    expect(section).toMatchObject({ title: 'Annex: comments and proposed wordings', note: '1 open · 2 resolved' })
    const text = blocksText(section?.blocks ?? [])
    expect(text).toContain('## Vision, version 2')
    expect(text).toContain('1 open, 2 resolved.')
    expect(text).toContain('**Grace Lindqvist:** Can they get to class?')
    expect(text).toContain('**Rosa Delgado:** Not all of them.')
    expect(text).toContain('“A clear and reachable path.”')
    expect(text).toContain('Nobody has decided yet.')
    expect(text).toContain('“A path. / For all.”')
    expect(text).toContain('It is shorter.')
    expect(text).toContain('Kept as is by Rosa Delgado, 22 November 2026. Two sentences are too many.')
    expect(text).toContain('Resolved by Rosa Delgado, 22 November 2026.')
    expect(text).not.toContain('Never mind.')
  })

  it('[DRAFTS-49] names nobody where names are left out, and says what was withdrawn or accepted', () => {
    withdrawProposal(comments, grace, propose('A wide path.') as `proposal_${string}`, 6)
    proposals.patch(comments, propose('A plain path.'), { decided: { kind: 'accepted', byId: rosa.id, atMs: Date.UTC(2026, 10, 22) } })
    const text = blocksText(annex({ names: false })?.blocks ?? [])
    expect(text).not.toMatch(/Grace|Rosa/)
    expect(text).toContain('Withdrawn.')
    expect(text).toContain('Accepted by A participant, 22 November 2026.')
  })

  it('[DRAFTS-49] keeps what was said of a version that another has replaced, and of what stood beside it', () => {
    const frozen = { text: 'One door.', blocksJson: '[]', textHash: 'a'.repeat(64), atMs: 1, byName: 'Rosa Delgado' }
    const common = { kind: 'vision', title: 'Vision', order: 'a1', createdBy: rosa.id, createdAtMs: 1 }
    drafts.put(record, drafts.schema.parse({ ...common, id: 'draft_first001', version: 1, state: 'retired' }))
    const rival = { ...common, id: 'draft_rival001', version: 1, rivalOf: 'draft_first001', state: 'retired', adopted: frozen }
    drafts.put(record, drafts.schema.parse(rival))
    drafts.patch(record, draftId, { revises: 'draft_rival001' } as object)
    const said = new Y.Doc()
    addThread(said, grace, { text: 'Which door?', nowMs: 1 })
    for (const id of ['draft_first001', 'draft_rival001']) {
      const all = workshopDocs(record, new Y.Doc(), (path) => (path === `comments/${id}` ? said : undefined))
      const section = draftsTool.outline(all, options).find(({ part }) => part === 'comments')
      expect(blocksText(section?.blocks ?? [])).toContain('Which door?')
    }
  })

  it('[DRAFTS-49] is in the document of whoever asks for it, never on the public page, and absent where nobody said anything', () => {
    expect(annex()).toBeUndefined()
    addThread(comments, grace, { text: 'Reachable?', nowMs: 1 })
    const all = gatherDocument(docs(), { parts: ['comments'], ...options }, 1)
    expect(all.sections.map(({ part }) => part)).toEqual(['comments'])
    expect(annex({ adoptedOnly: true })).toBeUndefined()
    expect(usualParts).not.toContain('comments')
    expect(offeredParts([])).toContain('comments')
  })
})
