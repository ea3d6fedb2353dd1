import { type Seat, type SeatRule, seatRules, sectors } from './recommended-team'
import type { Level, Partner } from './schema'
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

/** Who is at the table, measured against the recommended team. */
export interface Coverage {
  readonly sectors: readonly SectorCover[]
  /** Minimum seats that somebody holds. */
  readonly filled: readonly SeatRule[]
  readonly missing: readonly SeatRule[]
}

/** Compares the roster with the recommended seats and the minimum rules. */
export function coverage(all: readonly Partner[]): Coverage {
  const roster = onRoster(all)
  const held = new Set(roster.flatMap((partner) => partner.seats))
  const isFilled = (rule: SeatRule) => rule.anyOf.some((seat) => held.has(seat))
  return {
    sectors: sectors.map((sector) => {
      const members = roster.filter((partner) => partner.sector === sector.id)
      return {
        id: sector.id,
        label: sector.label,
        partners: members.length,
        byLevel: countLevels(members),
        seats: sector.seats.map((seat) => ({ seat, heldBy: roster.filter((partner) => partner.seats.includes(seat.id)) })),
      }
    }),
    filled: seatRules.filter(isFilled),
    missing: seatRules.filter((rule) => !isFilled(rule)),
  }
}

/** What is missing around the table, one sentence each; nothing while there is no partner at all. */
export function gapSentences({ sectors: covers, missing }: Coverage): readonly string[] {
  if (covers.every((sector) => sector.partners === 0) && missing.length === seatRules.length) return []
  const silent = covers.filter((sector) => sector.partners === 0 && sector.seats.every(({ heldBy }) => heldBy.length === 0))
  return [...silent.map((sector) => `No one speaks for ${lowerFirst(sector.label)} yet.`), ...levelSentences(missing, silent)]
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
  return (['local', 'state'] as const).flatMap((level) => {
    const labels = open.filter((rule) => rule.level === level).map((rule) => lowerFirst(rule.label))
    const where = level === 'local' ? 'the local level' : 'the state'
    return labels.length === 0 ? [] : [`Nobody from ${where} holds a seat for ${listOf(labels, 'or')} yet.`]
  })
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
