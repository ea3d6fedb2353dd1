import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { tally } from '../../../../shared/tools/votes/tally'
import type { Device, OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer, until } from '../../../support/server'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

// Real servers and sockets, beside other tests on two cores.
let server: TestServer
let workshop: OpenedWorkshop
let people: { readonly id: string; readonly devices: readonly Device[] }[]

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '30' } })
  workshop = await server.openWorkshop()
  people = []
  for (const voter of await letIn(workshop, 'Amara', 'Ben', 'Carla', 'Dan'))
    people.push({ id: voter.participantId, devices: [voter, await secondDevice(voter)] })
})
afterAll(() => server.close())

/** The same person on another device, by their return link. */
async function secondDevice(voter: Voter): Promise<Device> {
  const { returnLink } = (await voter.post(`/api/workshops/${workshop.workshopId}/session/return-link`)).body
  const device = server.device()
  const session = await device.post(`/api/workshops/${workshop.workshopId}/session`, { key: String(returnLink).split('#k=')[1] })
  expect(session.body.participantId).toBe(voter.participantId)
  return device
}

const dots = 4
const cap = 3
const step = fc.record({
  person: fc.integer({ min: 0, max: 3 }),
  device: fc.integer({ min: 0, max: 1 }),
  // Over budget and over the cap on purpose, often.
  counts: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
  retries: fc.integer({ min: 0, max: 2 }),
})

/** What a device believes and what the server accepted. */
interface Accepted {
  readonly version: number
  readonly allocation: Record<string, number>
}

async function castAll(vote: VoteUnderTest, steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) {
  const accepted = new Map<string, Map<number, Accepted>>()
  const known = new Map<Device, number>()
  let keys = 0
  await Promise.all(
    steps.map(async ({ person, device: which, counts, retries }) => {
      const { id, devices } = people[person] ?? { id: '', devices: [] }
      const device = devices[which]
      if (!device) return
      const idempotencyKey = `k${keys++}`
      const tries = Array.from({ length: 1 + retries }, () =>
        vote.cast(device, counts, { idempotencyKey, baseVersion: known.get(device) ?? 0 }),
      )
      const answers = await Promise.all(tries)
      // One request, however often it is sent, has one answer.
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.version ?? body.code}`)).size).toBe(1)
      for (const { status, body } of answers) {
        if (body.code === 'vote/stale') known.set(device, body.current.version)
        if (status !== 200) continue
        known.set(device, body.version)
        const own = accepted.get(id) ?? new Map<number, Accepted>()
        own.set(body.version, body)
        accepted.set(id, own)
      }
    }),
  )
  return accepted
}

describe('many people on many devices at once', () => {
  it('[VOTES-8] never get a ballot over budget or cap, and the result counts exactly what was accepted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
        const vote = await openVote(workshop, { dots, maxPerOption: cap, secret: false })
        const accepted = await castAll(vote, steps)
        const last: Accepted[] = []
        for (const versions of accepted.values()) {
          // Versions follow one another without a gap: nothing accepted was lost.
          expect([...versions.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: versions.size }, (_, index) => index + 1))
          for (const { allocation } of versions.values()) {
            const placed = Object.values(allocation)
            expect(placed.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(dots)
            for (const count of placed) expect(count).toBeLessThanOrEqual(cap)
          }
          last.push(versions.get(versions.size) ?? { version: 0, allocation: {} })
        }
        const { result, options } = (await vote.closed()).body
        const recount = tally(
          'dots',
          options,
          last.filter(({ allocation }) => Object.keys(allocation).length > 0).map(({ allocation }) => ({ allocation })),
        )
        expect(result.options.map(({ id, dots: count, rank, tied }: Record<string, unknown>) => [id, count, rank, tied])).toEqual(
          recount.options.map(({ id, dots: count, rank, tied }) => [id, count, rank, tied]),
        )
      }),
      { numRuns: 8, endOnFailure: true },
    )
  }, 60_000)

  it('[VOTES-8] cannot overspend by racing thirty requests', async () => {
    const vote = await openVote(workshop, { dots, maxPerOption: cap, secret: false })
    const casts = people.flatMap(({ devices }) =>
      devices.flatMap((device) => Array.from({ length: 10 }, (_, index) => vote.cast(device, [index % 5, (index * 2) % 5, 1]))),
    )
    const answers = await Promise.all(casts)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(people.length)
    const rows = await server.app.context.db.selectFrom('ballots').selectAll().where('round_id', '=', vote.roundId).execute()
    expect(rows.map(({ version }) => version)).toEqual(people.map(() => 1))
    for (const { choice } of rows) {
      const placed = Object.values((JSON.parse(choice ?? '') as { allocation: Record<string, number> }).allocation)
      expect(placed.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(dots)
    }
    await workshop.host.post(`${vote.path}/cancel`)
  })

  it('[VOTES-77] are told to the screens together, and each is answered by itself', async () => {
    const crowd = await letIn(workshop, ...Array.from({ length: 24 }, (_, index) => `Person ${index}`))
    const vote = await openVote(workshop, { dots, maxPerOption: cap, secret: false })
    const screen = workshop.host.connect(`${workshop.workshopId}/record`)
    await screen.synced()
    let told = 0
    screen.doc.on('update', () => {
      told += 1
    })
    const answers = await Promise.all(crowd.map((person, index) => vote.cast(person, index % 6 === 0 ? [3, 3, 3] : [3, 1, 0])))
    expect(answers.map(({ status }) => status)).toEqual(crowd.map((_, index) => (index % 6 === 0 ? 422 : 200)))
    const turnout = () => screen.doc.getMap<Y.Map<unknown>>('rounds').get(vote.roundId)?.get('turnout')
    await until(() => (turnout() as { begun: number }).begun === 20, 'the turnout')
    expect(told).toBeLessThan(12)
    screen.destroy()
    await workshop.host.post(`${vote.path}/cancel`)
  })

  it('[VOTES-16] count a ballot that races the close wholly or not at all', async () => {
    for (let round = 0; round < 5; round += 1) {
      const vote = await openVote(workshop, { dots, maxPerOption: cap, secret: false })
      await vote.close()
      const casts: { status: number; dots: number }[] = []
      await Promise.all(
        people.map(async ({ devices }, index) => {
          await new Promise((resolve) => setTimeout(resolve, 10 * index))
          const [device] = devices
          if (device) casts.push({ status: (await vote.cast(device, [2, 1, 0])).status, dots: 3 })
        }),
      )
      const { result } = (await vote.closed()).body
      const counted = result.options.reduce((sum: number, option: { dots: number }) => sum + option.dots, 0)
      expect(counted).toBe(casts.filter(({ status }) => status === 200).reduce((sum, cast) => sum + cast.dots, 0))
    }
  })
})
