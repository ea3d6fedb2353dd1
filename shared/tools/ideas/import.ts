import type { CsvReading } from '../../doc/csv'
import { limits } from '../../sync/limits'
import type { IdeaKind } from './schema'
import { ideaKinds, kindLabels } from './schema'

/** What a column of a table file can become. */
export const importFields = ['text', 'kind', 'cluster', 'byline'] as const
export type ImportField = (typeof importFields)[number]

export const importFieldLabels: Record<ImportField, string> = {
  text: 'Note text',
  kind: 'Kind',
  cluster: 'Cluster',
  byline: 'Author, as written',
}

/** Column number for each field; null leaves the field empty. */
export type ColumnMapping = Readonly<Record<ImportField, number | null>>

/** A note as it would be added. */
export interface PlannedNote {
  readonly text: string
  readonly kind: IdeaKind
  readonly cluster?: string | undefined
  readonly byline?: string | undefined
}

/** A cell that cannot be taken as it stands; the person leaves it empty or cancels. */
export interface CellProblem {
  readonly line: number
  /** The column's heading. */
  readonly column: string
  readonly message: string
}

/** What an import would do. */
export interface ImportPlan {
  readonly notes: readonly PlannedNote[]
  readonly problems: readonly CellProblem[]
  /** Rows without a text, which are passed over. */
  readonly emptyCount: number
  /** Why nothing can be imported as it stands; absent when it can. */
  readonly refusal?: string
}

const guesses: Record<ImportField, RegExp> = {
  text: /^(text|notes?|ideas?|content|words|note text|comment)$/i,
  kind: /^(kind|type)$/i,
  cluster: /^(cluster|theme|group|category|column|topic)$/i,
  byline: /^(author|author[_ ]role|by|name|who|person)$/i,
}

/** The columns whose headings say what they are; the only column of a file is its text. */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const find = (field: ImportField) => {
    const index = header.findIndex((heading) => guesses[field].test(heading))
    return index < 0 ? null : index
  }
  return { text: find('text') ?? (header.length === 1 ? 0 : null), kind: find('kind'), cluster: find('cluster'), byline: find('byline') }
}

/** What importing a file with these columns would add. Bad cells are listed and taken as empty. */
export function planImport(
  reading: Extract<CsvReading, { state: 'read' }>,
  mapping: ColumnMapping,
  notesOnBoard: number,
  hasHeader = true,
): ImportPlan {
  const { text: textColumn } = mapping
  if (textColumn === null) {
    return { notes: [], problems: [], emptyCount: 0, refusal: 'Choose the column that holds the text of the notes.' }
  }
  const problems: CellProblem[] = []
  const notes: PlannedNote[] = []
  let emptyCount = 0
  const namesAreSlugs = areSlugs(reading.rows.map(({ cells }) => (mapping.cluster === null ? '' : (cells[mapping.cluster] ?? '').trim())))
  const rows = hasHeader ? reading.rows : [{ line: 1, cells: reading.header }, ...reading.rows]
  for (const { line, cells } of rows) {
    const cell = (field: ImportField) => (mapping[field] === null ? '' : (cells[mapping[field]] ?? '').replaceAll('\0', '').trim())
    const report = (field: ImportField, message: string) => {
      problems.push({ line, column: reading.header[mapping[field] ?? 0] || `Column ${(mapping[field] ?? 0) + 1}`, message })
    }
    if (cells.length > reading.header.length && cells.slice(reading.header.length).some((extra) => extra.trim() !== '')) {
      problems.push({
        line,
        column: `Column ${reading.header.length + 1}`,
        message: `This line has ${cells.length} cells, but there are ${reading.header.length} columns. The rest is left out.`,
      })
    }
    const within = (field: ImportField, most: number) => {
      const value = cell(field)
      if (value.length <= most) return value
      report(
        field,
        `${value.length} characters; at most ${most} fit. ${field === 'text' ? 'Left empty, the note is not added.' : ''}`.trim(),
      )
      return ''
    }
    const kindWords = cell('kind')
    const kind = kindOf(kindWords)
    if (!kind) report('kind', `“${kindWords.slice(0, 40)}” is not a kind of note. Left empty, it becomes an idea.`)
    const text = within('text', limits.noteLength)
    const written = within('cluster', limits.nameLength)
    const cluster = (namesAreSlugs ? slugWords(written) : written) || undefined
    const byline = within('byline', limits.nameLength) || undefined
    if (text) notes.push({ text, kind: kind ?? 'idea', cluster, byline })
    else emptyCount += 1
  }
  const refusal = refusalOf(notes.length, notesOnBoard)
  return { notes, problems, emptyCount, ...(refusal ? { refusal } : {}) }
}

/** What pasting several lines would add: one note a line, without their bullets if all of them have one. */
export function planPaste(text: string, notesOnBoard: number): ImportPlan {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '')
  const bullet = /^(?:[-*•–]|\d{1,3}[.)])\s+/
  const bulleted = lines.length > 1 && lines.every((line) => bullet.test(line.text))
  const problems: CellProblem[] = []
  const notes: PlannedNote[] = []
  for (const { line, text: words } of lines) {
    const note = bulleted ? words.replace(bullet, '') : words
    if (note.length <= limits.noteLength) notes.push({ text: note, kind: 'idea' })
    else
      problems.push({ line, column: 'Text', message: `${note.length} characters; at most ${limits.noteLength} fit. The line is left out.` })
  }
  const refusal = refusalOf(notes.length, notesOnBoard)
  return { notes, problems, emptyCount: 0, ...(refusal ? { refusal } : {}) }
}

function refusalOf(count: number, onBoard: number): string | undefined {
  if (count === 0) return 'There is no note in this.'
  if (count + onBoard <= limits.notesPerBoard) return undefined
  const most = numeral(limits.notesPerBoard)
  const here = onBoard === 0 ? '' : ` and ${numeral(onBoard)} are here already`
  return `${numeral(count)} notes are too many: a board holds at most ${most}${here}. Take fewer; nothing was added.`
}

/** Whether a column of names was written for machines, such as `one-front-door`. */
function areSlugs(names: readonly string[]): boolean {
  const given = names.filter((name) => name !== '')
  return given.every((name) => /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name)) && given.some((name) => /[-_]/.test(name))
}

function slugWords(slug: string): string {
  const words = slug.replace(/[-_]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function kindOf(words: string): IdeaKind | undefined {
  const wanted = words.trim().toLowerCase().replace(/[_-]/g, ' ')
  if (wanted === '') return 'idea'
  return ideaKinds.find((kind) => {
    const label = kindLabels[kind].toLowerCase()
    return wanted === label || wanted === `${label}s`
  })
}

/** `5 000`: digits in threes, with a space that does not break. */
function numeral(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u00A0')
}
