import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agreementOf } from '../../../../../server/tools/votes/agreement-of'
import { decisions } from '../../../../../shared/tools/decisions/collections'
import { adoptionInWords } from '../../../../../shared/tools/drafts/adopting/adoption-words'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import { decisionInWords } from '../../../../../shared/tools/drafts/evidence/evidence-words'
import { startTestServer, type TestServer, until } from '../../../../support/server'
import { AskedGroup, patienceMs } from './asked-group'

let server: TestServer
let group: AskedGroup
beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
})
beforeEach(async () => {
  group = await AskedGroup.open(server)
})
afterAll(() => server.close())

describe('the close of a check', () => {
  it('[VOTES-98] counts what stands on the text it freezes, and the lapsed apart', async () => {
    const round = await group.check()
    await group.give(round, 0, 8, { reason: 'Never.' })
    const last = await group.write('Two doors.')
    for (const index of [1, 2]) await group.give(round, index, 1)
    const result = await group.resultOf(round)
    expect(result).toMatchObject({ voters: 2, lapsed: 1, textHash: last, verdict: { passed: true } })
    expect(result.verdict?.words).toContain('2 of 4 people answered')
    expect(result.levels?.find(({ answer }) => answer === 8)?.people).toBe(0)
    expect(result.answers?.map(({ participantId }) => participantId).sort()).toEqual(
      [group.voter(1), group.voter(2)].map((each) => each.participantId).sort(),
    )
    expect(result.earlier).toMatchObject([{ participantId: group.voter(0).participantId, answer: 8, reason: 'Never.' }])
    await group.write('Three doors.')
    expect((await round.read()).body.result).toEqual(result)
  })

  it('[VOTES-98] in flight takes renewals, and what the words are when it ends is what counts', async () => {
    const slow = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '900' } })
    try {
      const group = await AskedGroup.open(slow)
      const round = await group.check()
      for (const index of [0, 1]) await group.give(round, index, 1)
      await round.close()
      const last = await group.write('Two doors.')
      await group.give(round, 0, 2, { baseVersion: 1 })
      await until(async () => (await round.read()).body.state === 'closed', 'the count', patienceMs)
      expect((await round.read()).body.result).toMatchObject({ voters: 1, lapsed: 1, textHash: last })
    } finally {
      await slow.close()
    }
  })

  it('[VOTES-98] of a secret check says of lapsed answers how many, and of too few that stand nothing', async () => {
    const round = await group.check('gradients', { secret: true })
    for (const index of [0, 1]) await group.give(round, index, 7, { reason: 'marker-lapsed' })
    await group.write('Two doors.')
    for (const index of [2, 3]) await group.give(round, index, 1)
    expect(await group.resultOf(round)).toEqual({ voters: 2, withheld: true, lapsed: 2, textHash: await group.textHash() })
    expect(JSON.stringify(await group.recorded(round))).not.toContain('marker-lapsed')
  })

  it('[VOTES-100] is what adopting goes by, on exactly the text it closed on', async () => {
    const round = await group.check()
    const first = await group.textHash()
    for (const index of [0, 1, 2]) await group.give(round, index, 1)
    await group.resultOf(round)
    const second = await group.write('Two doors.')
    const adopt = (hash: string) => group.workshop.host.post(group.at(`/drafts/${group.wording.draftId}/adopt`), { textHash: hash })
    expect((await adopt(second)).body.code).toBe('draft/not-agreed')
    const question = { workshopId: group.workshop.workshopId, draftId: group.wording.draftId }
    expect(await agreementOf(server.app.context.db, { ...question, textHash: second })).toMatchObject({
      passed: false,
      answered: 0,
      answeredEarlier: 3,
    })
    const again = await group.check('gradients', { after: { roundId: round.roundId, as: 'again' } })
    expect((await again.read()).body.after).toEqual({ roundId: round.roundId, as: 'again' })
    await round.closed()
    for (const index of [0, 1, 2]) await group.give(again, index, 1)
    await group.resultOf(again)
    await group.write('One door for every learner.')
    expect((await adopt(first)).body.code).toBe('draft/not-agreed')
    await group.write('Two doors.')
    expect((await adopt(second)).status).toBe(200)
  })

  it('[VOTES-163] [DRAFTS-191] [DRAFTS-192] is told as one on earlier words once they have changed, to whoever adopts and in what is kept', async () => {
    const round = await group.check()
    for (const index of [0, 1, 2]) await group.give(round, index, index === 0 ? 8 : 1)
    await group.resultOf(round)
    const hash = await group.write('Two doors.')
    const question = { workshopId: group.workshop.workshopId, draftId: group.wording.draftId, textHash: hash }
    const summary = await agreementOf(server.app.context.db, question)
    expect(summary).toMatchObject({
      answered: 0,
      onEarlier: { roundId: round.roundId, passed: false, answered: 3, eligible: 4, verdict: expect.stringContaining('1 said “Veto”.') },
    })
    expect([summary?.verdict, summary?.missing]).toEqual([undefined, undefined])
    const path = group.at(`/drafts/${group.wording.draftId}/adopt`)
    const adopted = await group.workshop.host.post(path, { textHash: hash, override: { reason: 'Time.' } })
    expect([adopted.status, adopted.body.code]).toEqual([200, undefined])
    const told = 'The last check was on an earlier wording and did not pass: 3 of 4 people answered; at least 2 must. 1 said “Veto”.'
    const { log, statement } = await server.app.context.readDoc(`${group.workshop.workshopId}/record`, (doc) => ({
      log: decisions.all(doc),
      statement: drafts.all(doc).find(({ id }) => id === group.wording.draftId),
    }))
    expect(log.find(({ ref }) => ref.id === group.wording.draftId)?.how).toContain(told)
    if (statement?.state !== 'adopted') throw new Error('it was not adopted')
    expect(adoptionInWords(statement.adopted)).toContain(told)
    expect(statement.adopted.evidence?.decisions.map(decisionInWords)).toEqual([
      'Gradients of agreement: Do you agree? On an earlier wording. Not passed. Whole-hearted endorsement 2, Veto 1.',
    ])
  })

  it('[DRAFTS-192] is told as one on exactly the adopted words where it was, with whether it passed', async () => {
    const round = await group.check()
    for (const index of [0, 1, 2]) await group.give(round, index, 1)
    await group.resultOf(round)
    const textHash = await group.textHash()
    await group.workshop.host.post(group.at(`/drafts/${group.wording.draftId}/adopt`), { textHash })
    const kept = await server.app.context.readDoc(`${group.workshop.workshopId}/record`, (doc) => drafts.all(doc))
    expect(kept.flatMap((each) => ('adopted' in each ? (each.adopted?.evidence?.decisions ?? []) : [])).map(decisionInWords)).toEqual([
      'Gradients of agreement: Do you agree? On exactly these words. Passed. Whole-hearted endorsement 3.',
    ])
  })

  it('[VOTES-100] comes with the adoption where it is open, on the adopted text, lapsed answers apart', async () => {
    const round = await group.check('resonance')
    await group.give(round, 0, 'not-yet')
    const hash = await group.write('Two doors.')
    for (const index of [1, 2, 3]) await group.give(round, index, 'resonates', { binding: index === 1 ? 'spirit' : 'wording' })
    const adopted = await group.workshop.host.post(group.at(`/drafts/${group.wording.draftId}/adopt`), { textHash: hash })
    expect([adopted.status, adopted.body.code]).toEqual([200, undefined])
    expect((await round.read()).body).toMatchObject({ state: 'closed', result: { voters: 3, lapsed: 1, textHash: hash } })
  })
})
