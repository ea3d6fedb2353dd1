import { useEffect } from 'react'
import type { Round } from '../../../../shared/tools/votes/schema'
import { type AnswerStanding, standingOf } from '../../../../shared/tools/votes/standing-answers'
import type { BallotSender, BallotState } from '../ballot/ballot-sender'
import { useBallot } from '../ballot/use-ballot'

/** My answer in a check, and how it stands towards the words as they are; no standing while I have given none. */
export interface MyAnswer {
  readonly ballot: BallotState
  readonly sender: BallotSender
  readonly standing: AnswerStanding | undefined
}

/** My ballot in a check, read again when somebody contests a mark: it may have been me, on another device. */
export function useMyAnswer(check: Round, textHash: string): MyAnswer {
  const { ballot, sender } = useBallot(check)
  const { marks = [] } = check
  const contests = marks.reduce((sum, { contested }) => sum + contested, 0)
  useEffect(() => {
    if (contests > 0) void sender.load()
  }, [sender, contests])
  const { wanted, contested } = ballot
  return { ballot, sender, standing: wanted.answer === undefined ? undefined : standingOf({ ...wanted, contested }, textHash, marks) }
}
