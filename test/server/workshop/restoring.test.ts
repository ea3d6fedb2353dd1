import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { newId } from '../../../shared/doc/ids'
import { boardRoom, recordRoom } from '../../../shared/sync/room-name'
import { decisions } from '../../../shared/tools/decisions/collections'
import { partners } from '../../../shared/tools/partners/collections'
import { workshops } from '../../../shared/workshop/collections'
import { type OpenedWorkshop, startTestServer, type TestServer, until } from '../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
beforeAll(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop()
})
afterAll(() => server.close())

const at = (path: string) => `/api/workshops/${workshop.workshopId}${path}`
const board = () => boardRoom(workshop.workshopId)
const names = (doc: Y.Doc) =>
  partners
    .all(doc)
    .map(({ name }) => name)
    .sort()

/** A moment between two writes; the log keeps milliseconds. */
async function moment(): Promise<number> {
  await pause(5)
  const now = Date.now()
  await pause(5)
  return now
}

function add(doc: Y.Doc, authorId: string, name: string): void {
  partners.put(doc, partners.schema.parse({ id: newId('partner'), name, seats: [], order: 'a0', authorId }))
}

describe('bringing a workshop back to a minute', () => {
  it('brings back the board for everybody in a new epoch, can itself be undone, and leaves the record alone', async () => {
    const guest = await workshop.join('Gus')
    const before = guest.connect(board())
    await before.synced()
    add(before.doc, guest.participantId, 'Valley College')
    await before.allSaved()
    const first = await moment()
    add(before.doc, guest.participantId, 'Housing First')
    await before.allSaved()
    const second = await moment()
    await workshop.host.post(at('/decisions'), { text: 'We meet in May.', how: 'consent' })
    const logged = await server.app.context.readDoc(recordRoom(workshop.workshopId), (doc) => decisions.all(doc).length)

    const restored = await workshop.host.post(at('/restore'), { toMs: first })
    expect(restored).toMatchObject({ status: 200, body: { toMs: first, documents: 1 } })
    await until(() => before.closed === 4410, 'the open page to be told')
    const epoch = async () => (await guest.get(at(''))).body.rooms.find(({ name }: { name: string }) => name === board()).epoch
    const afterEpoch = await epoch()
    const after = guest.connect(board(), { params: { schema: '1', epoch: String(afterEpoch) } })
    await after.synced()
    expect(names(after.doc)).toEqual(['Valley College'])
    add(after.doc, guest.participantId, 'Chamber of Commerce')
    await after.allSaved()

    const record = recordRoom(workshop.workshopId)
    expect(await server.app.context.readDoc(record, (doc) => workshops.get(doc, workshop.workshopId)?.restored)).toMatchObject({
      toMs: first,
      byName: 'Hanna Host',
    })
    expect(await server.app.context.readDoc(record, (doc) => decisions.all(doc).length)).toBe(logged)

    expect((await workshop.host.post(at('/restore'), { toMs: second })).status).toBe(200)
    expect(await server.app.context.readDoc(board(), names)).toEqual(['Housing First', 'Valley College'])
    expect(await epoch()).toBeGreaterThan(afterEpoch)
  })

  it('does not mix a page that slept through it with the restored board', async () => {
    const guest = await workshop.join('Sleeper')
    const room = (await guest.get(at(''))).body.rooms.find(({ name }: { name: string }) => name === board())
    const page = guest.connect(board(), { params: { schema: '1', epoch: String(room.epoch) } })
    await page.synced()
    page.provider.disconnect()
    const early = await moment()
    await workshop.host.post(at('/restore'), { toMs: early })
    add(page.doc, guest.participantId, 'Written while asleep')
    page.provider.connect()
    await until(() => page.closed === 4410, 'the sleeper to be told')
    expect(await server.app.context.readDoc(board(), names)).not.toContain('Written while asleep')
  })

  it('is refused for a time before the workshop, in the future, or by anybody but a facilitator', async () => {
    for (const toMs of [Date.now() - 3_600_000, Date.now() + 60_000]) {
      const { body } = await workshop.host.post(at('/restore'), { toMs })
      expect(body).toMatchObject({ status: 422, code: 'workshop/not-in-history' })
    }
    const guest = await workshop.join('Gil')
    expect((await guest.post(at('/restore'), { toMs: Date.now() - 1 })).status).toBe(404)
  })
})
