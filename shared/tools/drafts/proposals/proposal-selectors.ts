import { limits } from '../../../sync/limits'
import { spansOf, wordsAt } from '../anchor'
import type { Anchor } from '../comments/comment-schema'
import type { Span, WordingText } from '../wording-text'
import type { Proposal } from './proposal-schema'
import { allLines, linesAsText, linesWritten, wordedLines } from './worded-lines'

/** How a proposed wording stands: `changed` and `gone` wait too, but its words are no longer those it was made for. */
export type ProposalStanding = 'open' | 'changed' | 'gone' | 'accepted' | 'kept' | 'withdrawn'

/** A proposed wording as it is shown. */
export interface ShownProposal {
  readonly proposal: Proposal
  readonly standing: ProposalStanding
  /** Where its words stand now; empty when they are gone, or when it is the whole statement. */
  readonly spans: readonly Span[]
  /** What stands there now, one line for each of the wording's; empty when it is gone. */
  readonly present: string
}

/** Where the words of a proposal stand now, the accepted ones once they are in the text. */
export function proposalSpans(text: WordingText, { anchor, before, words, decided }: Proposal): readonly Span[] {
  const accepted = decided?.kind === 'accepted' ? decided.anchor : undefined
  const [where, quote] = accepted ? [accepted, words] : [anchor, before]
  return where ? spansOf(text, { anchor: where, quote }) : []
}

/** What stands now where a proposal would put its words; for a whole statement, all of it. */
export function wordsThere(text: WordingText, proposal: Proposal, spans = proposalSpans(text, proposal)): string {
  return linesAsText(proposal.anchor ? wordedLines(text, spans) : allLines(text))
}

/** Whether two texts say the same in the same lines. */
export function isSameWording(a: string, b: string): boolean {
  return linesWritten(a).join('\n') === linesWritten(b).join('\n')
}

/** Each proposal with where it stands. */
export function shownProposals(all: readonly Proposal[], text: WordingText): readonly ShownProposal[] {
  return all.map((proposal) => {
    const spans = proposalSpans(text, proposal)
    const present = wordsThere(text, proposal, spans)
    return { proposal, present, spans, standing: standingOf(proposal, present) }
  })
}

function standingOf({ decided, withdrawnAtMs, before }: Proposal, present: string): ProposalStanding {
  if (decided) return decided.kind
  if (withdrawnAtMs !== undefined) return 'withdrawn'
  if (present === '') return 'gone'
  return isSameWording(present, before) ? 'open' : 'changed'
}

/** Whether nobody has decided on it or withdrawn it. */
export function isWaiting({ standing }: Pick<ShownProposal, 'standing'>): boolean {
  return standing === 'open' || standing === 'changed' || standing === 'gone'
}

/** Words as they stand now, bound so that a proposal can be made for them. */
export interface PresentWords {
  /** Absent for the whole statement. */
  readonly anchor?: Anchor
  readonly before: string
}

/** The words under some spans; all of the wording without one, or when they are more than a proposal for some holds. */
export function presentWords(text: WordingText, spans: readonly Span[]): PresentWords | undefined {
  const span =
    spans.length > 0 ? { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) } : undefined
  const anchor = span && wordsAt(text, span)?.anchor
  const lines = span && anchor ? wordedLines(text, [span]) : []
  const before = linesAsText(lines)
  if (anchor && lines.length <= limits.anchorParts && before.length <= limits.noteLength) return { anchor, before }
  const all = linesAsText(allLines(text))
  return all === '' ? undefined : { before: all }
}
