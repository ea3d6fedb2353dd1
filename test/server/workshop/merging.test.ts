import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenLedgerRow } from '../../../server/storage/hash-chain'
import { recordRoom } from '../../../shared/sync/room-name'
import { participants } from '../../../shared/workshop/collections'
import { type OpenedWorkshop, startTestServer, type TestServer } from '../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
beforeAll(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop()
})
afterAll(() => server.close())

const at = (path: string) => `/api/workshops/${workshop.workshopId}${path}`
const person = (id: string) => server.app.context.readDoc(recordRoom(workshop.workshopId), (doc) => participants.get(doc, id))
const merge = (from: string, into: string, by = workshop.host) => by.post(at(`/participants/${from}/merge`), { into })
const keyIn = (url: string) => new URL(url).hash.slice('#k='.length)

describe('merging two seats of one person', () => {
  it('leads the devices and return links of the one to the other, whose name its notes bear from then on', async () => {
    const laptop = await workshop.join('Benjamin Whitehorse')
    const phone = server.device()
    const joined = await phone.post(at('/join'), { code: workshop.joinCode, name: 'Ben' })
    const { participantId, returnLink } = joined.body
    const connection = phone.connect(`${workshop.workshopId}/board`)
    await connection.synced()
    connection.provider.shouldConnect = false
    expect(await merge(participantId, laptop.participantId)).toEqual({ status: 200, body: { participantId: laptop.participantId } })
    await expect.poll(() => connection.closed, { timeout: 3_000 }).toBeGreaterThanOrEqual(4400)
    expect((await phone.get(at(''))).body.me.participantId).toBe(laptop.participantId)
    const other = server.device()
    expect((await other.post(at('/session'), { key: keyIn(returnLink) })).body.participantId).toBe(laptop.participantId)
    expect(await person(participantId)).toMatchObject({
      name: 'Benjamin Whitehorse',
      removed: true,
      mergedInto: laptop.participantId,
    })
    expect(await brokenLedgerRow(server.app.context.db, workshop.workshopId)).toBeUndefined()
  })

  it('keeps the stronger proof of who it is', async () => {
    const byCode = await workshop.join('Lea')
    const { url } = (await workshop.host.post(at('/invites'), { name: 'Lea', role: 'voter' })).body
    const invited = await server.device().post(at('/join'), { key: keyIn(url), name: 'Lea' })
    await merge(invited.body.participantId, byCode.participantId)
    expect(await person(byCode.participantId)).toMatchObject({ identity: 'personal-invite', role: 'contributor' })
  })

  it('follows through a chain of merges, and a later correction of the name', async () => {
    const [first, second, third] = [await workshop.join('One'), await workshop.join('Two'), await workshop.join('Three')]
    await merge(first.participantId, second.participantId)
    await merge(second.participantId, third.participantId)
    expect((await first.get(at(''))).body.me.participantId).toBe(third.participantId)
    await third.patch(at(`/participants/${third.participantId}`), { name: 'Tom Nakamura' })
    for (const { participantId } of [first, second]) {
      expect(await person(participantId)).toMatchObject({ name: 'Tom Nakamura', removed: true, mergedInto: third.participantId })
    }
  })

  it('is refused for one seat, for the host’s, and for people who are gone', async () => {
    const ben = await workshop.join('Ben')
    expect((await merge(ben.participantId, ben.participantId)).body).toMatchObject({ status: 422, code: 'workshop/same-seat' })
    expect((await merge(workshop.participantId, ben.participantId)).body.code).toBe('workshop/host-stays')
    expect((await merge(ben.participantId, 'p_gone')).body.code).toBe('workshop/unknown-person')
    const other = await (await server.openWorkshop('Other')).join('Foreign')
    expect((await merge(other.participantId, ben.participantId)).body.code).toBe('workshop/unknown-person')
  })

  it('makes nobody the host who was not: only the host takes a seat into the host’s', async () => {
    const facilitator = await workshop.join('Fatima')
    await workshop.host.patch(at(`/participants/${facilitator.participantId}`), { role: 'facilitator' })
    const answer = await merge(facilitator.participantId, workshop.participantId, facilitator)
    expect(answer.body).toMatchObject({ status: 403, code: 'access/not-yours' })
    expect((await merge(facilitator.participantId, workshop.participantId)).status).toBe(200)
    expect((await facilitator.get(at(''))).body.me.role).toBe('host')
  })
})
