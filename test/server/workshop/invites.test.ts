import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordRoom } from '../../../shared/sync/room-name'
import { participants } from '../../../shared/workshop/collections'
import { type Device, type OpenedWorkshop, startTestServer, type TestServer } from '../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_BAD_SECRETS_PER_MINUTE: '10000' } })
  workshop = await server.openWorkshop('Copper Basin')
  await workshop.host.put(at('/door'), { door: 'knock' })
})
afterAll(() => server.close())

const at = (path: string) => `/api/workshops/${workshop.workshopId}${path}`
const keyIn = (url: string) => new URL(url).hash.slice('#k='.length)
const person = (id: string) => server.app.context.readDoc(recordRoom(workshop.workshopId), (doc) => participants.get(doc, id))

async function invite(more: object = {}): Promise<{ readonly inviteId: string; readonly key: string }> {
  const { status, body } = await workshop.host.post(at('/invites'), { name: 'Ana Lopez', role: 'contributor', ...more })
  expect(status).toBe(201)
  return { inviteId: body.inviteId, key: keyIn(body.url) }
}
const accept = (device: Device, key: string, more: object = {}) => device.post(at('/join'), { key, name: 'Ana Lopez', ...more })
const stateOf = async (inviteId: string) => {
  const { invites } = (await workshop.host.get(at('/invites'))).body
  return invites.find((each: { inviteId: string }) => each.inviteId === inviteId)?.state
}

describe('a personal invite', () => {
  it('knows its person, goes past the door, and seats them with what was known of them', async () => {
    const { inviteId, key } = await invite({ organisation: 'County', sector: 'education', level: 'local', role: 'voter' })
    const device = server.device()
    const lobby = await device.post(at('/lobby'), { key })
    expect(lobby.body).toMatchObject({
      needs: 'none',
      role: 'voter',
      personal: false,
      invited: { name: 'Ana Lopez', organisation: 'County', sector: 'education' },
    })
    expect(await stateOf(inviteId)).toBe('unused')
    const { status, body } = await accept(device, key, { name: 'Ana López' })
    expect(status).toBe(201)
    expect(await person(body.participantId)).toMatchObject({
      name: 'Ana López',
      organisation: 'County',
      sector: 'education',
      level: 'local',
      role: 'voter',
      identity: 'personal-invite',
    })
    expect(await stateOf(inviteId)).toBe('used')
  })

  it('works on the first device alone: it comes back there, and another is told so', async () => {
    const { key } = await invite()
    const [first, second] = [server.device(), server.device()]
    const { participantId } = (await accept(first, key)).body
    expect((await accept(second, key)).body).toMatchObject({ status: 403, code: 'join/invite-used' })
    expect((await second.post(at('/lobby'), { key })).body.code).toBe('join/invite-used')
    expect((await first.post(at('/lobby'), { key })).body.invited).toBeUndefined()
    await first.delete(at('/session'))
    expect((await accept(first, key)).body.participantId).toBe(participantId)
  })

  it('seats one person when two devices use it at once', async () => {
    const { key } = await invite()
    const answers = await Promise.all(Array.from({ length: 6 }, () => accept(server.device(), key)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'join/invite-used')).toHaveLength(5)
  })

  it('ends on its day, with a word that says so; who came in time stays', async () => {
    const { inviteId, key } = await invite({ expiresAtMs: Date.now() + 60_000 })
    const inTime = await invite({ expiresAtMs: Date.now() + 60_000 })
    const device = server.device()
    await accept(device, inTime.key)
    await server.app.context.governed(workshop.workshopId, async (tx) => {
      await tx
        .updateTable('invites')
        .set({ expires_at_ms: Date.now() - 1 })
        .where('id', 'in', [inviteId, inTime.inviteId])
        .execute()
      return { result: undefined }
    })
    expect((await accept(server.device(), key)).body).toMatchObject({ status: 403, code: 'join/invite-expired' })
    expect(await stateOf(inviteId)).toBe('expired')
    expect((await accept(device, inTime.key)).status).toBe(201)
  })

  it('may lead to one step, also after it was renewed, and to none that does not exist', async () => {
    const { stepId } = (await workshop.host.get(at(''))).body
    const made = (await workshop.host.post(at('/invites'), { name: 'Ana', role: 'voter', stepId })).body
    const again = (await workshop.host.post(at(`/invites/${made.inviteId}/reissue`))).body
    for (const { url } of [made, again]) expect(new URL(url).pathname).toBe(`/w/${workshop.workshopId}/${stepId}`)
    const wrong = await workshop.host.post(at('/invites'), { name: 'Ana', role: 'voter', stepId: 'step_gone' })
    expect(wrong.body.code).toBe('workshop/unknown-step')
  })

  it('is not made to end in the past', async () => {
    const made = await workshop.host.post(at('/invites'), { name: 'Ana', role: 'voter', expiresAtMs: Date.now() - 1 })
    expect(made.body).toMatchObject({ status: 422, code: 'workshop/invite-ends-early' })
  })

  it('can be made anew: the old address stops, and the new one leads another device to the same seat', async () => {
    const { inviteId, key } = await invite({ expiresAtMs: Date.now() + 60_000 })
    const { participantId } = (await accept(server.device(), key)).body
    const again = await workshop.host.post(at(`/invites/${inviteId}/reissue`))
    expect(again).toMatchObject({ status: 201, body: { state: 'unused', participantId } })
    expect(Math.abs(again.body.expiresAtMs - again.body.issuedAtMs - 60_000)).toBeLessThan(1_000)
    const other = server.device()
    expect((await accept(server.device(), key)).body.code).toBe('join/unknown-link')
    expect((await accept(other, keyIn(again.body.url))).body.participantId).toBe(participantId)
    expect((await accept(server.device(), keyIn(again.body.url))).body.code).toBe('join/invite-used')
  })

  it('can be revoked, once; the seat stays', async () => {
    const { inviteId, key } = await invite()
    const device = server.device()
    await accept(device, key)
    expect((await workshop.host.delete(at(`/invites/${inviteId}`))).status).toBe(200)
    expect((await workshop.host.delete(at(`/invites/${inviteId}`))).status).toBe(404)
    expect((await accept(server.device(), key)).body.code).toBe('join/unknown-link')
    expect((await device.get(at(''))).status).toBe(200)
    expect(await stateOf(inviteId)).toBeUndefined()
  })

  it('proves who somebody is that sat here already, and makes no second seat', async () => {
    const opened = await server.openWorkshop('Open')
    const guest = await opened.join('Ana')
    const made = await opened.host.post(`/api/workshops/${opened.workshopId}/invites`, { name: 'Ana Lopez', role: 'observer' })
    const { body } = await guest.post(`/api/workshops/${opened.workshopId}/join`, { key: keyIn(made.body.url), name: 'Ana Lopez' })
    expect(body).toMatchObject({ participantId: guest.participantId, role: 'contributor' })
    const seen = await server.app.context.readDoc(recordRoom(body.workshopId), (doc) => participants.get(doc, guest.participantId))
    expect(seen).toMatchObject({ name: 'Ana', identity: 'personal-invite' })
  })

  it('lets somebody in again who was removed, when it is a fresh one', async () => {
    const first = await invite()
    const device = server.device()
    const { participantId } = (await accept(device, first.key)).body
    await workshop.host.patch(at(`/participants/${participantId}`), { removed: true })
    expect((await accept(device, first.key)).body.code).toBe('join/removed')
    const fresh = await invite()
    const { status, body } = await accept(device, fresh.key)
    expect(status).toBe(201)
    expect(body.participantId).not.toBe(participantId)
  })

  it('is stored without its secret, and no list shows it', async () => {
    const { key } = await invite()
    const rows = await server.app.context.db.selectFrom('invites').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key)
    expect(JSON.stringify((await workshop.host.get(at('/invites'))).body)).not.toContain(key)
  })
})
