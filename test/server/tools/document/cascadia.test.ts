import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escapeHtml } from '../../../../server/tools/document/html-escape'
import { pageData } from '../../../../server/tools/document/pdf/page-data'
import type { Actor } from '../../../../shared/access/actor'
import { type CsvRow, readCsv } from '../../../../shared/doc/csv'
import { DocumentModel } from '../../../../shared/tools/document/schema'
import { addIdeas } from '../../../../shared/tools/ideas/commands'
import { guessMapping as guessNotes, planImport as planNotes } from '../../../../shared/tools/ideas/import'
import type { PromptId } from '../../../../shared/tools/ideas/schema'
import { importPartners } from '../../../../shared/tools/partners/commands'
import { guessMapping as guessPartners, planImport as planPartners } from '../../../../shared/tools/partners/import'
import { subjectOf } from '../../../../shared/workshop/subject'
import { readPdf } from '../../../support/document/pdf'
import { readTable, sampleText } from '../../../support/sample'
import { type OpenedWorkshop, startTestServer, type TestServer } from '../../../support/server'

const partnerRows = readTable(sampleText('cascadia', 'partners.csv')).rows
const noteRows = readTable(sampleText('cascadia', 'ideas.csv')).rows
/** Notes as they are kept: without the spaces around them. */
const notes = noteRows.map(({ cells }) => (cells[1] ?? '').trim())
const arabic = 'اللغة العربية: دروس مسائية'
const formula = '=SUM(all the forms) is too many forms'
const markup = '<b>Bold</b> idea: ask students & pay them'
const longest = notes.reduce((long, note) => (note.length > long.length ? note : long), '')

let server: TestServer
let workshop: OpenedWorkshop
const files = new Map<string, Uint8Array>()
let archive: Readonly<Record<string, Uint8Array>>

beforeAll(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop('Cascadia')
  await importSamples()
  for (const format of ['docx', 'pdf', 'md', 'html', 'json']) files.set(format, await download(`document.${format}`))
  archive = unzipSync(await download('archive'))
})
afterAll(() => server.close())

/** Both files, read and planned as the import dialogs do, written by the host's own connection. */
async function importSamples(): Promise<void> {
  const { agenda, me } = (await workshop.host.get(`/api/workshops/${workshop.workshopId}`)).body
  const actor: Actor = { workshopId: `ws_${workshop.workshopId.slice('ws_'.length)}`, id: me.participantId, role: me.role }
  const promptId = subjectOf({ ...agenda[0], tool: 'ideas' }).id as PromptId
  const room = workshop.host.connect(`${workshop.workshopId}/board`)
  await room.synced()
  const roster = readTable(sampleText('cascadia', 'partners.csv'))
  const partners = planPartners(roster.header, roster.rows, guessPartners(roster.header), [])
  expect([partners.rows.length, partners.problems]).toEqual([60, []])
  importPartners(room.doc, actor, partners.rows, '2026-11-23')
  const reading = readCsv(new TextEncoder().encode(sampleText('cascadia', 'ideas.csv')))
  if (reading.state === 'refused') throw new Error(reading.message)
  const plan = planNotes(reading, guessNotes(reading.header), 0)
  addIdeas(room.doc, actor, { promptId, notes: plan.notes, nowMs: 1 })
  await room.allSaved()
  room.destroy()
}

async function download(path: string): Promise<Uint8Array> {
  const response = await fetch(`${server.origin}/api/workshops/${workshop.workshopId}/${path}`, {
    headers: { cookie: workshop.host.cookie },
  })
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

function text(format: string): string {
  return strFromU8(files.get(format) ?? new Uint8Array())
}

/** A file may break a line where a note has a space, and the other way round; the letters must all be there. */
function letters(words: string): string {
  return words.replace(/[\s\u200b\u00ad]+/g, '')
}

function missing(haystack: string, needles: readonly string[]): readonly string[] {
  const searched = letters(haystack)
  return needles.filter((needle) => !searched.includes(letters(needle)))
}

const partnerNames = partnerRows.map(({ cells }) => cells[0] ?? '')

describe('60 partners and 400 notes, from their files through the import into every export', () => {
  it('[DOCUMENT-17] are all in the JSON, word for word', () => {
    const words = new Set(stringsOf(JSON.parse(text('json'))))
    expect(partnerNames.filter((name) => !words.has(name))).toEqual([])
    expect(notes.filter((note) => !words.has(note))).toEqual([])
  })

  it('[DOCUMENT-17] are all in the web page, as text, each read in its own direction', () => {
    const html = text('html')
    expect(missing(html.replaceAll('<br>', ''), [...partnerNames, ...notes].map(escapeHtml))).toEqual([])
    expect(html).not.toContain('<b>Bold')
    expect(html).toContain(`<li dir="auto">${arabic}`)
    expect(html).toContain(`<li dir="auto">${formula}`)
  })

  it('[DOCUMENT-17] are all in the Word file, with the Arabic note set from right to left', async () => {
    const bytes = files.get('docx') ?? new Uint8Array()
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(missing(value, [...partnerNames, ...notes])).toEqual([])
    const paragraphs = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).match(/<w:p>.*?<\/w:p>/gs) ?? []
    const rightToLeft = paragraphs.filter((paragraph) => paragraph.includes('<w:bidi/>'))
    expect(rightToLeft).toHaveLength(1)
    expect(rightToLeft[0]).toContain(arabic)
  })

  it('[DOCUMENT-17] are all in the PDF, the longest note whole', async () => {
    const { text: printed } = await readPdf(files.get('pdf') ?? new Uint8Array())
    // A reader may give back Arabic letters as their forms and in another order.
    expect(
      missing(
        printed,
        [...partnerNames, ...notes].filter((words) => words !== arabic),
      ),
    ).toEqual([])
    expect(longest.length).toBeGreaterThan(480)
    expect(printed).toMatch(/[\u0600-\u06FF\uFB50-\uFEFF]{4}/)
  })

  it('[DOCUMENT-17] reach the PDF with the Arabic note in a list of its own that runs from the right, its bullet with it', () => {
    const { sections } = JSON.parse(pageData(DocumentModel.parse(JSON.parse(text('json'))), () => true).json)
    const lists = sections.flatMap(({ blocks }: PageSection) => blocks).filter(({ type }: PageBlock) => type === 'list')
    const rightToLeft = lists.filter(({ dir }: PageBlock) => dir === 'rtl')
    expect(rightToLeft.map(({ items }: PageBlock) => items?.length)).toEqual([1])
    expect(JSON.stringify(rightToLeft)).toContain(arabic)
  })

  it('[DOCUMENT-17] are all in the Markdown, where no note is markup', () => {
    const plain = text('md').replace(/\\([\\`*_{}[\]()#+\-.!<>&|~=:@\n])/g, '$1')
    expect(missing(plain, [...partnerNames, ...notes])).toEqual([])
    expect(text('md')).not.toMatch(/^\s*[-*] <b>/m)
  })

  it('[DOCUMENT-17] are changed against formulas in the tables alone', () => {
    const csv = strFromU8(archive['tables/ideas.csv'] ?? new Uint8Array())
    const table = readCsv(archive['tables/ideas.csv'] ?? new Uint8Array())
    if (table.state === 'refused') throw new Error(table.message)
    const raw = table.rows.map(({ cells }: CsvRow) => cells[table.header.indexOf('text')])
    expect([...raw].sort()).toEqual([...notes].sort())
    for (const start of ['=SUM', '-1 on', '@all', '+1']) {
      expect(csv).toContain(`'${start}`)
      for (const format of ['html', 'json']) expect(text(format)).not.toContain(`'${start}`)
    }
    expect(text('html')).toContain(escapeHtml(markup))
  })
})

interface PageBlock {
  readonly type: string
  readonly dir: string
  readonly items?: readonly unknown[]
}

interface PageSection {
  readonly blocks: readonly PageBlock[]
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsOf)
}
