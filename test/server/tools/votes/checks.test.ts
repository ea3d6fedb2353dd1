import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { agreementOf } from '../../../../server/tools/votes/agreement-of'
import { decisions } from '../../../../shared/tools/decisions/collections'
import { type AskedWording, askedWording } from '../../../support/asked-wording'
import type { OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer, until } from '../../../support/server'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

// Real servers and sockets, beside other tests on two cores.
/** On a busy machine. */
const patienceMs = 20_000

let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]
let wording: AskedWording

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
})
beforeEach(async () => {
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara', 'Ben', 'Carla', 'Dan')
  wording = await askedWording(workshop, 'By 2030 every adult finds one door.')
})
afterAll(() => server.close())

function check(wish: Record<string, unknown> = {}): Promise<VoteUnderTest> {
  return wording.check({ question: 'Does this resonate?', method: 'resonance', ...wish })
}

function voter(index: number): Voter {
  const found = voters[index]
  if (!found) throw new Error(`no voter ${index}`)
  return found
}

describe('a check on a wording', () => {
  it('[VOTES-10] is made and answered on the present text only', async () => {
    const stale = await workshop.host.post(`/api/workshops/${workshop.workshopId}/rounds`, {
      question: 'Does this resonate?',
      method: 'resonance',
      subject: { draftId: wording.draftId, textHash: '0'.repeat(64) },
      secret: false,
    })
    expect([stale.status, stale.body.code]).toEqual([409, 'draft/text-changed'])
    const unknown = await workshop.host.post(`/api/workshops/${workshop.workshopId}/rounds`, {
      question: 'Does this resonate?',
      method: 'resonance',
      subject: { draftId: 'draft_unknown', textHash: '0'.repeat(64) },
      secret: false,
    })
    expect(unknown.status).toBe(404)
    const round = await check()
    const hash = await wording.textHash()
    expect((await round.answer(voter(0), 'resonates', { textHash: hash })).status).toBe(200)
    await wording.add('And stays.')
    const late = await round.answer(voter(1), 'resonates', { textHash: hash })
    expect([late.status, late.body.code, late.body.textHash]).toEqual([409, 'draft/text-changed', await wording.textHash()])
    expect((await round.answer(voter(1), 'resonates')).body.code).toBe('draft/text-changed')
    expect((await round.answer(voter(1), 'resonates', { textHash: await wording.textHash() })).status).toBe(200)
  })

  it('[VOTES-25] shows answers from the start, with the text they were given on', async () => {
    const round = await check({ secret: true })
    const hash = await wording.textHash()
    await round.answer(voter(0), 'not-yet', { textHash: hash, reason: 'Say who opens the door.' })
    const { body } = await round.read(voter(1))
    expect(body.secret).toBe(false)
    expect(body.result.answers).toEqual([
      { participantId: voter(0).participantId, answer: 'not-yet', reason: 'Say who opens the door.', binding: 'wording', textHash: hash },
    ])
    const connection = voter(1).connect(`${workshop.workshopId}/record`)
    await connection.synced()
    const shown = connection.doc.getMap<Y.Map<Y.Map<unknown>>>('rounds').get(round.roundId)?.get('answers')?.toJSON()
    expect(shown).toEqual({ [voter(0).participantId]: body.result.answers[0] })
    connection.destroy()
  })

  it('[VOTES-4] is one per wording, and again only after the one before', async () => {
    const round = await check()
    const subject = { draftId: wording.draftId, textHash: await wording.textHash() }
    const second = { question: 'Again?', method: 'resonance', subject, secret: false }
    const refused = await workshop.host.post(`/api/workshops/${workshop.workshopId}/rounds`, second)
    expect([refused.status, refused.body.code, refused.body.roundId]).toEqual([409, 'vote/check-exists', round.roundId])
    await round.closed()
    expect((await workshop.host.post(`/api/workshops/${workshop.workshopId}/rounds`, second)).status).toBe(201)
  })

  it('[VOTES-26] is summed up for adopting: answers on exactly this text, who is missing, reservations', async () => {
    const round = await check()
    const hash = await wording.textHash()
    await round.answer(voter(0), 'resonates', { textHash: hash })
    await round.answer(voter(1), 'not-yet', { textHash: hash, reason: 'Too long.' })
    const question = { workshopId: workshop.workshopId, draftId: wording.draftId, textHash: hash }
    expect(await agreementOf(server.app.context.db, question)).toEqual({
      roundId: round.roundId,
      method: 'resonance',
      secret: false,
      eligible: 4,
      answered: 2,
      passed: false,
      verdict: '2 of 4 people answered; at least 2 must. 1 said “Not yet”.',
      levels: [
        { answer: 'resonates', people: 1 },
        { answer: 'live-with', people: 0 },
        { answer: 'not-yet', people: 1 },
      ],
      reservations: [{ name: 'Ben', answer: 'not-yet', reason: 'Too long.' }],
      missing: ['Carla', 'Dan'],
      participation: [{ eligible: 4, answered: 2 }],
    })
    await round.answer(voter(1), 'live-with', { textHash: hash, baseVersion: 1 })
    expect(await agreementOf(server.app.context.db, question)).toMatchObject({ passed: true, answered: 2, reservations: [] })
    await wording.add('One more word.')
    const changed = { ...question, textHash: await wording.textHash() }
    expect(await agreementOf(server.app.context.db, changed)).toMatchObject({ passed: false, answered: 0, answeredEarlier: 2 })
  })

  it('[VOTES-26] that is still sealed says only how many answered', async () => {
    const round = await check({ method: 'gradients', secret: false })
    const hash = await wording.textHash()
    await round.answer(voter(0), 8, { textHash: hash, reason: 'never' })
    const question = { workshopId: workshop.workshopId, draftId: wording.draftId, textHash: hash }
    const sealed = await agreementOf(server.app.context.db, question)
    expect(sealed).toEqual({
      roundId: round.roundId,
      method: 'gradients',
      secret: false,
      eligible: 4,
      answered: 1,
      passed: false,
      levels: [],
      reservations: [],
    })
    await round.closed()
    expect(await agreementOf(server.app.context.db, question)).toMatchObject({
      reservations: [{ name: 'Amara', answer: '8', reason: 'never' }],
    })
  })

  it('[VOTES-43] is never a vote among options: adopting after one takes an override, whose reason is in the log', async () => {
    const hash = await wording.textHash()
    const vote = await openVote(workshop, { secret: false, subject: { draftId: wording.draftId, textHash: hash } })
    for (const person of voters) await vote.cast(person, [3, 0, 0], { textHash: hash })
    await vote.closed()
    const adopt = (body: Record<string, unknown>) =>
      workshop.host.post(`/api/workshops/${workshop.workshopId}/drafts/${wording.draftId}/adopt`, { textHash: hash, ...body })
    for (const body of [{}, { roundId: vote.roundId }]) {
      const refused = await adopt(body)
      expect([refused.status, refused.body.code]).toEqual([409, 'draft/not-agreed'])
    }
    const reason = 'The dots were clear and the board meets tonight.'
    expect((await adopt({ roundId: vote.roundId, override: { reason } })).status).toBe(200)
    const log = await server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => decisions.all(doc))
    expect(log.find(({ ref }) => ref.id === wording.draftId)).toMatchObject({ overrideReason: reason, how: 'Adopted without a check.' })
  })

  it('[VOTES-27] closes with the adoption of its wording', async () => {
    const round = await check()
    const hash = await wording.textHash()
    for (const person of voters) await round.answer(person, 'resonates', { textHash: hash })
    const adopted = await workshop.host.post(`/api/workshops/${workshop.workshopId}/drafts/${wording.draftId}/adopt`, { textHash: hash })
    expect(adopted.status).toBe(200)
    await until(async () => (await round.read()).body.state === 'closed', 'the close', patienceMs)
    expect((await round.read()).body.result).toMatchObject({ voters: 4, verdict: { passed: true } })
    expect((await round.answer(voter(0), 'not-yet', { textHash: hash, baseVersion: 1 })).body.code).toBe('vote/closed')
  })
})
