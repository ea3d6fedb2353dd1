import type { BegunProposal } from '../begun'
import { ProposalField } from './ProposalField'

interface NewProposalProps {
  /** Under which its words are kept until they are sent. */
  readonly place: string
  readonly begun: BegunProposal
  readonly onPropose: (words: string, why: string) => void
  readonly onCancel: () => void
}

/** A proposal being written, under the words it is for. */
export function NewProposal({ place, begun, onPropose, onCancel }: NewProposalProps) {
  return (
    <div className="comments-thread proposing">
      {begun.anchor ? (
        <blockquote className="comments-quote proposed voice">{begun.before}</blockquote>
      ) : (
        <p className="fine">For the whole statement, one line for each of its lines. Select words first to propose others for them.</p>
      )}
      <ProposalField key={`${begun.before} ${begun.words}`} place={place} begun={begun} onPropose={onPropose} onCancel={onCancel} />
    </div>
  )
}
