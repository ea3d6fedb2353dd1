import { excerpt } from '../../../../shared/tools/drafts/plain-text'
import type { ShownProposal } from '../../../../shared/tools/drafts/proposals/proposal-selectors'
import { classNames } from '../../../ui/class-names'
import { Byline, useNameOf } from '../comments/Byline'
import { useActiveCard } from '../comments/use-active-card'
import { type CardHand, ProposalView } from './ProposalView'

interface ProposalCardProps {
  readonly shown: ShownProposal
  readonly hand: CardHand
  readonly onShowWords: () => void
}

/** A proposed wording that stands by itself: who made it, for which words, and what becomes of it. */
export function ProposalCard({ shown, hand, onShowWords }: ProposalCardProps) {
  const { proposal, standing, spans } = shown
  const isWhole = proposal.anchor === undefined
  const label = useProposalLabel(shown)
  const isActive = hand.commenting.active === proposal.id
  const card = useActiveCard(isActive, label)

  return (
    <article
      ref={card}
      className={classNames('comments-thread', isActive && 'on', standing === 'gone' && 'orphaned')}
      tabIndex={-1}
      data-card={proposal.id}
      aria-label={label}
      aria-current={isActive ? 'true' : undefined}
    >
      <Byline personId={proposal.authorId} atMs={proposal.createdAtMs} isHead />
      {isWhole ? <p className="fine">Another wording for the whole statement</p> : null}
      {!isWhole && spans.length === 0 ? <blockquote className="comments-quote proposed voice">{proposal.before}</blockquote> : null}
      {!isWhole && spans.length > 0 ? (
        <button
          type="button"
          className="comments-quote proposed voice"
          onClick={onShowWords}
          aria-label={`Show “${excerpt(standing === 'accepted' ? proposal.words : proposal.before, 60)}” in the text`}
        >
          {excerpt(proposal.before, 160)}
        </button>
      ) : null}
      <ProposalView shown={shown} hand={hand} />
    </article>
  )
}

interface ProposalInThreadProps extends Pick<ProposalCardProps, 'shown' | 'hand'> {
  /** Whether somebody else than who began the conversation made it. */
  readonly isSigned: boolean
}

/** A proposed wording within the conversation it came out of, on the words that this is about. */
export function ProposalInThread({ shown, hand, isSigned }: ProposalInThreadProps) {
  const { id, authorId, createdAtMs } = shown.proposal
  return (
    <article className="comments-proposal" tabIndex={-1} data-card={id} aria-label={useProposalLabel(shown)}>
      {isSigned ? <Byline personId={authorId} atMs={createdAtMs} /> : null}
      <ProposalView shown={shown} hand={hand} />
    </article>
  )
}

function useProposalLabel({ proposal, standing }: ShownProposal): string {
  const name = useNameOf(proposal.authorId)
  const label = `${name} proposes another wording for ${proposal.anchor ? `“${excerpt(proposal.before, 60)}”` : 'the whole statement'}`
  return standing === 'accepted' || standing === 'kept' || standing === 'withdrawn' ? `${label}, ${standing}` : label
}
