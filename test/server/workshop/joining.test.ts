import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleFor } from '../../../server/workshop/joining'
import { roles } from '../../../shared/access/actor'
import { limits } from '../../../shared/sync/limits'
import { type OpenedWorkshop, startTestServer, type TestServer } from '../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
beforeAll(async () => {
  // This file tries many wrong secrets from one address.
  server = await startTestServer({ env: { LIMIT_BAD_SECRETS_PER_MINUTE: '10000' } })
  workshop = await server.openWorkshop('Copper Basin')
})
afterAll(() => server.close())

const keyIn = (url: string) => new URL(url).hash.slice('#k='.length)
const at = (path: string, id = workshop.workshopId) => `/api/workshops/${id}${path}`

describe('opening a workshop', () => {
  it('answers exactly the contract, with a seat for the host at this device', async () => {
    const host = server.device()
    const { status, body } = await host.post('/api/workshops', { title: 'T', host: { name: 'Rosa' } })
    expect(status).toBe(201)
    expect(Object.keys(body).sort()).toEqual(['joinCode', 'links', 'participantId', 'role', 'workshopId'])
    expect(Object.keys(body.links).sort()).toEqual(['host', 'join', 'observe'])
    expect(body).toMatchObject({ role: 'host', joinCode: expect.stringMatching(/^\d{6}$/) })
    for (const link of Object.values<string>(body.links)) expect(link).toMatch(/^http:\/\/localhost:\d+\/w\/ws_\w+#k=[\w-]{22}$/)
    expect((await host.get(at('', body.workshopId))).body.me).toEqual({ participantId: body.participantId, role: 'host' })
  })

  it('lists the rooms with their rights, and gives the time', async () => {
    const { body } = await workshop.host.get(at(''))
    expect(Object.keys(body).sort()).toEqual(['agenda', 'me', 'rooms', 'serverTime', 'stepId', 'title', 'workshopId'])
    const { workshopId, participantId } = workshop
    expect(body.rooms).toEqual([
      { name: `${workshopId}/record`, epoch: expect.any(Number), schema: 1, write: false },
      { name: `${workshopId}/board`, epoch: expect.any(Number), schema: 1, write: true },
      { name: `${workshopId}/private/${participantId}`, epoch: expect.any(Number), schema: 1, write: true },
    ])
    expect(Math.abs(body.serverTime - Date.now())).toBeLessThan(5_000)
  })

  it('refuses an unknown built-in agenda and leaves nothing behind', async () => {
    const host = server.device()
    const { body } = await host.post('/api/workshops', { title: 'T', agenda: { template: 'nope' }, host: { name: 'Rosa' } })
    expect(body).toMatchObject({ status: 400, code: 'workshop/unknown-template' })
    expect((await host.get('/api/workshops')).body.workshops).toEqual([])
  })

  it('asks for the key where the operator set one', async () => {
    const closed = await startTestServer({ env: { CREATE_KEY: 'open sesame' } })
    try {
      const open = (createKey?: string) =>
        closed.device().post('/api/workshops', { title: 'T', host: { name: 'H' }, ...(createKey ? { createKey } : {}) })
      expect((await open()).body).toMatchObject({ status: 403, code: 'workshop/create-key' })
      expect((await open('wrong')).status).toBe(403)
      expect((await open('open sesame')).status).toBe(201)
    } finally {
      await closed.close()
    }
  })
})

describe('the six-digit code', () => {
  it.each(['%s', ' %s ', '###-%%%'])('finds the workshop when typed as %s', async (shape) => {
    const { joinCode, workshopId } = workshop
    const typed = shape.startsWith('#') ? `${joinCode.slice(0, 3)}-${joinCode.slice(3)}` : shape.replace('%s', joinCode)
    const { status, body } = await server.device().post('/api/join', { code: typed })
    expect(status).toBe(200)
    expect(body).toEqual({ workshopId, title: 'Copper Basin', needs: 'none' })
  })

  it('says which code it did not find, and what to do', async () => {
    const wrong = workshop.joinCode === '482914' ? '482915' : '482914'
    const { status, body } = await server.device().post('/api/join', { code: wrong })
    expect(status).toBe(404)
    expect(body.detail).toBe(`No session has the code ${wrong.slice(0, 3)} ${wrong.slice(3)}. Check the last digits, or ask your host.`)
  })

  it.each(['12345', '1234567', 'abcdef', ''])('refuses %j as no code at all', async (code) => {
    expect((await server.device().post('/api/join', { code })).body).toMatchObject({ status: 400, code: 'request/invalid', field: 'code' })
  })

  it('opens only its own workshop', async () => {
    const other = await server.openWorkshop('Other')
    const answer = await server.device().post(at('/join', other.workshopId), { code: workshop.joinCode, name: 'Eve' })
    expect(answer.body).toMatchObject({ status: 404, code: 'join/unknown-code' })
  })

  it('stops working when it is replaced', async () => {
    const { host, joinCode } = await server.openWorkshop('Rotating')
    const id = (await host.get('/api/workshops')).body.workshops[0].workshopId
    const { status, body } = await host.post(at('/join-code', id))
    expect(status).toBe(201)
    expect(body.joinUrl).toBe(`${server.origin}/j/${body.joinCode}`)
    expect((await server.device().post('/api/join', { code: joinCode })).status).toBe(404)
    expect((await server.device().post('/api/join', { code: body.joinCode })).status).toBe(200)
  })
})

describe('joining', () => {
  it('takes a seat with a name alone, and gives a private way back', async () => {
    const guest = server.device()
    const { status, body } = await guest.post(at('/join'), { code: workshop.joinCode, name: '  Amara Okafor ' })
    expect(status).toBe(201)
    expect(Object.keys(body).sort()).toEqual(['participantId', 'returnLink', 'role', 'workshopId'])
    expect(body.role).toBe('contributor')
    expect((await guest.get(at(''))).body.me).toEqual({ participantId: body.participantId, role: 'contributor' })
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['blank', '   '],
    ['81 characters long', 'x'.repeat(limits.nameLength + 1)],
    ['on two lines', 'a\nb'],
  ])('refuses a name that is %s, and changes nothing', async (_what, name) => {
    const guest = server.device()
    const { body } = await guest.post(at('/join'), { code: workshop.joinCode, name })
    expect(body).toMatchObject({ status: 400, code: 'request/invalid', field: 'name' })
    expect((await guest.get(at(''))).status).toBe(404)
  })

  it('takes a name of exactly 80 characters', async () => {
    const { status } = await server.device().post(at('/join'), { code: workshop.joinCode, name: 'é'.repeat(limits.nameLength) })
    expect(status).toBe(201)
  })

  it('gives the same device its old seat back, whatever it says now', async () => {
    const guest = await workshop.join('Ben Whitehorse')
    const again = await guest.post(at('/join'), { code: workshop.joinCode, name: 'Somebody Else', as: 'observer' })
    expect(again.body).toMatchObject({ participantId: guest.participantId, role: 'contributor' })
  })

  it('needs either a code or a key, not both and not none', async () => {
    const { joinCode, links } = workshop
    for (const secret of [{}, { code: joinCode, key: keyIn(links.join) }]) {
      expect((await server.device().post(at('/join'), { ...secret, name: 'Eve' })).body).toMatchObject({ status: 400, field: 'code' })
    }
  })

  it('never gives more than the link: an observer link makes observers', async () => {
    const key = keyIn(workshop.links.observe)
    const { body } = await server.device().post(at('/join'), { key, name: 'Olga', as: 'contributor' })
    expect(body.role).toBe('observer')
  })

  it('gives an observer seat to whoever asks for one by code', async () => {
    const { body } = await server.device().post(at('/join'), { code: workshop.joinCode, name: 'Otto', as: 'observer' })
    expect(body.role).toBe('observer')
  })

  it('gives at most the role asked for, for every role of a link', () => {
    for (const most of roles) {
      expect(roleFor(most, undefined)).toBe(most)
      expect(roleFor(most, 'observer')).toBe('observer')
      const asked = roleFor(most, 'contributor')
      expect(roles.indexOf(asked)).toBeGreaterThanOrEqual(roles.indexOf(most))
    }
  })

  it('tells the people who are here, by name, organisation and colour, in the record', async () => {
    const guest = server.device()
    await guest.post(at('/join'), {
      code: workshop.joinCode,
      name: 'Grace',
      organisation: 'County',
      sector: 'human-services',
      level: 'local',
    })
    const { people, organisations, peopleCount, role } = (await server.device().post(at('/lobby'), { code: workshop.joinCode })).body
    expect(organisations).toContain('County')
    expect(peopleCount).toBeGreaterThan(1)
    expect(people[0]).toEqual({ name: 'Hanna Host', colour: 1 })
    expect(role).toBe('contributor')
  })

  it('refuses the 501st person in words', async () => {
    const small = await startTestServer({ env: { LIMIT_PARTICIPANTS: '2' } })
    try {
      const crowded = await small.openWorkshop()
      await crowded.join('Second')
      await expect(crowded.join('Third')).rejects.toThrow(/workshop\/full/)
    } finally {
      await small.close()
      Object.assign(limits, { participants: 500 })
    }
  })
})

describe('coming back', () => {
  it('brings a person to the same seat on another device by the return link', async () => {
    const first = server.device()
    const { body } = await first.post(at('/join'), { code: workshop.joinCode, name: 'Tom' })
    const second = server.device()
    const back = await second.post(at('/session'), { key: keyIn(body.returnLink) })
    expect(back).toEqual({ status: 200, body: { participantId: body.participantId, role: 'contributor' } })
    expect((await second.get(at(''))).body.me.participantId).toBe(body.participantId)
    expect((await first.get(at(''))).status).toBe(200)
  })

  it('brings the host back by the host link', async () => {
    const other = server.device()
    expect((await other.post(at('/session'), { key: keyIn(workshop.links.host) })).body.role).toBe('host')
  })

  it('is not possible with a link that admits new people', async () => {
    const { body } = await server.device().post(at('/session'), { key: keyIn(workshop.links.join) })
    expect(body).toMatchObject({ status: 404, code: 'join/unknown-link' })
  })

  it('makes earlier return links void when a new one is made', async () => {
    const person = server.device()
    const { body } = await person.post(at('/join'), { code: workshop.joinCode, name: 'Lea' })
    const renewed = await person.post(at('/session/return-link'))
    expect(renewed.status).toBe(201)
    expect((await server.device().post(at('/session'), { key: keyIn(body.returnLink) })).status).toBe(404)
    expect((await server.device().post(at('/session'), { key: keyIn(renewed.body.returnLink) })).status).toBe(200)
  })

  it('is over for this device once it left, and the seat stays', async () => {
    const person = server.device()
    const { body } = await person.post(at('/join'), { code: workshop.joinCode, name: 'Pia' })
    expect((await person.delete(at('/session'))).status).toBe(200)
    expect((await person.get(at(''))).status).toBe(404)
    expect((await person.post(at('/session'), { key: keyIn(body.returnLink) })).body.participantId).toBe(body.participantId)
  })
})

describe('unknown and foreign workshops', () => {
  it('give a member of another workshop the very answer that an unknown one gives', async () => {
    const other = await server.openWorkshop('Foreign')
    const foreign = await workshop.host.get(at('', other.workshopId))
    const unknown = await workshop.host.get(at('', 'ws_0000000000000000'))
    const malformed = await workshop.host.get(at('', '%2e%2e'))
    expect(foreign).toEqual(unknown)
    expect(foreign.status).toBe(404)
    expect(malformed.body).toEqual(unknown.body)
  })
})

describe('secrets', () => {
  it('stand hashed in the database, never as they are', async () => {
    const tables = ['links', 'devices', 'seats', 'participants', 'workshops', 'ledger'] as const
    const rows = await Promise.all(tables.map((table) => server.app.context.db.selectFrom(table).selectAll().execute()))
    const stored = JSON.stringify(rows)
    const token = workshop.host.cookie.split('=')[1] ?? ''
    expect(token).toHaveLength(43)
    for (const secret of [token, ...Object.values(workshop.links).map(keyIn)]) expect(stored).not.toContain(secret)
  })
})
