import leadershipTeam from '../../content/leadership-team.json' with { type: 'json' }
import { type Level, Level as LevelSchema, type SeatLevel, type Team, Team as TeamSchema } from './schema'

/** A recommended seat of the leadership team. */
export interface Seat {
  readonly id: string
  readonly name: string
  readonly sector: string
  readonly level: SeatLevel
}

/** One of the minimum seats: filled when any of `anyOf` is held. */
export interface SeatRule {
  readonly id: string
  readonly level: SeatLevel
  readonly anyOf: readonly string[]
  readonly label: string
}

export interface Sector {
  readonly id: string
  readonly label: string
  readonly seats: readonly Seat[]
}

/** Sectors in the order of the recommended team. */
export const sectors: readonly Sector[] = leadershipTeam.sectors.map(({ id, label, entities }) => ({
  id,
  label: british(label).replace('Community-based', 'Community'),
  // A test checks the content's levels.
  seats: entities.map((entity) => ({ ...entity, name: british(entity.name), sector: id, level: entity.level as Seat['level'] })),
}))

export const seats: readonly Seat[] = sectors.flatMap((sector) => sector.seats)

export const seatRules: readonly SeatRule[] = leadershipTeam.coverageRules.map((rule) => ({
  ...rule,
  level: rule.level as SeatRule['level'], // a test checks it
  label: british(rule.label),
}))

/** Populations that often ask for more partners, with the kinds of partner that they ask for. */
export const usualPopulations: readonly { readonly name: string; readonly asksFor: readonly string[] }[] =
  leadershipTeam.whenPopulationWidens.map(({ population, add }) => ({ name: population, asksFor: add.map(british) }))

const shortLevels: Record<Level, string> = { state: 'State', local: 'Local', tribal: 'Tribal', federal: 'Federal' }
const shortTeams: Record<Team, string> = { leadership: 'Leadership', operations: 'Operations', stakeholders: 'Stakeholders' }

/** Levels with the words for a table and for a form. */
export const levels = LevelSchema.options.map((id) => ({ id, label: shortLevels[id], long: longLabel(leadershipTeam.levels, id) }))

/** Levels at which a seat can be. */
export const seatLevels: readonly { readonly id: SeatLevel; readonly label: string }[] = [
  ...levels.map(({ id, label }) => ({ id, label })),
  { id: 'either', label: 'State or local' },
]

/** Team rings with what each is for. */
export const teams = TeamSchema.options.map((id) => ({
  id,
  label: shortTeams[id],
  definition: leadershipTeam.teamKinds.find((kind) => kind.id === id)?.definition ?? '',
}))

/** A sector's name, or what was stored when it is none of ours. */
export function sectorLabel(id: string): string {
  return sectors.find((sector) => sector.id === id)?.label ?? id
}

function longLabel(options: readonly { readonly id: string; readonly label: string }[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? id
}

/** The content is written in American spelling, the screens are not. */
function british(label: string): string {
  return label.replace(/rganization/g, 'rganisation')
}
