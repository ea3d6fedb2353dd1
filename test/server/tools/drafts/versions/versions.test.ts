import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import type { Version } from '../../../../../shared/tools/drafts/schema'
import { type Connection, type Device, type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../../support/server'

const env = { LIMIT_VERSION_REST_MS: '60', LIMIT_VERSION_EVERY_MS: '400' }
/** So that a busy machine's pauses are no rest, and what is taken is taken for the time alone. */
const neverRested = { ...env, LIMIT_VERSION_REST_MS: '3600000' }
/** Nothing is taken by itself while a test looks at what people do. */
const byHand = { LIMIT_VERSION_REST_MS: '3600000', LIMIT_VERSION_EVERY_MS: '3600000', LIMIT_RESTORE_GRACE_MS: '1500' }

let server: TestServer
let workshop: OpenedWorkshop
let draftId: string

async function begin(limits: Readonly<Record<string, string>>): Promise<void> {
  server = await startTestServer({ env: limits })
  workshop = await server.openWorkshop()
  draftId = (await workshop.host.post(drafts(), { kind: 'vision', title: 'Vision' })).body.draftId
}
afterEach(() => server.close())

const drafts = () => `/api/workshops/${workshop.workshopId}/drafts`
const versions = () => `${drafts()}/${draftId}/versions`
const room = () => `${workshop.workshopId}/draft/${draftId}`

function textOf(doc: Y.Doc, line = 0): Y.XmlText {
  const paragraph = doc.getXmlFragment('body').get(line)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('the draft has no such line')
  return text
}

/** The Yjs client that brought these words into the first line. */
function clientOf(doc: Y.Doc, words: string): number | undefined {
  for (let item = textOf(doc)._start; item; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString && item.content.str.includes(words)) return item.id.client
  }
  return undefined
}

function addLine(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('body').push([paragraph])
}

async function open(device: Device): Promise<Connection> {
  const connection = device.connect(room())
  await connection.synced()
  return connection
}

async function typed({ doc, allSaved }: Connection, words: string): Promise<void> {
  textOf(doc).insert(textOf(doc).length, words)
  await allSaved()
}

async function listed(device: Device = workshop.host): Promise<Version[]> {
  return (await device.get(versions())).body.versions
}

async function taken(count: number): Promise<Version[]> {
  await until(async () => (await listed()).length >= count, `${count} versions`)
  return listed()
}

async function textNow(): Promise<string> {
  return (await workshop.host.get(`${drafts()}/${draftId}`)).body.text
}

async function named(name: string, device: Device = workshop.host): Promise<Version> {
  const { status, body } = await device.post(versions(), { name })
  expect(status).toBe(201)
  return body
}

function restore({ versionId }: Version, device: Device = workshop.host) {
  return device.post(`${versions()}/${versionId}/restore`)
}

async function textIn({ versionId }: Version): Promise<string> {
  return (await workshop.host.get(`${versions()}/${versionId}`)).body.text
}

describe('automatic versions of a text that never rests', { timeout: 60_000 }, () => {
  beforeEach(() => begin(neverRested))

  it('[DRAFTS-60] are taken so often while somebody writes without a rest', async () => {
    const ben = await open(await workshop.join('Ben'))
    const began = Date.now()
    while ((await listed()).length === 0 && Date.now() - began < 15_000) {
      textOf(ben.doc).insert(0, 'a')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(await listed()).not.toEqual([])
  })
})

describe('automatic versions', { timeout: 60_000 }, () => {
  beforeEach(() => begin(env))

  it('[DRAFTS-60] are taken when a text was changed and has rested, with those who wrote', async () => {
    const ben = await workshop.join('Ben')
    const amara = await workshop.join('Amara')
    const first = await open(ben)
    await typed(first, 'One door for all learners.')
    expect(await taken(1)).toMatchObject([{ kind: 'automatic', writers: [ben.participantId], wordsNew: 5, wordsGone: 0 }])
    const second = await open(amara)
    textOf(second.doc).delete(8, 8)
    await second.allSaved()
    const [latest] = await taken(2)
    expect(latest).toMatchObject({ kind: 'automatic', writers: [amara.participantId], wordsNew: 0, wordsGone: 2 })
    expect(latest?.by).toBeUndefined()
  })

  it('[DRAFTS-61] are not taken of a text that the last one has', async () => {
    const ben = await open(await workshop.join('Ben'))
    await typed(ben, 'One door.')
    await taken(1)
    textOf(ben.doc).insert(0, 'x')
    textOf(ben.doc).delete(0, 1)
    await ben.allSaved()
    await typed(ben, ' Always open.')
    const [latest, before, ...more] = await taken(2)
    expect(more).toEqual([])
    expect(await textIn(latest as Version)).toBe('One door. Always open.')
    expect(await textIn(before as Version)).toBe('One door.')
  })
})

describe('a server that starts again', { timeout: 60_000 }, () => {
  it('[DRAFTS-62] takes the version of what was written just before it stopped, once', async () => {
    await begin(byHand)
    const ben = await workshop.join('Ben')
    await typed(await open(ben), 'Just in time.')
    const { workshopId, host } = workshop
    const { app, dataDir } = server
    await app.close()
    const again = await startTestServer({ env, dataDir })
    const rows = () => again.app.context.db.selectFrom('draft_versions').selectAll().where('workshop_id', '=', workshopId).execute()
    await until(async () => (await rows()).length > 0, 'the version')
    expect(await rows()).toMatchObject([{ text: 'Just in time.', writers: JSON.stringify([ben.participantId]) }])
    const [{ head_seq } = { head_seq: 0 }] = await rows()
    const head = await again.app.context.db.selectFrom('rooms').select('head_seq').where('name', '=', room()).executeTakeFirst()
    expect(head_seq).toBe(head?.head_seq)
    expect(host.cookie).not.toBe('')
    server = again
  })
})

describe('versions that people take', { timeout: 60_000 }, () => {
  beforeEach(() => begin(byHand))

  it('[DRAFTS-63] are named by whoever may write, with the text of that moment', async () => {
    const ben = await workshop.join('Ben')
    await typed(await open(ben), 'One door.')
    const version = await named('Before lunch', ben)
    expect(version).toMatchObject({ kind: 'named', name: 'Before lunch', by: ben.participantId, writers: [ben.participantId], wordsNew: 2 })
    expect(await textIn(version)).toBe('One door.')
    const observer = await workshop.join('Olga', 'observer')
    expect((await observer.post(versions(), { name: 'Mine' })).status).toBe(404)
    await workshop.host.patch(`${drafts()}/${draftId}`, { state: 'locked' })
    expect((await ben.post(versions(), { name: 'Late' })).body.code).toBe('draft/locked')
    expect(await listed()).toHaveLength(1)
  })

  it('[DRAFTS-63] have words to name', async () => {
    expect((await workshop.host.post(versions(), { name: 'Nothing yet' })).body.code).toBe('draft/no-words')
    expect((await workshop.host.post(versions(), { name: ' ' })).status).toBe(400)
  })

  it('[DRAFTS-64] are taken when a wording is adopted', async () => {
    await typed(await open(workshop.host), 'One door.')
    const { textHash } = (await workshop.host.get(`${drafts()}/${draftId}`)).body
    await workshop.host.post(`${drafts()}/${draftId}/adopt`, { textHash, override: { reason: 'Said aloud.' } })
    expect(await listed()).toMatchObject([{ kind: 'adopted', by: workshop.participantId, textHash }])
  })

  it('[DRAFTS-65] are read by everybody who reads the wording, and unknown to all others', async () => {
    const ben = await open(await workshop.join('Ben'))
    await typed(ben, 'One')
    const first = await named('First')
    await typed(ben, ' door.')
    await named('Second')
    const observer = await workshop.join('Olga', 'observer')
    expect((await listed(observer)).map(({ name }) => name)).toEqual(['Second', 'First'])
    expect((await observer.get(`${versions()}/${first.versionId}`)).body).toMatchObject({ text: 'One', textHash: first.textHash })
    const earlier = await observer.get(`${versions()}?after=${(await listed())[0]?.versionId}`)
    expect(earlier.body).toMatchObject({ versions: [{ name: 'First' }], hasMore: false })

    const stranger = await server.openWorkshop('Another')
    expect((await stranger.host.get(versions())).status).toBe(404)
    const own = (await stranger.host.post(`/api/workshops/${stranger.workshopId}/drafts`, { kind: 'goal', title: 'Goal' })).body.draftId
    const foreign = `/api/workshops/${stranger.workshopId}/drafts/${own}/versions/${first.versionId}`
    expect((await stranger.host.get(foreign)).status).toBe(404)
    expect((await stranger.host.post(`${foreign}/restore`)).status).toBe(404)
  })
})

describe('restoring a version', { timeout: 60_000 }, () => {
  beforeEach(() => begin(byHand))

  it('[DRAFTS-67] gives the draft its text as the person’s own change, with what the draft said as the version before', async () => {
    const ben = await workshop.join('Ben')
    const line = await open(ben)
    await typed(line, 'One door for all.')
    const first = await named('First')
    textOf(line.doc).delete(0, 8)
    addLine(line.doc, 'And a path.')
    await line.allSaved()
    const { body } = await restore(first, ben)
    expect(body).toMatchObject({
      restored: { kind: 'restored', by: ben.participantId, wordsNew: 2, wordsGone: 3 },
      before: { kind: 'automatic' },
    })
    expect(await textNow()).toBe('One door for all.')
    expect(await textIn(body.before)).toBe('for all.\n\nAnd a path.')
    expect((await listed()).map(({ kind }) => kind)).toEqual(['restored', 'automatic', 'named'])
    await until(() => canonicalText(line.doc.getXmlFragment('body')) === 'One door for all.', 'the restored text')

    const restored = clientOf(line.doc, 'One door ')
    const bindings = server.app.context.db.selectFrom('bindings').select('participant_id')
    expect(await bindings.where('client_id', '=', restored ?? 0).executeTakeFirst()).toEqual({ participant_id: ben.participantId })
    expect(restored).not.toBe(line.doc.clientID)

    await restore(body.before, ben)
    expect(await textNow()).toBe('for all.\n\nAnd a path.')
    const again = await restore(body.before, ben)
    expect(again).toMatchObject({ status: 200, body: { restored: { kind: 'restored' } } })
    expect(again.body.before).toBeUndefined()
  })

  it('[DRAFTS-68] while another types loses no letter: each is in the draft or in a version', async () => {
    const ben = await open(await workshop.join('Ben'))
    await typed(ben, 'One door.')
    const first = await named('First')
    await typed(ben, ' Open.')
    let letters = 0
    let stop = false
    const typing = (async () => {
      while (!stop) {
        const text = textOf(ben.doc)
        text.insert(text.length, `<${letters}>`)
        letters += 1
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    })()
    for (let round = 0; round < 5; round++) {
      await new Promise((resolve) => setTimeout(resolve, 40))
      expect((await restore(first)).status).toBe(200)
    }
    stop = true
    await typing
    await ben.allSaved()
    const said = [await textNow(), ...(await Promise.all((await listed()).map(textIn)))].join('\n').replaceAll('\\', '')
    const lost = Array.from({ length: letters }, (_, n) => n).filter((n) => !said.includes(`<${n}>`))
    expect(letters).toBeGreaterThan(10)
    expect(lost).toEqual([])
  })

  it('[DRAFTS-68] keeps letters that were on their way to a line which the version does not have', async () => {
    const ben = await open(await workshop.join('Ben'))
    await typed(ben, 'One door.')
    const first = await named('First')
    addLine(ben.doc, 'A second line.')
    addLine(ben.doc, 'A third line.')
    await ben.allSaved()
    ben.provider.disconnect()
    textOf(ben.doc, 1).insert(14, 'Late letters.')
    expect((await restore(first)).body.restored.wordsGone).toBe(6)
    expect(await textNow()).toBe('One door.')
    ben.provider.connect()
    await until(async () => (await textNow()) === 'One door.\n\nLate letters.', 'the late letters')
    await until(() => ben.doc.getXmlFragment('body').length === 2, 'the other empty line to go')
  })

  it('[DRAFTS-66] is refused while the wording is locked, adopted or set aside, and to those who only read', async () => {
    await typed(await open(workshop.host), 'One door.')
    const first = await named('First')
    await typed(await open(workshop.host), ' Open.')
    const observer = await workshop.join('Olga', 'observer')
    expect((await restore(first, observer)).status).toBe(404)
    const change = (body: object) => workshop.host.patch(`${drafts()}/${draftId}`, body)
    await change({ state: 'locked' })
    expect((await restore(first)).body.code).toBe('draft/locked')
    await change({ state: 'retired' })
    expect((await restore(first)).body.code).toBe('draft/retired')
    await change({ state: 'open' })
    const lock = (locked: boolean) => workshop.host.put(`/api/workshops/${workshop.workshopId}/lock`, { tool: 'drafts', locked })
    await lock(true)
    expect((await restore(first)).body.code).toBe('draft/wordings-locked')
    await lock(false)
    const { textHash } = (await workshop.host.get(`${drafts()}/${draftId}`)).body
    await workshop.host.post(`${drafts()}/${draftId}/adopt`, { textHash, override: { reason: 'Said aloud.' } })
    expect((await restore(first)).body.code).toBe('draft/adopted')
    expect(await textNow()).toBe('One door. Open.')
  })
})

describe('old versions', { timeout: 60_000 }, () => {
  it('[DRAFTS-69] thin out, and the next one tells what they told', async () => {
    await begin({ ...byHand, LIMIT_AUTOMATIC_VERSIONS: '3' })
    const ben = await workshop.join('Ben')
    const line = await open(ben)
    await typed(line, 'One')
    const first = await named('First')
    for (const word of [' two', ' three', ' four', ' five']) {
      await typed(line, word)
      await restore(first)
    }
    const kept = await listed()
    expect(kept.filter(({ kind }) => kind !== 'named')).toHaveLength(3)
    expect(kept.at(-1)).toMatchObject({ name: 'First' })
    expect(kept[0]).toMatchObject({ kind: 'restored' })
    for (const [index, { wordsNew, wordsGone }] of kept.slice(0, -1).entries()) {
      const words = async (version: Version | undefined) => (version ? (await textIn(version)).split(' ').length : 0)
      expect(wordsNew - wordsGone).toBe((await words(kept[index])) - (await words(kept[index + 1])))
    }
    expect(kept.flatMap(({ writers }) => writers)).toContain(ben.participantId)
  })
})
