import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { drafts, origins } from '../../../../shared/tools/drafts/collections'
import { addPartner } from '../../../../shared/tools/partners/commands'
import { addDuties, assign } from '../../../../shared/tools/roles/commands'
import { type Device, type OpenedWorkshop, startTestServer, type TestServer } from '../../../support/server'

let server: TestServer
let workshop: OpenedWorkshop
let guest: Device & { readonly participantId: string }
let visionId: string

beforeAll(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop('Copper Basin')
  guest = await workshop.join('Ben Whitehorse')
  visionId = await adoptVision('By 2030, every adult can see a clear path.')
  await onBoard((board) => {
    const actor = { workshopId: workshop.workshopId as `ws_${string}`, id: workshop.participantId as `p_${string}`, role: 'host' as const }
    const college = addPartner(board, actor, { name: 'Basin College', level: 'local', contact: 'President', seats: [] })
    addPartner(board, actor, { name: 'State Office', level: 'state', contact: 'Director', seats: [] })
    const [intake] = addDuties(board, actor, 'chart_main', [{ label: 'Run the shared intake' }])
    if (intake) assign(board, actor, intake, college, 1)
  })
})
afterAll(() => server.close())

function api(path: string): string {
  return `/api/workshops/${workshop.workshopId}${path}`
}

async function onBoard(change: (board: Y.Doc) => void): Promise<void> {
  const board = workshop.host.connect(`${workshop.workshopId}/board`)
  await board.synced()
  change(board.doc)
  await board.allSaved()
  board.destroy()
}

async function adoptVision(text: string): Promise<string> {
  const { draftId } = (await workshop.host.post(api('/drafts'), { kind: 'vision', title: 'Vision' })).body
  const room = workshop.host.connect(`${workshop.workshopId}/draft/${draftId}`)
  await room.synced()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  const body = room.doc.getXmlFragment('body')
  body.delete(0, body.length)
  body.insert(0, [paragraph])
  await room.allSaved()
  room.destroy()
  await adopt(draftId)
  return draftId
}

async function adopt(draftId: string): Promise<void> {
  const { textHash } = (await workshop.host.get(api(`/drafts/${draftId}`))).body
  const answer = await workshop.host.post(api(`/drafts/${draftId}/adopt`), { textHash, override: { reason: 'Agreed aloud.' } })
  expect(answer.status).toBe(200)
}

async function compose(more: Record<string, unknown> = {}, as: Device = workshop.host) {
  return as.post(api('/agreements'), { outline: 'partner-mou', answers: { startDate: '2027-01-01' }, ...more })
}

async function read<T>(room: string, look: (doc: Y.Doc) => T): Promise<T> {
  const connection = workshop.host.connect(`${workshop.workshopId}/${room}`)
  await connection.synced()
  const found = look(connection.doc)
  connection.destroy()
  return found
}

describe('composing a working agreement', () => {
  it('[DRAFTS-176] begins a draft of kind agreement with what the workshop holds', async () => {
    const { status, body } = await compose()
    expect(status).toBe(201)
    const draft = (await workshop.host.get(api(`/drafts/${body.draftId}`))).body
    expect(draft).toMatchObject({ kind: 'agreement', state: 'open', title: 'Memorandum of understanding between partners' })
    expect(draft.text).toContain('This memorandum is between Basin College and State Office, working together as Copper Basin.')
    expect(draft.text).toContain('By 2030, every adult can see a clear path.')
    expect(draft.text).toContain('| Run the shared intake | Basin College |')
    expect(draft.text).toContain('From 1 January 2027 to \\[End date\\]; reviewed every \\[Months between reviews\\] months.')
  })

  it('[DRAFTS-177] keeps what it was made of, also in the version after it', async () => {
    const { draftId } = (await compose({ outline: 'state-local-agreement' })).body
    const from = await read('record', (record) => drafts.get(record, draftId)?.composedFrom)
    expect(from).toMatchObject({
      outline: 'state-local-agreement',
      parties: [{ name: 'Basin College', level: 'local' }, { name: 'State Office' }],
    })
    await adopt(draftId)
    const revised = (await workshop.host.post(api(`/drafts/${draftId}/revise`), { why: 'A partner joined.' })).body
    expect(await read('record', (record) => drafts.get(record, revised.draftId)?.composedFrom)).toEqual(from)
  })

  it('[DRAFTS-178] leads from the words of the adopted vision to the vision', async () => {
    const { draftId } = (await compose()).body
    const found = await read(`comments/${draftId}`, (comments) => origins.all(comments))
    const fromVision = found.filter(({ refs }) => refs.some(({ id }) => id === visionId))
    expect(fromVision.map(({ quote }) => quote)).toContain('By 2030, every adult can see a clear path.')
    expect(found.some(({ quote }) => quote.includes('Run the shared intake'))).toBe(false)
  })

  it('[DRAFTS-176] puts it together anew as another wording of the same agreement', async () => {
    const { draftId } = (await compose()).body
    const again = (await compose({ rivalOf: draftId }, guest)).body
    expect((await workshop.host.get(api(`/drafts/${again.draftId}`))).body).toMatchObject({ rivalOf: draftId, kind: 'agreement' })
    expect((await compose({ rivalOf: visionId })).status).toBe(409)
  })

  it('[DRAFTS-176] refuses an end before the start, and begins nothing', async () => {
    const count = () => read('record', (record) => drafts.all(record).length)
    const before = await count()
    const { status, body } = await compose({ answers: { startDate: '2027-01-02', endDate: '2027-01-01' } })
    expect([status, body.code]).toEqual([422, 'agreement/ends-before'])
    expect(await count()).toBe(before)
  })

  it('[DRAFTS-179] comes out of Word with its tables, and out of every other format', async () => {
    const { draftId } = (await compose()).body
    await adopt(draftId)
    const file = (format: string) =>
      fetch(`${server.origin}${api(`/document.${format}`)}?parts=agreement`, { headers: { cookie: workshop.host.cookie } })
    const docx = Buffer.from(await (await file('docx')).arrayBuffer())
    const { value: html } = await mammoth.convertToHtml({ buffer: docx })
    expect(html).toContain('<h2>Roles and responsibilities</h2>')
    expect(html).toMatch(/<thead><tr><th><p>Responsibility<\/p><\/th><th><p>Accountable<\/p><\/th>/)
    expect(html).toMatch(/<td><p>Run the shared intake<\/p><\/td><td><p>Basin College<\/p><\/td>/)
    expect(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())).toContain('<w:tblHeader/>')
    expect(await (await file('md')).text()).toContain('| Run the shared intake | Basin College |')
    expect(await (await file('html')).text()).toContain('Run the shared intake')
    const model = (await (await file('json')).json()) as { sections: { part: string; title: string }[] }
    expect(model.sections.map(({ part, title }) => [part, title])).toEqual([['agreement', 'Working agreement']])
    const pdf = Buffer.from(await (await file('pdf')).arrayBuffer())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  }, 60_000)
})
