import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Device, OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer, until } from '../../../support/server'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

// Real servers and sockets, beside other tests on two cores.
// Counts that nothing else in a workshop has, so that finding them anywhere is a leak.
const marks = [271_829, 314_159, 161_803] as const
const budget = marks[0] + marks[1] + marks[2]

/** On a busy machine. */
const patienceMs = 20_000

let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]
beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '150' } })
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara', 'Ben', 'Carla', 'Dan', 'Eli')
})
afterAll(() => server.close())

/** Every byte that a device is sent over the socket of `record` and by every answer it asks for. */
function spyOn(device: Device) {
  const seen: string[] = []
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${workshop.workshopId}/record`, {
    headers: { cookie: device.cookie, origin: server.origin },
  })
  socket.binaryType = 'nodebuffer'
  const replica = new Y.Doc()
  socket.on('message', (data: Buffer) => {
    seen.push(data.toString('latin1'))
    // SyncStep2 and Update: type 0, then 1 or 2, then a length-prefixed update.
    if (data[0] === 0 && (data[1] === 1 || data[1] === 2)) {
      let at = 2
      while ((data[at] ?? 0) & 0x80) at += 1
      Y.applyUpdate(replica, data.subarray(at + 1))
    }
  })
  socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
  return {
    async ask(address: string) {
      seen.push(JSON.stringify((await device.get(address)).body))
    },
    ready: () => until(() => replica.getMap('rounds').size > 0, 'the record', patienceMs),
    state: (roundId: string) => (replica.getMap<Y.Map<unknown>>('rounds').get(roundId)?.get('state') as string | undefined) ?? '',
    turnout: (roundId: string) => replica.getMap<Y.Map<unknown>>('rounds').get(roundId)?.get('turnout'),
    text: () => seen.join('\n') + JSON.stringify(replica.getMap('rounds').toJSON()),
    close: () => socket.close(),
  }
}

async function vote(secret: boolean): Promise<VoteUnderTest> {
  return openVote(workshop, { method: 'budget', dots: budget, maxPerOption: budget, secret })
}

describe.each([
  ['a secret round', true],
  ['an open round', false],
])('%s', (_name, secret) => {
  it('[VOTES-11] sends no count to anybody before the close, whatever they ask', async () => {
    const round = await vote(secret)
    const everybody = [workshop.host, ...voters, await workshop.join('Olga', 'observer')]
    const spies = everybody.map(spyOn)
    await Promise.all(spies.map((spy) => spy.ready()))
    const caster = voters[0]
    if (!caster) throw new Error('nobody came in')
    await round.cast(caster, [...marks], { done: true })
    await until(
      () => spies.every((spy) => JSON.stringify(spy.turnout(round.roundId)) === '{"eligible":5,"begun":1,"done":1}'),
      'turnout',
      patienceMs,
    )
    const asked = [
      round.path,
      `${round.path}/voters`,
      `/api/workshops/${workshop.workshopId}`,
      `/api/workshops/${workshop.workshopId}/archive`,
    ]
    const documents = ['md', 'html', 'json'].map((format) => `/api/workshops/${workshop.workshopId}/document.${format}`)
    for (const [index, spy] of spies.entries()) {
      for (const address of [...asked, ...documents]) if (index !== 1 || address !== round.path) await spy.ask(address)
    }
    for (const spy of spies) for (const mark of marks) expect(spy.text()).not.toContain(String(mark))
    expect((await round.read(caster)).body.me.allocation).toEqual(Object.fromEntries(round.options.map((id, index) => [id, marks[index]])))
    await workshop.host.post(`${round.path}/cancel`)
    for (const spy of spies) spy.close()
  })

  it('[VOTES-11] sends the counts to everybody once it is closed', async () => {
    const round = await vote(secret)
    const spy = spyOn(workshop.host)
    for (const voter of voters.slice(0, 3)) await round.cast(voter, [...marks])
    await round.closed()
    await until(() => spy.state(round.roundId) === 'closed', 'the close in the record', patienceMs)
    expect(spy.text()).toContain(String(marks[0] * 3))
    spy.close()
  })
})

describe('turnout', () => {
  it('[VOTES-12] is said by name to facilitators only', async () => {
    const round = await vote(true)
    const [amara, ben] = voters
    if (!amara || !ben) throw new Error('nobody came in')
    await round.cast(amara, [1, 0, 0], { done: true })
    await round.cast(ben, [1, 0, 0])
    const names = await workshop.host.get(`${round.path}/voters`)
    expect(names.body.people).toContainEqual({
      participantId: amara.participantId,
      role: 'contributor',
      identity: 'open-link',
      status: 'done',
    })
    expect(names.body.people).toContainEqual({
      participantId: ben.participantId,
      role: 'contributor',
      identity: 'open-link',
      status: 'begun',
    })
    expect(names.body.people.filter(({ status }: { status: string }) => status === 'waiting')).toHaveLength(3)
    expect((await amara.get(`${round.path}/voters`)).status).toBe(404)
    await workshop.host.post(`${round.path}/cancel`)
  })

  it('[VOTES-11] does not stir when somebody only moves dots', async () => {
    const round = await vote(true)
    const [amara] = voters
    if (!amara) throw new Error('nobody came in')
    await round.cast(amara, [1, 0, 0])
    const head = async () =>
      (
        await server.app.context.db
          .selectFrom('rooms')
          .select('head_seq')
          .where('name', '=', `${workshop.workshopId}/record`)
          .executeTakeFirst()
      )?.head_seq
    const before = await head()
    await round.cast(amara, [0, 1, 0], { baseVersion: 1 })
    expect(await head()).toBe(before)
    await workshop.host.post(`${round.path}/cancel`)
  })
})

describe('after a secret round', () => {
  it('[VOTES-13] no table, no file of the database and no log links a voter to a choice', async () => {
    const round = await vote(true)
    for (const [index, voter] of voters.entries()) await round.cast(voter, [marks[0] + index, 0, 0], { idempotencyKey: `secret-${index}` })
    const { result } = (await round.closed()).body
    expect(result.published).toHaveLength(5)
    const { db } = server.app.context
    const ballots = await db.selectFrom('ballots').selectAll().where('round_id', '=', round.roundId).execute()
    expect(ballots).toHaveLength(5)
    for (const ballot of ballots) expect(ballot).toMatchObject({ choice: null, receipt: null, salt: null })
    expect(await db.selectFrom('ballot_requests').selectAll().where('round_id', '=', round.roundId).execute()).toEqual([])
    const receipts = result.published.map(({ receipt }: { receipt: string }) => receipt)
    expect(receipts).toEqual([...receipts].sort())
    expect(JSON.stringify(result)).not.toMatch(/p_[A-Za-z0-9]/)
    // The bytes on disk: free pages and the write-ahead log too.
    await until(() => !filesOf(server.dataDir).includes('secret-0'), 'the scrubbed files', patienceMs)
    const late = await round.cast(voters[0] as Voter, [marks[0], 0, 0], { idempotencyKey: 'secret-0', baseVersion: 0 })
    expect(late.body.code).toBe('vote/closed')
    expect(JSON.stringify(late.body)).not.toContain(String(marks[0]))
    expect((await round.read(voters[0])).body.me).toEqual({ eligible: true, version: 1, done: false })
  })

  it('[VOTES-14] two ballots say nothing but that they are two', async () => {
    const round = await vote(true)
    const spy = spyOn(voters[4] as Voter)
    await spy.ready()
    for (const voter of voters.slice(0, 2)) await round.cast(voter, [...marks])
    const { result } = (await round.closed()).body
    expect(result).toEqual({ voters: 2, withheld: true })
    await until(() => spy.state(round.roundId) === 'closed', 'the close in the record', patienceMs)
    for (const mark of marks) expect(spy.text()).not.toContain(String(mark * 2))
    spy.close()
  })

  it('[VOTES-13] each voter finds the own ballot by its receipt', async () => {
    const round = await vote(true)
    const casts = []
    for (const [index, voter] of voters.entries()) casts.push((await round.cast(voter, [index + 1, 0, 0])).body)
    const { result } = (await round.closed()).body
    for (const cast of casts) {
      expect(result.published).toContainEqual({ receipt: cast.receipt, allocation: cast.allocation })
    }
  })
})

function filesOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name)).toString('latin1'))
    .join('')
}
