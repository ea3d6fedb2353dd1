import type { CommentedWords } from '../../../shared/tools/drafts/comments/comment-commands'
import type { Anchor, ThreadId } from '../../../shared/tools/drafts/comments/comment-schema'
import type { ProposalId } from '../../../shared/tools/drafts/proposals/proposal-schema'
import type { PresentWords } from '../../../shared/tools/drafts/proposals/proposal-selectors'

interface Back {
  /** Left unsent before the page was loaded, and there again with its words. */
  readonly isBack?: boolean | undefined
}

/** A proposal being written. */
export interface BegunProposal extends PresentWords, Back {
  readonly kind: 'proposal'
  /** What stands in the field at first. */
  readonly words: string
  /** The thread it comes out of. */
  readonly threadId?: ThreadId | undefined
  /** One's own proposal that it replaces. */
  readonly insteadOf?: ProposalId | undefined
}

/** What a person is writing beside the text; a comment without words is about the wording as a whole. */
export type Begun = BegunComment | BegunProposal

interface BegunComment extends Back {
  readonly kind: 'comment'
  readonly words?: CommentedWords | undefined
}

/** The words that it is about, to be marked meanwhile. */
export function wordsOf(begun: Begun | undefined): { readonly anchor: Anchor; readonly quote: string } | undefined {
  if (begun?.kind === 'comment') return begun.words
  return begun?.anchor && { anchor: begun.anchor, quote: begun.before }
}
