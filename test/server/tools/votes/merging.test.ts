import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { brokenLedgerRow } from '../../../../server/storage/hash-chain'
import { rounds } from '../../../../shared/tools/votes/collections'
import type { OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

// Real servers and sockets, beside other tests on two cores.
let server: TestServer
let workshop: OpenedWorkshop
let laptop: Voter
let phone: Voter
let other: Voter

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '30' } })
})
beforeEach(async () => {
  workshop = await server.openWorkshop()
  const [first, second, third] = await letIn(workshop, 'Amara', 'Amara again', 'Ben')
  if (!first || !second || !third) throw new Error('nobody came in')
  laptop = first
  phone = second
  other = third
})
afterAll(() => server.close())

/** The phone's seat becomes part of the laptop's, as when a facilitator merges two seats. */
async function merge(): Promise<void> {
  const [from, into] = [phone.participantId as `p_${string}`, laptop.participantId as `p_${string}`]
  const atMs = Date.now()
  await server.app.context.governed(workshop.workshopId, async (tx) => {
    await tx.updateTable('participants').set({ removed_at_ms: atMs }).where('id', '=', from).execute()
    return { result: undefined, facts: [{ kind: 'people/merged', from, into, atMs }] }
  })
}

function shown(vote: VoteUnderTest) {
  return server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => rounds.get(doc, vote.roundId))
}

describe('when two seats become one', () => {
  it('[VOTES-44] the kept seat’s ballot counts and the other is thrown away', async () => {
    const vote = await openVote(workshop, { secret: false })
    await vote.cast(laptop, [2, 0, 0], { done: true })
    await vote.cast(phone, [0, 3, 0], { done: true })
    await vote.cast(other, [0, 0, 1])
    await merge()
    expect((await vote.read()).body.turnout).toEqual({ eligible: 2, begun: 2, done: 1 })
    expect((await shown(vote))?.turnout).toEqual({ eligible: 2, begun: 2, done: 1 })
    const { result, turnout } = (await vote.closed()).body
    expect(turnout).toEqual({ eligible: 2, begun: 2, done: 1 })
    const ballots = Object.fromEntries(
      result.ballots.map(({ participantId, allocation }: { participantId: string; allocation: unknown }) => [participantId, allocation]),
    )
    expect(ballots).toEqual({
      [laptop.participantId]: { [vote.options[0] ?? '']: 2 },
      [other.participantId]: { [vote.options[2] ?? '']: 1 },
    })
    const rows = await server.app.context.db.selectFrom('ballots').selectAll().where('round_id', '=', vote.roundId).execute()
    expect(rows.map(({ participant_id }) => participant_id)).not.toContain(phone.participantId)
  })

  it('[VOTES-44] the other’s ballot moves when the kept seat has none, and can be changed from there', async () => {
    const vote = await openVote(workshop, { secret: false })
    const cast = await vote.cast(phone, [0, 3, 0], { idempotencyKey: 'once', done: true })
    await merge()
    expect((await vote.read(laptop)).body.me).toMatchObject({ version: 1, allocation: cast.body.allocation, receipt: cast.body.receipt })
    expect((await vote.cast(laptop, [0, 3, 0], { idempotencyKey: 'once', done: true })).body).toEqual(cast.body)
    expect((await vote.cast(laptop, [1, 0, 0], { baseVersion: 1 })).body.version).toBe(2)
    const { result, turnout } = (await vote.closed()).body
    expect([result.voters, turnout.begun]).toEqual([1, 1])
    expect(result.options[0]).toMatchObject({ id: vote.options[0], dots: 1 })
  })

  it('[VOTES-44] a live check shows one answer', async () => {
    const drafts = `/api/workshops/${workshop.workshopId}/drafts`
    const { draftId } = (await workshop.host.post(drafts, { kind: 'vision', title: 'Vision' })).body
    const { textHash } = (await workshop.host.get(`${drafts}/${draftId}`)).body
    const wish = { method: 'resonance', subject: { draftId, textHash }, options: undefined, dots: undefined, maxPerOption: undefined }
    const check = await openVote(workshop, wish)
    await check.answer(phone, 'live-with', { textHash, reason: 'Shorter.' })
    await merge()
    expect((await shown(check))?.answers).toMatchObject({
      [laptop.participantId]: { participantId: laptop.participantId, answer: 'live-with', reason: 'Shorter.' },
    })
    expect(Object.keys((await shown(check))?.answers ?? {})).toHaveLength(1)
    expect((await check.read()).body.result.answers).toHaveLength(1)
  })

  it('[VOTES-44] a closed round stays as it was, and the ledger says what became of the ballot', async () => {
    const closed = await openVote(workshop, { secret: false })
    await closed.cast(laptop, [1, 0, 0])
    await closed.cast(phone, [1, 0, 0])
    const before = (await closed.closed()).body
    const vote = await openVote(workshop, { secret: true })
    await vote.cast(phone, [1, 0, 0])
    await merge()
    expect((await closed.read()).body.result).toEqual(before.result)
    expect((await vote.read()).body.turnout).toEqual({ eligible: 2, begun: 1, done: 0 })
    const { db } = server.app.context
    const notes = await db
      .selectFrom('ledger')
      .selectAll()
      .where('workshop_id', '=', workshop.workshopId)
      .where('kind', '=', 'vote/merged')
      .execute()
    expect(notes.map(({ payload }) => JSON.parse(payload))).toEqual([
      { roundId: vote.roundId, from: phone.participantId, into: laptop.participantId, counts: phone.participantId },
    ])
    expect(await brokenLedgerRow(db, workshop.workshopId)).toBeUndefined()
  })
})
