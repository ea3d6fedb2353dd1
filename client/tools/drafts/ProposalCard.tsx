import { excerpt } from '../../../shared/tools/drafts/plain-text'
import type { ShownProposal } from '../../../shared/tools/drafts/proposal-selectors'
import { classNames } from '../../ui/class-names'
import { Byline, useNameOf } from './Byline'
import { type CardHand, ProposalView } from './ProposalView'
import { useActiveCard } from './use-active-card'

interface ProposalCardProps {
  readonly shown: ShownProposal
  readonly hand: CardHand
  readonly onShowWords: () => void
}

/** A proposed wording that stands by itself: who made it, for which words, and what becomes of it. */
export function ProposalCard({ shown, hand, onShowWords }: ProposalCardProps) {
  const { proposal, standing, spans } = shown
  const name = useNameOf(proposal.authorId)
  const isWhole = proposal.anchor === undefined
  const label = `${name} proposes another wording for ${isWhole ? 'the whole statement' : `“${excerpt(proposal.before, 60)}”`}`
  const isActive = hand.commenting.active === proposal.id
  const card = useActiveCard(isActive, label)

  return (
    <article
      ref={card}
      className={classNames('comments-thread', isActive && 'on', standing === 'gone' && 'orphaned')}
      tabIndex={-1}
      data-card={proposal.id}
      aria-label={standing === 'accepted' || standing === 'kept' || standing === 'withdrawn' ? `${label}, ${standing}` : label}
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
