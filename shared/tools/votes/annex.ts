import type * as Y from 'yjs'
import { type Block, type OutlineOptions, type OutlineSection, plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import { participants } from '../../workshop/collections'
import { isAgreement } from './methods'
import type { Round } from './schema'
import { choiceInWords } from './verify/own-ballot'

/** A closed round with the words it is headed by. */
export interface Titled {
  readonly round: Round
  readonly title: string
}

/** Single ballots, for whoever wants them in the document: secret ones by receipt, open ones by name unless names stay out. */
export function ballotsAnnex(record: Y.Doc, closed: readonly Titled[], options: OutlineOptions): readonly OutlineSection[] {
  const names = new Map<string, string>(participants.all(record).map(({ id, name }) => [id, name]))
  const tables = closed.flatMap(({ round, title }) => ballotTable(round, title, options.names ? names : undefined))
  if (tables.length === 0) return []
  return [{ part: 'ballots', title: 'Annex: single ballots', note: plural(tables.length, 'vote'), blocks: tables }]
}

function ballotTable(round: Round, title: string, names: ReadonlyMap<string, string> | undefined): Block[] {
  const { result } = round
  if (result?.published) {
    const rows = result.published.map(({ receipt, lapsed, ...choice }) => [receipt, choiceInWords(round, choice, lapsed)])
    return [table(title, ['Receipt', isAgreement(round.method) ? 'Answer' : 'Ballot'], rows)]
  }
  const open = [...(result?.ballots ?? []), ...(result?.answers ?? [])].map((ballot) => ({ ...ballot, lapsed: false }))
  const all = [...open, ...(result?.earlier ?? []).map((ballot) => ({ ...ballot, lapsed: true }))]
  if (all.length === 0) return []
  const said = all.map((ballot) => ({ name: names?.get(ballot.participantId) ?? '', words: choiceInWords(round, ballot, ballot.lapsed) }))
  if (!names) return [table(title, ['Ballot'], said.map(({ words }) => [words]).sort(byFirst))]
  return [table(title, ['Name', 'Ballot'], said.map(({ name, words }) => [name || 'Somebody who has left', words]).sort(byFirst))]
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { type: 'table', caption: title, head: head.map(plain), rows: rows.map((row) => row.map(plain)) }
}

function byFirst([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
