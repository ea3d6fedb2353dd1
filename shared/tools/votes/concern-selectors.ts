import { isReservation } from './agreement'
import type { Concern, ConcernState } from './concern-schema'
import type { AgreementMethod, Answer } from './methods'
import { abstaining } from './reasons'
import type { Round } from './schema'

const order: Readonly<Record<ConcernState['is'], number>> = { open: 0, answered: 1, closed: 2 }

/** Concerns about a wording: open ones first, then answered, then closed, each oldest first. */
export function concernsAbout(all: readonly Concern[], draftId: string): readonly Concern[] {
  return all.filter((concern) => concern.draftId === draftId).sort(standing)
}

/** Open ones first, then answered, then closed, each oldest first. */
export function standing(a: Concern, b: Concern): number {
  return order[a.state.is] - order[b.state.is] || a.atMs - b.atMs || (a.id < b.id ? -1 : 1)
}

/** Whether a text may be linked as the change that answers a concern: neither the one it is about, nor one its author has refused. */
export function isAnswerable({ state, textHash, history }: Concern, presentHash: string): boolean {
  const wasRefused = history.some((past) => past.what === 'answered' && past.refused && past.toHash === presentHash)
  return state.is === 'open' && presentHash !== textHash && !wasRefused
}

/** The change that is or was linked last; undefined where nobody linked one. */
export function lastChange({ state, history }: Concern) {
  return state.is === 'answered' ? state : history.findLast((past) => past.what === 'answered')
}

/** Whether it is open although a change was linked to it: its author said that this does not answer it. */
export function isRefused(concern: Concern): boolean {
  return concern.state.is === 'open' && lastChange(concern) !== undefined
}

/** Whether it is written down that the author has left. */
export function hasLeft({ history }: Concern): boolean {
  return history.some(({ what }) => what === 'author-left')
}

/** Whether an answer is kept as a concern: one below the threshold; of those who abstain, only one with words. */
export function becomesConcern({ method, rule }: Pick<Round, 'rule'> & { readonly method: AgreementMethod }, said: Said): boolean {
  const isAbstention = method === 'gradients' && said.answer === abstaining
  return isReservation(method, rule, said.answer) && (!isAbstention || Boolean(said.reason))
}

interface Said {
  readonly answer: Answer
  readonly reason?: string | undefined
}
