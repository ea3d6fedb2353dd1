import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ServerClock } from '../../client/sync/clock'
import { brokenLedgerRow } from '../../server/storage/hash-chain'
import { recordRoom } from '../../shared/sync/room-name'
import { workshops } from '../../shared/workshop/collections'
import { readTimer } from '../../shared/workshop/timer'
import { type OpenedWorkshop, startTestServer, type TestServer, until } from '../support/server'
import { letIn, openVote, type Voter } from '../support/votes'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const graceMs = 600
const patienceMs = 20_000
const realNow = Date.now.bind(Date)
let wrongByMs = 0
let dataDir: string
let server: TestServer
let workshop: OpenedWorkshop

beforeEach(async () => {
  wrongByMs = 0
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + wrongByMs)
  dataDir = await mkdtemp(path.join(tmpdir(), 'convene-clock-'))
  await start()
  workshop = await server.openWorkshop()
})
afterEach(async () => {
  await server.close()
  vi.restoreAllMocks()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(): Promise<void> {
  server = await startTestServer({ dataDir, env: { LIMIT_CLOSE_GRACE_MS: String(graceMs) } })
}

const timer = () =>
  server.app.context.readDoc(
    recordRoom(workshop.workshopId),
    (doc) => workshops.get(doc, workshop.workshopId)?.timer ?? ({ state: 'none' } as const),
  )
const isClosed = (vote: Awaited<ReturnType<typeof openVote>>) => async () => (await vote.read()).body.state === 'closed'

describe.each([-dayMs, dayMs])('a device whose clock is wrong by %d ms', (deviceMs) => {
  it('T23 shows the timer as everybody else does', async () => {
    await workshop.host.put(`/api/workshops/${workshop.workshopId}/timer`, { action: 'start', minutes: 5 })
    const { body } = await workshop.host.get(`/api/workshops/${workshop.workshopId}`)
    const running = await timer()
    wrongByMs = deviceMs
    const clock = new ServerClock()
    clock.set(body.serverTime, clock.mark())
    const reading = readTimer(running, clock.now())
    expect(reading).toMatchObject({ state: 'running', words: expect.stringMatching(/^(5:00|4:5\d)$/) })
  })
})

describe.each([-5 * minuteMs, 5 * minuteMs])('a server whose clock is wrong by %d ms', (serverMs) => {
  it('T23 gives timers their length and rounds their grace', async () => {
    wrongByMs = serverMs
    await workshop.host.put(`/api/workshops/${workshop.workshopId}/timer`, { action: 'start', minutes: 5 })
    const { body } = await workshop.host.get(`/api/workshops/${workshop.workshopId}`)
    const clock = new ServerClock()
    clock.set(body.serverTime, clock.mark())
    expect(readTimer(await timer(), clock.now())).toMatchObject({ words: expect.stringMatching(/^(5:00|4:5\d)$/) })
    const vote = await openVote(workshop)
    const beganMs = performance.now()
    expect((await vote.close()).body.state).toBe('closing')
    await until(isClosed(vote), 'the count', patienceMs)
    expect(performance.now() - beganMs).toBeGreaterThan(graceMs - 50)
  })
})

describe.each([-5 * minuteMs, 5 * minuteMs])('a server whose clock is set by %d ms while rounds are closing', (byMs) => {
  let voters: Voter[]
  beforeEach(async () => {
    voters = await letIn(workshop, 'Amara', 'Ben')
  })

  it('T23 closes them after their grace, in the order in which they were closed, and counts nothing later', async () => {
    const [amara, ben] = voters as [Voter, Voter]
    const [first, second] = [await openVote(workshop), await openVote(workshop)]
    for (const vote of [first, second]) expect((await vote.cast(amara, [2, 0, 0])).status).toBe(200)
    const beganMs = performance.now()
    await first.close()
    wrongByMs = byMs
    await second.close()
    await until(isClosed(first), 'the first count', patienceMs)
    await until(isClosed(second), 'the second count', patienceMs)
    expect(performance.now() - beganMs).toBeLessThan(graceMs + patienceMs / 4)
    for (const vote of [first, second]) {
      const late = await vote.cast(ben, [0, 3, 0])
      expect([late.status, late.body.code]).toEqual([409, 'vote/closed'])
      expect((await vote.read()).body.turnout.begun).toBe(1)
    }
    const { db } = server.app.context
    const rows = await db.selectFrom('ledger').select(['seq', 'payload']).where('kind', '=', 'vote/closed').orderBy('seq').execute()
    expect(rows.map(({ payload }) => JSON.parse(payload).roundId)).toEqual([first.roundId, second.roundId])
    expect(await brokenLedgerRow(db, workshop.workshopId)).toBeUndefined()
  })

  it('T23 closes a round after a restart that came with the new clock, and takes no ballot once it is closed', async () => {
    const vote = await openVote(workshop)
    await vote.close()
    await server.close()
    wrongByMs = byMs
    await start()
    const { db } = server.app.context
    const state = async () => (await db.selectFrom('rounds').select('state').where('id', '=', vote.roundId).executeTakeFirst())?.state
    await until(async () => (await state()) === 'closed', 'the count after the restart', patienceMs)
  })

  it('T23 leaves a running timer as it was for everybody who is there', async () => {
    await workshop.host.put(`/api/workshops/${workshop.workshopId}/timer`, { action: 'start', minutes: 5 })
    const { body } = await workshop.host.get(`/api/workshops/${workshop.workshopId}`)
    const clock = new ServerClock()
    clock.set(body.serverTime, clock.mark())
    wrongByMs = byMs
    expect(readTimer(await timer(), clock.now())).toMatchObject({ words: expect.stringMatching(/^(5:00|4:5\d)$/) })
  })
})
