import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WorkshopId } from '../../../../shared/access/actor'
import { recordRoom } from '../../../../shared/sync/room-name'
import { rounds } from '../../../../shared/tools/votes/collections'
import { type OpenedWorkshop, startTestServer, type TestServer } from '../../../support/server'
import { letIn, openVote, type Voter } from '../../../support/votes'

let server: TestServer
let workshop: OpenedWorkshop
let amara: Voter

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
  workshop = await server.openWorkshop()
  const [first] = await letIn(workshop, 'Amara')
  if (!first) throw new Error('nobody came')
  amara = first
})
afterAll(() => server.close())

/** The round as every screen has it. */
function recorded(roundId: string) {
  return server.app.context.readDoc(recordRoom(WorkshopId.parse(workshop.workshopId)), (doc) => rounds.get(doc, roundId))
}

describe('revealing a result', () => {
  it('[VOTES-58] tells the room display how many places to show, and changes nothing of the result', async () => {
    const vote = await openVote(workshop, { secret: false })
    await vote.cast(amara, [3, 1, 0])
    const { result } = (await vote.closed()).body
    for (const reveal of [
      { shown: 0, from: 'last' },
      { shown: 1, from: 'last' },
    ]) {
      expect(await workshop.host.post(`${vote.path}/reveal`, reveal)).toMatchObject({ status: 200, body: reveal })
      expect(await recorded(vote.roundId)).toMatchObject({ reveal, result })
    }
    expect((await vote.read(amara)).body.result).toEqual(result)
  })

  it('[VOTES-58] is for facilitators: to others it is an unknown address', async () => {
    const vote = await openVote(workshop, { secret: false })
    await vote.closed()
    const unknown = await amara.get('/api/nothing-here')
    expect(await amara.post(`${vote.path}/reveal`, { shown: 0, from: 'last' })).toEqual(unknown)
    expect((await recorded(vote.roundId))?.reveal).toBeUndefined()
  })

  it('[VOTES-58] waits for the close, and takes whole places only', async () => {
    const vote = await openVote(workshop, { secret: false })
    expect((await workshop.host.post(`${vote.path}/reveal`, { shown: 0, from: 'last' })).body.code).toBe('vote/not-closed')
    await vote.closed()
    for (const shown of [-1, 0.5, 100_000]) {
      expect((await workshop.host.post(`${vote.path}/reveal`, { shown, from: 'last' })).body.code).toBe('request/invalid')
    }
  })
})
