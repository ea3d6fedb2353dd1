import { lazy, Suspense, useEffect, useRef } from 'react'
import { rounds } from '../../../shared/tools/votes/collections'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { can } from '../../../shared/tools/votes/permissions'
import type { Round } from '../../../shared/tools/votes/schema'
import { currentVote, isEligible } from '../../../shared/tools/votes/selectors'
import { participants } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord, useRecords } from '../../sync/use-live'
import { announce } from '../../ui/announce'
import { StageLayout } from '../../ui/StageLayout'
import { toast } from '../../ui/toast'
import type { StageProps } from '../client-tool'
import { BallotView } from './ballot/BallotView'
import { useBallot } from './ballot/use-ballot'
import './votes.css'

// A phone's first ballot waits for none of these.
const later = async () => (await import('./later-views')).laterViews
const BetweenVotes = lazy(async () => ({ default: (await later()).between }))
const WatchView = lazy(async () => ({ default: await (await later()).watch() }))
const CloseVote = lazy(async () => ({ default: await (await later()).close() }))

/** The Decide step: set up, vote, see the result, record the decision. */
export function Stage({ step }: StageProps) {
  const { record } = useWorkshop()
  const current = currentVote(useRecords(rounds, record), step.id)
  useVoteNews(current)
  return (
    <StageLayout>
      {current && current.state !== 'closed' ? (
        <RunningVote key={current.id} round={current} />
      ) : (
        <Suspense fallback={null}>
          <BetweenVotes step={step} current={current} />
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
    if (known && known.id !== id && known.state !== 'closed' && state !== 'open')
      toast({ message: 'The vote was cancelled. Nothing was counted' })
    if (!id || (known?.id === id && known.state === state)) return
    if (state === 'open') announce(`The vote is open. ${question}`, 'assertive')
    if (state === 'closing') announce('The vote is closing. 3 seconds left.', 'assertive')
    if (state === 'closed' && known?.id === id) announce('The vote is closed. The results are shown.', 'assertive')
  }, [id, state, question])
}
