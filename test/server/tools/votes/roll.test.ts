import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { IdentityLevel } from '../../../../shared/access/identity'
import type { OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'
import { letIn, openVote, type Voter } from '../../../support/votes'

// Real servers and sockets, beside other tests on two cores.
let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '30' } })
})
beforeEach(async () => {
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara', 'Ben', 'Carla')
})
afterAll(() => server.close())

function voter(index: number): Voter {
  const found = voters[index]
  if (!found) throw new Error(`no voter ${index}`)
  return found
}

/** Lets somebody have come in, or stand, otherwise than they did. */
async function make(person: Voter, traits: { identity?: IdentityLevel; sector?: string }): Promise<void> {
  await server.app.context.governed(workshop.workshopId, async (tx) => {
    await tx.updateTable('participants').set(traits).where('id', '=', person.participantId).execute()
    return { result: undefined }
  })
}

describe('a binding round', () => {
  it('[VOTES-40] is voted in only by people from the lobby or with a personal invite, and says what others can do', async () => {
    await make(voter(0), { identity: 'lobby' })
    await make(voter(1), { identity: 'personal-invite' })
    const vote = await openVote(workshop, { binding: true, secret: false })
    expect((await vote.read(voter(2))).body).toMatchObject({ binding: true, me: { eligible: false }, turnout: { eligible: 2, begun: 0 } })
    const refused = await vote.cast(voter(2), [1, 0, 0])
    expect([refused.status, refused.body.code]).toEqual([403, 'vote/binding'])
    expect(refused.body.detail).toContain('Ask your facilitator')
    expect((await vote.cast(workshop.host, [1, 0, 0])).body.code).toBe('vote/not-eligible')
    for (const index of [0, 1]) expect((await vote.cast(voter(index), [1, 0, 0], { done: index === 0 })).status).toBe(200)
    expect((await vote.read()).body.turnout).toEqual({ eligible: 2, begun: 2, done: 1 })
    const { people } = (await workshop.host.get(`${vote.path}/voters`)).body
    expect(people).toHaveLength(2)
    const { result, turnout } = (await vote.closed()).body
    expect(turnout).toEqual({ eligible: 2, begun: 2, done: 1 })
    expect(result).toMatchObject({ voters: 2, identity: 'lobby' })
  })

  it('[VOTES-40] lets somebody vote as soon as they have shown who they are', async () => {
    const vote = await openVote(workshop, { binding: true, secret: false })
    expect((await vote.read()).body.turnout.eligible).toBe(0)
    await make(voter(0), { identity: 'lobby' })
    expect((await vote.cast(voter(0), [1, 0, 0])).status).toBe(200)
    expect((await vote.read()).body.turnout).toEqual({ eligible: 1, begun: 1, done: 0 })
  })
})

describe('a closed round', () => {
  it('[VOTES-38] says the weakest way in of those who voted, secret or not', async () => {
    await make(voter(0), { identity: 'lobby' })
    await make(voter(1), { identity: 'personal-invite' })
    const proven = await openVote(workshop, { secret: false })
    for (const index of [0, 1]) await proven.cast(voter(index), [1, 0, 0])
    expect((await proven.closed()).body.result.identity).toBe('lobby')
    const open = await openVote(workshop)
    for (const index of [0, 1, 2]) await open.cast(voter(index), [1, 0, 0])
    expect((await open.closed()).body.result.identity).toBe('open-link')
  })

  it('[VOTES-34] tells an open result apart by what people said of themselves', async () => {
    await make(voter(0), { sector: 'education' })
    await make(voter(1), { sector: 'Ranching' })
    const vote = await openVote(workshop, { secret: false })
    await vote.cast(voter(0), [2, 1, 0])
    await vote.cast(voter(1), [0, 3, 0])
    const { result } = (await vote.closed()).body
    expect(result.breakdowns).toEqual([
      {
        by: 'sector',
        groups: [
          { name: 'Education', voters: 1, counts: [1, 1, 0] },
          { name: 'Ranching', voters: 1, counts: [0, 1, 0] },
        ],
      },
    ])
    expect(result.options.find(({ id }: { id: string }) => id === vote.options[1]).spread).toEqual([0, 1, 0, 1])
  })
})

describe('the roll', () => {
  it('[VOTES-87] says after the close who could vote then, how each came in, who did and when, and never how', async () => {
    const vote = await openVote(workshop, { secret: true })
    await make(voter(1), { identity: 'lobby' })
    const beforeMs = Date.now()
    expect((await vote.cast(voter(0), [1, 0, 0])).status).toBe(200)
    expect((await vote.cast(voter(1), [0, 2, 0], { done: true })).status).toBe(200)
    const roll = async () => (await workshop.host.get(`${vote.path}/voters`)).body.people as Record<string, unknown>[]
    expect((await roll()).some((entry) => 'castAtMs' in entry)).toBe(false)
    await vote.closed()
    await letIn(workshop, 'Came afterwards')
    const found = new Map((await roll()).map((entry) => [entry.participantId, entry]))
    expect(found.size).toBe(3)
    expect(found.get(voter(0).participantId)).toMatchObject({ status: 'begun', identity: 'open-link', role: 'contributor' })
    expect(found.get(voter(1).participantId)).toMatchObject({ status: 'done', identity: 'lobby' })
    expect(found.get(voter(2).participantId)).toEqual({
      participantId: voter(2).participantId,
      role: 'contributor',
      identity: 'open-link',
      status: 'waiting',
    })
    const times = [0, 1].map((index) => Number(found.get(voter(index).participantId)?.castAtMs))
    for (const atMs of times) expect(atMs).toBeGreaterThanOrEqual(beforeMs)
    expect(JSON.stringify([...found.values()])).not.toMatch(/opt_|receipt|allocation/)
    expect((await voter(0).get(`${vote.path}/voters`)).body.code).toBe('request/not-found')
  })
})
