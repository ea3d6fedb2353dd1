import type { MoveFields, TeamMove } from './schema'
import { Team, TeamMove as TeamMoveSchema } from './schema'

const form = /^(\d{4}-\d\d-\d\d) (\w+) to (\w+)(?:: (.*))?$/s
const nowhere = 'none'

/** A partner's moves as one cell of a file, one a line: `2026-03-01 none to leadership: new director`. */
export function movesCell(moves: readonly TeamMove[]): string {
  return moves.map(({ on, from = nowhere, to = nowhere, reason }) => `${on} ${from} to ${to}${reason ? `: ${reason}` : ''}`).join('\n')
}

/** Reads such a cell; undefined when a line is no move. */
export function readMovesCell(cell: string): readonly MoveFields[] | undefined {
  const lines = cell.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const moves = lines.map(readMove)
  return moves.every((move) => move !== undefined) ? moves : undefined
}

function readMove(line: string): MoveFields | undefined {
  const [, on = '', from = '', to = '', reason] = form.exec(line.trim()) ?? []
  const read = TeamMoveSchema.omit({ id: true, partnerId: true, order: true, authorId: true }).safeParse({
    on,
    from: teamIn(from),
    to: teamIn(to),
    reason: reason || undefined,
  })
  return read.success && from !== to ? read.data : undefined
}

/** `none` is no ring; anything unknown stays as it is, and the schema refuses it. */
function teamIn(word: string): string | undefined {
  const key = word.toLowerCase()
  return key === nowhere ? undefined : (Team.safeParse(key).data ?? word)
}
