import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { agreementOf } from '../../../../server/tools/votes/agreement-of'
import { type AskedWording, askedWording } from '../../../support/asked-wording'
import type { Answer, OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]
let wording: AskedWording

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
})
beforeEach(async () => {
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara', 'Ben', 'Carla')
  wording = await askedWording(workshop, 'One door for every learner.')
})
afterAll(() => server.close())

function check(method: string, wish: Record<string, unknown> = {}): Promise<VoteUnderTest> {
  return wording.check({ question: 'Safe enough to try?', method, secret: false, stepByStep: method === 'consent', ...wish })
}

function move(round: VoteUnderTest, step: string, device = workshop.host): Promise<Answer> {
  return device.post(`${round.path}/consent-step`, { step })
}

async function toRound(round: VoteUnderTest): Promise<void> {
  for (const step of ['clarify', 'react', 'round']) expect((await move(round, step)).status).toBe(200)
}

function voter(index: number): Voter {
  const found = voters[index]
  if (!found) throw new Error(`no voter ${index}`)
  return found
}

async function answerAll(round: VoteUnderTest, answer: string | number): Promise<void> {
  const hash = await wording.textHash()
  for (const person of voters) expect((await round.answer(person, answer, { textHash: hash })).status).toBe(200)
}

describe('deciding by consent', () => {
  it('[VOTES-70] begins with presenting and goes by legal moves only, in everybody’s record', async () => {
    const round = await check('consent')
    expect((await round.read(voter(0))).body.consent).toMatchObject({ step: 'present', pass: 1 })
    const early = await move(round, 'round')
    expect([early.status, early.body.code, early.body.next]).toEqual([409, 'vote/wrong-step', ['clarify']])
    expect((await move(round, 'clarify')).body).toMatchObject({ step: 'clarify' })
    expect((await move(round, 'clarify')).body).toMatchObject({ step: 'clarify' })
    expect((await move(round, 'present')).status).toBe(200)
    await toRound(round)
    expect((await move(round, 'amend')).body.code).toBe('vote/wrong-step')
    const connection = voter(1).connect(`${workshop.workshopId}/record`)
    await connection.synced()
    const shown = connection.doc.getMap<Y.Map<unknown>>('rounds').get(round.roundId)?.get('consent')
    expect(shown).toMatchObject({ step: 'round', pass: 1, textHash: await wording.textHash() })
    connection.destroy()
  })

  it('[VOTES-70] is led by facilitators; to anybody else the answer is that of an unknown address', async () => {
    const round = await check('consent')
    expect((await move(round, 'clarify', voter(0))).body.code).toBe('request/not-found')
    expect((await round.read()).body.consent).toMatchObject({ step: 'present' })
    const dots = await openVote(workshop)
    expect((await move(dots, 'clarify')).body.code).toBe('vote/no-steps')
  })

  it('[VOTES-70] takes answers in its round only, which asks about the text as it stands', async () => {
    const round = await check('consent')
    const early = await round.answer(voter(0), 'consent', { textHash: await wording.textHash() })
    expect([early.status, early.body.code]).toEqual([409, 'vote/not-in-round'])
    for (const step of ['clarify', 'react', 'amend']) await move(round, step)
    await wording.add('And every apprentice.')
    await move(round, 'round')
    expect((await round.answer(voter(0), 'consent', { textHash: await wording.textHash() })).status).toBe(200)
    await wording.add('Late words.')
    expect((await round.answer(voter(1), 'consent', { textHash: await wording.textHash() })).status).toBe(200)
    expect((await round.closed()).body.result).toMatchObject({ voters: 1, lapsed: 1 })
  })

  it('[VOTES-68] refuses an objection without its reason and counts nothing', async () => {
    const round = await check('consent')
    await toRound(round)
    for (const reason of [undefined, '   ']) {
      const refused = await round.answer(voter(0), 'objection', { textHash: await wording.textHash(), reason })
      expect([refused.status, refused.body.code]).toEqual([422, 'vote/reason-needed'])
    }
    expect((await round.read()).body.turnout).toMatchObject({ begun: 0, done: 0 })
    const why = { textHash: await wording.textHash(), reason: 'It closes the night class.', binding: 'spirit' }
    expect((await round.answer(voter(0), 'objection', why)).status).toBe(200)
  })

  it('[VOTES-71] turns an objection into a linked round on the changed text, one pass later, which adopting goes by', async () => {
    const first = await check('consent')
    await toRound(first)
    const hash = await wording.textHash()
    await first.answer(voter(0), 'objection', { textHash: hash, reason: 'Say what happens at night.' })
    await first.answer(voter(1), 'consent', { textHash: hash })
    await first.answer(voter(2), 'consent', { textHash: hash })
    expect((await move(first, 'integrate')).body.code).toBe('vote/wrong-step')
    expect((await first.closed()).body.result).toMatchObject({ verdict: { passed: false } })
    expect((await move(first, 'integrate')).body).toMatchObject({ step: 'integrate', pass: 1 })
    await wording.add('Also at night.')
    const second = await check('consent', { after: { roundId: first.roundId, as: 'again' } })
    expect((await second.read()).body).toMatchObject({ consent: { step: 'present', pass: 2 }, after: { roundId: first.roundId } })
    await toRound(second)
    await answerAll(second, 'consent')
    await second.closed()
    expect((await move(second, 'integrate')).body.code).toBe('vote/wrong-step')
    const adopted = await workshop.host.post(`/api/workshops/${workshop.workshopId}/drafts/${wording.draftId}/adopt`, {
      textHash: await wording.textHash(),
      reviewOn: '2027-01-01',
    })
    expect([adopted.status, adopted.body.state]).toEqual([200, 'adopted'])
  })

  it('[VOTES-71] of a secret kind is adopted on the text that was amended before its round', async () => {
    const round = await check('consent', { secret: true })
    for (const step of ['clarify', 'react', 'amend']) await move(round, step)
    await wording.add('Amended.')
    await move(round, 'round')
    await answerAll(round, 'consent')
    await round.closed()
    const question = { workshopId: workshop.workshopId, draftId: wording.draftId, textHash: await wording.textHash() }
    expect(await agreementOf(server.app.context.db, question)).toMatchObject({ passed: true, answered: 3 })
    await wording.add('Changed again.')
    const changed = { ...question, textHash: await wording.textHash() }
    expect(await agreementOf(server.app.context.db, changed)).toMatchObject({ passed: false, answered: 0, answeredEarlier: 3, levels: [] })
  })
})

describe('a sealed check', () => {
  it('[VOTES-68] lets an answer be changed and taken back until the close; taken back it counts for nothing', async () => {
    const round = await check('gradients')
    const hash = await wording.textHash()
    for (const person of voters) await round.answer(person, 1, { textHash: hash })
    expect((await round.answer(voter(0), 6, { textHash: hash, baseVersion: 1 })).status).toBe(200)
    const back = await voter(1).put(`${round.path}/ballot`, { idempotencyKey: 'back-1', baseVersion: 1, allocation: {}, textHash: hash })
    expect([back.status, back.body.done, back.body.answer]).toEqual([200, false, undefined])
    expect((await round.read(voter(1))).body.turnout).toMatchObject({ done: 2 })
    const { result } = (await round.closed()).body
    expect(result.voters).toBe(2)
    expect(result.levels.filter(({ people }: { people: number }) => people > 0)).toMatchObject([
      { answer: 1, people: 1 },
      { answer: 6, people: 1 },
    ])
    expect(result.answers.map(({ participantId }: { participantId: string }) => participantId)).not.toContain(voter(1).participantId)
  })

  it('[VOTES-68] takes a resonance answer out of everybody’s sight again', async () => {
    const round = await check('resonance')
    const hash = await wording.textHash()
    await round.answer(voter(0), 'resonates', { textHash: hash })
    await voter(0).put(`${round.path}/ballot`, { idempotencyKey: 'back-2', baseVersion: 1, allocation: {}, textHash: hash })
    expect((await round.read()).body.result).toEqual({ voters: 0, answers: [] })
    const connection = voter(1).connect(`${workshop.workshopId}/record`)
    await connection.synced()
    const shown = connection.doc.getMap<Y.Map<Y.Map<unknown>>>('rounds').get(round.roundId)?.get('answers')?.toJSON()
    expect(shown).toEqual({})
    connection.destroy()
  })

  it('[VOTES-4] stands in the way of another check of its wording until it is closed or cancelled', async () => {
    const round = await check('fist')
    await expect(check('gradients')).rejects.toThrow('vote/check-exists')
    await workshop.host.post(`${round.path}/cancel`)
    expect((await (await check('gradients')).read()).body.state).toBe('open')
  })

  it('[VOTES-72] is adopted by its verdict at the close, whoever comes later', async () => {
    const round = await check('fist', { rule: { quorum: 1 } })
    await answerAll(round, 4)
    await round.closed()
    await workshop.join('Dan')
    const question = { workshopId: workshop.workshopId, draftId: wording.draftId, textHash: await wording.textHash() }
    expect(await agreementOf(server.app.context.db, question)).toMatchObject({ passed: true, eligible: 3, missing: [] })
  })

  it('[VOTES-43] that did not pass is adopted with a reason only, which is kept with what people said', async () => {
    const round = await check('gradients')
    const hash = await wording.textHash()
    await round.answer(voter(0), 8, { textHash: hash, reason: 'Not before the council met.' })
    await round.answer(voter(1), 1, { textHash: hash })
    await round.closed()
    const path = `/api/workshops/${workshop.workshopId}/drafts/${wording.draftId}/adopt`
    expect((await workshop.host.post(path, { textHash: hash })).body.code).toBe('draft/not-agreed')
    const adopted = await workshop.host.post(path, { textHash: hash, override: { reason: 'The council met today.' } })
    expect([adopted.status, adopted.body.reservations]).toEqual([200, 1])
  })
})
