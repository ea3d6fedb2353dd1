import { zipSync } from 'fflate'
import { canonicalText } from '../../../shared/doc/canonical-text'
import { writeCsv } from '../../../shared/doc/csv'
import { type Format, formats } from '../../../shared/tools/document/contract'
import { dateInWords } from '../../../shared/tools/document/date'
import { tablesOf } from '../../../shared/tools/document/outline-tables'
import type { DocumentModel } from '../../../shared/tools/document/schema'
import type { FileAnswer } from '../../http/api'
import { fileNameOf } from '../../http/file-name'
import { readableCollections, sheetOf } from './collections'
import type { Snapshot } from './snapshot'

/** Everything a participant may read, as one ZIP: the document in every format, every collection, every wording. */
export function renderArchive({ docs, draftIds }: Snapshot, model: DocumentModel, documents: Record<Format, FileAnswer>): FileAnswer {
  const files: Record<string, Uint8Array> = {}
  const add = (path: string, content: string | Uint8Array) => {
    files[path] = typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  for (const format of formats) add(`document/${documents[format].fileName}`, documents[format].bytes)
  for (const { name, records } of readableCollections(docs)) {
    add(`data/${name}.json`, `${JSON.stringify(records, null, 2)}\n`)
    if (records.length > 0) add(`tables/${name}.csv`, writeCsv(sheetOf(records)))
  }
  tablesOf(model).forEach(({ title, rows }, index) => {
    add(`tables/document/${String(index + 1).padStart(2, '0')} ${fileNameOf(title)}.csv`, writeCsv(rows))
  })
  for (const id of draftIds) {
    const body = docs.draft(id)?.getXmlFragment('body')
    const title = fileNameOf(docs.describe({ collection: 'drafts', id }) ?? 'Wording')
    if (body) add(`wordings/${title} (${id}).md`, `${canonicalText(body)}\n`)
  }
  add('README.txt', readme(model, Object.keys(files)))
  return { bytes: zipSync(files, { level: 6 }), type: 'application/zip', fileName: `${fileNameOf(model.title)}.zip` }
}

function readme({ title, date }: DocumentModel, paths: readonly string[]): string {
  const count = (folder: string) => paths.filter((path) => path.startsWith(folder)).length
  return `${title}
Saved on ${dateInWords(date)} by Convene.

document/   the whole document as Word, PDF, Markdown, web page and data
data/       ${count('data/')} collections as JSON, every record with all its fields
tables/     the same for spreadsheets (UTF-8, comma); a cell that would be read as a formula begins with an apostrophe
wordings/   ${count('wordings/')} wordings as Markdown, drafts and other wordings included

What is not in here: what was deleted, notes that people have not revealed, the counts of votes that are still open, who gave
which ballot in a secret vote, and the keys and codes with which people come in.
`
}
