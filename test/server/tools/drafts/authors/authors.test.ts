import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Device, type OpenedWorkshop, startTestServer, type TestServer } from '../../../../support/server'
import { letIn, openVote } from '../../../../support/votes'

let server: TestServer
let workshop: OpenedWorkshop
let draftId: string
beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  workshop = await server.openWorkshop()
  draftId = (await workshop.host.post(path('/drafts'), { kind: 'vision', title: 'Vision' })).body.draftId
})
afterAll(() => server.close())

const path = (rest: string) => `/api/workshops/${workshop.workshopId}${rest}`

/** Writes into the first line at a place, and deletes so many characters there before. */
async function typed(device: Device, id: string, at: number, words: string, deleted = 0): Promise<void> {
  const room = device.connect(`${workshop.workshopId}/draft/${id}`)
  await room.synced()
  const paragraph = room.doc.getXmlFragment('body').get(0)
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('no line')
  const line = paragraph.get(0)
  room.doc.transact(() => {
    if (line instanceof Y.XmlText) {
      if (deleted > 0) line.delete(at, deleted)
      line.insert(at, words)
    } else paragraph.insert(0, [new Y.XmlText(words)])
  })
  await room.allSaved()
  room.destroy()
}

const runsOf = async (id: string, device: Device = workshop.host) => (await device.get(path(`/drafts/${id}/authors`))).body.runs

describe('who wrote which words', { timeout: 60_000 }, () => {
  it('[DRAFTS-96] is told by the binding of who typed, for an open and for an adopted text, to everybody who reads', async () => {
    const [amara, ben, olga] = [await workshop.join('Amara'), await workshop.join('Ben'), await workshop.join('Olga', 'observer')]
    await typed(amara, draftId, 0, 'One door for adults.')
    await typed(ben, draftId, 4, 'bright door', 4)
    const runs = [
      { text: 'One ', participantId: amara.participantId },
      { text: 'bright door', participantId: ben.participantId },
      { text: ' for adults.', participantId: amara.participantId },
    ]
    expect(await runsOf(draftId, olga)).toEqual(runs)
    const { textHash } = (await workshop.host.get(path(`/drafts/${draftId}`))).body
    await workshop.host.post(path(`/drafts/${draftId}/adopt`), { textHash, override: { reason: 'Agreed aloud.' } })
    expect(await runsOf(draftId)).toEqual(runs)
    const second = (await workshop.host.post(path(`/drafts/${draftId}/revise`), { why: 'More doors.' })).body.draftId
    expect(await runsOf(second)).toEqual([{ text: 'One bright door for adults.' }])
  })

  it('[DRAFTS-96] counts two seats that became one as one person', async () => {
    const [ben, again] = [await workshop.join('Ben'), await workshop.join('Ben again')]
    await typed(ben, draftId, 0, 'One door.')
    const merged = await workshop.host.post(path(`/participants/${ben.participantId}/merge`), { into: again.participantId })
    expect(merged.status).toBe(200)
    expect(await runsOf(draftId)).toEqual([{ text: 'One door.', participantId: again.participantId }])
  })

  it('[DRAFTS-97] is not told of a minority statement, by its versions neither', async () => {
    const [ben] = await letIn(workshop, 'Ben', 'Amara')
    if (!ben) throw new Error('nobody there')
    await typed(workshop.host, draftId, 0, 'One door.')
    const { textHash } = (await workshop.host.get(path(`/drafts/${draftId}`))).body
    const subject = { draftId, textHash }
    const wish = { question: 'Do we?', method: 'resonance', secret: false, subject, options: undefined, dots: undefined }
    const round = await openVote(workshop, { ...wish, maxPerOption: undefined })
    await round.answer(ben, 'not-yet', { textHash, reason: 'Too short.' })
    const minority = (await ben.post(path(`/drafts/${draftId}/minority`))).body.draftId
    await typed(ben, minority, 0, 'A path is not enough.')
    const refused = await ben.get(path(`/drafts/${minority}/authors`))
    expect([refused.status, refused.body.code]).toEqual([409, 'draft/no-authors'])
    expect((await ben.post(path(`/drafts/${minority}/versions`), { name: 'First' })).body.writers).toEqual([])
  })
})
