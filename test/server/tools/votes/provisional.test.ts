import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../../server/tools/votes/casting'
import type { Actor } from '../../../../shared/access/actor'
import { partners } from '../../../../shared/tools/partners/collections'
import { addPartner } from '../../../../shared/tools/partners/commands'
import { emptySeats } from '../../../../shared/tools/partners/empty-seats'
import { seatRules } from '../../../../shared/tools/partners/recommended-team'
import { verify } from '../../../../shared/tools/votes/verify/verify'
import { type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../support/server'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

const env = { LIMIT_CLOSE_GRACE_MS: '50', LIMIT_WORKSHOPS_PER_HOUR: '1000' }
const dayMs = 24 * 60 * 60 * 1000
const patienceMs = 20_000

let server: TestServer
let workshop: OpenedWorkshop
/** Two seats that partners hold whom nobody in the workshop speaks for, in words. */
let awaits: readonly string[]

beforeAll(async () => {
  server = await startTestServer({ env })
})
afterAll(() => server.close())
beforeEach(async () => {
  workshop = await server.openWorkshop()
  awaits = await withRoster(workshop)
})

async function withRoster({ host, workshopId, participantId }: OpenedWorkshop): Promise<readonly string[]> {
  const board = host.connect(`${workshopId}/board`)
  await board.synced()
  const actor = { workshopId, id: participantId, role: 'host' } as Actor // as the server named them
  const [college, works] = seatRules.map(({ anyOf }) => anyOf[0] ?? '')
  addPartner(board.doc, actor, { name: 'Basin College', seats: [college ?? ''] })
  addPartner(board.doc, actor, { name: 'Ironwood Works', seats: [works ?? ''] })
  await board.allSaved()
  const words = emptySeats(partners.all(board.doc), [])
    .slice(0, 2)
    .map(({ words: seat }) => seat)
  board.destroy()
  return words
}

/** Somebody who speaks for a partner on the roster. */
async function speaker(name: string, organisation: string): Promise<Voter> {
  const device = server.device()
  const joined = await device.post(`/api/workshops/${workshop.workshopId}/join`, { code: workshop.joinCode, name, organisation })
  return Object.assign(device, { participantId: String(joined.body.participantId) })
}

async function lateOf(first: VoteUnderTest, more: Record<string, unknown> = {}): Promise<VoteUnderTest> {
  const { question, method } = (await first.read()).body
  const after = { roundId: first.roundId, as: 'late' }
  return openVote(workshop, { question, method, after, untilMs: Date.now() + dayMs, ...more })
}

/** A closed vote of these ballots, provisional for both seats. */
async function provisional(ballots: readonly (readonly number[])[], wish: Record<string, unknown> = {}) {
  const voters = await letIn(workshop, ...ballots.map((_, index) => `Present ${index}`))
  const first = await openVote(workshop, { awaits, ...wish })
  for (const [index, voter] of voters.entries()) expect((await first.cast(voter, ballots[index] ?? [])).status).toBe(200)
  const closed = await first.closed()
  expect(closed.body.provisional).toEqual({ missing: awaits })
  return { first, voters, closed: closed.body }
}

const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]
const dotsOf = (result: { options: { id: string; dots: number }[] }, { options }: VoteUnderTest) =>
  options.map((id) => result.options.find((option) => option.id === id)?.dots)

describe('a vote that waits for seats', () => {
  it('[VOTES-78] is provisional while one is empty at its close, and says which', async () => {
    const first = await openVote(workshop, { awaits })
    const [voter] = await letIn(workshop, 'Present')
    if (voter) await first.cast(voter, [1])
    await speaker('Iris', 'Ironwood Works')
    expect((await first.closed()).body.provisional).toEqual({ missing: awaits.slice(0, 1) })
  })

  it('[VOTES-78] is an ordinary one when somebody speaks for each of them by then', async () => {
    const first = await openVote(workshop, { awaits })
    await speaker('Iris', 'Ironwood Works')
    await speaker('Ben', 'Basin College')
    const { body } = await first.closed()
    expect([body.state, body.awaits, body.provisional]).toEqual(['closed', awaits, undefined])
    expect(refusal(await workshop.host.post(`${first.path}/settle`))).toEqual([409, 'vote/not-provisional'])
  })

  it('[VOTES-78] waits only for seats that are empty', async () => {
    const path = `/api/workshops/${workshop.workshopId}/rounds`
    const wish = { question: 'Where first?', method: 'dots', options: [{ label: 'A' }, { label: 'B' }] }
    expect(refusal(await workshop.host.post(path, { ...wish, awaits: ['the moon'] }))).toEqual([422, 'vote/not-an-empty-seat'])
  })
})

describe('late answers', () => {
  it('[VOTES-79] are given on exactly the terms of the first round, by the ids of its options', async () => {
    const { first } = await provisional([[3, 0, 0]], { secret: false, meaning: 'What to start with', dots: 4, maxPerOption: 2 + 1 })
    const late = await lateOf(first, { secret: true, dots: 9, options: [{ label: 'Mine' }, { label: 'Yours' }], meaning: 'Mine' })
    const terms = ({ question, method, options, dots, maxPerOption, secret, rule, meaning }: Record<string, unknown>) => [
      question,
      method,
      options,
      dots,
      maxPerOption,
      secret,
      rule,
      meaning,
    ]
    const [a, b] = [(await first.read()).body, (await late.read()).body]
    expect(terms(b)).toEqual(terms(a))
    expect([b.after, b.awaits, typeof b.untilMs]).toEqual([{ roundId: first.roundId, as: 'late' }, undefined, 'number'])
  })

  it('[VOTES-79] need a provisional round, the same question, a date within a year, and one such round at a time', async () => {
    const { first } = await provisional([[3, 0, 0]])
    const plain = await openVote(workshop)
    await plain.closed()
    const path = `/api/workshops/${workshop.workshopId}/rounds`
    const { question, method } = (await first.read()).body
    const ask = (more: Record<string, unknown>) =>
      workshop.host.post(path, { question, method, after: { roundId: first.roundId, as: 'late' }, untilMs: Date.now() + dayMs, ...more })
    expect(refusal(await ask({ after: { roundId: plain.roundId, as: 'late' } }))).toEqual([409, 'vote/not-provisional'])
    expect(refusal(await ask({ question: 'Something else?' }))).toEqual([422, 'vote/not-the-same'])
    for (const untilMs of [undefined, Date.now() - 1, Date.now() + 400 * dayMs]) {
      expect(refusal(await ask({ untilMs }))).toEqual([422, 'vote/bad-date'])
    }
    expect((await ask({})).status).toBe(201)
    expect(refusal(await ask({}))).toEqual([409, 'vote/late-open'])
    expect(refusal(await workshop.host.post(`${first.path}/settle`))).toEqual([409, 'vote/late-open'])
  })

  it('[VOTES-79] end by themselves at their date, by the server’s clock', async () => {
    const { first } = await provisional([[3, 0, 0]], { secret: false })
    const [absent] = await letIn(workshop, 'Absent')
    const late = await lateOf(first, { untilMs: Date.now() + 1_500 })
    if (absent) expect((await late.cast(absent, [0, 2, 0])).status).toBe(200)
    await until(async () => (await late.read()).body.state === 'closed', 'the date', patienceMs)
    if (absent) expect(refusal(await late.cast(absent, [0, 1, 0], { baseVersion: 1 }))).toEqual([409, 'vote/closed'])
    expect((await first.read()).body.final).toMatchObject({ lateRoundId: late.roundId, voters: 2 })
  })

  it('[VOTES-79] are refused at the stroke of their date, even before the timer has run', async () => {
    const { first } = await provisional([[3, 0, 0]], { secret: false })
    const [absent] = await letIn(workshop, 'Absent')
    const late = await lateOf(first)
    const { untilMs } = (await late.read()).body
    const actor = { workshopId: workshop.workshopId, id: absent?.participantId, role: 'contributor' } as Actor // as the server named them
    const castAt = (nowMs: number, baseVersion: number) => {
      const ballot = { idempotencyKey: `at ${nowMs}`, baseVersion, allocation: { [late.options[0] ?? '']: 1 } }
      return server.app.context.governed(actor.workshopId, async (tx) => ({
        result: await cast(tx, actor, late.roundId, ballot, nowMs, async () => undefined),
      }))
    }
    await expect(castAt(untilMs - 1, 0)).resolves.toMatchObject({ answer: { version: 1 } })
    await expect(castAt(untilMs, 1)).rejects.toMatchObject({ code: 'vote/closed' })
  })

  it('[VOTES-79] end at their date although the server was away then', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'convene-late-'))
    const [before, home] = [server, workshop]
    try {
      server = await startTestServer({ env, dataDir })
      workshop = await server.openWorkshop()
      awaits = await withRoster(workshop)
      const { first } = await provisional([[3, 0, 0]], { secret: false })
      const untilMs = Date.now() + 800
      const late = await lateOf(first, { untilMs })
      await server.close()
      await until(() => Date.now() > untilMs, 'the date')
      server = await startTestServer({ env, dataDir })
      const { db } = server.app.context
      const stateOf = async () => (await db.selectFrom('rounds').select('state').where('id', '=', late.roundId).executeTakeFirst())?.state
      await until(async () => (await stateOf()) === 'closed', 'the close after the restart', patienceMs)
      const { final } = await db.selectFrom('rounds').select('final').where('id', '=', first.roundId).executeTakeFirstOrThrow()
      expect(JSON.parse(final ?? '')).toMatchObject({ standsBecause: 'nobody-answered', voters: 1 })
      await server.close()
    } finally {
      server = before
      workshop = home
      await rm(dataDir, { recursive: true, force: true })
    }
  })

  it('[VOTES-80] are for those who did not vote the first time', async () => {
    const { first, voters } = await provisional(
      [
        [3, 0, 0],
        [0, 1, 0],
      ],
      { secret: true },
    )
    const [absent, silent] = await letIn(workshop, 'Absent', 'Silent')
    const late = await lateOf(first)
    const [present] = voters
    if (!present || !absent || !silent) throw new Error('nobody is there')
    expect(refusal(await late.cast(present, [1, 0, 0]))).toEqual([403, 'vote/voted-before'])
    expect((await late.cast(absent, [1, 0, 0])).status).toBe(200)
    const eligible = async (device: Voter) => (await late.read(device)).body.me.eligible
    expect([await eligible(present), await eligible(absent), await eligible(silent)]).toEqual([false, true, true])
    expect((await late.read()).body.turnout).toEqual({ eligible: 2, begun: 1, done: 0 })
    const listed = (await workshop.host.get(`${late.path}/voters`)).body.people.map(
      (person: { participantId: string }) => person.participantId,
    )
    expect(listed.sort()).toEqual([absent.participantId, silent.participantId].sort())
  })

  it('[VOTES-80] count once when the seat of somebody who has voted becomes one with a seat that answered late', async () => {
    const { first, voters } = await provisional([[3, 0, 0]], { secret: false })
    const [second, other] = await letIn(workshop, 'Same person, other device', 'Absent')
    const late = await lateOf(first)
    const [present] = voters
    if (!present || !second || !other) throw new Error('nobody is there')
    for (const device of [second, other]) expect((await late.cast(device, [0, 2, 0])).status).toBe(200)
    const merge = (from: Voter, into: Voter) =>
      workshop.host.post(`/api/workshops/${workshop.workshopId}/participants/${from.participantId}/merge`, { into: into.participantId })
    expect((await merge(present, second)).status).toBe(200)
    expect((await late.read()).body.turnout).toEqual({ eligible: 1, begun: 1, done: 0 })
    expect(refusal(await late.cast(second, [0, 0, 1]))).toEqual([403, 'vote/voted-before'])
    await late.closed()
    expect((await first.read()).body.final).toMatchObject({ voters: 2, eligible: 2 })
  })
})

describe('the final result', () => {
  it('[VOTES-81] counts the ballots of an open vote together and leaves the first result as it was', async () => {
    const { first, closed } = await provisional(
      [
        [3, 0, 0],
        [0, 2, 0],
      ],
      { secret: false },
    )
    const absent = await letIn(workshop, 'Late 0')
    const late = await lateOf(first)
    for (const device of absent) await late.cast(device, [0, 3, 2])
    await late.closed()
    const { result, final, provisional: still } = (await first.read()).body
    expect(result).toEqual(closed.result)
    expect(still).toEqual({ missing: awaits })
    expect(final).toMatchObject({ lateRoundId: late.roundId, eligible: 3, voters: 3, together: { voters: 3 } })
    expect(dotsOf(final.together, first)).toEqual([3, 5, 2])
    expect(final.together.options[0]).toMatchObject({ id: first.options[1], rank: 1, people: 2 })
    expect(final.together.ballots).toHaveLength(3)
    expect(refusal(await workshop.host.post(`${first.path}/settle`))).toEqual([409, 'vote/not-provisional'])
  })

  it('[VOTES-81] still counts somebody who was counted the first time and has been removed since', async () => {
    const { first, voters } = await provisional(
      [
        [3, 0, 0],
        [0, 2, 0],
      ],
      { secret: false },
    )
    await workshop.host.patch(`/api/workshops/${workshop.workshopId}/participants/${voters[0]?.participantId}`, { removed: true })
    const [absent] = await letIn(workshop, 'Late')
    const late = await lateOf(first)
    if (absent) await late.cast(absent, [0, 0, 1])
    await late.closed()
    expect(dotsOf((await first.read()).body.final.together, first)).toEqual([3, 2, 1])
  })

  it('[VOTES-81] is what a run-off goes by', async () => {
    const { first } = await provisional([[3, 0, 0]], { secret: false })
    const [absent] = await letIn(workshop, 'Late')
    const late = await lateOf(first)
    if (absent) await late.cast(absent, [0, 3, 0])
    await late.closed()
    const runOff = await openVote(workshop, {
      options: undefined,
      dots: 1,
      maxPerOption: 1,
      after: { roundId: first.roundId, as: 'run-off' },
    })
    const labels = (await runOff.read()).body.options.map(({ label }: { label: string }) => label)
    expect(labels).toEqual(['Intake', 'Council'])
  })

  it('[VOTES-81] is what the decision is recorded with', async () => {
    const { first } = await provisional([[3, 0, 0]], { secret: false })
    const [absent] = await letIn(workshop, 'Late')
    const late = await lateOf(first)
    if (absent) await late.cast(absent, [0, 3, 0])
    await late.closed()
    await workshop.host.post(`${first.path}/record`, { words: 'Both.' })
    const log = workshop.host.connect(`${workshop.workshopId}/record`)
    await log.synced()
    expect(JSON.stringify(log.doc.getMap('decisions').toJSON())).toContain('"voters":2')
    log.destroy()
  })

  it.each([
    ['enough in both', 3, 3, undefined],
    ['too few late', 3, 2, 'too-few-late'],
    ['too few the first time', 2, 3, 'too-few-first'],
    ['nobody late', 3, 0, 'nobody-answered'],
  ])('[VOTES-82] of a secret vote says a sum only where neither count gives anybody away: %s', async (_how, present, absent, stands) => {
    const { first } = await provisional(Array.from({ length: present }, () => [2, 0, 0]))
    const devices = await letIn(workshop, ...Array.from({ length: absent }, (_, index) => `Late ${index}`))
    const late = await lateOf(first)
    for (const device of devices) await late.cast(device, [0, 1, 0])
    await late.closed()
    const { final } = (await first.read()).body
    expect(final).toMatchObject({ voters: present + absent, ...(stands ? { standsBecause: stands } : {}) })
    if (stands) expect(final.together).toBeUndefined()
    else expect(dotsOf(final.together, first)).toEqual([6, 3, 0])
    // Organisations, spreads and single ballots of so few are hidden in each count, so the sum has none of them.
    expect(JSON.stringify(final)).not.toMatch(/organisations|spread|published|participantId|receipt|breakdowns|reasons/)
  })

  it('[VOTES-82] of a secret vote keeps choices without person or receipt until then, shows them to nobody, and forgets them', async () => {
    const { first } = await provisional([
      [2, 0, 0],
      [0, 2, 0],
      [1, 1, 1],
    ])
    const { db } = server.app.context
    const kept = async () =>
      (await db.selectFrom('rounds').select('unlinked').where('id', '=', first.roundId).executeTakeFirstOrThrow()).unlinked
    const choices = JSON.parse((await kept()) ?? '[]')
    expect(choices).toHaveLength(3)
    for (const choice of choices) expect(Object.keys(choice).every((key) => first.options.includes(key))).toBe(true)
    const record = workshop.host.connect(`${workshop.workshopId}/record`)
    await record.synced()
    const seen = [JSON.stringify(record.doc.getMap('rounds').toJSON()), JSON.stringify((await first.read()).body)]
    record.destroy()
    for (const text of seen) expect(text).not.toContain('unlinked')
    await workshop.host.post(`${first.path}/settle`)
    expect(await kept()).toBeNull()
  })

  it('[VOTES-82] of a secret vote with one vote for each organisation stands as first counted, since sharing is forgotten', async () => {
    const wish = { method: 'majority', dots: undefined, maxPerOption: undefined, rule: { oneVotePer: 'organisation' } }
    const { first } = await provisional([[1], [1], [1]], wish)
    const devices = await letIn(workshop, 'Late 0', 'Late 1', 'Late 2')
    const late = await lateOf(first)
    for (const device of devices) expect((await late.cast(device, [0, 1])).status).toBe(200)
    await late.closed()
    expect((await first.read()).body.final.standsBecause).toBe('shared-votes')
  })

  it('[VOTES-83] may be the first one, by a facilitator’s word; asked twice the answer is the same', async () => {
    const { first, closed } = await provisional([
      [3, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
    ])
    const settled = await workshop.host.post(`${first.path}/settle`)
    expect(settled.body).toMatchObject({ standsBecause: 'not-asked', voters: 3 })
    expect((await workshop.host.post(`${first.path}/settle`)).body).toEqual(settled.body)
    expect((await first.read()).body).toMatchObject({ result: closed.result, final: settled.body })
  })

  it('[VOTES-83] can be checked from the export, which fails on any change to it', async () => {
    const { first } = await provisional(
      [
        [3, 0, 0],
        [0, 2, 0],
      ],
      { secret: false },
    )
    const [absent] = await letIn(workshop, 'Late')
    const open = JSON.stringify((await workshop.host.get(`${first.path}/export`)).body)
    expect(verify(open)).toMatchObject({ holds: true })
    const late = await lateOf(first)
    if (absent) await late.cast(absent, [0, 3, 2])
    await late.closed()
    for (const { path: where } of [first, late]) {
      expect(verify(JSON.stringify((await workshop.host.get(`${where}/export`)).body))).toMatchObject({ state: 'checked', holds: true })
    }
    const file = (await workshop.host.get(`${first.path}/export`)).body
    const changes = {
      voters: { ...file, final: { ...file.final, voters: file.final.voters + 1 } },
      sum: { ...file, final: { ...file.final, together: { ...file.final.together, voters: 4 } } },
      seats: { ...file, provisional: { missing: ['somebody else'] } },
      'no final result': { ...file, final: undefined },
      'nothing missing': { ...file, provisional: undefined },
      'no end': { ...file, chain: file.chain.slice(0, -1) },
    }
    for (const [what, changed] of Object.entries(changes))
      expect([what, verify(JSON.stringify(changed))]).toMatchObject([what, { holds: false }])
  })
})
