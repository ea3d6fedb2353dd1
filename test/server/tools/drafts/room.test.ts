import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalText, textHash } from '../../../../shared/doc/canonical-text'
import { type Connection, type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
let draftId: string
beforeEach(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop()
  const made = await workshop.host.post(drafts(), { kind: 'vision', title: 'Vision' })
  draftId = made.body.draftId
})
afterEach(() => server.close())

const drafts = () => `/api/workshops/${workshop.workshopId}/drafts`
const room = () => `${workshop.workshopId}/draft/${draftId}`

/** Types at the end of the only paragraph, one update for each call. */
function type(doc: Y.Doc, text: string): void {
  const paragraph = doc.getXmlFragment('body').get(0)
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('the draft was not seeded')
  const last = paragraph.get(paragraph.length - 1)
  if (last instanceof Y.XmlText) last.insert(last.length, text)
  else paragraph.insert(0, [new Y.XmlText(text)])
}

async function typed(connection: Connection, text: string): Promise<void> {
  await connection.synced()
  type(connection.doc, text)
  await connection.allSaved()
}

async function serverText(): Promise<string> {
  const fresh = workshop.host.connect(room())
  await fresh.synced()
  const text = canonicalText(fresh.doc.getXmlFragment('body'))
  fresh.destroy()
  return text
}

const override = { reason: 'Said aloud.' }

describe('a draft’s document', { timeout: 30_000 }, () => {
  it('[DRAFTS-5] is what the contract reads', async () => {
    const ben = await workshop.join('Ben')
    await typed(ben.connect(room()), 'One door.')
    const { body } = await ben.get(`${drafts()}/${draftId}`)
    expect(body).toEqual({
      draftId,
      kind: 'vision',
      title: 'Vision',
      state: 'open',
      version: 1,
      text: 'One door.',
      textHash: textHash('One door.'),
    })
  })

  it('[DRAFTS-12] takes no word from anybody while it is locked, and takes them again when it is opened', async () => {
    const ben = await workshop.join('Ben')
    const connection = ben.connect(room())
    await typed(connection, 'Before.')
    expect((await workshop.host.patch(`${drafts()}/${draftId}`, { state: 'locked' })).status).toBe(200)
    type(connection.doc, ' During.')
    await until(() => connection.closed === 4409, 'the lock to refuse')
    expect(await serverText()).toBe('Before.')
    await workshop.host.patch(`${drafts()}/${draftId}`, { state: 'open' })
    await typed(ben.connect(room()), ' After.')
    expect(await serverText()).toBe('Before. After.')
  })

  it('[DRAFTS-9] takes no word from anybody once it is adopted, the host included', async () => {
    const connection = workshop.host.connect(room())
    await typed(connection, 'For good.')
    const adopted = await workshop.host.post(`${drafts()}/${draftId}/adopt`, { textHash: textHash('For good.'), override })
    expect(adopted.status).toBe(200)
    type(connection.doc, ' Or not.')
    await until(() => connection.closed === 4409, 'the adopted draft to refuse')
    expect(await serverText()).toBe('For good.')
    const again = await workshop.host.post(`${drafts()}/${draftId}/adopt`, { textHash: textHash('For good.') })
    expect(again).toEqual(adopted)
  })

  it('[DRAFTS-1] takes no word from an observer', async () => {
    const olga = (await workshop.join('Olga', 'observer')).connect(room())
    await olga.synced()
    type(olga.doc, 'Mine.')
    await until(() => olga.closed === 4403, 'the observer to be refused')
    expect(await serverText()).toBe('')
  })

  it('[DRAFTS-6] holds exactly the adopted words when people type while it is adopted', async () => {
    const writers = await Promise.all(['Ben', 'Amara', 'Tom'].map(async (name) => (await workshop.join(name)).connect(room())))
    for (const [at, writer] of writers.entries()) await typed(writer, `${at}.`)
    let typing = true
    const hands = writers.map(async (writer) => {
      while (typing && writer.closed !== 4409) {
        type(writer.doc, 'x')
        // Pauses of every length, so that an adoption gets in between two keystrokes.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
      }
    })
    let adopted: { status: number; body: { code?: string; textHash?: string } } | undefined
    for (let attempt = 0; attempt < 200 && adopted?.status !== 200; attempt += 1) {
      const hash = adopted?.body.textHash ?? (await workshop.host.get(`${drafts()}/${draftId}`)).body.textHash
      adopted = await workshop.host.post(`${drafts()}/${draftId}/adopt`, { textHash: hash, override })
      if (adopted.status !== 200) expect(adopted).toMatchObject({ status: 409, body: { code: 'draft/text-changed' } })
      if (attempt === 100) typing = false
    }
    typing = false
    await Promise.all(hands)
    expect(adopted?.status).toBe(200)
    const { body } = await workshop.host.get(`${drafts()}/${draftId}`)
    expect(body.state).toBe('adopted')
    expect(await serverText()).toBe(body.text)
    expect(textHash(body.text)).toBe(body.textHash)
  })

  it('[DRAFTS-7] is adopted by a passed resonance check on its very text', async () => {
    const ben = await workshop.join('Ben')
    await typed(ben.connect(room()), 'Ours.')
    const rounds = `/api/workshops/${workshop.workshopId}/rounds`
    const subject = { draftId, textHash: textHash('Ours.') }
    const round = await workshop.host.post(rounds, { question: 'Does this resonate?', method: 'resonance', secret: false, subject })
    const { roundId } = round.body
    await workshop.host.post(`${rounds}/${roundId}/open`)
    const adopt = () => workshop.host.post(`${drafts()}/${draftId}/adopt`, { textHash: subject.textHash, roundId })
    expect(await adopt()).toMatchObject({ status: 409, body: { code: 'draft/not-agreed' } })
    const ballot = { idempotencyKey: 'k', baseVersion: 0, answer: 'live-with', reason: 'Short is fine.', textHash: subject.textHash }
    expect((await ben.put(`${rounds}/${roundId}/ballot`, ballot)).status).toBe(200)
    expect((await adopt()).status).toBe(200)
    const figures = await workshop.host.get(`${drafts()}/${draftId}/agreement?textHash=${subject.textHash}`)
    expect(figures.body.agreement).toMatchObject({ answered: 1, eligible: 1, passed: true })
    expect((await ben.get(`${drafts()}/${draftId}/agreement?textHash=${subject.textHash}`)).status).toBe(404)
  })
})
