import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { brokenLedgerRow } from '../../../../server/storage/hash-chain'
import type { OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'
import { letIn, openVote, type Voter } from '../../../support/votes'

// Real servers and sockets, beside other tests on two cores.
let server: TestServer
let workshop: OpenedWorkshop
let amara: Voter
let ben: Voter

beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  workshop = await server.openWorkshop()
  const [first, second] = await letIn(workshop, 'Amara', 'Ben')
  if (!first || !second) throw new Error('nobody came in')
  amara = first
  ben = second
})
afterAll(() => server.close())

/** Everything the database keeps of ballots and of the chain. */
async function kept() {
  const { db } = server.app.context
  return JSON.stringify([
    await db.selectFrom('ballots').selectAll().orderBy('round_id').orderBy('participant_id').execute(),
    await db.selectFrom('ledger').selectAll().orderBy('workshop_id').orderBy('seq').execute(),
  ])
}

describe('making a round', () => {
  it('[VOTES-1] gives a third of the options as dots when none are asked for', async () => {
    const options = Array.from({ length: 9 }, (_, index) => ({ label: `Option ${index}` }))
    const vote = await openVote(workshop, { options, dots: undefined, maxPerOption: undefined }, { opened: false })
    expect((await vote.read()).body).toMatchObject({ state: 'draft', dots: 3, maxPerOption: 3 })
  })

  it('[VOTES-2] freezes what is voted on', async () => {
    const vote = await openVote(workshop, {
      options: [{ label: 'Intake', ref: { collection: 'clusters', id: 'cluster_1' } }, { label: 'Council' }],
    })
    expect((await vote.read(amara)).body.options).toEqual([
      { id: vote.options[0], label: 'Intake', ref: { collection: 'clusters', id: 'cluster_1' } },
      { id: vote.options[1], label: 'Council' },
    ])
  })

  it.each([
    ['one option', { options: [{ label: 'One' }] }, 422, 'vote/too-few-options'],
    ['two options that read alike', { options: [{ label: 'Same' }, { label: 'same ' }] }, 422, 'vote/duplicate-option'],
    ['a cap above the budget', { dots: 2, maxPerOption: 3 }, 422, 'vote/bad-setup'],
    ['too many dots', { dots: 100, maxPerOption: 3 }, 422, 'vote/bad-setup'],
    ['no question', { question: '' }, 400, 'request/invalid'],
    ['a long question', { question: 'x'.repeat(201) }, 400, 'request/invalid'],
    ['an unknown method', { method: 'guess' }, 400, 'request/invalid'],
    ['101 options', { options: Array.from({ length: 101 }, (_, index) => ({ label: `${index}` })) }, 400, 'request/invalid'],
  ])('[VOTES-2] refuses %s', async (_name, wish, status, code) => {
    const body = { question: 'Which?', method: 'dots', options: [{ label: 'A' }, { label: 'B' }], dots: 2, secret: true, ...wish }
    const answer = await workshop.host.post(`/api/workshops/${workshop.workshopId}/rounds`, body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it('[VOTES-3] is for facilitators; to others it is an unknown address', async () => {
    const unknown = await amara.get(`/api/workshops/${workshop.workshopId}/rounds/round_unknown`)
    const vote = await openVote(workshop)
    for (const act of ['open', 'close', 'cancel', 'record']) {
      const refused = await amara.post(`${vote.path}/${act}`, { words: 'x' })
      expect([refused.status, refused.body]).toEqual([404, unknown.body])
    }
    const stranger = server.device()
    expect((await stranger.get(vote.path)).status).toBe(404)
  })

  it('[VOTES-4] leaves at most five open', async () => {
    const other = await server.openWorkshop()
    for (let count = 0; count < 5; count += 1) await openVote(other, { question: `Question ${count}` })
    const sixth = await openVote(other, {}, { opened: false })
    expect((await sixth.open()).body.code).toBe('vote/too-many-open')
  })
})

describe('casting a ballot', () => {
  it('answers with the ballot as it stands, and reads it back to its owner', async () => {
    const vote = await openVote(workshop)
    const cast = await vote.cast(amara, [2, 0, 1], { done: true })
    expect(cast.status).toBe(200)
    expect(cast.body).toMatchObject({ version: 1, allocation: { [vote.options[0] ?? '']: 2, [vote.options[2] ?? '']: 1 }, done: true })
    expect(cast.body.receipt).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect((await vote.read(amara)).body.me).toEqual({ eligible: true, ...cast.body })
    expect((await vote.read(ben)).body.me).toEqual({ eligible: true, version: 0, allocation: {}, done: false })
  })

  it('[VOTES-5] refuses what breaks its limits and leaves the ledger unchanged', async () => {
    const vote = await openVote(workshop)
    await vote.cast(amara, [1, 1, 0])
    const before = await kept()
    const base = { baseVersion: 1 }
    const answers = [
      await vote.cast(amara, [2, 2, 2], base),
      await vote.cast(amara, [4, 0, 0], base),
      await vote.cast(amara, [1, 0, 0, 1], base),
      await vote.cast(amara, [-1, 0, 0], base),
      await vote.cast(amara, [0.5, 0, 0], base),
      await vote.answer(amara, 'resonates', base),
    ]
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'vote/over-budget'],
      [422, 'vote/over-cap'],
      [422, 'vote/unknown-option'],
      [400, 'request/invalid'],
      [400, 'request/invalid'],
      [422, 'vote/bad-value'],
    ])
    expect(answers[0]?.body.detail).toBe('That is 6 dots, and you have 5. Take one back first.')
    expect(await kept()).toBe(before)
  })

  it('[VOTES-6] replaces the whole ballot, and refuses one made from an older version with the present one', async () => {
    const vote = await openVote(workshop)
    await vote.cast(amara, [2, 0, 0])
    const moved = await vote.cast(amara, [0, 0, 3], { baseVersion: 1 })
    expect(moved.body).toMatchObject({ version: 2, allocation: { [vote.options[2] ?? '']: 3 } })
    const before = await kept()
    const stale = await vote.cast(amara, [1, 0, 0], { baseVersion: 1 })
    expect([stale.status, stale.body.code]).toEqual([409, 'vote/stale'])
    expect(stale.body.current).toEqual(moved.body)
    expect(await kept()).toBe(before)
  })

  it('[VOTES-7] counts a repeated request once and gives the same answer', async () => {
    const vote = await openVote(workshop)
    const first = await vote.cast(amara, [1, 0, 0], { idempotencyKey: 'once' })
    const before = await kept()
    const again = await vote.cast(amara, [1, 0, 0], { idempotencyKey: 'once' })
    expect(again).toEqual(first)
    const other = await vote.cast(amara, [2, 0, 0], { idempotencyKey: 'once' })
    expect([other.status, other.body.code]).toEqual([422, 'vote/key-reused'])
    expect(await kept()).toBe(before)
    expect((await vote.cast(ben, [3, 0, 0], { idempotencyKey: 'once' })).status).toBe(200)
  })

  it('[VOTES-9] is not for facilitators unless the round says so, and never for observers', async () => {
    const vote = await openVote(workshop)
    expect((await vote.cast(workshop.host, [1, 0, 0])).body.code).toBe('vote/not-eligible')
    const observer = await workshop.join('Olga', 'observer')
    expect((await vote.cast(observer, [1, 0, 0])).status).toBe(404)
    expect((await vote.read(observer)).body.me.eligible).toBe(false)
    const withFacilitators = await openVote(workshop, { facilitatorsVote: true })
    expect((await withFacilitators.cast(workshop.host, [1, 0, 0])).status).toBe(200)
    expect((await withFacilitators.read()).body.turnout.eligible).toBe((await vote.read()).body.turnout.eligible + 1)
  })

  it('[VOTES-9] takes people who join late', async () => {
    const other = await server.openWorkshop()
    const running = await openVote(other)
    expect((await running.read(other.host)).body.turnout.eligible).toBe(0)
    const late = await other.join('Late')
    expect((await running.cast(late, [1, 0, 0])).status).toBe(200)
    expect((await running.read(other.host)).body.turnout).toEqual({ eligible: 1, begun: 1, done: 0 })
  })

  it('refuses ballots before the round is open', async () => {
    const vote = await openVote(workshop, {}, { opened: false })
    expect((await vote.cast(amara, [1, 0, 0])).body.code).toBe('vote/not-open')
  })

  it('[VOTES-13] leaves a chain that verifies and that names participants, never choices', async () => {
    const { db } = server.app.context
    expect(await brokenLedgerRow(db, workshop.workshopId)).toBeUndefined()
    const rows = await db.selectFrom('ledger').selectAll().where('kind', '=', 'vote/cast').execute()
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) {
      expect(Object.keys(JSON.parse(row.payload) as object).sort()).toEqual(['commitment', 'participantId', 'roundId', 'version'])
    }
  })
})
