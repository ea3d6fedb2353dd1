import { nameKey } from '../../doc/name-key'
import type { Seat, SeatRule } from './recommended-team'
import type { Level, Partner, SeatLevel } from './schema'
import { recommendedList, type SeatList } from './seat-list'
import { onRoster } from './selectors'

/** A recommended seat and who holds it. */
export interface SeatCover {
  readonly seat: Seat
  readonly heldBy: readonly Partner[]
}

/** How one sector is represented. */
export interface SectorCover {
  readonly id: string
  readonly label: string
  readonly partners: number
  readonly byLevel: Readonly<Record<Level, number>>
  readonly seats: readonly SeatCover[]
}

/** How the partners that one population asks for are represented. */
export interface PopulationCover {
  readonly id: string
  readonly name: string
  readonly seats: readonly SeatCover[]
  /** Partners that say they serve it. */
  readonly servedBy: readonly Partner[]
}

/** Who is at the table, measured against the recommended team. */
export interface Coverage {
  readonly sectors: readonly SectorCover[]
  readonly populations: readonly PopulationCover[]
  /** Minimum seats that somebody holds. */
  readonly filled: readonly SeatRule[]
  readonly missing: readonly SeatRule[]
}

/** Compares the roster with a list of seats and minimum rules. */
export function coverage(all: readonly Partner[], list: SeatList = recommendedList): Coverage {
  const roster = onRoster(all)
  const held = new Set(roster.flatMap((partner) => partner.seats))
  const isFilled = (rule: SeatRule) => rule.anyOf.some((seat) => held.has(seat))
  const cover = (seat: Seat): SeatCover => ({ seat, heldBy: roster.filter((partner) => partner.seats.includes(seat.id)) })
  return {
    populations: list.populations.map(({ id, name, seats }) => ({
      id,
      name,
      seats: seats.map(cover),
      servedBy: roster.filter((partner) => partner.populations?.some((each) => nameKey(each) === nameKey(name))),
    })),
    sectors: list.sectors.map((sector) => {
      const members = roster.filter((partner) => partner.sector === sector.id)
      return {
        id: sector.id,
        label: sector.label,
        partners: members.length,
        byLevel: countLevels(members),
        seats: sector.seats.map(cover),
      }
    }),
    filled: list.rules.filter(isFilled),
    missing: list.rules.filter((rule) => !isFilled(rule)),
  }
}

/** What is missing around the table, one sentence each; nothing while there is no partner at all. */
export function gapSentences({ sectors: covers, populations, filled, missing }: Coverage): readonly string[] {
  if (covers.every((sector) => sector.partners === 0) && filled.length === 0) return []
  const silent = covers.filter((sector) => sector.partners === 0 && sector.seats.every(({ heldBy }) => heldBy.length === 0))
  return [
    ...silent.map((sector) => `No one speaks for ${lowerFirst(sector.label)} yet.`),
    ...levelSentences(missing, silent),
    ...populations.flatMap(populationSentences),
  ]
}

function populationSentences({ name, seats, servedBy }: PopulationCover): string[] {
  const open = seats.filter(({ heldBy }) => heldBy.length === 0).map(({ seat }) => lowerFirst(seat.name))
  return [
    ...(open.length === 0 ? [] : [`${name} ask for a seat that nobody holds yet: ${listOf(open, 'and')}.`]),
    ...(servedBy.length === 0 ? [`${name}: no partner says yet that it serves them.`] : []),
  ]
}

/** What partnerships usually do about a sector without anybody. */
export function usualInvitation(sector: SectorCover): string {
  const kinds = [...new Set(sector.seats.map(({ seat }) => seat.level))]
  if (kinds.includes('state') && kinds.includes('local')) return 'Partnerships like yours usually invite a local and a state agency.'
  return `Partnerships like yours usually invite ${listOf(
    sector.seats.map(({ seat }) => lowerFirst(seat.name)),
    'or',
  )}.`
}

/** Seats of sectors that are wholly silent are said once, by the sector. */
function levelSentences(missing: readonly SeatRule[], silent: readonly SectorCover[]): string[] {
  const silentSeats = new Set(silent.flatMap((sector) => sector.seats.map(({ seat }) => seat.id)))
  const open = missing.filter((rule) => !rule.anyOf.every((seat) => silentSeats.has(seat)))
  return (['local', 'state', 'tribal', 'federal', 'either'] as const).flatMap((level) => {
    const labels = open.filter((rule) => rule.level === level).map((rule) => lowerFirst(rule.label))
    return labels.length === 0 ? [] : [`Nobody${fromWords[level]} holds a seat for ${listOf(labels, 'or')} yet.`]
  })
}

const fromWords: Readonly<Record<SeatLevel, string>> = {
  local: ' from the local level',
  state: ' from the state',
  tribal: ' from a tribal nation',
  federal: ' from the federal level',
  either: '',
}

/** `a, b or c`. */
export function listOf(words: readonly string[], joint: 'and' | 'or'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${joint} ${words[words.length - 1]}`
}

/** Small first letter, unless the word is an abbreviation such as TANF. */
export function lowerFirst(words: string): string {
  return /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLocaleLowerCase('en') + words.slice(1)
}

function countLevels(members: readonly Partner[]): Record<Level, number> {
  const counts: Record<Level, number> = { state: 0, local: 0, tribal: 0, federal: 0 }
  for (const { level } of members) if (level) counts[level] += 1
  return counts
}
