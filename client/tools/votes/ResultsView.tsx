import { Check, Lightbulb } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { can } from '../../../shared/tools/votes/permissions'
import type { Round, RoundResult } from '../../../shared/tools/votes/schema'
import { spentOf } from '../../../shared/tools/votes/spent'
import { participants } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { Chip } from '../../ui/Chip'
import { Prompt } from '../../ui/Prompt'
import { EarlierVotes } from './EarlierVotes'
import { RecordDecision } from './RecordDecision'
import { ResultsTable } from './ResultsTable'
import { tieInWords } from './tie-words'
import { keptReceipt } from './use-ballot'
import { counted, dots, joined, labelOf } from './words'

interface ResultsViewProps {
  readonly round: Round
  readonly earlier: readonly Round[]
  readonly onShow: (roundId: string) => void
  /** Prepare a new vote, or this one again. */
  readonly onSetUp: (from?: Round) => void
}

/** A closed vote: what came out, how to read it, and what was decided. */
export function ResultsView({ round, earlier, onShow, onSetUp }: ResultsViewProps) {
  const { actor } = useWorkshop()
  const { result } = round
  const top = useRef<HTMLDivElement>(null)
  // The ballot is gone, so its scroll position means nothing here.
  useEffect(() => {
    void top.current?.closest('.stage')?.scrollTo({ top: 0 })
  }, [])
  return (
    <div className="votes-split votes-results" ref={top}>
      <div>
        <div className="row wrap votes-eyebrow">
          <Chip tone="ok" Icon={Check}>
            Vote closed
          </Chip>
          <span className="meta">{turnoutInWords(round)}</span>
        </div>
        <Prompt>{round.question}</Prompt>
        {result ? <Findings round={round} result={result} /> : null}
        <EarlierVotes rounds={earlier} onShow={onShow} />
      </div>
      <aside className="votes-side" aria-label="Decision" tabIndex={-1} data-region>
        <RecordDecision key={round.id} round={round} onSetUp={can(actor, 'votes/create') ? onSetUp : undefined} />
        <p className="fine">
          {round.secret
            ? 'The log keeps who voted, never how. Names came off the ballots the moment the vote closed.'
            : 'This was an open vote: names stand with the results.'}
        </p>
      </aside>
    </div>
  )
}

function Findings({ round, result }: { readonly round: Round; readonly result: RoundResult }) {
  if (result.withheld) {
    return (
      <p className="votes-read">
        <Lightbulb className="i" aria-hidden />
        <span>
          {counted(result.voters, 'ballot')} came in. With fewer than 3, the totals of a secret vote would give people away, so they stay
          unsaid.
        </span>
      </p>
    )
  }
  const tie = tieInWords(round, result)
  const marginWords = result.margin && marginInWords(result.margin)
  return (
    <>
      {result.options ? <ResultsTable round={round} result={{ ...result, options: result.options }} /> : null}
      {result.verdict ? <p className="votes-verdict">{result.verdict.words}</p> : null}
      {tie || marginWords ? (
        <p className="votes-read">
          <Lightbulb className="i" aria-hidden />
          <span>
            {tie ? (
              <>
                <b>Reading the tie.</b> {tie}{' '}
              </>
            ) : null}
            {marginWords}
          </span>
        </p>
      ) : null}
      {result.ballots ? <NamedBallots round={round} ballots={result.ballots} /> : null}
      {result.published ? <PublishedBallots round={round} published={result.published} /> : null}
    </>
  )
}

function NamedBallots({ round, ballots }: { readonly round: Round; readonly ballots: NonNullable<RoundResult['ballots']> }) {
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

function PublishedBallots({ round, published }: { readonly round: Round; readonly published: NonNullable<RoundResult['published']> }) {
  const receipt = keptReceipt(round.id)
  return (
    <details className="votes-details">
      <summary>Check the count</summary>
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

function allocationInWords(round: Round, allocation: Readonly<Record<string, number>>): string {
  return joined(Object.entries(allocation).map(([id, count]) => `${count} on ${labelOf(round, id)}`))
}

function turnoutInWords({ result, turnout, method, secret }: Round): string {
  const placed =
    method === 'dots' && result?.options
      ? ` · ${dots(spentOf(Object.fromEntries(result.options.map(({ id, dots: count }) => [id, count]))))}`
      : ''
  return `${result?.voters ?? 0} of ${turnout.eligible} voted${placed} · ${secret ? 'secret ballot' : 'open ballot'}`
}

function marginInWords(margin: NonNullable<RoundResult['margin']>): string {
  return margin === 'stands'
    ? 'First place stands whichever single organisation’s dots are taken away.'
    : 'First place would change if one organisation’s dots were taken away.'
}
