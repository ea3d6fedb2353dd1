import { Check } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { rounds } from '../../../../shared/tools/votes/collections'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isLate } from '../../../../shared/tools/votes/selectors'
import { spentOf } from '../../../../shared/tools/votes/spent'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { announce } from '../../../ui/announce'
import { Chip } from '../../../ui/Chip'
import { Prompt } from '../../../ui/Prompt'
import { dots } from '../ballot/ballot-words'
import { StandingChip } from '../late/StandingChip'
import { StandingNote } from '../late/StandingNote'
import { asDecidedOn, isProvisional, lateRoundOf } from '../late/standing'
import { meaningInWords } from '../words'
import { CompareRounds } from './CompareRounds'
import { EarlierVotes } from './EarlierVotes'
import { FinalFindings } from './FinalFindings'
import { Lineage } from './Lineage'
import { RecordDecision } from './RecordDecision'
import { RevealControls } from './RevealControls'
import { Roll } from './Roll'
import { RoundExport } from './RoundExport'
import { leadInWords } from './reading'
import './results.css'

// For facilitators only, and only where somebody was missing.
const LateCard = lazy(async () => ({ default: (await import('../late/LateCard')).LateCard }))

interface ResultsViewProps {
  readonly round: Round
  /** The other closed rounds, newest first. */
  readonly earlier: readonly Round[]
  readonly onShow: (roundId: string) => void
  /** Prepare a new vote, or this one again. */
  readonly onSetUp: (from?: Round) => void
  /** Answer late oneself, for a facilitator who may. */
  readonly onAnswer?: (() => void) | undefined
}

/** A closed vote: what came out, how to read it, and what was decided. */
export function ResultsView({ round, earlier, onShow, onSetUp, onAnswer }: ResultsViewProps) {
  const { actor, record } = useWorkshop()
  const all = useRecords(rounds, record)
  const top = useRef<HTMLDivElement>(null)
  const decided = asDecidedOn(round)
  const late = lateRoundOf(round, all)
  const lead = leadInWords(decided)
  const meaning = meaningInWords(round)
  useEffect(() => {
    // The ballot is gone, so its scroll position means nothing here.
    void top.current?.closest('.stage')?.scrollTo({ top: 0 })
    if (lead) announce(lead)
  }, [lead])
  return (
    <div className="votes-split votes-results" ref={top}>
      <div>
        <div className="row wrap votes-eyebrow">
          <Chip tone="ok" Icon={Check}>
            {isLate(round) ? 'Late answers closed' : 'Vote closed'}
          </Chip>
          <StandingChip round={round} />
          <span className="meta">{turnoutInWords(decided)}</span>
        </div>
        <Prompt>{round.question}</Prompt>
        {meaning ? <p className="votes-meaning">{meaning}</p> : null}
        <Lineage round={round} others={earlier} onShow={onShow} />
        <StandingNote round={round} late={late} />
        <FinalFindings round={round} all={all} />
        {isLate(round) ? null : <CompareRounds round={decided} others={earlier} />}
        <RoundExport round={round} />
        <Roll round={round} />
        <EarlierVotes rounds={earlier} onShow={onShow} />
      </div>
      <aside className="votes-side" aria-label="Decision" tabIndex={-1} data-region>
        {isProvisional(round) && can(actor, 'votes/settle') ? (
          <Suspense fallback={null}>
            <LateCard key={round.id} round={round} late={late} onAnswer={onAnswer} />
          </Suspense>
        ) : null}
        {isLate(round) ? (
          <section className="card" aria-label="Where it is decided">
            <p className="meta">These answers belong to an earlier vote. The decision is made there.</p>
          </section>
        ) : (
          <RecordDecision
            key={round.id}
            round={decided}
            late={late}
            onSetUp={can(actor, 'votes/create') ? onSetUp : undefined}
            onShow={onShow}
          />
        )}
        {can(actor, 'votes/reveal') && !isLate(round) ? <RevealControls round={decided} /> : null}
        <p className="fine">
          {round.secret
            ? 'The log keeps who voted, never how. Names came off the ballots the moment the vote closed.'
            : 'This was an open vote: names stand with the results.'}
        </p>
      </aside>
    </div>
  )
}

function turnoutInWords({ result, turnout, method, secret }: Round): string {
  const placed =
    method === 'dots' && result?.options
      ? ` · ${dots(spentOf(Object.fromEntries(result.options.map(({ id, dots: count }) => [id, count]))))}`
      : ''
  return `${result?.voters ?? 0} of ${turnout.eligible} voted${placed} · ${secret ? 'secret ballot' : 'open ballot'}`
}
