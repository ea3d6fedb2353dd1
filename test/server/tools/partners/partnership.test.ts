import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copiedDocs } from '../../../../server/tools/copied-docs'
import type { Actor } from '../../../../shared/access/actor'
import { partnersTool } from '../../../../shared/tools/partners'
import { addPartner, removePartner, restorePartner } from '../../../../shared/tools/partners/commands'
import type { PartnerId } from '../../../../shared/tools/partners/schema'
import { agenda } from '../../../../shared/workshop/collections'
import { type Connection, type Device, type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../support/server'

const dayMs = 24 * 60 * 60 * 1000
const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)

let dataDir: string
let server: TestServer
let workshop: OpenedWorkshop
let board: Connection
let host: Actor
let college: PartnerId

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'convene-partners-'))
  server = await startTestServer({ dataDir })
  workshop = await server.openWorkshop('Caring careers')
  host = { workshopId: `ws_${workshop.workshopId.slice('ws_'.length)}`, id: `p_${workshop.participantId.slice('p_'.length)}`, role: 'host' }
  board = workshop.host.connect(`${workshop.workshopId}/board`)
  await board.synced()
  college = addPartner(board.doc, host, { name: 'Valley College', seats: [] })
  addPartner(board.doc, host, { name: 'Housing First', seats: [] })
  await board.allSaved()
})
afterEach(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

const at = (path: string) => `/api/workshops/${workshop.workshopId}${path}`
const docs = () => copiedDocs(server.app.context, workshop.workshopId)
const chapter = async () => JSON.stringify(partnersTool.outline(await docs(), { names: true, reservations: true }))

/** A vote on all partners as the setup offers them; closed with this many dots on the college. */
async function vote(dots: number, meanwhile: () => Promise<void> = async () => {}): Promise<string> {
  const [source] = partnersTool.options?.(await docs()) ?? []
  const options = (source?.options ?? []).map(({ label, ref }) => ({ label, ref }))
  const ben = await workshop.join('Ben')
  const wish = { question: 'Who coordinates?', method: 'dots', secret: false, dots: 3, options }
  const round = (await workshop.host.post(at('/rounds'), wish)).body
  await workshop.host.post(at(`/rounds/${round.roundId}/open`))
  await meanwhile()
  if (dots > 0) {
    const allocation = { [round.options[0].id]: dots }
    await ben.put(at(`/rounds/${round.roundId}/ballot`), {
      idempotencyKey: 'once-only-1',
      baseVersion: 0,
      allocation,
      done: true,
    })
  }
  await workshop.host.post(at(`/rounds/${round.roundId}/close`))
  await until(async () => (await workshop.host.get(at(`/rounds/${round.roundId}`))).body.state === 'closed', 'the close of the vote')
  return round.roundId
}
const choose = (roundId: string, people: readonly string[] = []) => workshop.host.put(at('/intermediary'), { roundId, people })

describe('the intermediary', () => {
  it('[PARTNERS-47] is the partner that a closed vote chose, with the people who act for it', async () => {
    expect((await choose('round_unknown')).body.code).toBe('partners/not-decided')
    const undecided = await vote(0)
    expect((await choose(undecided)).body.code).toBe('partners/not-decided')
    const roundId = await vote(1)
    expect(await choose(roundId, [workshop.participantId])).toMatchObject({ status: 200, body: { partnerId: college } })
    expect((await docs()).parties().filter(({ isIntermediary }) => isIntermediary)).toMatchObject([{ name: 'Valley College' }])
  })

  it('[PARTNERS-48] stands in the document with its vote, also after it was taken off the list', async () => {
    await choose(await vote(1))
    expect(await chapter()).toContain('Intermediary: Valley College, chosen by the vote “Who coordinates?”.')
    removePartner(board.doc, host, college, Date.now())
    await board.allSaved()
    expect(await chapter()).toContain('Valley College, chosen by the vote “Who coordinates?”, is no longer on the list. Choose again.')
  })
})

describe('a partner in an open vote', () => {
  it('[PARTNERS-54] stays an option when it is taken off the list, and coordinates only once it is back', async () => {
    const roundId = await vote(1, async () => {
      removePartner(board.doc, host, college, Date.now())
      await board.allSaved()
    })
    const { options, result } = (await workshop.host.get(at(`/rounds/${roundId}`))).body
    expect([options[0].label, result.options[0].rank, result.options[0].dots]).toEqual(['Valley College', 1, 1])
    expect((await choose(roundId)).body.code).toBe('partners/not-decided')
    restorePartner(board.doc, host, college)
    await board.allSaved()
    expect((await choose(roundId)).body).toEqual({ partnerId: college })
  })
})

describe('the membership review', () => {
  const steps = () =>
    server.app.context.readDoc(`${workshop.workshopId}/record`, (record) =>
      agenda
        .all(record)
        .filter(({ title }) => title.startsWith('Review: who'))
        .map(({ tool, mark }) => [tool, mark]),
    )
  const set = (dueOn: string | null) => workshop.host.put(at('/membership-review'), { dueOn })

  it('[PARTNERS-49] comes to the agenda on its day, and a new day takes its mark off', async () => {
    expect((await set(day(-1))).body.code).toBe('partners/review-past')
    await set(day(0))
    await until(async () => (await steps()).length === 1, 'the step of the review')
    expect(await steps()).toEqual([['partners', 'Due for review']])
    expect((await workshop.host.get('/api/workshops')).body.workshops[0].due).toMatchObject({ title: 'Who is at the table' })
    await set(day(30))
    expect(await steps()).toEqual([['partners', undefined]])
    expect((await workshop.host.get('/api/workshops')).body.workshops[0].due).toBeUndefined()
  })

  it('[PARTNERS-49] comes once after the server was away on its day', async () => {
    await set(day(3))
    await set(day(2))
    await server.app.context.governed(workshop.workshopId, async (tx) => ({
      result: await tx
        .updateTable('membership_reviews')
        .set({ due_on: day(-2) })
        .execute(),
    }))
    for (let start = 0; start < 2; start++) {
      await server.close()
      server = await startTestServer({ dataDir })
      await until(async () => (await steps()).length === 1, 'the step of the review')
    }
    expect(await steps()).toEqual([['partners', 'Due for review']])
  })
})

describe('the pulse', () => {
  const seated = async (name: string, organisation?: string) => {
    const device = server.device()
    const joined = await device.post(at('/join'), { code: workshop.joinCode, name, organisation })
    return Object.assign(device, { participantId: String(joined.body.participantId) })
  }
  const give = (device: Device, serves: number, place: number) => device.put(at('/pulse'), { serves, place })

  it('[PARTNERS-50] is given by people of a partner, once a day', async () => {
    const ben = await seated('Ben', 'valley college')
    expect((await ben.get(at('/pulse'))).body).toEqual({ own: { name: 'Valley College' } })
    await give(ben, 2, 1)
    expect((await give(ben, 0, 1)).body).toEqual({ own: { name: 'Valley College', today: { serves: 0, place: 1 } } })
    expect(await server.app.context.db.selectFrom('pulses').selectAll().execute()).toHaveLength(1)
    const stranger = await seated('Nobody', 'Elsewhere')
    expect((await give(stranger, 2, 2)).body.code).toBe('partners/no-partner')
    expect((await give(ben, 3, 0)).status).toBe(400)
    await workshop.host.patch(at(`/participants/${ben.participantId}`), { role: 'observer' })
    expect((await give(ben, 2, 2)).status).toBe(404)
  })

  it('[PARTNERS-51] is seen by those who act for the intermediary, by partner, and by nobody else', async () => {
    const roundId = await vote(1)
    const [acting, claiming, other] = [
      await seated('Ana', 'Valley College'),
      await seated('Zed', 'Valley College'),
      await seated('Sam', 'Housing First'),
    ]
    await choose(roundId, [acting.participantId])
    await give(other, 1, 0)
    const trends = (await acting.get(at('/pulse'))).body.trends
    expect(trends).toEqual([{ partnerId: expect.any(String), name: 'Housing First', points: [{ on: day(0), value: 1 }], isFalling: false }])
    for (const device of [claiming, other, workshop.host]) expect((await device.get(at('/pulse'))).body.trends).toBeUndefined()
    const { record, board: shared } = await docs()
    for (const doc of [record, shared])
      expect(JSON.stringify([...doc.share.keys()].map((root) => doc.getMap(root).toJSON()))).not.toContain('serves')
  })

  it('[PARTNERS-51] goes on being seen when two seats of one person become one', async () => {
    const [early, late] = [await seated('Ana', 'Valley College'), await seated('Ana', 'Valley College')]
    await choose(await vote(1), [early.participantId])
    expect((await late.get(at('/pulse'))).body.trends).toBeUndefined()
    await workshop.host.post(at(`/participants/${early.participantId}/merge`), { into: late.participantId })
    expect((await late.get(at('/pulse'))).body.trends).toEqual([])
  })

  it('[PARTNERS-52] has a line that only the partner’s own people read', async () => {
    const [ben, ana, sam] = [
      await seated('Ben', 'Valley College'),
      await seated('Ana', 'Valley College'),
      await seated('Sam', 'Housing First'),
    ]
    await ben.put(at('/mission-line'), { words: 'Graduates find work' })
    expect((await ana.get(at('/pulse'))).body.own.line).toBe('Graduates find work')
    for (const device of [sam, workshop.host]) expect(JSON.stringify((await device.get(at('/pulse'))).body)).not.toContain('Graduates')
  })
})
