import { Check, Copy, MessageSquareDiff, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { wordDifference } from '../../../../shared/doc/word-difference'
import { isWaiting, type ShownProposal } from '../../../../shared/tools/drafts/proposals/proposal-selectors'
import { keptWords } from '../../../app/typed-words'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { DifferenceRuns } from '../../../ui/WordDifference'
import type { Commenting } from '../comments/use-commenting'
import { copyWords } from '../copy-words'
import { DecidedNote } from './DecidedNote'
import { KeepField } from './KeepField'
import { ThreeTexts } from './ThreeTexts'

/** What a card needs to act. */
export interface CardHand {
  readonly commenting: Commenting
  /** Why nothing can be accepted just now. */
  readonly locked: string | undefined
}

interface ProposalViewProps {
  readonly shown: ShownProposal
  readonly hand: CardHand
}

/** A proposed wording: what differs from the words it was made for, and what was or can be decided. */
export function ProposalView({ shown, hand }: ProposalViewProps) {
  const { proposal, standing } = shown
  const { before, words, why } = proposal
  const runs = useMemo(() => wordDifference(before, words), [before, words])

  return (
    <div className="comments-sug">
      {standing === 'changed' ? <ThreeTexts shown={shown} /> : <DifferenceRuns runs={runs} before="the text" after="the proposal" />}
      {why === undefined ? null : (
        <p className="comments-text" dir="auto">
          {why}
        </p>
      )}
      {standing === 'gone' ? <p className="fine">The words it was for are gone from the text.</p> : null}
      {standing === 'withdrawn' ? <p className="fine">Withdrawn by its author.</p> : null}
      {proposal.decided ? <DecidedNote decided={proposal.decided} /> : null}
      {isWaiting(shown) ? <Waiting shown={shown} hand={hand} /> : <Settled shown={shown} hand={hand} />}
    </div>
  )
}

function Waiting({ shown, hand: { commenting, locked } }: ProposalViewProps) {
  const { actor } = useWorkshop()
  const { actions, mayDecide } = commenting
  const { proposal, standing, spans } = shown
  const [isKeeping, setKeeping] = useState(() => keptWords(actor.id, keepPlace(proposal.id)) !== undefined)
  const [isBusy, setBusy] = useState(false)
  const { id, authorId, words, threadId } = proposal
  const isOwn = authorId === actor.id

  async function accept() {
    setBusy(true)
    await actions?.accept(id)
    setBusy(false)
  }

  if (actions && isKeeping) {
    return (
      <KeepField
        place={keepPlace(id)}
        onCancel={() => setKeeping(false)}
        onKeep={async (reason) => {
          const isKept = await actions.keep(id, reason)
          if (isKept) setKeeping(false)
          return isKept
        }}
      />
    )
  }
  return (
    <>
      {mayDecide && locked && standing === 'open' ? <p className="fine">{locked} The proposal waits until it is open again.</p> : null}
      <div className="row wrap">
        {mayDecide && standing === 'open' && !locked ? (
          <Button size="sm" variant="primary" Icon={Check} busy={isBusy} onClick={() => void accept()}>
            Accept
          </Button>
        ) : null}
        {actions && standing === 'changed' ? (
          <Button
            size="sm"
            Icon={MessageSquareDiff}
            onClick={() => commenting.propose({ spans, words, threadId, ...(isOwn ? { insteadOf: id } : {}) })}
          >
            Propose again
          </Button>
        ) : null}
        {standing === 'gone' ? (
          <Button size="sm" Icon={Copy} onClick={() => void copyWords(words)}>
            Copy the words
          </Button>
        ) : null}
        {mayDecide ? (
          <Button size="sm" onClick={() => setKeeping(true)}>
            Keep as is
          </Button>
        ) : null}
        {actions && isOwn ? (
          <Button size="sm" variant="ghost" Icon={Undo2} onClick={() => actions.withdraw(id)}>
            Withdraw
          </Button>
        ) : null}
      </div>
    </>
  )
}

/** Where the reason for keeping the text is kept while it is typed. */
function keepPlace(proposalId: string): string {
  return `keep:${proposalId}`
}

/** One that was kept or withdrawn can be made again, for the words as they are now. */
function Settled({ shown, hand: { commenting } }: ProposalViewProps) {
  const { proposal, standing, spans, present } = shown
  const { words, threadId } = proposal
  if (!commenting.actions || standing === 'accepted' || present === '') return null
  return (
    <div className="row wrap">
      <Button size="sm" variant="ghost" Icon={MessageSquareDiff} onClick={() => commenting.propose({ spans, words, threadId })}>
        Propose again
      </Button>
    </div>
  )
}
