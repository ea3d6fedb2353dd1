import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect } from 'react'
import { plural } from '../../../../shared/doc/words'
import { isAgreement } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { BallotView } from '../ballot/BallotView'
import { useBallot } from '../ballot/use-ballot'
import './late.css'

interface LateBallotProps {
  readonly round: Round
  /** Other rounds that wait for my late answer. */
  readonly waiting: readonly Round[]
  readonly onShow: (roundId: string) => void
  /** Back to the result, for those who look after it. */
  readonly onBack: (() => void) | undefined
}

/** The ballot of somebody who was absent when the group voted. */
export function LateBallot({ round, waiting, onShow, onBack }: LateBallotProps) {
  const { ballot, sender } = useBallot(round)
  const [next] = waiting
  useEffect(() => announce(`You can answer late. ${round.question}`), [round.question])
  if (isAgreement(round.method)) return null
  return (
    <>
      {onBack || next ? (
        <div className="row wrap late-ways">
          {onBack ? (
            <Button size="sm" variant="ghost" Icon={ArrowLeft} onClick={onBack}>
              Back to the result
            </Button>
          ) : null}
          {next ? (
            <Banner
              tone="info"
              action={
                <Button size="sm" Icon={ArrowRight} onClick={() => onShow(next.id)}>
                  {waiting.length > 1 ? 'Go to the next' : 'Go to it'}
                </Button>
              }
            >
              {plural(waiting.length, 'more vote')} {waiting.length === 1 ? 'waits' : 'wait'} for your answer: {next.question}
            </Banner>
          ) : null}
        </div>
      ) : null}
      <BallotView
        method={round.method}
        round={round}
        ballot={ballot}
        onChange={(allocation) => sender.want({ allocation, done: false })}
        onDone={(done) => sender.want({ allocation: ballot.wanted.allocation ?? {}, done })}
      />
    </>
  )
}
