import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { rounds } from '../../../shared/tools/votes/collections'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { can } from '../../../shared/tools/votes/permissions'
import type { Round } from '../../../shared/tools/votes/schema'
import { currentVote, isEligible, votesOf } from '../../../shared/tools/votes/selectors'
import { participants } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord, useRecords } from '../../sync/use-live'
import { announce } from '../../ui/announce'
import { Empty } from '../../ui/Empty'
import { Prompt } from '../../ui/Prompt'
import { StageLayout } from '../../ui/StageLayout'
import type { StageProps } from '../client-tool'
import { BallotView } from './ballot/BallotView'
import { useBallot } from './ballot/use-ballot'
import { focusStage } from './focus-stage'
import './votes.css'

// A phone's first ballot waits for none of these.
const later = async () => (await import('./later-views')).laterViews
const SetupView = lazy(async () => ({ default: await (await later()).setup() }))
const ResultsView = lazy(async () => ({ default: await (await later()).results() }))
const WatchView = lazy(async () => ({ default: await (await later()).watch() }))
const CloseVote = lazy(async () => ({ default: await (await later()).close() }))

/** What a person looks at instead of the round that is on now. */
type Choice =
  | { readonly look: 'current' }
  | { readonly look: 'round'; readonly id: string }
  | { readonly look: 'setup'; readonly from?: Round }

/** The Decide step: set up, vote, see the result, record the decision. */
export function Stage({ step }: StageProps) {
  const { record, actor } = useWorkshop()
  const all = useRecords(rounds, record)
  const [choice, setChoice] = useState<Choice>({ look: 'current' })
  const current = currentVote(all, step.id)
  const running = current?.state === 'open' || current?.state === 'closing' ? current : undefined
  useVoteNews(current)
  const facilitates = can(actor, 'votes/create')

  // A run-off that was opened a moment ago may not be here yet.
  const chosen = choice.look === 'round' ? all.find(({ id, state }) => id === choice.id && state === 'closed') : undefined
  const shown = running ?? chosen ?? current
  if (facilitates && !running && (choice.look === 'setup' || !shown)) {
    const from = choice.look === 'setup' ? choice.from : undefined
    return (
      <StageLayout>
        <Suspense fallback={null}>
          <SetupView
            key={from?.id ?? 'new'}
            step={step}
            from={from}
            earlier={votesOf(all).filter(({ state }) => state === 'closed')}
            onOpened={() => {
              setChoice({ look: 'current' })
              focusStage()
            }}
            onShow={(id) => setChoice({ look: 'round', id })}
          />
        </Suspense>
      </StageLayout>
    )
  }
  if (!shown) {
    return (
      <StageLayout>
        <div className="votes-empty">
          <Prompt>{step.prompt ?? step.title}</Prompt>
          <Empty title="No vote is open yet.">Your facilitator opens it. It appears here by itself.</Empty>
        </div>
      </StageLayout>
    )
  }
  return (
    <StageLayout>
      {running ? (
        <RunningVote key={running.id} round={running} />
      ) : (
        <Suspense fallback={null}>
          <ResultsView
            key={shown.id}
            round={shown}
            earlier={votesOf(all).filter(({ id, state }) => state === 'closed' && id !== shown.id)}
            onShow={(id) => setChoice({ look: 'round', id })}
            onSetUp={(from) => setChoice({ look: 'setup', ...(from ? { from } : {}) })}
          />
        </Suspense>
      )}
    </StageLayout>
  )
}

function RunningVote({ round }: { readonly round: Round }) {
  const { actor, record } = useWorkshop()
  const { ballot, sender } = useBallot(round)
  const identity = useRecord(participants, record, actor.id)?.identity
  const eligible = isEligible(actor.role, round, identity) || ballot.eligible
  return (
    <>
      {can(actor, 'votes/close') ? (
        <Suspense fallback={null}>
          <CloseVote round={round} />
        </Suspense>
      ) : null}
      {eligible && !isAgreement(round.method) ? (
        <BallotView
          method={round.method}
          round={round}
          ballot={ballot}
          onChange={(allocation) => sender.want({ allocation, done: false })}
          onDone={(done) => sender.want({ allocation: ballot.wanted.allocation ?? {}, done })}
        />
      ) : (
        <Suspense fallback={null}>
          <WatchView round={round} />
        </Suspense>
      )}
    </>
  )
}

/** Opening and closing are said at once, to everybody on the step. */
function useVoteNews(round: Round | undefined): void {
  const before = useRef<{ readonly id: string; readonly state: string } | undefined>(undefined)
  const first = useRef(true)
  const id = round?.id
  const state = round?.state
  const question = round?.question
  useEffect(() => {
    const known = before.current
    before.current = id && state ? { id, state } : undefined
    if (first.current) {
      first.current = false
      return
    }
    if (!id || (known?.id === id && known.state === state)) return
    if (state === 'open') announce(`The vote is open. ${question}`, 'assertive')
    if (state === 'closing') announce('The vote is closing. 3 seconds left.', 'assertive')
    if (state === 'closed') announce('The vote is closed. The results are shown.', 'assertive')
  }, [id, state, question])
}
