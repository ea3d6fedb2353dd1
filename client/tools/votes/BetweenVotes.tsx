import { lazy, Suspense, useEffect, useState } from 'react'
import { rounds } from '../../../shared/tools/votes/collections'
import { can } from '../../../shared/tools/votes/permissions'
import type { Round } from '../../../shared/tools/votes/schema'
import { lateVotes, votesOf } from '../../../shared/tools/votes/selectors'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { Empty } from '../../ui/Empty'
import { Prompt } from '../../ui/Prompt'
import { focusStage } from './focus-stage'
import { useLateVotes } from './late/use-late-votes'

const SetupView = lazy(async () => ({ default: (await import('./setup/SetupView')).SetupView }))
const ResultsView = lazy(async () => ({ default: (await import('./results/ResultsView')).ResultsView }))
const LateBallot = lazy(async () => ({ default: (await import('./late/LateBallot')).LateBallot }))

interface BetweenVotesProps {
  readonly step: AgendaStep
  /** The newest closed vote of the step; absent where there was none. */
  readonly current: Round | undefined
}

/** What a person looks at instead of the newest result. */
type Choice =
  | { readonly look: 'current' }
  | { readonly look: 'round'; readonly id: string }
  | { readonly look: 'setup'; readonly from?: Round }
  | { readonly look: 'late'; readonly id: string }

/** The Decide step while no vote runs: results, set-up, and a ballot for whoever was absent and may answer late. */
export function BetweenVotes({ step, current }: BetweenVotesProps) {
  const { record, actor } = useWorkshop()
  const all = useRecords(rounds, record)
  const [choice, setChoice] = useState<Choice>({ look: 'current' })
  const facilitates = can(actor, 'votes/create')
  const late = useLateVotes(lateVotes(all, step.id))
  const mine = late ?? []

  // Whoever facilitates looks after the result, and answers by a press of their own.
  const pressed = mine.find(({ round }) => choice.look === 'late' && choice.id === round.id)
  const first = mine.find(({ answered }) => !answered) ?? mine[0]
  const answering = (pressed ?? (facilitates ? undefined : first))?.round
  const answeringId = answering?.id
  // Once it is closed, what they answered to is what they look at.
  useEffect(() => {
    if (answeringId) setChoice({ look: 'late', id: answeringId })
  }, [answeringId])

  // Neither a result that gives way to a ballot nor, for whoever looks after it, a result that goes and comes back.
  if (!late && !facilitates) return null
  if (answering) {
    return (
      <Suspense fallback={null}>
        <LateBallot
          key={answering.id}
          round={answering}
          waiting={mine.filter(({ round, answered }) => !answered && round.id !== answering.id).map(({ round }) => round)}
          onShow={(id) => setChoice({ look: 'late', id })}
          onBack={facilitates ? () => setChoice({ look: 'round', id: answering.after?.roundId ?? '' }) : undefined}
        />
      </Suspense>
    )
  }

  const closed = votesOf(all).filter(({ state }) => state === 'closed')
  const chosenId = chosenIn(choice, all)
  // A run-off that was opened a moment ago may not be here yet.
  const shown = closed.find(({ id }) => id === chosenId) ?? current
  const answerable = mine.find(({ round }) => round.after?.roundId === shown?.id)?.round.id
  const show = (id: string) => setChoice({ look: 'round', id })
  if (facilitates && (choice.look === 'setup' || !shown)) {
    const from = choice.look === 'setup' ? choice.from : undefined
    return (
      <Suspense fallback={null}>
        <SetupView key={from?.id ?? 'new'} step={step} from={from} earlier={closed} onOpened={focusStage} onShow={show} />
      </Suspense>
    )
  }
  if (!shown) {
    return (
      <div className="votes-empty">
        <Prompt>{step.prompt ?? step.title}</Prompt>
        <Empty title="No vote is open yet.">Your facilitator opens it. It appears here by itself.</Empty>
      </div>
    )
  }
  return (
    <Suspense fallback={null}>
      <ResultsView
        key={shown.id}
        round={shown}
        earlier={closed.filter(({ id }) => id !== shown.id)}
        onShow={show}
        onSetUp={(from) => setChoice({ look: 'setup', ...(from ? { from } : {}) })}
        onAnswer={answerable ? () => setChoice({ look: 'late', id: answerable }) : undefined}
      />
    </Suspense>
  )
}

/** The closed round that somebody chose to look at, or whose late answers they gave. */
function chosenIn(choice: Choice, all: readonly Round[]): string | undefined {
  if (choice.look === 'round') return choice.id
  return choice.look === 'late' ? all.find(({ id }) => id === choice.id)?.after?.roundId : undefined
}
