import { writeCsv } from '../../doc/csv'
import type { Participant } from '../../workshop/schema'
import { kindLabels } from './schema'
import type { Board } from './selectors'
import { authorWords, listOf } from './selectors'

/** The notes of a board as a CSV file that the import takes back. */
export function notesCsv(board: Board, people: ReadonlyMap<string, Pick<Participant, 'name'>>): string {
  return writeCsv([
    ['text', 'kind', 'cluster', 'author', 'created'],
    ...listOf(board).map(({ note, cluster }) => [
      note.text,
      kindLabels[note.kind],
      cluster?.name ?? '',
      authorWords(note, people),
      new Date(note.createdAtMs).toISOString(),
    ]),
  ])
}
