import type { WorkshopError } from '../../http/problem'
import { limits } from '../../sync/limits'
import type { AllocationMethod } from './methods'
import { problem } from './problems'
import type { Allocation, RoundOption } from './schema'
import { spentOf } from './spent'

/** What an allocation is checked against. */
export interface Budget {
  readonly method: AllocationMethod
  readonly dots: number
  readonly maxPerOption: number
  readonly options: readonly RoundOption[]
}

/** Budget and cap that a method has of itself; what the facilitator may choose is only what is asked for in `wished`. */
export function budgetOf(
  method: AllocationMethod,
  optionCount: number,
  wished: { readonly dots?: number | undefined; readonly maxPerOption?: number | undefined },
): { readonly dots: number; readonly maxPerOption: number } {
  switch (method) {
    case 'dots': {
      const dots = wished.dots ?? suggestedDots(optionCount).dots
      return { dots, maxPerOption: wished.maxPerOption ?? dots }
    }
    case 'budget': {
      const dots = wished.dots ?? 100
      return { dots, maxPerOption: wished.maxPerOption ?? dots }
    }
    case 'approval':
      return { dots: wished.dots ?? optionCount, maxPerOption: 1 }
    case 'majority':
      return { dots: 1, maxPerOption: 1 }
    case 'score':
      return { dots: optionCount * 5, maxPerOption: 5 }
    case 'rank':
      return { dots: (optionCount * (optionCount + 1)) / 2, maxPerOption: optionCount }
    case 'matrix':
      return { dots: optionCount * 99, maxPerOption: 99 }
  }
}

/** Why a round may not be set up with these numbers; undefined when it may. */
export function setupProblem(method: AllocationMethod, dots: number, maxPerOption: number): WorkshopError | undefined {
  const most = method === 'budget' ? limits.budgetUnits : method === 'dots' ? limits.dots : undefined
  if (most !== undefined && (dots < 1 || dots > most)) return problem('vote/bad-setup', { why: `Give each person between 1 and ${most}.` })
  if (maxPerOption > dots)
    return problem('vote/bad-setup', { why: `The most on one option cannot be more than the ${dots} each person has.` })
  return undefined
}

/** The refusal of a ballot that breaks the round's limits; undefined when it is good. Budget is looked at before the cap. */
export function allocationProblem(budget: Budget, allocation: Allocation): WorkshopError | undefined {
  const known = new Set<string>(budget.options.map(({ id }) => id))
  const unknown = Object.keys(allocation).find((id) => !known.has(id))
  if (unknown !== undefined) return problem('vote/unknown-option', { optionId: unknown })
  const values = Object.values(allocation)
  if (values.some((value) => !Number.isInteger(value) || value < 0)) {
    return problem('vote/bad-value', { why: 'Only whole numbers from 0 up can be placed.' })
  }
  const { dots, maxPerOption } = budget
  const spent = spentOf(allocation)
  if (spent > dots && budget.method !== 'matrix' && budget.method !== 'rank') return problem('vote/over-budget', { spent, dots })
  if (values.some((value) => value > maxPerOption)) return problem('vote/over-cap', { maxPerOption })
  return formProblem(
    budget.method,
    values.filter((value) => value > 0),
  )
}

/** Non-zero entries in the round's option order, so that equal ballots are equal bytes. */
export function normalised(options: readonly RoundOption[], allocation: Allocation): Allocation {
  const kept: [string, number][] = []
  for (const { id } of options) {
    const value = Object.hasOwn(allocation, id) ? allocation[id] : undefined
    if (value) kept.push([id, value])
  }
  return Object.fromEntries(kept)
}

/**
 * How many dots to give, with the arithmetic in words.
 *
 * A third of the options, at least 1, at most 10. Source: decision-methods.json, rule `one-third`.
 */
export function suggestedDots(optionCount: number): { readonly dots: number; readonly words: string } {
  const third = Math.floor(optionCount / 3)
  const dots = Math.max(1, Math.min(10, third))
  const options = optionCount === 1 ? '1 option' : `${optionCount} options`
  if (third > 10) return { dots, words: `${options} ÷ 3 = ${third}; 10 is the most that stays easy.` }
  if (third < 1) return { dots, words: `${options} ÷ 3 is under 1, so 1.` }
  return { dots, words: optionCount % 3 === 0 ? `${options} ÷ 3 = ${third}.` : `${options} ÷ 3 = ${third}, rounded down.` }
}

function formProblem(method: AllocationMethod, placed: readonly number[]): WorkshopError | undefined {
  if (method === 'rank' && !isRanking(placed)) {
    return problem('vote/bad-value', { why: 'Rank from 1 without gaps, each rank once.' })
  }
  if (method === 'matrix' && placed.some((value) => value < 11 || value > 99 || value % 10 === 0)) {
    return problem('vote/bad-value', { why: 'Impact and effort are each between 1 and 9.' })
  }
  return undefined
}

function isRanking(placed: readonly number[]): boolean {
  return [...placed].sort((a, b) => a - b).every((rank, index) => rank === index + 1)
}
