import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const at = (path: string, id = workshop.workshopId) => `/api/workshops/${id}${path}`
const person = (id: string) => server.app.context.readDoc(recordRoom(workshop.workshopId), (doc) => participants.get(doc, id))
const keyIn = (url: string) => new URL(url).hash.slice('#k='.length)

describe('promoting and demoting', () => {
  it('takes effect at once, at the API and in the record', async () => {
    const ben = await workshop.join('Ben')
    const change = await workshop.host.patch(at(`/participants/${ben.participantId}`), { role: 'facilitator' })
    expect(change).toEqual({ status: 200, body: { participantId: ben.participantId, role: 'facilitator', removed: false } })
    expect((await ben.put(at('/timer'), { action: 'start', minutes: 1 })).status).toBe(200)
    await workshop.host.patch(at(`/participants/${ben.participantId}`), { role: 'observer' })
    expect((await ben.put(at('/timer'), { action: 'clear' })).status).toBe(404)
    expect((await person(ben.participantId))?.role).toBe('observer')
  })

  it('downgrades a live socket: an edit after the demotion is refused', async () => {
    const ben = await workshop.join('Socket Ben')
    const connection = ben.connect(`${workshop.workshopId}/board`)
    await connection.synced()
    await workshop.host.patch(at(`/participants/${ben.participantId}`), { role: 'observer' })
    connection.doc.getMap('prompts').set('prompt_x', 'late')
    await expect.poll(() => connection.closed, { timeout: 3_000 }).toBe(4403)
  })

  it('is not done to the host, nor to strangers', async () => {
    const { participantId } = workshop
    expect((await workshop.host.patch(at(`/participants/${participantId}`), { role: 'observer' })).body.code).toBe('workshop/host-stays')
    expect((await workshop.host.patch(at('/participants/p_gone'), { role: 'observer' })).body.code).toBe('workshop/unknown-person')
  })

  it('makes no second host', async () => {
    const ben = await workshop.join('Ambitious Ben')
    expect((await workshop.host.patch(at(`/participants/${ben.participantId}`), { role: 'host' })).status).toBe(400)
  })

  it('knows nobody of another workshop', async () => {
    const other = await server.openWorkshop('Other')
    const guest = await other.join('Foreign')
    expect((await workshop.host.patch(at(`/participants/${guest.participantId}`), { removed: true })).status).toBe(404)
    expect((await guest.get(at('', other.workshopId))).status).toBe(200)
  })
})

describe('removing', () => {
  it('ends everything for that person: API, socket, return link, and joining again on that device', async () => {
    const eve = server.device()
    const joined = await eve.post(at('/join'), { code: workshop.joinCode, name: 'Eve' })
    const { participantId, returnLink } = joined.body
    const connection = eve.connect(`${workshop.workshopId}/record`)
    await connection.synced()
    const removedAt = performance.now()
    const answer = await workshop.host.patch(at(`/participants/${participantId}`), { removed: true })
    expect(answer.body).toEqual({ participantId, role: 'contributor', removed: true })
    await expect.poll(() => connection.closed, { timeout: 3_000, interval: 20 }).toBeGreaterThanOrEqual(4400)
    expect(performance.now() - removedAt).toBeLessThan(1_000)
    expect((await eve.get(at(''))).status).toBe(404)
    const again = await eve.post(at('/join'), { code: workshop.joinCode, name: 'Eve again' })
    expect(again).toMatchObject({ status: 403, body: { code: 'join/removed' } })
    expect((await server.device().post(at('/session'), { key: keyIn(returnLink) })).status).toBe(404)
    expect((await person(participantId))?.removed).toBe(true)
  })
})

describe('one’s own name', () => {
  it('can be corrected by oneself and by nobody else', async () => {
    const ben = await workshop.join('Bne')
    const path = at(`/participants/${ben.participantId}`)
    expect((await ben.patch(path, { name: 'Ben', organisation: 'Tribal WIOA' })).status).toBe(200)
    expect(await person(ben.participantId)).toMatchObject({ name: 'Ben', organisation: 'Tribal WIOA' })
    expect((await ben.patch(path, { name: 'Ben' })).status).toBe(200)
    expect(await person(ben.participantId)).not.toHaveProperty('organisation')
    expect((await workshop.host.patch(path, { name: 'Benjamin' })).status).toBe(404)
    expect((await ben.patch(path, { name: 'x'.repeat(81) })).body).toMatchObject({ status: 400, field: 'name' })
  })
})

describe('handing over', () => {
  it('makes one new host and leaves the old one a facilitator', async () => {
    const opened = await server.openWorkshop('Handed over')
    const next = await opened.join('Next')
    const path = at('/host', opened.workshopId)
    expect(await opened.host.post(path, { participantId: next.participantId })).toEqual({
      status: 200,
      body: { hostId: next.participantId },
    })
    expect((await opened.host.get(at('', opened.workshopId))).body.me.role).toBe('facilitator')
    expect((await next.get(at('', opened.workshopId))).body.me.role).toBe('host')
    expect((await opened.host.post(path, { participantId: opened.participantId })).status).toBe(404)
    expect((await server.device().post(at('/session', opened.workshopId), { key: keyIn(opened.links.host) })).body.role).toBe('facilitator')
  })

  it('goes to somebody else, not to oneself', async () => {
    expect((await workshop.host.post(at('/host'), { participantId: workshop.participantId })).body.code).toBe('workshop/host-stays')
  })
})

describe('links', () => {
  it('are shown once, then listed without their secret', async () => {
    const made = await workshop.host.post(at('/links'), { role: 'voter', expiresInHours: 2, uses: 3 })
    expect(made.status).toBe(201)
    const { url, ...summary } = made.body
    expect(summary).toMatchObject({ role: 'voter', usesLeft: 3, expiresAtMs: expect.any(Number), createdBy: workshop.participantId })
    const { links } = (await workshop.host.get(at('/links'))).body
    expect(links[0]).toEqual(summary)
    expect(JSON.stringify(links)).not.toContain(keyIn(url))
    expect(links.every((link: { role: string }) => link.role !== 'host')).toBe(true)
  })

  it('admit as many as their cap says, and the same device counts once', async () => {
    const { url } = (await workshop.host.post(at('/links'), { role: 'contributor', uses: 2 })).body
    const join = (device = server.device()) => device.post(at('/join'), { key: keyIn(url), name: 'Guest' })
    const first = server.device()
    expect((await join(first)).status).toBe(201)
    expect((await join(first)).status).toBe(201)
    expect((await join()).status).toBe(201)
    expect((await join()).body).toMatchObject({ status: 404, code: 'join/unknown-link' })
  })

  it('admit no more than their cap when many come at once', async () => {
    const { url } = (await workshop.host.post(at('/links'), { role: 'contributor', uses: 3 })).body
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => server.device().post(at('/join'), { key: keyIn(url), name: 'Guest' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
  })

  it('end with their time', async () => {
    const { url } = (await workshop.host.post(at('/links'), { role: 'contributor', expiresInHours: 0.01 })).body
    const { db } = server.app.context
    const link = await db
      .selectFrom('links')
      .where('expires_at_ms', 'is not', null)
      .orderBy('created_at_ms', 'desc')
      .selectAll()
      .executeTakeFirst()
    expect(link?.expires_at_ms).toBeLessThanOrEqual(Date.now() + 36_000)
    await server.app.context.governed(workshop.workshopId, async (tx) => {
      await tx
        .updateTable('links')
        .set({ expires_at_ms: Date.now() - 1 })
        .where('id', '=', link?.id ?? '')
        .execute()
      return { result: undefined }
    })
    expect((await server.device().post(at('/join'), { key: keyIn(url), name: 'Late' })).status).toBe(404)
  })

  it('stop at once when revoked, and only once', async () => {
    const { url, linkId } = (await workshop.host.post(at('/links'), { role: 'observer' })).body
    expect((await workshop.host.delete(at('/links'), { linkId })).status).toBe(200)
    expect((await server.device().post(at('/join'), { key: keyIn(url), name: 'Late' })).status).toBe(404)
    expect((await workshop.host.delete(at('/links'), { linkId })).status).toBe(404)
  })

  it('cannot be made for a host, nor revoked from another workshop', async () => {
    expect((await workshop.host.post(at('/links'), { role: 'host' })).status).toBe(400)
    const other = await server.openWorkshop('Other')
    const { linkId } = (await workshop.host.post(at('/links'), { role: 'observer' })).body
    expect((await other.host.delete(at('/links', other.workshopId), { linkId })).status).toBe(404)
  })
})
