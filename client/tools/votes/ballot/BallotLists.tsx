import { allocationInWords } from '../../../../shared/tools/votes/ballot-words'
import type { Round, RoundResult } from '../../../../shared/tools/votes/schema'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { keptReceipt } from './use-ballot'

/** Who chose what, of an open vote. */
export function NamedBallots({ round, ballots }: { readonly round: Round; readonly ballots: NonNullable<RoundResult['ballots']> }) {
  const { record } = useWorkshop()
  const names = new Map<string, string>(useRecords(participants, record).map(({ id, name }) => [id, name]))
  return (
    <details className="votes-details">
      <summary>Who chose what</summary>
      <ul>
        {ballots.map(({ participantId, allocation }) => (
          <li key={participantId}>
            <b>{names.get(participantId) ?? 'Somebody who has left'}</b>: {allocationInWords(round, allocation)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Every ballot of a secret vote by its receipt, without names; one's own is marked. */
export function PublishedBallots({
  round,
  published,
}: {
  readonly round: Round
  readonly published: NonNullable<RoundResult['published']>
}) {
  const receipt = keptReceipt(round.id)
  return (
    <details className="votes-details">
      <summary>All ballots</summary>
      <p className="meta">
        Every ballot, sorted by receipt, without names. {receipt ? 'Yours is marked.' : 'Only the voter knows which receipt is whose.'}
      </p>
      <ul>
        {published.map((ballot) => (
          <li key={ballot.receipt} className={ballot.receipt === receipt ? 'votes-own' : undefined}>
            <span className="votes-receipt">{ballot.receipt}</span> {allocationInWords(round, ballot.allocation ?? {})}
            {ballot.receipt === receipt ? <b> Your ballot</b> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
