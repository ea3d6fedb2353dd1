import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../../../server/tools/votes/casting'
import type { Actor } from '../../../../../shared/access/actor'
import { type OpenedWorkshop, startTestServer, type TestServer } from '../../../../support/server'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../../support/votes'

let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]
let vote: VoteUnderTest

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
})
beforeEach(async () => {
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara', 'Ben', 'Carla')
  vote = await openVote(workshop, { secret: false })
})
afterAll(() => server.close())

function voter(index: number): Voter {
  const found = voters[index]
  if (!found) throw new Error(`no voter ${index}`)
  return found
}

describe('a round of another workshop', () => {
  it('[VOTES-73] is unknown, whatever is asked of it', async () => {
    const other = await server.openWorkshop()
    const foreign = vote.path.replace(workshop.workshopId, other.workshopId)
    const guest = await other.join('Guest')
    const unknown = await other.host.get('/api/nothing-here')
    const ballot = { idempotencyKey: 'abroad', baseVersion: 0, allocation: {} }
    const answers = [
      await other.host.get(foreign),
      await other.host.get(`${foreign}/voters`),
      await other.host.get(`${foreign}/export`),
      await other.host.post(`${foreign}/open`),
      await other.host.post(`${foreign}/close`),
      await other.host.post(`${foreign}/cancel`),
      await other.host.post(`${foreign}/record`, { words: 'So it is.' }),
      await guest.get(foreign),
      await guest.put(`${foreign}/ballot`, ballot),
    ]
    expect(answers).toEqual(answers.map(() => unknown))
    expect((await vote.read()).body).toMatchObject({ state: 'open', turnout: { begun: 0 } })
  })
})

describe('a request that waited while a right was taken away', () => {
  const inFlight = (person: Voter) => {
    const actor: Actor = { workshopId: workshop.workshopId as 'ws_1', id: person.participantId as 'p_1', role: 'contributor' } // as the server named them
    const ballot = { idempotencyKey: 'in flight', baseVersion: 0, allocation: { [vote.options[0] ?? '']: 1 } }
    return server.app.context.governed(actor.workshopId, async (tx) => ({
      result: await cast(tx, actor, vote.roundId, ballot, Date.now(), async () => undefined),
    }))
  }

  it.each([
    ['removed', { removed: true }],
    ['made an observer', { role: 'observer' }],
  ])('[VOTES-73] casts nothing for somebody who was %s', async (_how, change) => {
    await workshop.host.patch(`/api/workshops/${workshop.workshopId}/participants/${voter(0).participantId}`, change)
    await expect(inFlight(voter(0))).rejects.toMatchObject({ code: 'request/not-found' })
    expect((await vote.read()).body.turnout.begun).toBe(0)
  })

  it('[VOTES-73] casts nothing for a seat that became part of another, so that nobody is told of a ballot that does not count', async () => {
    const merged = await workshop.host.post(`/api/workshops/${workshop.workshopId}/participants/${voter(0).participantId}/merge`, {
      into: voter(1).participantId,
    })
    expect(merged.status).toBe(200)
    await expect(inFlight(voter(0))).rejects.toMatchObject({ code: 'request/not-found' })
  })
})

describe('a closed round', () => {
  it('[VOTES-73] is never opened, closed, cancelled or cast in again', async () => {
    await vote.cast(voter(0), [2, 1, 0])
    const closed = (await vote.closed()).body
    const answers = [
      await vote.open(),
      await vote.close(),
      await workshop.host.post(`${vote.path}/cancel`),
      await vote.cast(voter(0), [0, 0, 1], { baseVersion: 1 }),
      await vote.cast(voter(1), [0, 0, 1]),
    ]
    expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'vote/closed'))
    expect((await vote.read()).body).toEqual(closed)
  })
})
