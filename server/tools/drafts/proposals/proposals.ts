import type * as Y from 'yjs'
import type { Actor } from '../../../../shared/access/actor'
import type { BodyOf, ResultOf } from '../../../../shared/http/endpoint'
import { commentsRoom, draftRoom, recordRoom } from '../../../../shared/sync/room-name'
import { proposals } from '../../../../shared/tools/drafts/collections'
import type { contract } from '../../../../shared/tools/drafts/contract'
import { problem } from '../../../../shared/tools/drafts/problems'
import type { DecidedProposal } from '../../../../shared/tools/drafts/proposals/proposal-contract'
import type { Proposal, ProposalDecision } from '../../../../shared/tools/drafts/proposals/proposal-schema'
import { participants } from '../../../../shared/workshop/collections'
import { problem as kernelProblem } from '../../../../shared/workshop/problems'
import type { DocWrite, Effects, ServerContext } from '../../server-tool'
import { EmptiedLines } from '../late/late-letters'
import { demand, refuseNonWriter, refuseUnlessOpen, refuseWhileLocked, statementOf } from '../statements'
import type { VersionKey } from '../versions/version-taking'
import type { VersionsService } from '../versions/versions'
import { createProposalText } from './proposal-text'
import { withoutOrigins, writtenWithOrigins } from './proposed-origins'

/** Deciding on proposed wordings: two documents change at once, so it is the server's to do. */
export interface ProposalsService {
  acceptProposal(actor: Actor, draftId: string, proposalId: string): Promise<DecidedProposal>
  keepProposal(actor: Actor, draftId: string, proposalId: string, wish: BodyOf<typeof contract.keepProposal>): Promise<DecidedProposal>
  reopenProposal(actor: Actor, draftId: string, proposalId: string): Promise<ResultOf<typeof contract.reopenProposal>>
}

/** Makes the service. */
export function createProposals(
  context: ServerContext,
  versions: Pick<VersionsService, 'heardIn' | 'committed' | 'taken' | 'removeLater'>,
): ProposalsService {
  const { governed, readDoc, now } = context
  const text = createProposalText(context, versions)

  async function proposalOf({ workshopId, draftId }: VersionKey, proposalId: string): Promise<Proposal> {
    const proposal = await readDoc(commentsRoom(workshopId, draftId), (doc) => proposals.get(doc, proposalId))
    if (!proposal) throw kernelProblem('request/not-found')
    return proposal
  }

  /** A draft's documents are read from disk before the act, so that no other act waits for it. */
  async function opened(actor: Actor, draftId: string): Promise<VersionKey> {
    const { workshopId } = actor
    const statement = await statementOf(context, workshopId, draftId)
    refuseNonWriter(statement, actor)
    const { id } = statement
    await Promise.all([draftRoom(workshopId, id), commentsRoom(workshopId, id)].map((room) => readDoc(room, () => undefined)))
    return { workshopId, draftId: id }
  }

  async function refuseUnlessWritable({ workshopId, draftId }: VersionKey): Promise<void> {
    refuseUnlessOpen(await statementOf(context, workshopId, draftId))
    await refuseWhileLocked(context, workshopId)
  }

  function written({ workshopId, draftId }: VersionKey, proposalId: string, changes: () => Partial<Proposal>): DocWrite {
    return { room: commentsRoom(workshopId, draftId), write: (doc: Y.Doc) => void proposals.patch(doc, proposalId, changes()) }
  }

  /** @throws WorkshopError `draft/proposal-decided` when it was decided the other way */
  async function decidedAlready(
    actor: Actor,
    { id, decided }: Proposal,
    wanted: ProposalDecision['kind'],
  ): Promise<DecidedProposal | undefined> {
    if (!decided) return undefined
    if (decided.kind === wanted) return answerOf(id, decided)
    const name = await readDoc(recordRoom(actor.workshopId), (doc) => participants.get(doc, decided.byId)?.name ?? 'Somebody')
    const sentence = decided.kind === 'accepted' ? `${name} has accepted this wording.` : `${name} has kept the text as it is.`
    throw problem('draft/proposal-decided', { decided: sentence, proposalId: id })
  }

  return {
    async acceptProposal(actor, draftId, proposalId) {
      demand(actor, 'proposals/decide')
      const key = await opened(actor, draftId)
      const emptied = new EmptiedLines()
      const { answer, accepted } = await governed(
        actor.workshopId,
        async (tx): Promise<Effects<{ answer: DecidedProposal; accepted?: Proposal }>> => {
          const proposal = await proposalOf(key, proposalId)
          const before = await decidedAlready(actor, proposal, 'accepted')
          if (before) return { result: { answer: before } }
          if (proposal.withdrawnAtMs !== undefined) throw problem('draft/proposal-withdrawn', { proposalId })
          await refuseUnlessWritable(key)
          await text.demandThere(key, proposal, { there: proposal.before, wanted: proposal.words })
          const { authorId, anchor, words } = proposal
          const { write, traces } = anchor
            ? text.replaced(key, proposal, words, authorId)
            : await text.rewritten(tx, key, proposal, actor.id, emptied)
          const decision = { kind: 'accepted', byId: actor.id, atMs: now() } as const
          return {
            result: { answer: answerOf(proposal.id, decision), accepted: proposal },
            writes: [
              ...writtenWithOrigins(key, proposal, write, decision),
              written(key, proposalId, () => ({ decided: { ...decision, ...traces() } })),
            ],
            ledger: [{ kind: 'draft/proposal-accepted', payload: { draftId, proposalId, author: authorId, by: actor.id } }],
          }
        },
      )
      const room = draftRoom(key.workshopId, key.draftId)
      if (accepted?.anchor) versions.committed(room, [accepted.authorId])
      else if (accepted) versions.taken(room)
      versions.removeLater(key, emptied)
      return answer
    },

    async keepProposal(actor, draftId, proposalId, { reason }) {
      demand(actor, 'proposals/decide')
      const key = await opened(actor, draftId)
      return governed(actor.workshopId, async () => {
        const proposal = await proposalOf(key, proposalId)
        const before = await decidedAlready(actor, proposal, 'kept')
        if (before) return { result: before }
        if (proposal.withdrawnAtMs !== undefined) throw problem('draft/proposal-withdrawn', { proposalId })
        const decided: ProposalDecision = { kind: 'kept', byId: actor.id, atMs: now(), ...(reason ? { reason } : {}) }
        return {
          result: answerOf(proposal.id, decided),
          writes: [written(key, proposalId, () => ({ decided }))],
          ledger: [{ kind: 'draft/proposal-kept', payload: { draftId, proposalId, by: actor.id } }],
        }
      })
    },

    async reopenProposal(actor, draftId, proposalId) {
      demand(actor, 'proposals/decide')
      const key = await opened(actor, draftId)
      const emptied = new EmptiedLines()
      const answer = await governed(actor.workshopId, async (tx): Promise<Effects<ResultOf<typeof contract.reopenProposal>>> => {
        const proposal = await proposalOf(key, proposalId)
        const result = { proposalId: proposal.id }
        const ledger = [{ kind: 'draft/proposal-reopened', payload: { draftId, proposalId, by: actor.id } }]
        if (!proposal.decided) return { result }
        if (proposal.decided.kind === 'kept') {
          return { result, ledger, writes: [written(key, proposalId, () => ({ decided: undefined }))] }
        }
        await refuseUnlessWritable(key)
        await text.demandThere(key, proposal, { there: proposal.words, wanted: proposal.before })
        const { anchor, before } = proposal
        const { write, traces } = anchor
          ? text.replaced(key, proposal, before, actor.id)
          : await text.broughtBack(tx, key, proposal, actor.id, emptied)
        const reopened = () => ({ decided: undefined, ...(anchor ? traces() : {}) })
        return { result, ledger, writes: [write, withoutOrigins(key, proposal, now()), written(key, proposalId, reopened)] }
      })
      versions.removeLater(key, emptied)
      return answer
    },
  }
}

function answerOf(proposalId: Proposal['id'], { kind, byId, atMs }: Pick<ProposalDecision, 'kind' | 'byId' | 'atMs'>): DecidedProposal {
  return { proposalId, decision: kind, byId, decidedAt: atMs }
}
