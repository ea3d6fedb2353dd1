import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { spentOf } from '../../../../shared/tools/votes/spent'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import { Chip } from '../../../ui/Chip'
import { Prompt } from '../../../ui/Prompt'
import { dots } from '../ballot/ballot-words'
import { meaningInWords } from '../words'
import { CompareRounds } from './CompareRounds'
import { EarlierVotes } from './EarlierVotes'
import { Findings } from './Findings'
import { Lineage } from './Lineage'
import { RecordDecision } from './RecordDecision'
import { RevealControls } from './RevealControls'
import { RoundExport } from './RoundExport'
import { leadInWords } from './reading'
import './results.css'

interface ResultsViewProps {
  readonly round: Round
  /** The other closed rounds, newest first. */
  readonly earlier: readonly Round[]
  readonly onShow: (roundId: string) => void
  /** Prepare a new vote, or this one again. */
  readonly onSetUp: (from?: Round) => void
}

/** A closed vote: what came out, how to read it, and what was decided. */
export function ResultsView({ round, earlier, onShow, onSetUp }: ResultsViewProps) {
  const { actor } = useWorkshop()
  const top = useRef<HTMLDivElement>(null)
  const lead = leadInWords(round)
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
            Vote closed
          </Chip>
          <span className="meta">{turnoutInWords(round)}</span>
        </div>
        <Prompt>{round.question}</Prompt>
        {meaning ? <p className="votes-meaning">{meaning}</p> : null}
        <Lineage round={round} others={earlier} onShow={onShow} />
        {round.result ? <Findings round={round} result={round.result} /> : null}
        <CompareRounds round={round} others={earlier} />
        <RoundExport round={round} />
        <EarlierVotes rounds={earlier} onShow={onShow} />
      </div>
      <aside className="votes-side" aria-label="Decision" tabIndex={-1} data-region>
        <RecordDecision key={round.id} round={round} onSetUp={can(actor, 'votes/create') ? onSetUp : undefined} onShow={onShow} />
        {can(actor, 'votes/reveal') ? <RevealControls round={round} /> : null}
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
