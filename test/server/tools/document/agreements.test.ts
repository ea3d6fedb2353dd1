import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { drafts, origins, signatures } from '../../../../shared/tools/drafts/collections'
import { partners } from '../../../../shared/tools/partners/collections'
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
    expect(html).toContain('<h3>Roles and responsibilities</h3>')
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

describe('signing an agreement', () => {
  let draftId: string
  let textHash: string
  let college: { readonly id: string; readonly name: string }
  let state: { readonly id: string; readonly name: string }
  let president: Device

  beforeAll(async () => {
    draftId = (await compose()).body.draftId
    await adopt(draftId)
    textHash = (await workshop.host.get(api(`/drafts/${draftId}`))).body.textHash
    const roster = await read('board', (board) => partners.all(board))
    const found = (name: string) => roster.find((each) => each.name === name) ?? { id: '', name }
    college = found('Basin College')
    state = found('State Office')
    president = server.device()
    const joined = await president.post(`/api/workshops/${workshop.workshopId}/join`, {
      code: workshop.joinCode,
      name: 'Maria Lopez',
      organisation: 'the basin college',
    })
    expect(joined.status).toBe(201)
  })

  function sign(as: Device, more: Record<string, unknown> = {}) {
    const body = { textHash, partyId: college.id, name: 'Maria Lopez', roleTitle: 'President', day: '2026-01-02', ...more }
    return as.post(api(`/drafts/${draftId}/signatures`), body)
  }

  function standing() {
    return read('record', (record) => signatures.all(record).filter((each) => each.draftId === draftId && !each.takenBack))
  }

  it('[DRAFTS-184] refuses everything but the right person, text, partner and day', async () => {
    expect((await sign(guest)).body.code).toBe('draft/other-signer')
    expect((await sign(president, { partyId: state.id })).body.code).toBe('draft/other-signer')
    expect((await sign(president, { textHash: '0'.repeat(64) })).body.code).toBe('draft/text-changed')
    expect((await sign(workshop.host, { partyId: 'partner_gone' })).body.code).toBe('draft/no-such-party')
    expect((await sign(president, { day: '2199-01-01' })).body.code).toBe('draft/signing-future')
    expect(
      (
        await president.post(api(`/drafts/${visionId}/signatures`), {
          textHash,
          partyId: college.id,
          name: 'M',
          roleTitle: 'P',
          day: '2026-01-02',
        })
      ).body.code,
    ).toBe('draft/not-signable')
    const open = (await compose()).body.draftId
    expect(
      (
        await president.post(api(`/drafts/${open}/signatures`), {
          textHash,
          partyId: college.id,
          name: 'M',
          roleTitle: 'P',
          day: '2026-01-02',
        })
      ).body.code,
    ).toBe('draft/not-signable')
    expect(await standing()).toEqual([])
  })

  it('[DRAFTS-183] is signed by somebody of the partner, and written down by a facilitator', async () => {
    expect((await sign(president)).status).toBe(201)
    expect((await sign(workshop.host, { partyId: state.id, name: 'Ana Ruiz', roleTitle: 'Director' })).status).toBe(201)
    expect((await standing()).map(({ partyName, name, recorded }) => [partyName, name, recorded])).toEqual(
      expect.arrayContaining([
        ['Basin College', 'Maria Lopez', false],
        ['State Office', 'Ana Ruiz', true],
      ]),
    )
  })

  it('[DRAFTS-184] is signed once for each partner', async () => {
    const { status, body } = await sign(president)
    expect([status, body.code, body.detail]).toEqual([
      409,
      'draft/signed',
      'Maria Lopez has signed for Basin College already. Nothing more was signed.',
    ])
    expect(await standing()).toHaveLength(2)
  })

  it('[DRAFTS-186] prints a block for each partner, filled in, without names where a reader leaves them out', async () => {
    const file = (query: string) =>
      fetch(`${server.origin}${api('/document.docx')}?parts=agreement${query}`, { headers: { cookie: workshop.host.cookie } })
    const docx = Buffer.from(await (await file('')).arrayBuffer())
    const { value: html } = await mammoth.convertToHtml({ buffer: docx })
    expect(html).toContain(
      '<td><p>Basin College</p></td><td><p>Maria Lopez, President</p></td><td><p>Signed in the workshop</p></td><td><p>2 January 2026</p></td>',
    )
    expect(html).toContain('<td><p>Signed; written down in the workshop</p></td>')
    expect(html).toContain('All 2 partners have signed.')
    expect(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())).toContain('<w:trHeight w:val="800" w:hRule="atLeast"/>')
    const nameless = await mammoth.convertToHtml({ buffer: Buffer.from(await (await file('&names=0')).arrayBuffer()) })
    expect(nameless.value).not.toContain('Maria Lopez')
    expect(nameless.value).toContain('<td><p>President</p></td>')
  })

  it('[DRAFTS-185] is taken back by whoever signed or a facilitator, and stays to be read', async () => {
    const own = (await standing()).find(({ partyName }) => partyName === 'Basin College')
    const takeBack = (as: Device) => as.post(api(`/drafts/${draftId}/signatures/${own?.id}/take-back`))
    expect((await takeBack(guest)).status).toBe(404)
    expect((await takeBack(president)).status).toBe(200)
    expect((await takeBack(president)).status).toBe(200)
    const kept = await read('record', (record) => signatures.get(record, own?.id ?? ''))
    expect(kept).toMatchObject({ name: 'Maria Lopez', takenBack: { byName: 'Maria Lopez' } })
    expect((await sign(president)).status).toBe(201)
  })

  it('[DRAFTS-183] a new version has to be signed again', async () => {
    const revised = (await workshop.host.post(api(`/drafts/${draftId}/revise`), { why: 'Another end date.' })).body.draftId
    await adopt(revised)
    const all = await read('record', (record) => signatures.all(record))
    expect(all.filter((each) => each.draftId === revised)).toEqual([])
    expect((await sign(president)).body.code).toBe('draft/not-signable')
  })
})
