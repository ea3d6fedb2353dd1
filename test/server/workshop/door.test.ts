import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../../shared/sync/limits'
import { recordRoom } from '../../../shared/sync/room-name'
import { participants, workshops } from '../../../shared/workshop/collections'
import { type Device, type OpenedWorkshop, startTestServer, type TestServer } from '../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
beforeAll(async () => {
  // This file tries many wrong secrets from one address.
  server = await startTestServer({ env: { LIMIT_BAD_SECRETS_PER_MINUTE: '10000' } })
})
afterAll(() => server.close())
beforeEach(async () => {
  workshop = await server.openWorkshop('Copper Basin')
})

const at = (path: string) => `/api/workshops/${workshop.workshopId}${path}`
const keyIn = (url: string) => new URL(url).hash.slice('#k='.length)
const join = (device: Device, more: object = {}) => device.post(at('/join'), { code: workshop.joinCode, name: 'Amara Okafor', ...more })
const setDoor = (body: object) => workshop.host.put(at('/door'), body)
const knocks = async () => (await workshop.host.get(at('/knocks'))).body.knocks
const identityOf = async (participantId: string) =>
  (await server.app.context.db.selectFrom('participants').where('id', '=', participantId).select('identity').executeTakeFirst())?.identity
const recordOf = <T>(read: Parameters<typeof server.app.context.readDoc<T>>[1]) =>
  server.app.context.readDoc(recordRoom(workshop.workshopId), read)

describe('an open door', () => {
  it('lets everybody with the code in at once, as somebody who came by an open link', async () => {
    const guest = await workshop.join('Ben')
    expect(await identityOf(guest.participantId)).toBe('open-link')
    expect(await recordOf((doc) => participants.get(doc, guest.participantId)?.identity)).toBe('open-link')
    expect(await identityOf(workshop.participantId)).toBe('personal-invite')
  })
})

describe('a door with a passphrase', () => {
  beforeEach(async () => {
    expect(await setDoor({ door: 'passphrase', passphrase: 'river stone' })).toEqual({ status: 200, body: { door: 'passphrase' } })
  })

  it('is announced to whoever holds the code or an open link, and hides who is inside', async () => {
    expect((await server.device().post('/api/join', { code: workshop.joinCode })).body.needs).toBe('passphrase')
    const { body } = await server.device().post(at('/lobby'), { key: keyIn(workshop.links.join) })
    expect(body).toMatchObject({ needs: 'passphrase', isWaiting: false, people: [], organisations: [], peopleCount: 1 })
  })

  it('asks for it, tells a wrong one, and lets in with the right one', async () => {
    const guest = server.device()
    expect((await join(guest)).body).toMatchObject({ status: 403, code: 'join/needs-passphrase' })
    expect((await join(guest, { passphrase: 'river' })).body).toMatchObject({ status: 403, code: 'join/wrong-passphrase' })
    expect((await guest.get(at(''))).status).toBe(404)
    const { status, body } = await join(guest, { passphrase: ' River stone' })
    expect(status).toBe(201)
    expect(await identityOf(body.participantId)).toBe('lobby')
  })

  it('does not ask again at a device that has its seat', async () => {
    const guest = server.device()
    const first = await join(guest, { passphrase: 'river stone' })
    const again = await join(guest)
    expect(again).toMatchObject({ status: 201, body: { participantId: first.body.participantId } })
  })

  it('is passed by facilitators’ links and by nobody’s observer link', async () => {
    const { url } = (await workshop.host.post(at('/links'), { role: 'facilitator' })).body
    const lobby = await server.device().post(at('/lobby'), { key: keyIn(url) })
    expect(lobby.body.needs).toBe('none')
    expect((await server.device().post(at('/join'), { key: keyIn(url), name: 'Fatima' })).status).toBe(201)
    const observer = await server.device().post(at('/join'), { key: keyIn(workshop.links.observe), name: 'Olga' })
    expect(observer.body.code).toBe('join/needs-passphrase')
  })

  it('stands in no document, log or answer', async () => {
    const { db } = server.app.context
    const stored = JSON.stringify([await db.selectFrom('doors').selectAll().execute(), await db.selectFrom('ledger').selectAll().execute()])
    expect(stored).not.toContain('river')
    expect(JSON.stringify(await recordOf((doc) => workshops.get(doc, workshop.workshopId)))).not.toContain('river')
  })

  it('takes a new passphrase, which ends the old one', async () => {
    await setDoor({ door: 'passphrase', passphrase: 'open sesame' })
    expect((await join(server.device(), { passphrase: 'river stone' })).body.code).toBe('join/wrong-passphrase')
    expect((await join(server.device(), { passphrase: 'open sesame' })).status).toBe(201)
  })

  it('refuses one that is too short, and keeps the door as it was', async () => {
    expect((await setDoor({ door: 'passphrase', passphrase: 'abc' })).status).toBe(400)
    expect((await join(server.device(), { passphrase: 'river stone' })).status).toBe(201)
  })
})

describe('guessing a passphrase', () => {
  it('counts like any other wrong secret, also for many guesses at once', async () => {
    const strict = await startTestServer({ env: { LIMIT_BAD_SECRETS_PER_MINUTE: '5', TRUST_PROXY: '1' } })
    try {
      const { workshopId, host, joinCode } = await strict.openWorkshop()
      await host.put(`/api/workshops/${workshopId}/door`, { door: 'passphrase', passphrase: 'river stone' })
      const headers = { origin: strict.origin, 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' }
      const guess = (index: number) =>
        fetch(`${strict.origin}/api/workshops/${workshopId}/join`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ code: joinCode, name: 'Eve', passphrase: `guess number ${index}` }),
        })
      await fetch(`${strict.origin}/api/join`, { method: 'POST', headers, body: JSON.stringify({ code: joinCode }) })
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => guess(index)))
      // Knowing the code is no admission: it buys no further guesses.
      expect(answers.filter(({ status }) => status === 403)).toHaveLength(5)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
    } finally {
      await strict.close()
      Object.assign(limits, { badSecretsPerMinute: 10_000 })
    }
  })
})

describe('a door to knock at', () => {
  beforeEach(() => setDoor({ door: 'knock' }))

  it('keeps a guest waiting until a facilitator lets them in, and seats whom the facilitator saw', async () => {
    const guest = server.device()
    expect(await join(guest, { organisation: 'County' })).toEqual({ status: 202, body: { waiting: true } })
    expect((await guest.post(at('/lobby'), { code: workshop.joinCode })).body).toMatchObject({ needs: 'knock', isWaiting: true })
    expect((await guest.get(at(''))).status).toBe(404)
    const [waiting] = await knocks()
    expect(waiting).toMatchObject({ name: 'Amara Okafor', organisation: 'County', role: 'contributor', state: 'waiting' })
    expect((await join(guest, { name: 'Eve' })).status).toBe(202)
    expect((await workshop.host.post(at('/knocks'), { knockIds: [waiting.knockId], admit: true })).body).toEqual({ answered: 1 })
    const { status, body } = await join(guest, { name: 'Eve' })
    expect(status).toBe(201)
    expect(await recordOf((doc) => participants.get(doc, body.participantId))).toMatchObject({
      name: 'Amara Okafor',
      organisation: 'County',
      identity: 'lobby',
    })
    expect(await identityOf(body.participantId)).toBe('lobby')
    expect(await knocks()).toEqual([])
  })

  it('tells facilitators’ pages of each knock by the record’s revision', async () => {
    const revision = () => recordOf((doc) => workshops.get(doc, workshop.workshopId)?.revision ?? 0)
    const before = await revision()
    const guest = server.device()
    await join(guest)
    expect(await revision()).toBe(before + 1)
    await join(guest)
    expect(await revision()).toBe(before + 1)
  })

  it('lets all in who wait, in one act', async () => {
    const guests = [server.device(), server.device(), server.device()]
    for (const guest of guests) await join(guest)
    const waiting: readonly { knockId: string }[] = await knocks()
    expect(waiting).toHaveLength(3)
    const { body } = await workshop.host.post(at('/knocks'), { knockIds: waiting.map(({ knockId }) => knockId), admit: true })
    expect(body).toEqual({ answered: 3 })
    for (const guest of guests) expect((await join(guest)).status).toBe(201)
  })

  it('says kindly who is turned away, and they can be let in after all', async () => {
    const guest = server.device()
    await join(guest)
    const [waiting] = await knocks()
    await workshop.host.post(at('/knocks'), { knockIds: [waiting.knockId], admit: false })
    const { body } = await join(guest)
    expect(body).toMatchObject({ status: 403, code: 'join/turned-away', detail: expect.stringContaining('speak to your host') })
    expect(await knocks()).toMatchObject([{ knockId: waiting.knockId, state: 'turned-away' }])
    await workshop.host.post(at('/knocks'), { knockIds: [waiting.knockId], admit: true })
    expect((await join(guest)).status).toBe(201)
  })

  it('belongs to the device that knocked: another one has to knock for itself', async () => {
    await join(server.device())
    const [waiting] = await knocks()
    await workshop.host.post(at('/knocks'), { knockIds: [waiting.knockId], admit: true })
    expect((await join(server.device())).status).toBe(202)
  })

  it('answers only its own workshop’s knocks', async () => {
    await join(server.device())
    const [waiting] = await knocks()
    const other = await server.openWorkshop('Other')
    const answer = await other.host.post(`/api/workshops/${other.workshopId}/knocks`, { knockIds: [waiting.knockId], admit: true })
    expect(answer.body).toEqual({ answered: 0 })
    expect(await knocks()).toHaveLength(1)
  })

  it('lets those who wait in by the new way once it is kept in another one', async () => {
    const guest = server.device()
    await join(guest)
    await setDoor({ door: 'passphrase', passphrase: 'river stone' })
    expect(await knocks()).toEqual([])
    expect((await join(guest)).body.code).toBe('join/needs-passphrase')
    await setDoor({ door: 'open' })
    expect((await join(guest)).status).toBe(201)
  })

  it('still keeps out whoever was removed', async () => {
    const guest = server.device()
    await join(guest)
    const [waiting] = await knocks()
    await workshop.host.post(at('/knocks'), { knockIds: [waiting.knockId], admit: true })
    const { participantId } = (await join(guest)).body
    await workshop.host.patch(at(`/participants/${participantId}`), { removed: true })
    expect((await join(guest)).body.code).toBe('join/removed')
    expect(await knocks()).toEqual([])
  })

  it('holds only so many people', async () => {
    const before = limits.knocks
    Object.assign(limits, { knocks: 1 })
    try {
      expect((await join(server.device())).status).toBe(202)
      expect((await join(server.device())).body).toMatchObject({ status: 409, code: 'join/door-full' })
    } finally {
      Object.assign(limits, { knocks: before })
    }
  })
})
