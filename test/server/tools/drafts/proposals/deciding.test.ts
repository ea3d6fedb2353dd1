import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import { draftsCatchUpWords } from '../../../../../shared/tools/drafts/catch-up'
import { proposals } from '../../../../../shared/tools/drafts/collections'
import { addThread, resolveThread } from '../../../../../shared/tools/drafts/comments/comment-commands'
import { withdrawProposal } from '../../../../../shared/tools/drafts/proposals/proposal-commands'
import type { CatchUp } from '../../../../../shared/workshop/catch-up-contract'
import { type Device, until } from '../../../../support/server'
import { ProposedVision, visionText } from './proposed-vision'

let scene: ProposedVision
beforeEach(async () => {
  scene = await ProposedVision.open()
})
afterEach(() => scene.close())

describe('deciding about a proposed wording', { timeout: 60_000 }, () => {
  it('[DRAFTS-42] twice answers the same and writes once; who decides otherwise afterwards hears who decided', async () => {
    const id = await scene.propose(scene.wish('clear path', 'plain path'))
    const first = await scene.decide(id, 'accept')
    await scene.change({ state: 'locked' })
    expect(await scene.decide(id, 'accept', scene.ben)).toEqual(first)
    const other = await scene.decide(id, 'keep', scene.ben)
    expect(other.body).toMatchObject({
      status: 409,
      code: 'draft/proposal-decided',
      detail: 'Hanna Host has accepted this wording. Nothing was changed by this.',
    })
    expect(await scene.textNow()).toBe(visionText.replace('clear path', 'plain path'))
  })

  it('[DRAFTS-42] and keeping at the same moment leaves one decision, and the text agrees with it', async () => {
    const facilitator = await scene.workshop.join('Rosa')
    const seat = `/api/workshops/${scene.workshop.workshopId}/participants/${facilitator.participantId}`
    await scene.workshop.host.patch(seat, { role: 'facilitator' })
    for (let round = 0; round < 6; round++) {
      const before = await scene.textNow()
      const id = await scene.propose(scene.wish('career', `good${round} career`))
      const answers = await Promise.all([
        scene.decide(id, 'accept'),
        scene.decide(id, 'keep', facilitator),
        scene.decide(id, 'accept', scene.ben),
      ])
      const decision = (await scene.kept(id))?.decided?.kind
      const after = decision === 'accepted' ? before.replace('career', `good${round} career`) : before
      expect(await scene.textNow()).toBe(after)
      expect(answers.map(({ status }) => status).sort()).toEqual(decision === 'accepted' ? [200, 200, 409] : [200, 409, 409])
      await until(() => canonicalText(scene.text.doc.getXmlFragment('body')) === after, 'the text to arrive')
    }
  })

  it('[DRAFTS-201] is told to its author when they come back, with the reason, and so is a comment of theirs that was resolved', async () => {
    const [first, second] = [
      await scene.propose(scene.wish('clear path', 'plain path')),
      await scene.propose(scene.wish('career', 'good career')),
    ]
    const threadId = addThread(scene.comments.doc, scene.benAsActor, { text: 'Which adults?', nowMs: Date.now() })
    await scene.comments.allSaved()
    const amara = await scene.workshop.join('Amara')
    const hers = await scene.connect(amara)
    if (!threadId) throw new Error('no thread')
    resolveThread(hers.doc, scene.actorOf(amara.participantId), threadId, Date.now())
    await hers.allSaved()
    await scene.decide(first, 'accept')
    await scene.decide(second, 'keep', scene.workshop.host, { reason: 'Any career will do.' })
    const toldTo = async (device: Device): Promise<CatchUp['changed']> =>
      (await device.get(`/api/workshops/${scene.workshop.workshopId}/catch-up`)).body.changed
    const told = (await toldTo(scene.ben)).map((change) => draftsCatchUpWords.changed(change))
    expect(told).toContain('Hanna Host accepted the words that you proposed for “Vision”: “plain path”')
    expect(told).toContain('Hanna Host kept “Vision” as it is instead of your proposal: “Any career will do.”')
    expect(told).toContain('1 comment of yours on “Vision” was resolved.')
    expect(JSON.stringify(await toldTo(scene.workshop.host))).not.toContain('draft/proposal')
  })

  it('[DRAFTS-43] waits while the wording is locked, where it can be kept as it is, and is refused once it is adopted or set aside', async () => {
    const [waiting, second] = [
      await scene.propose(scene.wish('clear path', 'plain path')),
      await scene.propose(scene.wish('career', 'good career')),
    ]
    await scene.change({ state: 'locked' })
    expect((await scene.decide(waiting, 'accept')).body.code).toBe('draft/locked')
    expect((await scene.decide(second, 'keep')).status).toBe(200)
    await scene.change({ state: 'retired' })
    expect((await scene.decide(waiting, 'accept')).body.code).toBe('draft/retired')
    await scene.change({ state: 'open' })
    await scene.workshop.host.put(`/api/workshops/${scene.workshop.workshopId}/lock`, { tool: 'drafts', locked: true })
    expect((await scene.decide(waiting, 'accept')).body.code).toBe('draft/wordings-locked')
    await scene.workshop.host.put(`/api/workshops/${scene.workshop.workshopId}/lock`, { tool: 'drafts', locked: false })
    const { textHash } = (await scene.workshop.host.get(`${scene.drafts}/${scene.draftId}`)).body
    await scene.workshop.host.post(`${scene.drafts}/${scene.draftId}/adopt`, { textHash, override: { reason: 'Said aloud.' } })
    expect((await scene.decide(waiting, 'accept')).body.code).toBe('draft/adopted')
    expect(await scene.textNow()).toBe(visionText)
  })

  it('[DRAFTS-42] still works when who proposed it was removed, and not for whoever was removed', async () => {
    const id = await scene.propose(scene.wish('clear path', 'plain path'))
    await scene.workshop.host.patch(`/api/workshops/${scene.workshop.workshopId}/participants/${scene.ben.participantId}`, {
      removed: true,
    })
    expect((await scene.decide(id, 'accept', scene.ben)).status).toBe(404)
    expect((await scene.decide(id, 'accept')).status).toBe(200)
    expect(await scene.textNow()).toContain('a plain path')
    expect(await scene.kept(id)).toMatchObject({ authorId: scene.ben.participantId })
  })

  it('[DRAFTS-42] is unknown in another draft or workshop', async () => {
    const id = await scene.propose(scene.wish('clear path', 'plain path'))
    const stranger = await scene.server.openWorkshop('Another')
    expect((await scene.decide(id, 'accept', stranger.host)).status).toBe(404)
    const other = (await scene.workshop.host.post(scene.drafts, { kind: 'goal', title: 'Goal' })).body.draftId
    expect((await scene.workshop.host.post(`${scene.drafts}/${other}/proposals/${id}/accept`)).status).toBe(404)
    expect((await scene.decide('proposal_nowhere1', 'accept')).status).toBe(404)
  })
})

describe('keeping the text as it is', { timeout: 60_000 }, () => {
  it('[DRAFTS-44] is said with a reason that its author reads, changes no word, and can be taken back', async () => {
    const id = await scene.propose(scene.wish('clear path', 'plain path'))
    expect((await scene.decide(id, 'keep', scene.workshop.host, { reason: ' Everybody knows this image. ' })).body).toMatchObject({
      decision: 'kept',
    })
    await until(() => proposals.get(scene.comments.doc, id)?.decided !== undefined, 'the decision')
    expect(proposals.get(scene.comments.doc, id)?.decided).toMatchObject({
      kind: 'kept',
      byId: scene.workshop.participantId,
      reason: 'Everybody knows this image.',
    })
    expect(withdrawProposal(scene.comments.doc, scene.benAsActor, id, 2)).toBe(false)
    expect((await scene.decide(id, 'accept')).body.detail).toBe('Hanna Host has kept the text as it is. Nothing was changed by this.')
    expect(await scene.textNow()).toBe(visionText)
    expect((await scene.decide(id, 'reopen')).status).toBe(200)
    expect((await scene.decide(id, 'accept')).status).toBe(200)
    expect((await scene.decide(id, 'keep', scene.workshop.host, { reason: ' ' })).status).toBe(400)
  })
})
