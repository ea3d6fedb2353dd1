import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Actor } from '../../../../shared/access/actor'
import { limits } from '../../../../shared/sync/limits'
import { partners } from '../../../../shared/tools/partners/collections'
import { addPartner, editPartner, removePartner, restorePartner } from '../../../../shared/tools/partners/commands'
import type { PartnerId } from '../../../../shared/tools/partners/schema'
import { type Connection, type Device, type OpenedWorkshop, startTestServer, type TestServer } from '../../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
let board: Connection
let host: Actor
let college: PartnerId
let stranger: Device

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

beforeEach(async () => {
  workshop = await server.openWorkshop('Caring careers')
  host = { workshopId: `ws_${workshop.workshopId.slice('ws_'.length)}`, id: `p_${workshop.participantId.slice('p_'.length)}`, role: 'host' }
  board = workshop.host.connect(`${workshop.workshopId}/board`)
  await board.synced()
  college = addPartner(board.doc, host, { name: 'Valley College', team: 'leadership', seats: ['local-community-college'], contact: 'Dean' })
  addPartner(board.doc, host, { name: 'Housing First', seats: [] })
  await board.allSaved()
  stranger = server.device()
})

const at = (path: string) => `/api/workshops/${workshop.workshopId}${path}`
const makeLink = async (): Promise<string> => {
  const { status, body } = await workshop.host.post(at(`/partners/${college}/row-link`))
  expect([status, body.url]).toEqual([201, expect.stringContaining(`/row/${workshop.workshopId}#k=`)])
  return String(body.url).split('#k=')[1] ?? ''
}
const read = (key: string) => stranger.post(at('/row'), { key })
const edit = (key: string, said: object, takenAway: readonly string[] = []) => stranger.put(at('/row'), { key, said, takenAway })
const stored = () => server.app.context.readDoc(`${workshop.workshopId}/board`, (doc: Y.Doc) => partners.get(doc, college))

describe('the private link to a partner’s row', () => {
  it('[PARTNERS-32] is made, listed, replaced and revoked, and its secret is nowhere stored', async () => {
    const first = await makeLink()
    expect((await read(first)).status).toBe(200)
    const second = await makeLink()
    expect((await read(first)).body.code).toBe('join/unknown-link')
    expect((await read(second)).status).toBe(200)
    expect((await workshop.host.get(at('/row-links'))).body.links).toEqual([{ partnerId: college, madeAtMs: expect.any(Number) }])
    const rows = await server.app.context.db.selectFrom('row_links').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(second)
    expect((await workshop.host.delete(at(`/partners/${college}/row-link`))).status).toBe(200)
    expect((await read(second)).body.code).toBe('join/unknown-link')
    expect((await workshop.host.post(at('/partners/partner_gone/row-link'))).body.code).toBe('partners/unknown-partner')
  })

  it('[PARTNERS-33] shows and changes that row and nothing else, and leaves what others changed meanwhile', async () => {
    const key = await makeLink()
    expect((await read(key)).body).toEqual({
      workshopTitle: 'Caring careers',
      name: 'Valley College',
      row: { contact: 'Dean' },
      isLocked: false,
    })
    editPartner(board.doc, host, college, { note: 'Written meanwhile' })
    await board.allSaved()
    const answer = await edit(key, { goals: 'Graduates who find work', hoursPerMonth: 12 }, ['contact'])
    expect(answer).toMatchObject({ status: 200, body: { row: { goals: 'Graduates who find work', note: 'Written meanwhile' } } })
    expect(await stored()).toEqual({
      id: college,
      name: 'Valley College',
      team: 'leadership',
      seats: ['local-community-college'],
      hoursPerMonth: 12,
      goals: 'Graduates who find work',
      note: 'Written meanwhile',
      order: expect.any(String),
      authorId: workshop.participantId,
    })
    await edit(key, { name: 'Another', team: 'operations', seats: [], authorId: 'p_x', removedAtMs: 1 })
    expect(await stored()).toMatchObject({ name: 'Valley College', team: 'leadership', seats: ['local-community-college'] })
    expect((await stored())?.removedAtMs).toBeUndefined()
    expect((await edit(key, { hoursPerMonth: 10_000 })).status).toBe(400)
    const links = (await workshop.host.get(at('/row-links'))).body.links
    expect(links).toMatchObject([{ usedAtMs: expect.any(Number) }])
  })

  it('[PARTNERS-72] keeps the people that others enter while its form is open', async () => {
    editPartner(board.doc, host, college, { people: ['Denise Carter, Dean'] })
    await board.allSaved()
    const key = await makeLink()
    const seen = (await read(key)).body.row
    editPartner(board.doc, host, college, { people: ['Denise Carter, Dean', 'Luis Ortega, Tutor'] })
    await board.allSaved()
    const body = { key, said: { people: ['Denise Carter, President', 'Amara Okafor'] }, takenAway: [], seen: { people: seen.people } }
    const people = ['Denise Carter, President', 'Amara Okafor', 'Luis Ortega, Tutor']
    const answer = await stranger.put(at('/row'), body)
    expect([...answer.body.row.people].sort()).toEqual([...people].sort())
    expect([...((await stored())?.people ?? [])].sort()).toEqual([...people].sort())
    const archive = await fetch(`${server.origin}${at('/archive')}`, { headers: { cookie: workshop.host.cookie } })
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()))
    const [partner] = JSON.parse(strFromU8(files['data/partners.json'] ?? new Uint8Array()))
    expect(Object.keys(partner).filter((field) => field.includes(':'))).toEqual([])
    expect([...partner.people].sort()).toEqual([...people].sort())
  })

  it('[PARTNERS-34] is refused while the partner is off the list, and works once it is back', async () => {
    const key = await makeLink()
    removePartner(board.doc, host, college, 1_000)
    await board.allSaved()
    for (const answer of [await read(key), await edit(key, { note: 'Late' })]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'partners/off-the-list' } })
      expect(answer.body.detail).toContain('Valley College was taken off the list of partners. Nothing was changed.')
    }
    expect((await stored())?.note).toBeUndefined()
    restorePartner(board.doc, host, college)
    await board.allSaved()
    expect((await edit(key, { note: 'Back' })).status).toBe(200)
  })

  it('[PARTNERS-34] is refused while the list is locked, and on the device of somebody who was removed', async () => {
    const key = await makeLink()
    await workshop.host.put(at('/lock'), { tool: 'partners', locked: true })
    expect((await read(key)).body.isLocked).toBe(true)
    expect((await edit(key, { note: 'Late' })).body.code).toBe('partners/locked')
    await workshop.host.put(at('/lock'), { tool: 'partners', locked: false })
    const ben = await workshop.join('Ben')
    expect((await ben.put(at('/row'), { key, said: { note: 'Here' }, takenAway: [] })).status).toBe(200)
    await workshop.host.patch(at(`/participants/${ben.participantId}`), { removed: true })
    const refused = await ben.put(at('/row'), { key, said: { note: 'Gone' }, takenAway: [] })
    expect(refused).toMatchObject({ status: 403, body: { code: 'join/removed' } })
    expect((await stored())?.note).toBe('Here')
  })

  it('[PARTNERS-35] is guarded against guessing, from an address that nobody came in from', async () => {
    const fresh = await startTestServer()
    const guess = async (key: string) => (await fresh.device().post('/api/workshops/ws_any/row', { key })).body.code
    for (let count = 0; count < limits.badSecretsPerMinute; count++) expect(await guess(`guess-${count}`)).toBe('join/unknown-link')
    expect(await guess('one-more')).toBe('request/too-many')
    await fresh.close()
  })
})
