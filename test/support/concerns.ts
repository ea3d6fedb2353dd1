import { Concern } from '../../shared/tools/votes/concern-schema'
import { askedHash } from './checks'

/** Grace says “not yet” to the asked text, unless it is said otherwise. */
export function concernOf(more: Partial<Concern> = {}): Concern {
  return Concern.parse({
    id: 'concern_1',
    draftId: 'draft_vision01',
    roundId: 'round_1',
    method: 'resonance',
    answer: 'not-yet',
    words: 'Say who opens the door.',
    authorId: 'p_1',
    textHash: askedHash,
    atMs: 1,
    state: { is: 'open' },
    history: [],
    ...more,
  })
}

/** The hash of the text after a change. */
export const changedHash = 'b'.repeat(64)

/** Ben says that a change answers it. */
export const answeredState = {
  is: 'answered',
  byName: 'Ben Whitehorse',
  atMs: 2,
  fromHash: askedHash,
  toHash: changedHash,
  words: 'The council does.',
} as const
