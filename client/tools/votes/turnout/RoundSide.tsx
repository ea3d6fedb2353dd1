import type { Round } from '../../../../shared/tools/votes/schema'
import { TermsCard } from '../ballot/TermsCard'
import { HowKept } from '../proof/HowKept'
import { SealedNote } from './SealedNote'
import { TurnoutPanel } from './TurnoutPanel'

interface RoundSideProps {
  readonly round: Round
  /** Of my own ballot, once it is in. */
  readonly receipt?: string | undefined
}

/** Beside a running round: how many have finished, that nothing is counted yet, and on what terms. */
export function RoundSide({ round, receipt }: RoundSideProps) {
  return (
    <>
      <TurnoutPanel round={round} />
      <SealedNote receipt={receipt} />
      <TermsCard round={round} />
      <HowKept secret={round.secret} />
    </>
  )
}
