import content from '../../content/service-map.json'
import type { MapStage } from './schema'

/** Something to choose from. */
export interface Choice {
  readonly id: string
  readonly label: string
}

type Dimension = (typeof content.dimensions)[number]['key']

/** Services to learners and employers, and the support that makes training possible. */
export const serviceKinds = startersOf('service')
export const supportKinds = startersOf('support')
export const allKinds: readonly Choice[] = [...serviceKinds, ...supportKinds]

export const populationStarters = startersOf('population')
export const serviceModels = startersOf('serviceModel')
export const fundingStarters = startersOf('funding')
export const gapKinds = startersOf('gap')
export const confidences = startersOf('confidence')

/** Everybody may use it. */
export const universal = 'universal'

/** What a group may ask of the whole map. */
export const assessPrompts: readonly string[] = content.assessPrompts.map(({ text }) => british(text))

/** The stages a map begins with. */
export const usualStages: readonly MapStage[] = content.stages.map(({ id, label }, index) => ({
  id: `stage_${id}`,
  label,
  order: `a${index}`,
}))

/** The usual stage of a kind of service; support belongs where people would drop out. Undefined for no kind. */
export function usualStageOf(kind: string | undefined): MapStage['id'] | undefined {
  if (kind === undefined) return undefined
  if (supportKinds.some(({ id }) => id === kind)) return 'stage_stay'
  const stage = content.stages.find(({ services }) => services.some((id) => id === kind))
  return stage && `stage_${stage.id}`
}

/** A starter's words, or the group's own. */
export function labelIn(choices: readonly Choice[], id: string): string {
  return choices.find((choice) => choice.id === id)?.label ?? id
}

function startersOf(key: Dimension): readonly Choice[] {
  const starters = content.dimensions.find((dimension) => dimension.key === key)?.starters ?? []
  return starters.map(({ id, label }) => ({ id, label: british(label) }))
}

/** The content is written in American spelling, the screens are not. */
function british(label: string): string {
  return label.replace('counseling', 'counselling').replace('programs', 'programmes').replace(' licenses', ' licences')
}
