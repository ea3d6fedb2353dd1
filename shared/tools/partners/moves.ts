import { localDay } from '../../doc/day'
import { byOrder } from '../../doc/order'
import { teams } from './recommended-team'
import type { Partner, Team, TeamMove } from './schema'
import { onRoster } from './selectors'

/** The moves of one partner, oldest first; those of one day in the order in which they were made. */
export function movesOf(all: readonly TeamMove[], partnerId: string): readonly TeamMove[] {
  return all.filter((move) => move.partnerId === partnerId).sort(byDay)
}

/** Moves, oldest first. */
export function byDay(a: TeamMove, b: TeamMove): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : byOrder(a, b)
}

/**
 * The ring of a partner at the end of a day; undefined for none.
 *
 * From its last move on it is the one that stands on the partner, whoever wrote what at the same time; before its
 * first move it is the one that it came from.
 *
 * @param moves of this partner, oldest first
 */
export function teamOn(partner: Partner, moves: readonly TeamMove[], day: string): Team | undefined {
  const later = moves.filter((move) => move.on > day)
  if (later.length === 0) return partner.team
  return later.length === moves.length ? later[0]?.from : moves[moves.length - later.length - 1]?.to
}

/** A day of the past, and the day on which the workshop was opened: rows without a day of their own date from then. */
export interface PastDay {
  readonly day: string
  readonly openedOn: string
}

/** The roster as it was at the end of a day, each partner in the ring of then; those who came later or had left are not there. */
export function rosterOn(all: readonly Partner[], moves: readonly TeamMove[], { day, openedOn }: PastDay): readonly Partner[] {
  const was = all.filter(
    (partner) => hereSince(partner, moves, openedOn) <= day && (partner.removedAtMs === undefined || localDay(partner.removedAtMs) > day),
  )
  return [...was].sort(byOrder).map((partner) => ({ ...partner, team: teamOn(partner, movesOf(moves, partner.id), day) }))
}

/** The partners on the list that were not there yet at the end of a day. */
export function cameLater(all: readonly Partner[], moves: readonly TeamMove[], { day, openedOn }: PastDay): readonly Partner[] {
  return onRoster(all).filter((partner) => hereSince(partner, moves, openedOn) > day)
}

/**
 * The first day of a partner: the one it joined on, else the one its row was added on. Moves told from before that
 * go further back; what came from a ring was there before anybody wrote it down, which is the empty day.
 */
function hereSince(partner: Partner, moves: readonly TeamMove[], openedOn: string): string {
  if (partner.joinedOn !== undefined) return partner.joinedOn
  const added = partner.addedOn ?? openedOn
  const [first] = movesOf(moves, partner.id)
  if (!first || first.on >= added) return added
  return first.from === undefined ? first.on : ''
}

/** A ring's name; `no ring` without one. */
export function ringName(team: Team | undefined): string {
  return teams.find(({ id }) => id === team)?.label ?? 'no ring'
}

/** For example `from Operations to Leadership: new director`. */
export function moveInWords({ from, to, reason }: TeamMove): string {
  return `from ${ringName(from)} to ${ringName(to)}${reason ? `: ${reason}` : ''}`
}
