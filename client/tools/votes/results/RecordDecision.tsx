import { Plus, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { can } from '../../../../shared/tools/votes/permissions'
import type { Round } from '../../../../shared/tools/votes/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { DecisionForm } from './DecisionForm'
import { isCounted } from './measure'
import { RunOff } from './RunOff'
import { decisionCautions } from './reading'
import { tieToSettle } from './run-off'

interface RecordDecisionProps {
  /** With both tallies in one where it is final so. */
  readonly round: Round
  /** The round of its late answers, while they are open. */
  readonly late?: Round | undefined
  /** Absent for people who may not prepare votes. */
  readonly onSetUp: ((from?: Round) => void) | undefined
  readonly onShow: (roundId: string) => void
}

/** Beside the results: what we decided, into the log with one press; before that, the way out of a tie. */
export function RecordDecision({ round, late, onSetUp, onShow }: RecordDecisionProps) {
  const { actor } = useWorkshop()
  const { recorded, result } = round
  // Until somebody chooses, it follows a result that becomes final.
  const [picked, setPicked] = useState<readonly string[]>()
  const chosen = picked ?? firstChosen(round)
  const tie = recorded || !isCounted(result) ? undefined : tieToSettle(round, result, chosen)

  function toggle(id: string) {
    setPicked(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  }

  return (
    <section className="card votes-decision" aria-label="Record the decision">
      {recorded ? (
        <>
          <h2 className="h">We decided</h2>
          <p className="voice votes-decided">{recorded.words}</p>
          {recorded.reservations ? <p className="meta">Reservations: {recorded.reservations}</p> : null}
          <p className="meta">In the decision log, recorded by {recorded.byName}.</p>
        </>
      ) : can(actor, 'votes/record') ? (
        <DecisionForm round={round} chosen={chosen} onToggle={toggle} />
      ) : (
        <>
          <h2 className="h">What we decide</h2>
          <p className="meta">Your facilitator records the decision in the log.</p>
        </>
      )}
      {decisionCautions(round, late).map((words) => (
        <p key={words} className="fine">
          {words}
        </p>
      ))}
      {onSetUp ? (
        <div className="votes-next">
          {tie ? <RunOff round={round} tie={tie} onOpened={onShow} /> : null}
          <Button block variant={tie ? 'ghost' : 'plain'} Icon={RotateCcw} onClick={() => onSetUp(round)}>
            Vote again
          </Button>
          <Button block variant="ghost" Icon={Plus} onClick={() => onSetUp()}>
            Set up another vote
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** Options offered as chosen at first: first place, unless it is a tie. */
function firstChosen(round: Round): readonly string[] {
  const first = round.result?.options?.filter(({ rank, people }) => rank === 1 && people > 0) ?? []
  return first.length === 1 ? first.map(({ id }) => id) : []
}
