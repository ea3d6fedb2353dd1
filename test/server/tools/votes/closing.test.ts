import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cast } from '../../../../server/tools/votes/casting'
import { limits } from '../../../../shared/sync/limits'
import { decisions } from '../../../../shared/tools/decisions/collections'
import { workshopDocs } from '../../../../shared/tools/docs'
import { gatherDocument, publicDocument } from '../../../../shared/tools/document/model'
import { rounds } from '../../../../shared/tools/votes/collections'
import type { OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer, until } from '../../../support/server'
import { letIn, openVote, type Voter } from '../../../support/votes'

// Real servers and sockets, beside other tests on two cores.
const usualGraceMs = limits.closeGraceMs
/** On a busy machine. */
const patienceMs = 20_000

let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
  await begin()
})
afterAll(() => server.close())

/** Begins with a new workshop of five voters. */
async function begin(): Promise<void> {
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara', 'Ben', 'Carla', 'Dan', 'Eli')
}

/** Makes a round under another grace than these tests have. */
async function withGrace<T>(graceMs: number, act: () => Promise<T>): Promise<T> {
  const usual = limits.closeGraceMs
  Object.assign(limits, { closeGraceMs: graceMs })
  try {
    return await act()
  } finally {
    Object.assign(limits, { closeGraceMs: usual })
  }
}

function voter(index: number): Voter {
  const found = voters[index]
  if (!found) throw new Error(`no voter ${index}`)
  return found
}

describe('closing a round', () => {
  it('[VOTES-16] gives three seconds of grace', () => {
    expect(usualGraceMs).toBe(3_000)
  })

  it('[VOTES-16] takes ballots in flight, then closes by itself and counts nothing more', async () => {
    const vote = await openVote(workshop)
    await vote.cast(voter(0), [2, 0, 0])
    const beforeMs = Date.now()
    const closing = await withGrace(2_000, vote.close)
    expect(closing.body).toMatchObject({ state: 'closing' })
    expect(closing.body.closesAt - beforeMs).toBeGreaterThanOrEqual(1_900)
    expect((await vote.close()).body).toEqual(closing.body)
    for (const index of [1, 2]) expect((await vote.cast(voter(index), [2, 0, 0])).status).toBe(200)
    await until(async () => (await vote.read()).body.state === 'closed', 'the count', patienceMs)
    const late = await vote.cast(voter(3), [3, 0, 0])
    expect([late.status, late.body.code]).toEqual([409, 'vote/closed'])
    expect((await vote.read(voter(3))).body.result).toMatchObject({ voters: 3, options: [{ dots: 6, people: 3 }, {}, {}] })
    expect((await vote.close()).body.code).toBe('vote/closed')
  })

  it('[VOTES-16] refuses at the stroke of the server’s clock, even before the timer has run', async () => {
    const vote = await openVote(workshop)
    const { closesAt } = (await withGrace(60_000, vote.close)).body
    const actor = { workshopId: workshop.workshopId as 'ws_1', id: voter(0).participantId as 'p_1', role: 'contributor' } as const
    const castAt = (nowMs: number, baseVersion: number) => {
      const ballot = { idempotencyKey: `at ${nowMs}`, baseVersion, allocation: { [vote.options[0] ?? '']: 1 } }
      return server.app.context.governed(actor.workshopId, async (tx) => ({
        result: await cast(tx, actor, vote.roundId, ballot, nowMs, async () => undefined),
      }))
    }
    await expect(castAt(closesAt - 1, 0)).resolves.toMatchObject({ answer: { version: 1 } })
    await expect(castAt(closesAt, 1)).rejects.toMatchObject({ code: 'vote/closed' })
  })

  it('[VOTES-17] closes a round after a restart that came in its middle', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'convene-votes-'))
    try {
      const first = await startTestServer({ dataDir, env: { LIMIT_CLOSE_GRACE_MS: '150' } })
      const other = await first.openWorkshop()
      const vote = await openVote(other)
      await vote.close()
      await first.close()
      const second = await startTestServer({ dataDir, env: { LIMIT_CLOSE_GRACE_MS: '150' } })
      const { db } = second.app.context
      const state = async () => (await db.selectFrom('rounds').select('state').where('id', '=', vote.roundId).executeTakeFirst())?.state
      await until(async () => (await state()) === 'closed', 'the count after the restart', patienceMs)
      await second.close()
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  })

  it('[VOTES-18] cancelled, keeps nothing of the ballots', async () => {
    const vote = await openVote(workshop)
    await vote.cast(voter(0), [2, 0, 0])
    expect((await workshop.host.post(`${vote.path}/cancel`)).body).toEqual({ state: 'cancelled' })
    const { db } = server.app.context
    expect(await db.selectFrom('ballots').selectAll().where('round_id', '=', vote.roundId).execute()).toEqual([])
    expect(await db.selectFrom('ballot_requests').selectAll().where('round_id', '=', vote.roundId).execute()).toEqual([])
    expect((await vote.cast(voter(0), [2, 0, 0])).body.code).toBe('vote/closed')
    expect((await vote.open()).body.code).toBe('vote/closed')
    expect((await vote.read(voter(0))).body).toMatchObject({ state: 'cancelled', me: { version: 0 } })
  })

  it('[VOTES-19] leaves the ballots of removed people out', async () => {
    await begin()
    const vote = await openVote(workshop, { secret: false })
    await vote.cast(voter(0), [3, 0, 0])
    await vote.cast(voter(1), [0, 1, 0])
    const removed = await workshop.host.patch(`/api/workshops/${workshop.workshopId}/participants/${voter(0).participantId}`, {
      removed: true,
    })
    expect(removed.status).toBe(200)
    const { result, turnout } = (await vote.closed()).body
    expect(result.voters).toBe(1)
    expect(result.options[0]).toMatchObject({ id: vote.options[1], dots: 1 })
    expect(turnout).toMatchObject({ eligible: 4, begun: 1 })
  })

  it('[VOTES-9] keeps the ballot of somebody who became a facilitator after voting', async () => {
    await begin()
    const vote = await openVote(workshop, { secret: false })
    await vote.cast(voter(0), [3, 0, 0])
    await workshop.host.patch(`/api/workshops/${workshop.workshopId}/participants/${voter(0).participantId}`, { role: 'facilitator' })
    const { result, turnout } = (await vote.closed()).body
    expect([result.voters, turnout.eligible]).toEqual([1, 5])
  })

  it('[VOTES-15] shows who chose what in an open round', async () => {
    await begin()
    const vote = await openVote(workshop, { secret: false })
    const cast = await vote.cast(voter(0), [2, 1, 0], { idempotencyKey: 'mine' })
    const { result } = (await vote.closed()).body
    expect(result.ballots).toEqual([{ participantId: voter(0).participantId, allocation: cast.body.allocation }])
    expect((await vote.cast(voter(0), [2, 1, 0], { idempotencyKey: 'mine' })).body).toEqual(cast.body)
  })

  it('[VOTES-20] says a tie as a tie, in the record too', async () => {
    const vote = await openVote(workshop, { secret: false })
    await vote.cast(voter(0), [2, 2, 1])
    const { result } = (await vote.closed()).body
    expect(result.options.map(({ rank, tied }: { rank: number; tied: boolean }) => [rank, tied])).toEqual([
      [1, true],
      [1, true],
      [3, false],
    ])
    const seen = await server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => rounds.get(doc, vote.roundId))
    expect(seen).toMatchObject({ state: 'closed', result })
  })

  it('[VOTES-28] records the decision once, with turnout, in the log', async () => {
    const vote = await openVote(workshop)
    const early = await workshop.host.post(`${vote.path}/record`, { words: 'Start with intake.' })
    expect(early.body.code).toBe('vote/not-closed')
    await vote.cast(voter(0), [2, 0, 0])
    await vote.closed()
    const recorded = await workshop.host.post(`${vote.path}/record`, { words: 'Start with intake.' })
    expect(recorded.status).toBe(200)
    expect((await workshop.host.post(`${vote.path}/record`, { words: 'Start with intake.' })).body).toEqual(recorded.body)
    expect((await workshop.host.post(`${vote.path}/record`, { words: 'Something else.' })).body.code).toBe('vote/recorded')
    const log = await server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => decisions.all(doc))
    expect(log).toHaveLength(1)
    expect(log[0]).toMatchObject({ words: 'Start with intake.', turnout: { voters: 1, eligible: 5 }, reservations: [] })
  })

  it('[VOTES-28] keeps reservations beside the words of the decision, never in them', async () => {
    const vote = await openVote(workshop)
    await vote.cast(voter(0), [2, 0, 0])
    await vote.closed()
    const body = { words: 'Start with goals.', reservations: 'Two of us would rather wait.' }
    const recorded = await workshop.host.post(`${vote.path}/record`, body)
    expect(recorded.status).toBe(200)
    expect((await workshop.host.post(`${vote.path}/record`, body)).body).toEqual(recorded.body)
    expect((await workshop.host.post(`${vote.path}/record`, { words: body.words })).body.code).toBe('vote/recorded')
    await server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => {
      const entry = decisions.all(doc).find(({ ref }) => ref.id === vote.roundId)
      expect(entry).toMatchObject({ words: body.words, reservations: [{ answer: '', reason: body.reservations }] })
      const docs = workshopDocs(doc, new Y.Doc(), () => undefined)
      const printed = (reservations: boolean) =>
        JSON.stringify(publicDocument(gatherDocument(docs, { parts: ['decisions'], names: true, reservations }, 0)))
      expect(printed(true)).toContain(body.reservations)
      expect(printed(false)).toContain(body.words)
      expect(printed(false)).not.toContain(body.reservations)
    })
  })
})

describe('the other methods', () => {
  it.each<[string, Record<string, unknown>, number[][], Record<string, unknown>]>([
    [
      'approval',
      { dots: undefined, maxPerOption: undefined },
      [
        [1, 1, 0],
        [1, 0, 0],
      ],
      { dots: 2, people: 2, rank: 1, tied: false },
    ],
    [
      'score',
      { dots: undefined, maxPerOption: undefined },
      [
        [5, 3, 0],
        [4, 0, 0],
      ],
      { dots: 9, mean: 4.5, rank: 1 },
    ],
    [
      'rank',
      { dots: undefined, maxPerOption: undefined },
      [
        [1, 2, 3],
        [1, 0, 0],
      ],
      { dots: 2, rank: 1, tied: false },
    ],
    [
      'matrix',
      { dots: undefined, maxPerOption: undefined },
      [
        [91, 55, 0],
        [82, 0, 0],
      ],
      { mean: 8.5, meanEffort: 1.5, rank: 1 },
    ],
    [
      'budget',
      { dots: 1_000, maxPerOption: 800 },
      [
        [800, 200, 0],
        [500, 0, 0],
      ],
      { dots: 1_300, people: 2, rank: 1 },
    ],
    [
      'majority',
      { dots: undefined, maxPerOption: undefined },
      [
        [1, 0, 0],
        [1, 0, 0],
      ],
      { dots: 2, people: 2, rank: 1 },
    ],
  ])('[VOTES-22] count %s from set-up to result', async (method, wish, ballots, first) => {
    const vote = await openVote(workshop, { method, secret: false, ...wish })
    for (const [index, ballot] of ballots.entries()) expect((await vote.cast(voter(index), ballot)).body).toMatchObject({ version: 1 })
    const { result } = (await vote.closed()).body
    expect(result.options[0]).toMatchObject({ id: vote.options[0], ...first })
    if (method === 'majority') expect(result.verdict).toMatchObject({ passed: false, quorumMet: false })
  })

  it.each<[string, (string | number)[], boolean]>([
    ['gradients', [1, 2, 3], true],
    ['gradients', [1, 2, 8], false],
    ['fist', [3, 5, 4], true],
    ['consent', ['consent', 'consent', 'objection'], false],
    ['consent', ['consent', 'abstain', 'consent'], true],
  ])('[VOTES-23] count %s %j', async (method, answers, passed) => {
    const vote = await openVote(workshop, { method, options: undefined, dots: undefined, maxPerOption: undefined })
    for (const [index, answer] of answers.entries()) {
      expect((await vote.answer(voter(index), answer, { reason: `because ${index}` })).body).toMatchObject({
        version: 1,
        answer,
        done: true,
      })
    }
    expect((await vote.read()).body.result).toBeUndefined()
    const { result, options } = (await vote.closed()).body
    expect(options).toEqual([])
    expect(result).toMatchObject({ voters: 3, verdict: { passed } })
    expect(JSON.stringify(result)).not.toContain('because')
  })
})
