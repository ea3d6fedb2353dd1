import { z } from 'zod'
import { Anchor, ThreadId } from '../../../shared/tools/drafts/comments/comment-schema'
import { ProposalId } from '../../../shared/tools/drafts/proposals/proposal-schema'
import { dropWords, keepWords, keptWords } from '../../app/typed-words'
import type { Begun } from './begun'

const Kept = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('comment'), words: z.object({ anchor: Anchor, quote: z.string() }).optional() }),
  z.object({
    kind: z.literal('proposal'),
    anchor: Anchor.optional(),
    before: z.string(),
    words: z.string(),
    threadId: ThreadId.optional(),
    insteadOf: ProposalId.optional(),
  }),
])

/** Where the words of a comment that is being written on a draft are kept. */
export function newCommentPlace(draftId: string): string {
  return `comment:${draftId}`
}

/** Where those of a proposal are. */
export function proposalPlace(draftId: string): string {
  return `proposal:${draftId}`
}

/** Keeps on this device what somebody writes beside a draft and on which words, so that a reload brings it back; nothing when it ends. */
export function keepBegun(participantId: string, draftId: string, begun: Begun | undefined): void {
  if (begun) keepWords(participantId, placeOf(draftId), JSON.stringify(begun))
  else dropWords(participantId, placeOf(draftId))
}

/** What was begun beside a draft and left with words in its field. */
export function keptBegun(participantId: string, draftId: string): Begun | undefined {
  const kept = keptWords(participantId, placeOf(draftId))
  const begun = kept === undefined ? undefined : readBegun(kept)
  if (!begun) return undefined
  const place = begun.kind === 'comment' ? newCommentPlace(draftId) : proposalPlace(draftId)
  const isTyped = [place, `${place}:why`].some((each) => keptWords(participantId, each) !== undefined)
  return isTyped ? { ...begun, isBack: true } : undefined
}

/** A proposal's words go when another one is begun: they are for other words of the text. */
export function dropProposed(participantId: string, draftId: string): void {
  for (const place of [proposalPlace(draftId), `${proposalPlace(draftId)}:why`]) dropWords(participantId, place)
}

function readBegun(kept: string): Begun | undefined {
  try {
    // `exactOptionalPropertyTypes`: zod gives an absent anchor as undefined, JSON never has one.
    return Kept.parse(JSON.parse(kept)) as Begun
  } catch {
    return undefined // An older page's, or not ours: the words themselves are still in their field.
  }
}

function placeOf(draftId: string): string {
  return `begun:${draftId}`
}
