import type * as Y from 'yjs'
import type { Actor } from '../../../../shared/access/actor'
import { contract } from '../../../../shared/tools/drafts/contract'
import {
  addProposal,
  bringProposalBack,
  type NewProposal,
  withdrawProposal,
} from '../../../../shared/tools/drafts/proposals/proposal-commands'
import type { ProposalId } from '../../../../shared/tools/drafts/proposals/proposal-schema'
import { call } from '../../../api/call'
import { toast } from '../../../ui/toast'
import { attempt } from '../attempt'
import type { WaysBack } from '../comments/ways-back'

/** What a person does with proposed wordings, each with its way back. */
export interface ProposalActions {
  /** @param insteadOf one's own earlier proposal, which this one replaces */
  propose(wish: Omit<NewProposal, 'nowMs'>, insteadOf?: ProposalId): ProposalId | undefined
  withdraw(id: ProposalId): void
  /** Resolves when the server has answered; a refusal is said. */
  accept(id: ProposalId): Promise<void>
  /** Whether the server took it; a refusal is said. */
  keep(id: ProposalId, reason: string): Promise<boolean>
}

/** Proposing is a command on the comments; deciding changes two documents and is the server's. */
export function proposalActions(doc: Y.Doc, draftId: string, actor: () => Actor, now: () => number, ways: WaysBack): ProposalActions {
  const at = (proposalId: string) => ({ params: { id: actor().workshopId, draftId, proposalId } })

  function decided(said: string, id: ProposalId, undone: string): void {
    const takeBack = async () => {
      if (await attempt(() => call(contract.reopenProposal, at(id)))) toast({ message: undone })
    }
    ways.done(said, () => void takeBack(), true)
  }

  return {
    propose(wish, insteadOf) {
      const id = addProposal(doc, actor(), { ...wish, nowMs: now() })
      if (!id) return undefined
      const isReplaced = insteadOf !== undefined && withdrawProposal(doc, actor(), insteadOf, now())
      ways.done('Wording proposed', () => {
        withdrawProposal(doc, actor(), id, now())
        if (isReplaced) bringProposalBack(doc, actor(), insteadOf)
      })
      return id
    },
    withdraw(id) {
      if (withdrawProposal(doc, actor(), id, now())) ways.done('Proposal withdrawn', () => bringProposalBack(doc, actor(), id), true)
    },
    async accept(id) {
      const done = await attempt(() => call(contract.acceptProposal, at(id)))
      if (done) decided('The proposed words are in the text', id, 'The words are back as they were.')
    },
    async keep(id, reason) {
      const body = reason.trim() === '' ? {} : { reason: reason.trim() }
      const done = await attempt(() => call(contract.keepProposal, { ...at(id), body }))
      if (done) decided('The text stays as it is', id, 'The proposal is open again.')
      return done !== undefined
    },
  }
}
