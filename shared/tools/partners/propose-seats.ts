import { nameKey } from '../../doc/name-key'
import type { PartnerFields } from './schema'
import { recommendedList, type SeatList, seatsIn } from './seat-list'

interface Clue {
  readonly seat: string
  readonly sector: string
  /** Empty: any level. */
  readonly level: 'state' | 'local' | ''
  readonly name: RegExp
  /** Names that say something else although the clue fits. */
  readonly not?: RegExp
}

const board = /\b(boards?|wibs?|wdbs?)\b/i
const adult = /\b(adult|abe|ged|literacy)\b/i
const college = /\b(colleges?|post-?secondary|vocational-technical|technical institute)\b/i
const university = /\buniversit(y|ies)\b/i
const school = /\b(secondary education|high schools?|school districts?|k-?12|department of education|public instruction)\b/i
const rehabilitation = /\brehabilitation\b/i
const faith = /\b(faith|church|interfaith|ministr(y|ies)|catholic|lutheran|jewish|islamic)\b/i
const anything = /./

/** What a name says about a seat; the first clue that fits a sector and level wins. Board names: WIB became WDB. */
const clues: readonly Clue[] = [
  { seat: 'state-workforce-board', sector: 'workforce-development', level: 'state', name: board },
  { seat: 'state-postsecondary-education', sector: 'workforce-development', level: 'state', name: /\bcommunity colleges?\b/i },
  { seat: 'state-workforce-agency', sector: 'workforce-development', level: 'state', name: anything },
  { seat: 'local-workforce-board', sector: 'workforce-development', level: 'local', name: board },
  { seat: 'local-workforce-agency', sector: 'workforce-development', level: 'local', name: anything },
  { seat: 'state-adult-education', sector: 'education', level: 'state', name: adult },
  { seat: 'state-postsecondary-education', sector: 'education', level: 'state', name: college, not: /\b(council|advisory|services)\b/i },
  { seat: 'state-secondary-education', sector: 'education', level: 'state', name: school },
  { seat: 'local-adult-basic-education', sector: 'education', level: 'local', name: adult },
  { seat: 'local-university', sector: 'education', level: 'local', name: university },
  { seat: 'local-community-college', sector: 'education', level: 'local', name: college },
  { seat: 'local-secondary-education', sector: 'education', level: 'local', name: school },
  { seat: 'state-human-services', sector: 'human-services', level: 'state', name: anything, not: rehabilitation },
  { seat: 'local-tanf-provider', sector: 'human-services', level: 'local', name: /\btanf\b/i },
  { seat: 'local-human-services', sector: 'human-services', level: 'local', name: anything, not: rehabilitation },
  { seat: 'state-faith-based', sector: 'community-based-organizations', level: 'state', name: faith },
  { seat: 'state-cbo', sector: 'community-based-organizations', level: 'state', name: anything },
  { seat: 'local-faith-based', sector: 'community-based-organizations', level: 'local', name: faith },
  { seat: 'local-cbo', sector: 'community-based-organizations', level: 'local', name: anything },
  { seat: 'public-company', sector: 'employers', level: '', name: /\b(inc|corp|corporation|plc)\b\.?/i },
  { seat: 'private-business', sector: 'employers', level: '', name: anything },
  { seat: 'state-economic-development', sector: 'economic-development', level: 'state', name: anything },
  { seat: 'local-economic-development', sector: 'economic-development', level: 'local', name: anything },
]

/**
 * Recommended seats that a partner seems to hold, by its name, sector and level: a proposal, to be confirmed.
 *
 * A tribal government is neither a state nor a local agency, and a federal partner is seldom a seat: for both there
 * is nothing to propose, except that an employer is an employer anywhere. A seat that the partnership added is proposed
 * to whoever carries its name.
 */
export function proposeSeats(
  partner: Pick<PartnerFields, 'name' | 'sector' | 'level'>,
  list: SeatList = recommendedList,
): readonly string[] {
  const there = seatsIn(list)
  const named = there.filter((seat) => seat.id.startsWith('seat_') && nameKey(partner.name).includes(nameKey(seat.name)))
  const proposed = [...recommendedSeats(partner), ...named.map(({ id }) => id)]
  return proposed.filter((id) => there.some((seat) => seat.id === id))
}

function recommendedSeats({ name, sector, level }: Pick<PartnerFields, 'name' | 'sector' | 'level'>): readonly string[] {
  const fits = clues.filter((clue) => clue.sector === sector && (clue.level === '' || clue.level === level))
  const first = fits.find((clue) => clue.name.test(name) && !clue.not?.test(name))
  if (!first) return []
  // A state department of community colleges and workforce development holds two seats.
  if (first.seat === 'state-postsecondary-education' && sector === 'workforce-development') return [first.seat, 'state-workforce-agency']
  return [first.seat]
}
