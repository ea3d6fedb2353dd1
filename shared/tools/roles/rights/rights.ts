import agreements from '../../../content/working-agreement.json'
import { byOrder } from '../../../doc/order'
import { joined } from '../../../doc/words'
import { type DecisionRight, type RightLevel, RightLevel as RightLevelSchema, type Share } from './right-schema'

const labels: Readonly<Record<RightLevel, string>> = { state: 'State', local: 'Local', tribal: 'Tribal', federal: 'Federal' }

/** The levels in the order of the columns. */
export const rightLevels = RightLevelSchema.options.map((id) => ({ id, label: labels[id] }))

export const shareLabels: Readonly<Record<Share, string>> = { decides: 'Decides', consulted: 'Consulted', informed: 'Informed' }

/** Kinds of decision that states and local partners usually settle, with who usually takes them. */
export const usualRights: readonly Pick<DecisionRight, 'decision' | 'shares'>[] = agreements.agreements.flatMap((agreement) =>
  'decisionRightsStarter' in agreement
    ? (agreement.decisionRightsStarter ?? []).map(({ decision, state, local }) => ({
        decision,
        // A test checks the content's words.
        shares: { state: state as Share, local: local as Share },
      }))
    : [],
)

/** The kinds of decision on the list, in order. */
export function rightsOf(all: readonly DecisionRight[]): readonly DecisionRight[] {
  return all.filter(({ removedAtMs }) => removedAtMs === undefined).sort(byOrder)
}

/** Those that were taken out, latest first. */
export function removedRights(all: readonly DecisionRight[]): readonly DecisionRight[] {
  return all.filter(({ removedAtMs }) => removedAtMs !== undefined).sort((a, b) => (b.removedAtMs ?? 0) - (a.removedAtMs ?? 0))
}

/** The levels that decide; several decide together. */
export function decidingLevels({ shares }: Pick<DecisionRight, 'shares'>): readonly RightLevel[] {
  return rightLevels.map(({ id }) => id).filter((level) => shares[level] === 'decides')
}

/** How a level stands in a table: a decision of several levels is a joint one. */
export function shareInWords(right: Pick<DecisionRight, 'shares'>, level: RightLevel): string {
  const share = right.shares[level]
  if (share === undefined) return ''
  return share === 'decides' && decidingLevels(right).length > 1 ? 'Decides jointly' : shareLabels[share]
}

/** What is open about a kind of decision, in words; nothing when it is settled. */
export function openAbout(right: DecisionRight): readonly string[] {
  const deciding = decidingLevels(right)
  if (deciding.length === 0) return ['No level decides this yet.']
  if (right.decider !== undefined) return []
  const who = joined(deciding.map((level) => labels[level].toLocaleLowerCase('en')))
  return [
    deciding.length > 1 ? `Nobody is named who decides it for ${who} together.` : `Nobody is named who decides it at the ${who} level.`,
  ]
}
