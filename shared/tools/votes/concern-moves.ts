import type { Concern, ConcernEnding, ConcernPast } from './concern-schema'
import type { Answer } from './methods'

/** What its author says, and of which text. */
export interface ConcernSaid {
  readonly answer: Answer
  readonly words?: string | undefined
  readonly textHash: string
}

/** What a move changes of a concern. */
export type ConcernChange = Pick<Concern, 'state' | 'history'> & Partial<ConcernSaid & Pick<Concern, 'atMs'>>

type AnsweredState = Omit<Extract<Concern['state'], { is: 'answered' }>, 'is'>

/** Links a change of the wording to an open concern. */
export function answered({ history }: Concern, change: AnsweredState): ConcernChange {
  return { state: { is: 'answered', ...change }, history }
}

/** The author says that the linked change does not answer it: it is open again. */
export function refused(concern: Concern, atMs: number, words: string | undefined): ConcernChange {
  return { state: { is: 'open' }, history: pastOf(concern, { atMs, ...(words ? { words } : {}) }) }
}

/** The author ends it. */
export function closed(concern: Concern, as: ConcernEnding, atMs: number, { answer, words }: Partial<ConcernSaid> = {}): ConcernChange {
  const said = { ...(answer === undefined ? {} : { answer }), ...(words ? { words } : {}) }
  return { state: { is: 'closed', as, atMs, ...said }, history: pastOf(concern) }
}

/**
 * The author says it anew in their check; what they said before is kept, and a change linked meanwhile did not answer it.
 * Giving the reason that was left out is no change of what was said.
 */
export function saidAnew(concern: Concern, { answer, words, textHash }: ConcernSaid, atMs: number): ConcernChange {
  const before: ConcernPast = {
    what: 'said',
    atMs: concern.atMs,
    answer: concern.answer,
    textHash: concern.textHash,
    ...(concern.words ? { words: concern.words } : {}),
  }
  const isReasonGiven = !concern.words && concern.answer === answer && concern.textHash === textHash
  const history = [...pastOf(concern, { atMs }), ...(isReasonGiven ? [] : [before])]
  return { answer, words: words || undefined, textHash, atMs, state: { is: 'open' }, history }
}

/** Writes down that its author has left, which closes nothing. */
export function authorLeft({ state, history }: Concern, by: { readonly byName: string; readonly atMs: number }): ConcernChange {
  return { state, history: [...history, { what: 'author-left', ...by }] }
}

function pastOf({ state, history }: Concern, refusal?: { readonly atMs: number; readonly words?: string }): ConcernPast[] {
  if (state.is !== 'answered') return [...history]
  const { is: _is, ...change } = state
  return [...history, { what: 'answered', ...change, ...(refusal ? { refused: refusal } : {}) }]
}
