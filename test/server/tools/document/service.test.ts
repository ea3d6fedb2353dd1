import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { coverageTest } from '../../../../server/tools/document/pdf/coverage'
import { decidingFonts, loadFontFiles } from '../../../../server/tools/document/pdf/fonts'
import { createSlots } from '../../../../server/tools/document/slots'
import { blocksText, textHash } from '../../../../shared/doc/canonical-text'
import { readCsv } from '../../../../shared/doc/csv'
import { DocumentModel } from '../../../../shared/tools/document/schema'
import { samples } from '../../../support/document/model'
import { type Device, type OpenedWorkshop, startTestServer, type TestServer } from '../../../support/server'

const marker = 'KEEP-THIS-TO-MYSELF'
const wording = 'By 2030, every adult can see a clear path. <script>alert(1)</script>'

let server: TestServer
let workshop: OpenedWorkshop
let guest: Device & { readonly participantId: string }
let visionHash: string

beforeAll(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop('Copper Basin')
  guest = await workshop.join('Ben Whitehorse')
  visionHash = await adopt('vision', 'Vision', wording)
  await draft('mission', 'Mission', 'Still being written.')
  await putIdea('board', workshop.host, { id: 'idea_board1', text: '=HYPERLINK("http://evil.example","click")' })
  await putIdea(`private/${guest.participantId}`, guest, { id: 'idea_secret1', text: marker })
})
afterAll(() => server.close())

function api(path: string): string {
  return `/api/workshops/${workshop.workshopId}${path}`
}

async function draft(kind: string, title: string, text: string): Promise<string> {
  const { body } = await workshop.host.post(api('/drafts'), { kind, title })
  const room = workshop.host.connect(`${workshop.workshopId}/draft/${body.draftId}`)
  await room.synced()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  const fragment = room.doc.getXmlFragment('body')
  fragment.delete(0, fragment.length)
  fragment.insert(0, [paragraph])
  await room.allSaved()
  room.destroy()
  return body.draftId
}

async function adopt(kind: string, title: string, text: string): Promise<string> {
  const draftId = await draft(kind, title, text)
  const { body: read } = await workshop.host.get(api(`/drafts/${draftId}`))
  const adopted = await workshop.host.post(api(`/drafts/${draftId}/adopt`), {
    textHash: read.textHash,
    override: { reason: 'Agreed aloud in the room.' },
  })
  expect(adopted.status).toBe(200)
  return read.textHash
}

async function putIdea(zone: string, person: Device, idea: { readonly id: string; readonly text: string }): Promise<void> {
  const room = person.connect(`${workshop.workshopId}/${zone}`)
  await room.synced()
  const { body } = await person.get(api(''))
  const record = {
    ...idea,
    promptId: 'prompt_1',
    kind: 'idea',
    authorId: body.me.participantId,
    clusterId: null,
    order: 'a0',
    createdAtMs: 1,
  }
  room.doc.getMap('ideas').set(idea.id, new Y.Map(Object.entries(record)))
  await room.allSaved()
  room.destroy()
}

async function download(path: string, person: Device = workshop.host): Promise<{ response: Response; bytes: Uint8Array }> {
  const response = await fetch(server.origin + api(path), { headers: { cookie: person.cookie } })
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

async function publish(query = ''): Promise<{ slug: string; url: string; version: number }> {
  const { status, body } = await workshop.host.post(api(`/publish${query}`))
  expect({ status, body }).toMatchObject({ status: 201 })
  return body
}

describe('exports over HTTP', () => {
  it('[DOCUMENT-1] answers every format as a named file of its type', async () => {
    const expected = {
      docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      pdf: 'application/pdf',
      md: 'text/markdown; charset=utf-8',
      html: 'text/html; charset=utf-8',
      json: 'application/json; charset=utf-8',
    }
    for (const [format, type] of Object.entries(expected)) {
      const { response, bytes } = await download(`/document.${format}?parts=vision`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('content-disposition')).toContain(`filename="Copper Basin.${format}"`)
      expect(bytes.length).toBeGreaterThan(100)
    }
  })

  it('[DOCUMENT-8] gives JSON that reads back, with the wording equal to its hash', async () => {
    const { bytes } = await download('/document.json?parts=vision')
    const model = DocumentModel.parse(JSON.parse(strFromU8(bytes)))
    expect(model.parts).toEqual(['vision'])
    const words = model.sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.type === 'paragraph' && block.style === 'statement'),
    )
    expect(textHash(blocksText(words))).toBe(visionHash)
  })

  it('[DOCUMENT-2] refuses an unknown part by name, as a problem', async () => {
    const { status, body } = await workshop.host.get(api('/document.pdf?parts=vision,budget'))
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'document/unknown-part', part: 'budget' })
    expect(body.detail).toContain('“budget”')
  })

  it('[DOCUMENT-1] is for everybody admitted and nobody else', async () => {
    const observer = await workshop.join('Olu', 'observer')
    expect((await download('/document.md', observer)).response.status).toBe(200)
    expect((await server.device().get(api('/document.md'))).status).toBe(404)
  })

  it('[DOCUMENT-16] gives the archive to facilitators; everybody else is answered as a stranger', async () => {
    const contributor = await workshop.join('Cora')
    const observer = await workshop.join('Olga', 'observer')
    const unknown = await server.device().get(api('/archive'))
    expect(unknown.status).toBe(404)
    for (const person of [contributor, observer]) expect(await person.get(api('/archive'))).toEqual(unknown)
    await workshop.host.patch(api(`/participants/${contributor.participantId}`), { role: 'facilitator' })
    expect((await download('/archive', contributor)).response.status).toBe(200)
  })

  it('[DOCUMENT-10] holds no private note, key or code in any file', async () => {
    const { bytes } = await download('/archive')
    const files = unzipSync(bytes)
    const everything = Object.values(files)
      .map((file) => strFromU8(file))
      .join('\n')
    expect(everything).toContain('HYPERLINK')
    expect(everything).not.toContain(marker)
    expect(everything).not.toContain(workshop.joinCode)
    for (const link of Object.values(workshop.links)) expect(everything).not.toContain(link.split('#k=').at(-1) ?? link)
    for (const format of ['md', 'html', 'json']) expect(strFromU8((await download(`/document.${format}`)).bytes)).not.toContain(marker)
  })

  it('[DOCUMENT-10] tells nothing of a vote that is still open', async () => {
    const question = 'Which road first?'
    const options = [{ label: 'ROAD-NORTH' }, { label: 'ROAD-SOUTH' }]
    const made = await workshop.host.post(api('/rounds'), { question, method: 'dots', options, dots: 2, secret: true })
    const { roundId } = made.body
    const [first] = made.body.options
    expect((await workshop.host.post(api(`/rounds/${roundId}/open`))).status).toBe(200)
    const cast = await guest.put(api(`/rounds/${roundId}/ballot`), {
      idempotencyKey: 'once',
      baseVersion: 0,
      allocation: { [first.id]: 2 },
    })
    expect({ status: cast.status, body: cast.body }).toMatchObject({ status: 200 })
    const files = unzipSync((await download('/archive')).bytes)
    const [round] = JSON.parse(strFromU8(files['data/rounds.json'] ?? new Uint8Array())).filter(
      (each: { id: string }) => each.id === roundId,
    )
    expect(round).toMatchObject({ question, state: 'open' })
    expect(round).not.toHaveProperty('result')
    const everything = Object.values(files)
      .map((file) => strFromU8(file))
      .join('\n')
    expect(everything).not.toContain('allocation')
    expect(everything).not.toContain(cast.body.receipt)
    expect(strFromU8((await download('/document.md')).bytes)).not.toContain('ROAD-NORTH')
  })

  it('[DOCUMENT-5] says in the answer’s header what the PDF could not set', async () => {
    await putIdea('board', workshop.host, { id: 'idea_board2', text: samples.japanese })
    const { response } = await download('/document.pdf?parts=notes')
    expect(decodeURIComponent(response.headers.get('x-convene-unset-scripts') ?? '')).toBe('Chinese characters, Japanese')
    expect((await download('/document.pdf?parts=vision')).response.headers.get('x-convene-unset-scripts')).toBeNull()
  })

  it('[DOCUMENT-9] packs collections as JSON and harmless CSV, wordings, every format', async () => {
    const { response, bytes } = await download('/archive')
    expect(response.headers.get('content-type')).toBe('application/zip')
    const files = unzipSync(bytes)
    const paths = Object.keys(files)
    for (const format of ['docx', 'pdf', 'md', 'html', 'json']) expect(paths).toContain(`document/Copper Basin.${format}`)
    expect(paths).toEqual(
      expect.arrayContaining(['README.txt', 'data/ideas.json', 'tables/ideas.csv', 'data/drafts.json', 'data/decisions.json']),
    )
    const [idea] = JSON.parse(strFromU8(files['data/ideas.json'] ?? new Uint8Array()))
    const csv = files['tables/ideas.csv'] ?? new Uint8Array()
    expect(strFromU8(csv)).toContain(`"'=HYPERLINK(`)
    const table = readCsv(csv)
    if (table.state === 'refused') throw new Error(table.message)
    expect(table.rows[0]?.cells[table.header.indexOf('text')]).toBe(idea.text)
    const wordings = paths.filter((path) => path.startsWith('wordings/'))
    expect(wordings.map((path) => path.replace(/draft_\w+/, 'id')).sort()).toEqual(['wordings/Mission (id).md', 'wordings/Vision (id).md'])
    expect(wordings.map((path) => strFromU8(files[path] ?? new Uint8Array()))).toContain('Still being written.\n')
  })

  it('[DOCUMENT-11] lets two exports of a workshop run and tells the third to try again', async () => {
    const inSlot = createSlots(2)
    const ends: (() => void)[] = []
    const task = () => new Promise<void>((resolve) => ends.push(resolve))
    const running = [inSlot('ws_1', task), inSlot('ws_1', task)]
    await expect(inSlot('ws_1', task)).rejects.toMatchObject({ code: 'export/busy', kind: { status: 429 } })
    const elsewhere = inSlot('ws_2', task)
    for (const end of ends) end()
    await Promise.all([...running, elsewhere])
    await expect(inSlot('ws_1', async () => 'free again')).resolves.toBe('free again')
    await expect(inSlot('ws_1', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    await expect(Promise.all([inSlot('ws_1', async () => 1), inSlot('ws_1', async () => 2)])).resolves.toEqual([1, 2])
  })

  it('[DOCUMENT-5] knows what its fonts hold', async () => {
    const isHeld = coverageTest((await loadFontFiles()).slice(0, decidingFonts))
    const missing = (text: string) => [...text].filter((character) => character !== ' ' && !isHeld(character.codePointAt(0) ?? 0))
    expect(missing('Ñandú ¿qué? Ελληνικά Ўзбек Їжак مرحبا ۱۲۳ € … “”')).toEqual([])
    expect(missing('🌱🤝👍')).toEqual([])
    expect(missing('日本 한국 ไทย')).toHaveLength(7)
  })
})

describe('publishing', () => {
  it('[DOCUMENT-12] is for facilitators; everybody else is answered as a stranger', async () => {
    expect((await guest.post(api('/publish'))).status).toBe(404)
    expect((await guest.delete(api('/publish'))).status).toBe(404)
    expect((await server.device().post(api('/publish'))).status).toBe(404)
  })

  it('[DOCUMENT-13] makes a page that works without scripts and is small', async () => {
    const { slug, url, version } = await publish()
    expect(url).toBe(`${server.origin}/v/${slug}`)
    const response = await fetch(url)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i)
    expect(html).toContain(`Version ${version}, `)
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const css = await fetch(`${server.origin}/v/page.css`)
    expect(css.headers.get('content-type')).toContain('text/css')
    expect(html.length + (await css.text()).length).toBeLessThan(60_000)
  })

  it('[DOCUMENT-12] shows the adopted wording, equal to its hash, and neither drafts nor names', async () => {
    const { url } = await publish()
    const html = await (await fetch(url)).text()
    const shown = /<p class="statement" dir="auto">(.*?)<\/p>/.exec(html)?.[1] ?? ''
    const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" }
    const text = shown.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity] ?? entity)
    expect(textHash(blocksText([{ type: 'paragraph', text: [{ text }] }]))).toBe(visionHash)
    expect(html).toContain(visionHash)
    expect(html).not.toContain('Still being written')
    expect(html).not.toContain('Ben Whitehorse')
    expect(html).not.toContain(marker)
    expect(html).not.toContain('HYPERLINK')
  })

  it('[DOCUMENT-13] stays as it was until somebody publishes again, at the same address', async () => {
    const first = await publish('?parts=vision')
    const before = await (await fetch(first.url)).text()
    await adopt('goal', 'A costed pilot', 'A costed transport pilot by March.')
    expect(await (await fetch(first.url)).text()).toBe(before)
    await draft('goal', 'Not ours yet', 'A goal nobody adopted.')
    const second = await publish('?parts=vision,goals,notes')
    expect(second).toMatchObject({ slug: first.slug, version: first.version + 1 })
    const after = await (await fetch(second.url)).text()
    expect(after).toContain('A costed transport pilot')
    expect(after).not.toContain('A goal nobody adopted')
    expect(after).toContain('HYPERLINK')
    expect(after).not.toContain('Hanna Host')
  })

  it('[DOCUMENT-14] takes the page down; the address then answers as one that never was', async () => {
    const { url } = await publish()
    expect((await workshop.host.delete(api('/publish'))).body).toEqual({ withdrawn: true })
    const gone = await fetch(url)
    const never = await fetch(`${server.origin}/v/never-was`)
    expect(gone.status).toBe(404)
    expect(await gone.text()).toBe(await never.text())
    expect((await workshop.host.delete(api('/publish'))).body).toEqual({ withdrawn: false })
    const again = await publish()
    expect(again.url).toBe(url)
  })

  it('[DOCUMENT-12] publishes nothing when nothing chosen is adopted', async () => {
    const { status, body } = await workshop.host.post(api('/publish?parts=mission'))
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'document/nothing-to-publish' })
  })

  it('[DOCUMENT-13] shows everybody in the workshop what is public', async () => {
    const { version, url } = await publish()
    const room = guest.connect(`${workshop.workshopId}/record`)
    await room.synced()
    const shown = room.doc.getMap('publications').toJSON()
    expect(shown).toMatchObject({ publication: { state: 'live', version, url, byName: 'Hanna Host' } })
    room.destroy()
  })
})
