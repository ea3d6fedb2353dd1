import type { Round } from '../../../shared/tools/votes/schema'

/** `1 dot`, `2 dots`. */
export function dots(count: number): string {
  return counted(count, 'dot')
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `Joan`, `Joan and Eli`, `Joan, Eli and 3 others`. */
export function namesInWords(names: readonly string[], shown = 3): string {
  if (names.length <= shown) return joined(names)
  return `${names.slice(0, shown - 1).join(', ')} and ${names.length - shown + 1} others`
}

/** `A`, `A and B`, `A, B and C`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** What a voter must know before voting, in one line. */
export function termsInWords({ method, dots: budget, maxPerOption, secret }: Round): string {
  const ballot = secret ? 'Secret vote' : 'Open vote: names are shown at the end'
  if (method !== 'dots') return ballot
  const cap = maxPerOption < budget ? `up to ${dots(maxPerOption)} on one option` : `${dots(budget)} each`
  return `${ballot} · ${cap}`
}

export function labelOf(round: Pick<Round, 'options'>, optionId: string): string {
  return round.options.find(({ id }) => id === optionId)?.label ?? ''
}
