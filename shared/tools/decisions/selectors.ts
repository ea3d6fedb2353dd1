import type { Decision, DecisionKind } from './schema'
import { answerAsTold } from './words'

/** What the log shows: everything, one kind, or only what holds a text. */
export interface LogFilter {
  readonly kind: DecisionKind | 'all'
  readonly text: string
}

/** Decisions that pass the filter, newest first. The text is sought in every word a reader can see. */
export function filteredLog(all: readonly Decision[], { kind, text }: LogFilter): readonly Decision[] {
  const sought = text.trim().toLocaleLowerCase()
  return newestFirst(all).filter(
    (decision) => (kind === 'all' || decision.kind === kind) && (sought === '' || wordsOf(decision).toLocaleLowerCase().includes(sought)),
  )
}

/** In the order in which they were made. */
export function inOrder(all: readonly Decision[]): readonly Decision[] {
  return [...all].sort((a, b) => a.number - b.number)
}

/** For example `11 of 12 took part`; undefined when nobody was asked. */
export function turnoutInWords({ turnout }: Pick<Decision, 'turnout'>): string | undefined {
  return turnout && `${turnout.voters} of ${turnout.eligible} took part`
}

/** For example `Ben Whitehorse, not yet: “The wording leaves out the tribes.”` */
export function reservationInWords({ name, answer, reason }: Decision['reservations'][number]): string {
  const who = name === undefined ? answer : `${name}, ${answerAsTold(answer)}`
  if (who === '') return reason ?? ''
  return reason ? `${who}: “${reason}”` : who
}

function newestFirst(all: readonly Decision[]): readonly Decision[] {
  return [...all].sort((a, b) => b.number - a.number)
}

function wordsOf(decision: Decision): string {
  const { words, how, byName, overrideReason = '', textHash = '' } = decision
  return [words, how, byName, overrideReason, textHash, ...decision.reservations.map(reservationInWords)].join('\n')
}
