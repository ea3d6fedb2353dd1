import { Vote } from 'lucide-react'
import { useId } from 'react'
import { contract } from '../../../../shared/tools/votes/contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { focusStage } from '../focus-stage'
import { useAct } from '../use-act'
import { mostInRunOff, runOffInWords, runOffOf } from './run-off'
import type { Tie } from './ties'

interface RunOffProps {
  readonly round: Round
  readonly tie: Tie
  readonly onOpened: (roundId: string) => void
}

/** Settles a tie: one press makes and opens a vote among what is tied. */
export function RunOff({ round, tie, onOpened }: RunOffProps) {
  const { workshopId } = useWorkshop().actor
  const { busy, run } = useAct()
  const wordsId = useId()

  async function open() {
    const params = { id: workshopId }
    const opened = await run(async () => {
      const { roundId } = await call(contract.createRound, { params, body: runOffOf(round, tie) })
      await call(contract.openRound, { params: { ...params, roundId } })
      return roundId
    })
    if (!opened) return
    onOpened(opened)
    focusStage()
  }

  if (tie.length > mostInRunOff) {
    return <p className="meta">{tie.length} options are tied, too many for a run-off. Talk them through, or vote again on fewer.</p>
  }
  return (
    <div className="votes-run-off">
      <Button block Icon={Vote} busy={busy} aria-describedby={wordsId} onClick={() => void open()}>
        Run-off between these {tie.length}
      </Button>
      <p id={wordsId} className="fine">
        {runOffInWords(round, tie)}
      </p>
    </div>
  )
}
