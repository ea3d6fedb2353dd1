import type { Round } from '../../../shared/tools/votes/schema'
import { SealedNote } from './SealedNote'
import { TurnoutPanel } from './TurnoutPanel'

interface RoundSideProps {
  readonly round: Round
  /** Of my own ballot, once it is in. */
  readonly receipt?: string | undefined
}

/** Beside a running round: how many have finished, and that nothing is counted yet. */
export function RoundSide({ round, receipt }: RoundSideProps) {
  return (
    <>
      <TurnoutPanel round={round} />
      <SealedNote receipt={receipt} />
    </>
  )
}
