import { joined } from '../../../shared/doc/words'
import type { Method } from '../../../shared/tools/votes/methods'
import type { Round } from '../../../shared/tools/votes/schema'
import { dotsTask, meansLine } from './ballot/ballot-words'

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `Joan`, `Joan and Eli`, `Joan, Eli and 3 others`. */
export function namesInWords(names: readonly string[], shown = 3): string {
  if (names.length <= shown) return joined(names)
  return `${names.slice(0, shown - 1).join(', ')} and ${names.length - shown + 1} others`
}

/** `1 unit`, `1,250 units`. */
export function unitsInWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'unit' : 'units'}`
}

/** What each voter does, for example `up to 2 dots on one option`; empty for a check on a wording. */
export function taskInWords({ method, dots: budget, maxPerOption, options }: Task): string {
  switch (method) {
    case 'dots':
      return dotsTask({ dots: budget, maxPerOption })
    case 'budget':
      return maxPerOption < budget ? `up to ${unitsInWords(maxPerOption)} on one option` : `${unitsInWords(budget)} each`
    case 'approval':
      return budget < options.length ? `tick up to ${budget}` : 'tick as many as you like'
    case 'score':
      return `score each from 1 to ${maxPerOption}`
    case 'rank':
      return 'rank from your first choice down'
    case 'majority':
      return 'choose one'
    case 'matrix':
      return 'rate impact and effort'
    default:
      return ''
  }
}

type Task = Pick<Round, 'method' | 'dots' | 'maxPerOption'> & { readonly options: { readonly length: number } }

/** What putting something on an option says, as the facilitator set it; undefined where nothing was said. */
export function meaningInWords(round: Pick<Round, 'method' | 'meaning'>): string | undefined {
  return meansLine(meaningLabels[round.method] ?? 'Your answer', round)
}

/** What it is that has a meaning, by method. */
export const meaningLabels: Partial<Record<Method, string>> = {
  dots: 'A dot',
  approval: 'A tick',
  score: 'A high score',
  rank: 'First place',
  majority: 'Your vote',
  budget: 'A unit',
}

export function labelOf(round: Pick<Round, 'options'>, optionId: string): string {
  return round.options.find(({ id }) => id === optionId)?.label ?? ''
}

/** A sentence begins with it. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
