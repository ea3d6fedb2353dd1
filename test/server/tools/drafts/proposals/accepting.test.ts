import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { wordsAt } from '../../../../../shared/tools/drafts/anchor'
import { proposalSpans } from '../../../../../shared/tools/drafts/proposals/proposal-selectors'
import { until } from '../../../../support/server'
import { ProposedVision, visionText } from './proposed-vision'

let scene: ProposedVision
beforeEach(async () => {
  scene = await ProposedVision.open()
})
afterEach(() => scene.close())

describe('accepting a proposed wording', { timeout: 60_000 }, () => {
  it('[DRAFTS-40] replaces exactly these words in one act, keeps the formatting, and names the proposer and who decided', async () => {
    scene.line().format(visionText.indexOf('clear'), 5, { bold: {} })
    await scene.text.allSaved()
    const id = await scene.propose({ ...scene.wish('clear path', 'clear and reachable path'), why: 'For the families we see.' })
    const answer = await scene.decide(id, 'accept')
    expect(answer).toMatchObject({ status: 200, body: { proposalId: id, decision: 'accepted', byId: scene.workshop.participantId } })
    expect(await scene.textNow()).toBe('By 2030, every adult can see a **clear** and reachable path to a career.')
    const proposal = await scene.kept(id)
    expect(proposal).toMatchObject({ authorId: scene.ben.participantId, decided: { kind: 'accepted', byId: scene.workshop.participantId } })
    await until(() => scene.read().characters.includes('reachable'), 'the words to arrive')
    expect(proposal && proposalSpans(scene.read(), proposal).map(({ from, to }) => scene.read().characters.slice(from, to))).toEqual([
      'clear and reachable path',
    ])

    let writer: number | undefined
    for (let item = scene.line()._start; item; item = item.right) {
      if (!item.deleted && item.content instanceof Y.ContentString && item.content.str.includes('reachable')) writer = item.id.client
    }
    const bindings = scene.server.app.context.db.selectFrom('bindings').select('participant_id')
    expect(await bindings.where('client_id', '=', writer ?? 0).executeTakeFirst()).toEqual({ participant_id: scene.ben.participantId })
    const named = await scene.workshop.host.post(`${scene.drafts}/${scene.draftId}/versions`, { name: 'After it' })
    expect(named.body.writers).toEqual(expect.arrayContaining([scene.ben.participantId]))
  })

  it('[DRAFTS-40] replaces words that run through several lines, each in its own, and what others write elsewhere stays', async () => {
    scene.addLine('One team walks it with them.')
    await scene.text.allSaved()
    const anchored = wordsAt(scene.read(), { from: visionText.indexOf('to a career'), to: visionText.length + 'One team'.length })
    const id = await scene.propose({
      anchor: anchored?.anchor,
      before: 'to a career.\nOne team',
      words: 'to a good career.\nOne strong team',
    })
    scene.line().insert(0, 'Together: ')
    await scene.text.allSaved()
    expect((await scene.decide(id, 'accept')).status).toBe(200)
    expect(await scene.textNow()).toBe(
      `Together: ${visionText.replace('a career', 'a good career')}\n\nOne strong team walks it with them.`,
    )
  })

  it('[DRAFTS-39] keeps script text text', async () => {
    const script = '<script>alert(1)</script> [x](javascript:alert(1))'
    const id = await scene.propose(scene.wish('clear path', script))
    expect((await scene.decide(id, 'accept')).status).toBe(200)
    await until(() => scene.line().toString().includes('script'), 'the words')
    expect(scene.line().toString()).toBe(visionText.replace('clear path', script))
    expect(scene.line().toDelta()).toEqual([{ insert: visionText.replace('clear path', script) }])
  })

  it('[DRAFTS-41] is refused when the sentence was just rewritten, with the words there are now, and changes nothing', async () => {
    const id = await scene.propose(scene.wish('clear path', 'plain path'))
    scene.line().insert(visionText.indexOf('path'), 'wide ')
    await scene.text.allSaved()
    const { status, body } = await scene.decide(id, 'accept')
    expect({ status, body }).toMatchObject({ status: 409, body: { code: 'draft/sentence-changed', present: 'clear wide path' } })
    expect(await scene.textNow()).toContain('a clear wide path to')
    expect((await scene.kept(id))?.decided).toBeUndefined()
  })

  it('[DRAFTS-41] is refused when the words are gone, and can still be kept as it is', async () => {
    const id = await scene.propose(scene.wish('clear path', 'plain path'))
    scene.line().delete(visionText.indexOf('clear'), 'clear path '.length)
    await scene.text.allSaved()
    expect((await scene.decide(id, 'accept')).body.code).toBe('draft/words-gone')
    expect((await scene.decide(id, 'keep')).status).toBe(200)
  })

  it('[DRAFTS-41] of one of two that overlap leaves the other with the changed words; those apart are accepted both', async () => {
    const first = await scene.propose(scene.wish('clear path', 'clear and reachable path'))
    const overlapping = await scene.propose(scene.wish('see a clear path', 'find a clear path'))
    const apart = await scene.propose(scene.wish('career', 'family-sustaining career'))
    expect((await scene.decide(first, 'accept')).status).toBe(200)
    expect((await scene.decide(overlapping, 'accept')).body).toMatchObject({
      code: 'draft/sentence-changed',
      present: 'see a clear and reachable path',
    })
    expect((await scene.decide(apart, 'accept')).status).toBe(200)
    expect(await scene.textNow()).toBe('By 2030, every adult can see a clear and reachable path to a family-sustaining career.')
  })
})

describe('taking an acceptance back', { timeout: 60_000 }, () => {
  it('[DRAFTS-46] restores the words, formatting included, and the proposal waits again', async () => {
    scene.line().format(visionText.indexOf('clear'), 10, { bold: {} })
    await scene.text.allSaved()
    const before = await scene.textNow()
    const id = await scene.propose(scene.wish('clear path', 'wide and plain road'))
    await scene.decide(id, 'accept')
    expect(await scene.textNow()).toBe(before.replace('clear path', 'wide and plain road'))
    expect(await scene.decide(id, 'reopen')).toMatchObject({ status: 200, body: { proposalId: id } })
    expect(await scene.textNow()).toBe(before)
    expect((await scene.kept(id))?.decided).toBeUndefined()
    expect((await scene.decide(id, 'reopen')).status).toBe(200)
    expect((await scene.decide(id, 'accept')).status).toBe(200)
    expect(await scene.textNow()).toBe(before.replace('clear path', 'wide and plain road'))
  })

  it('[DRAFTS-46] says so when the words were changed since, or the wording is locked, and changes nothing', async () => {
    const id = await scene.propose(scene.wish('clear path', 'plain path'))
    await scene.decide(id, 'accept')
    await until(() => scene.line().toString().includes('plain'), 'the accepted words')
    scene.line().insert(scene.line().toString().indexOf('path'), 'wide ')
    await scene.text.allSaved()
    expect((await scene.decide(id, 'reopen')).body).toMatchObject({ code: 'draft/sentence-changed', present: 'plain wide path' })
    expect(await scene.textNow()).toContain('plain wide path')
    await scene.change({ state: 'locked' })
    expect((await scene.decide(id, 'reopen')).body.code).toBe('draft/locked')
    expect((await scene.kept(id))?.decided?.kind).toBe('accepted')
  })
})

describe('the exported document', { timeout: 60_000 }, () => {
  it('[DRAFTS-49] has the annex for whoever asks for it', async () => {
    const id = await scene.propose({ ...scene.wish('clear path', 'plain path'), why: 'It is shorter.' })
    await scene.decide(id, 'accept')
    const path = `/api/workshops/${scene.workshop.workshopId}/document`
    const { status, body } = await scene.ben.get(`${path}.json?parts=comments`)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain('Accepted by Hanna Host')
    expect(JSON.stringify((await scene.ben.get(`${path}.json?parts=vision`)).body)).not.toContain('Hanna Host')
  })
})
