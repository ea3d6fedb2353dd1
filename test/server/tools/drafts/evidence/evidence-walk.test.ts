import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../../../../server/demo/seed'
import type { RecordRef } from '../../../../../shared/doc/ids'
import { boardRoom, recordRoom } from '../../../../../shared/sync/room-name'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import { plainText } from '../../../../../shared/tools/drafts/plain-text'
import { keptBlocks } from '../../../../../shared/tools/drafts/selectors'
import { inkOf } from '../../../../../shared/tools/drafts/wording-text'
import { clusters, ideas } from '../../../../../shared/tools/ideas/collections'
import { createDevice, startTestServer, type TestServer } from '../../../../support/server'

let server: TestServer
let device: ReturnType<typeof createDevice>
let workshopId = ''
const path = () => `/api/workshops/${workshopId}`

beforeAll(async () => {
  server = await startTestServer()
  const links = await seedDemo(server.app)
  const [, id = '', key = ''] = /\/w\/(ws_\w+)#k=(.+)$/.exec(links.host) ?? []
  workshopId = id
  device = createDevice(server.origin)
  expect((await device.post(`${path()}/session`, { key })).status).toBe(200)
}, 120_000)
afterAll(() => server.close())

const statements = () => server.app.context.readDoc(recordRoom(workshopId), (doc) => drafts.all(doc))

/** A rival from the first cluster, merged with the draft and the other rivals, and adopted. */
async function adoptMerged(): Promise<{ readonly note: string; readonly cluster: string }> {
  const vision = (await statements()).find(({ kind, rivalOf }) => kind === 'vision' && rivalOf === undefined)
  const { cluster, note } = await server.app.context.readDoc(boardRoom(workshopId), (board) => {
    const first = clusters.all(board).find(({ id }) => ideas.all(board).some(({ clusterId }) => clusterId === id))
    return { cluster: first, note: ideas.all(board).find(({ clusterId }) => clusterId === first?.id) }
  })
  if (!vision || !cluster || !note) throw new Error('the sample is not what it was')
  const base = { kind: 'vision', rivalOf: vision.id }
  const from = await device.post(`${path()}/drafts`, { ...base, title: cluster.name, notes: [{ collection: 'clusters', id: cluster.id }] })
  expect(from.status).toBe(201)
  const rivals = (await statements()).filter(({ rivalOf }) => rivalOf === vision.id)
  const others = []
  for (const { id } of rivals.filter(({ id: rival }) => rival !== from.body.draftId)) {
    const { body } = await device.get(`${path()}/drafts/${id}`)
    others.push({ draftId: id, text: String(body.text).split(', ')[0] ?? '', line: true })
  }
  const words = note.text.replace(/\s+/g, ' ').trim()
  const phrases = [{ draftId: from.body.draftId, text: words }, { text: 'That is where we begin.' }, ...others]
  const merged = await device.post(`${path()}/drafts`, { ...base, title: 'Merged', phrases })
  expect(merged.status).toBe(201)
  const { textHash } = (await device.get(`${path()}/drafts/${merged.body.draftId}`)).body
  const wish = { textHash, override: { reason: 'Read aloud.' } }
  expect((await device.post(`${path()}/drafts/${merged.body.draftId}/adopt`, wish)).status).toBe(200)
  return { note: note.id, cluster: cluster.id }
}

describe('the evidence of the sample workshop', { timeout: 120_000 }, () => {
  it('[DRAFTS-78] says of every adopted sentence where it comes from, or that it was written fresh', async () => {
    const { note, cluster } = await adoptMerged()
    const adopted = (await statements()).flatMap((each) => (each.state === 'adopted' ? [each] : []))
    expect(adopted.length).toBeGreaterThan(1)
    for (const { adopted: kept } of adopted) {
      const { evidence } = kept
      if (!evidence) throw new Error('no evidence was kept')
      expect(inkOf(evidence.phrases.map(({ text }) => text).join('')).text).toBe(inkOf(plainText(keptBlocks(kept))).text)
      for (const { sources } of evidence.phrases) {
        for (const place of sources) expect(evidence.sources[place]?.words).toBeTruthy()
      }
    }
    const merged = adopted.find(({ title }) => title === 'Merged')?.adopted.evidence
    const walked = (merged?.phrases ?? []).map(({ sources }) =>
      sources.flatMap((place): RecordRef[] => (merged?.sources[place] ? [merged.sources[place].ref] : [])),
    )
    expect(walked[0]?.map(({ id }) => id)).toEqual(expect.arrayContaining([note, cluster]))
    expect(merged?.phrases.filter(({ sources }) => sources.length === 0).map(({ text }) => text)).toEqual(['That is where we begin.'])
    expect(merged?.decisions.some(({ words }) => words.startsWith('Dot vote:'))).toBe(true)
    const annex = await device.get(`${path()}/document.json?parts=origins`)
    expect(JSON.stringify(annex.body)).toContain('That is where we begin.')
  })
})
