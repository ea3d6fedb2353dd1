import { useCallback, useEffect } from 'react'
import type { OwnBallot } from '../../../../shared/tools/votes/ballot-contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { type AnswerStanding, standingOf } from '../../../../shared/tools/votes/standing-answers'
import { useWorkshop } from '../../../app/workshop-context'
import type { BallotSender, BallotState } from '../ballot/ballot-sender'
import { useBallot } from '../ballot/use-ballot'
import { keepConcernKey } from '../concerns/concern-key'

/** My answer in a check, and how it stands towards the words as they are; no standing while I have given none. */
export interface MyAnswer {
  readonly ballot: BallotState
  readonly sender: BallotSender
  readonly standing: AnswerStanding | undefined
}

/** My ballot in a check, read again when somebody contests a mark: it may have been me, on another device. */
export function useMyAnswer(check: Round, textHash: string): MyAnswer {
  const { id: participantId } = useWorkshop().actor
  const { id: roundId } = check
  const hear = useCallback(
    <T extends OwnBallot>(own: T) => {
      keepConcernKey({ roundId, participantId }, own)
      return own
    },
    [roundId, participantId],
  )
  const { ballot, sender } = useBallot(check, hear)
  const { marks = [] } = check
  const contests = marks.reduce((sum, { contested }) => sum + contested, 0)
  useEffect(() => {
    if (contests > 0) void sender.load()
  }, [sender, contests])
  const { wanted, contested } = ballot
  return { ballot, sender, standing: wanted.answer === undefined ? undefined : standingOf({ ...wanted, contested }, textHash, marks) }
}
