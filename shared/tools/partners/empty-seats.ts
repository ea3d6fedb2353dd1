import type { Participant } from '../../workshop/schema'
import type { EmptySeat } from '../tool'
import { coverage, lowerFirst } from './coverage'
import type { SeatRule } from './recommended-team'
import type { Partner } from './schema'
import { recommendedList, type SeatList } from './seat-list'
import { onRoster, peopleOf } from './selectors'

/**
 * The recommended minimum seats that nobody among these people speaks for, those of the state first. Nothing while
 * the roster says of no partner which seat it holds: then it cannot be known.
 */
export function emptySeats(
  all: readonly Partner[],
  people: readonly Participant[],
  list: SeatList = recommendedList,
): readonly EmptySeat[] {
  const roster = onRoster(all)
  if (coverage(roster, list).filled.length === 0) return []
  const present = roster.filter((partner) => peopleOf(partner, people).length > 0)
  return coverage(present, list).missing.map((rule) => ({
    words: seatInWords(rule),
    partners: roster.filter(({ seats }) => seats.some((seat) => rule.anyOf.includes(seat))).length,
  }))
}

/** `state adult basic education`, `local businesses`. */
function seatInWords({ level, label }: SeatRule): string {
  const words = lowerFirst(label)
  return level === 'either' || words.startsWith(level) ? words : `${level} ${words}`
}
