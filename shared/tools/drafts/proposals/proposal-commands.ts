import type * as Y from 'yjs'
import type { Actor } from '../../../access/actor'
import { newId } from '../../../doc/ids'
import { commandOrigin } from '../../../doc/origin'
import { proposals } from '../collections'
import type { Anchor } from '../comments/comment-schema'
import { can } from '../permissions'
import { proposalProblem } from './proposal-check'
import type { Proposal, ProposalId } from './proposal-schema'
import { linesWritten } from './worded-lines'

/** What somebody proposes: words for those under the anchor, or for the whole statement. */
export interface NewProposal extends Pick<Proposal, 'anchor' | 'before' | 'words' | 'why' | 'threadId'> {
  readonly nowMs: number
}

/** Proposes another wording; undefined when `actor` may not, or the words cannot be one. */
export function addProposal(doc: Y.Doc, actor: Actor, { why, threadId, nowMs, ...wish }: NewProposal): ProposalId | undefined {
  if (!can(actor, 'proposals/write') || proposalProblem(wish)) return undefined
  const id = newId('proposal')
  const { anchor, before, words } = wish
  const reason = why?.trim()
  const proposal: Proposal = {
    id,
    authorId: actor.id,
    createdAtMs: nowMs,
    before,
    words: linesWritten(words).join('\n'),
    ...(anchor ? { anchor } : {}),
    ...(reason ? { why: reason } : {}),
    ...(threadId ? { threadId } : {}),
  }
  doc.transact(() => proposals.put(doc, proposal), commandOrigin('proposals/add', actor))
  return id
}

/** Takes one's own proposal back while nobody has decided; false when it is not one's own, or decided. */
export function withdrawProposal(doc: Y.Doc, actor: Actor, id: ProposalId, nowMs: number): boolean {
  return changeOwn(doc, actor, id, 'proposals/withdraw', { withdrawnAtMs: nowMs })
}

/** Brings a withdrawn proposal back. */
export function bringProposalBack(doc: Y.Doc, actor: Actor, id: ProposalId): boolean {
  return changeOwn(doc, actor, id, 'proposals/bring-back', { withdrawnAtMs: undefined })
}

/** Takes a proposal along with its words, which an edit has moved into another block. */
export function reAnchorProposal(doc: Y.Doc, actor: Actor, id: ProposalId, anchor: Anchor): void {
  if (!can(actor, 'comments/re-anchor') || proposals.get(doc, id)?.decided) return
  doc.transact(() => proposals.patch(doc, id, { anchor }), commandOrigin('proposals/re-anchor', actor))
}

function changeOwn(doc: Y.Doc, actor: Actor, id: ProposalId, command: string, changes: Partial<Proposal>): boolean {
  const stored = proposals.get(doc, id)
  if (!stored || stored.decided || stored.authorId !== actor.id || !can(actor, 'proposals/write')) return false
  return doc.transact(() => proposals.patch(doc, id, changes), commandOrigin(command, actor))
}
