import { type DocumentPart, documentParts, type OutlineSection } from '../../doc/outline'
import type { ExportQuery } from './contract'
import { problem } from './problems'
import type { DocumentChoice } from './schema'

/** What the parts are called where a person chooses them. */
export const partLabels: Readonly<Record<DocumentPart, string>> = {
  vision: 'Vision',
  mission: 'Mission',
  goals: 'Goals',
  partners: 'Partners',
  roles: 'Roles',
  services: 'Service map',
  plan: 'Action plan',
  measures: 'Measures',
  agreement: 'Working agreement',
  decisions: 'Decision log',
  readiness: 'Readiness results',
  notes: 'All notes',
  comments: 'Comments and proposed wordings',
  origins: 'Where the words come from',
  ballots: 'Single ballots',
}

/** The material that the rest was made from. */
const rawParts: readonly DocumentPart[] = ['readiness', 'notes', 'comments', 'origins', 'ballots']

/** What is ticked before anybody chooses: everything but the raw material. */
export const usualParts: readonly DocumentPart[] = documentParts.filter((part) => !rawParts.includes(part))

/** Parts that are offered once something is in them: what not every group makes, those of tools that this version does not have yet, and the annexes. */
const laterParts: readonly DocumentPart[] = ['services', 'plan', 'measures', 'agreement', 'readiness', 'origins', 'ballots']

/** Parts whose material the app fetches only once they are chosen; until then nothing can be said about them. */
export const fetchedParts: readonly DocumentPart[] = ['comments']

/** The parts that a person can choose from. */
export function offeredParts(sections: readonly OutlineSection[]): readonly DocumentPart[] {
  return documentParts.filter((part) => !laterParts.includes(part) || sections.some((section) => section.part === part))
}

/**
 * Reads `vision,goals` into parts, in the order in which they are printed; without the parameter, every part.
 *
 * @throws WorkshopError `document/unknown-part`, naming the part; `document/no-part` when the list is empty
 */
export function parseParts(list: string | undefined): readonly DocumentPart[] {
  if (list === undefined) return documentParts
  const named = list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (named.length === 0) throw problem('document/no-part')
  const unknown = named.find((part) => !documentParts.some((known) => known === part))
  if (unknown !== undefined) throw problem('document/unknown-part', { part: unknown, known: documentParts.join(', ') })
  return documentParts.filter((part) => named.includes(part))
}

/** What stands beside a part: the tool's own note, else how much there is; undefined when the part is empty. */
export function partNote(sections: readonly OutlineSection[], part: DocumentPart): string | undefined {
  const own = sections.filter((section) => section.part === part)
  if (own.length === 0) return undefined
  const notes = own.flatMap(({ note, draft }) => (note !== undefined ? [note] : draft ? ['draft'] : []))
  return notes.length > 0 ? [...new Set(notes)].join(', ') : countOf(own)
}

/** Rows of the longest table; without a table, items of all lists; without either, sections. */
function countOf(sections: readonly OutlineSection[]): string {
  const blocks = sections.flatMap((section) => section.blocks)
  const rows = Math.max(0, ...blocks.map((block) => (block.type === 'table' ? block.rows.length : 0)))
  const items = blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.items.length : 0), 0)
  return String(rows || items || sections.length)
}

/**
 * What a request asks for; without a word about them, names and reservations are in.
 *
 * @throws WorkshopError as {@link parseParts} does
 */
export function choiceOf({ parts, names, reservations }: ExportQuery): DocumentChoice {
  return { parts: parseParts(parts), names: names !== '0', reservations: reservations !== '0' }
}

/** A choice as the query of a request. */
export function queryOf({ parts, names, reservations }: DocumentChoice): ExportQuery {
  return { parts: parts.join(','), ...(names ? {} : { names: '0' as const }), ...(reservations ? {} : { reservations: '0' as const }) }
}
