import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Actor } from '../../../../../shared/access/actor'
import { limits } from '../../../../../shared/sync/limits'
import { proposals } from '../../../../../shared/tools/drafts/collections'
import { bringProposalBack, withdrawProposal } from '../../../../../shared/tools/drafts/proposals/proposal-commands'
import { ProposedVision, refusal } from './proposed-vision'

let scene: ProposedVision
beforeEach(async () => {
  scene = await ProposedVision.open()
})
afterEach(() => scene.close())

describe('proposing another wording', { timeout: 60_000 }, () => {
  it('[DRAFTS-38] is for whoever may comment, a voter too, also while the wording is locked; an observer reads along', async () => {
    const vic = await scene.workshop.join('Vic')
    await scene.workshop.host.patch(`/api/workshops/${scene.workshop.workshopId}/participants/${vic.participantId}`, { role: 'voter' })
    await scene.change({ state: 'locked' })
    const voting = await scene.connect(vic)
    const id = await scene.propose(scene.wish('clear path', 'clear and reachable path'), voting, scene.actorOf(vic.participantId, 'voter'))
    expect(await scene.kept(id)).toMatchObject({ authorId: vic.participantId, before: 'clear path', words: 'clear and reachable path' })
    expect((await scene.decide(id, 'accept', vic)).status).toBe(404)
    const watching = await scene.connect(await scene.workshop.join('Olga', 'observer'))
    expect(proposals.all(watching.doc)).toHaveLength(1)
    scene.forge({}, watching)
    await refusal(watching)
    expect(watching.closed).toBe(4403)
  })

  it.each([
    ['in another’s name', { authorId: 'p_somebody' }, 'carries the name of the person who proposes it'],
    [
      'decided by its author',
      { decided: { kind: 'accepted', byId: 'p_x', atMs: 1 } },
      'decided with “Accept” or “Keep as is”, and nowhere else',
    ],
    ['of spaces only', { words: ' \n\t ' }, 'Write the words that should stand there.'],
    ['of the words that stand there', { words: ' clear path\n' }, 'These are the words that stand there already.'],
    ['of more lines than there are', { words: 'clear\npath' }, 'Write one line, as there are now.'],
  ])('[DRAFTS-39] is refused with a reason when it comes %s', async (_how, fields, reason) => {
    scene.forge(fields)
    expect(await refusal(scene.comments)).toContain(reason)
    expect(await scene.kept('proposal_forged01')).toBeUndefined()
  })

  it('[DRAFTS-39] is refused whole when it is too long: 200 000 characters for some words, more than that for all', async () => {
    scene.forge({ words: 'x'.repeat(200_000) })
    await refusal(scene.comments)
    expect(scene.comments.closed).toBe(4400)
    const again = await scene.connect(scene.ben)
    scene.forge({ anchor: undefined, ...scene.wholeWish('x'.repeat(limits.draftText + 1)) }, again)
    await refusal(again)
    expect(again.closed).toBe(4400)
    expect(await scene.kept('proposal_forged01')).toBeUndefined()
  })

  it('[DRAFTS-44] is taken back and brought back by its author only, and never erased or changed', async () => {
    const id = await scene.propose(scene.wish('clear path', 'plain path'))
    expect(withdrawProposal(scene.comments.doc, scene.benAsActor, id, 2)).toBe(true)
    await scene.comments.allSaved()
    expect((await scene.decide(id, 'accept')).body.code).toBe('draft/proposal-withdrawn')
    expect((await scene.decide(id, 'keep')).body.code).toBe('draft/proposal-withdrawn')
    expect(bringProposalBack(scene.comments.doc, scene.benAsActor, id)).toBe(true)
    await scene.comments.allSaved()
    for (const [forged, reason] of [
      [(doc: Y.Doc) => proposals.patch(doc, id, { withdrawnAtMs: 3 }), 'Only who proposed a wording withdraws it.'],
      [(doc: Y.Doc) => proposals.patch(doc, id, { words: 'no path' }), 'What was proposed, and by whom, stays as it was.'],
      [(doc: Y.Doc) => proposals.patch(doc, id, { anchor: undefined }), 'What was proposed, and by whom, stays as it was.'],
      [
        (doc: Y.Doc) => proposals.patch(doc, id, { decided: { kind: 'kept', byId: scene.workshop.participantId as Actor['id'], atMs: 3 } }),
        'nowhere else',
      ],
      [(doc: Y.Doc) => proposals.remove(doc, id), 'withdrawn, never erased'],
    ] as const) {
      const host = await scene.connect(await scene.workshop.join('Another'))
      forged(host.doc)
      expect(await refusal(host)).toContain(reason)
    }
    expect(await scene.kept(id)).toMatchObject({ words: 'plain path' })
    expect((await scene.kept(id))?.decided).toBeUndefined()
  })
})
