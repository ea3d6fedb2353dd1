import { useState } from 'react'
import { plural } from '../../../../shared/doc/words'
import { takesAnswers } from '../../../../shared/tools/votes/consent'
import { contract } from '../../../../shared/tools/votes/contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { useAct } from '../use-act'
import { useAnswered } from './use-answered'

interface CheckCloseProps {
  readonly check: Round
}

/** Ends a sealed check, with the question that a final act asks first. */
export function CheckClose({ check }: CheckCloseProps) {
  const { workshopId } = useWorkshop().actor
  const { eligible, answered, toRenew: lapsed } = useAnswered(check)
  const [asking, setAsking] = useState<'close' | 'cancel'>()
  const { busy, run } = useAct()
  const waiting = Math.max(0, eligible - answered - lapsed)

  async function end(endpoint: typeof contract.closeRound | typeof contract.cancelRound) {
    if (!(await run(() => call(endpoint, { params: { id: workshopId, roundId: check.id } })))) return
    setAsking(undefined)
  }

  if (check.state !== 'open') return null
  return (
    <div className="row wrap">
      {takesAnswers(check) ? (
        <Button size="sm" variant={waiting === 0 && lapsed === 0 ? 'primary' : 'plain'} onClick={() => setAsking('close')}>
          Close the check
        </Button>
      ) : null}
      <Button size="sm" variant="ghost" onClick={() => setAsking('cancel')}>
        Cancel it
      </Button>
      <Dialog open={asking === 'close'} onClose={() => setAsking(undefined)} title="Close the check now?">
        <p>
          {waiting > 0 ? `${waiting} ${waiting === 1 ? 'person has' : 'people have'} not answered. ` : ''}
          {waiting + lapsed === 0 ? 'Everybody has answered. ' : ''}A closed check cannot be reopened; you can ask again.
        </p>
        {lapsed > 0 ? (
          <p>
            {plural(lapsed, 'answer')} {lapsed === 1 ? 'has' : 'have'} lapsed because the words changed. What is not renewed by the close is
            not counted, and the result says how many those are.
          </p>
        ) : null}
        <p className="meta">Answers already on their way are taken for 3 more seconds. Then everybody sees the result.</p>
        <DialogActions>
          <Button variant="primary" busy={busy} onClick={() => void end(contract.closeRound)}>
            Close the check
          </Button>
          <Button onClick={() => setAsking(undefined)}>Keep it open</Button>
        </DialogActions>
      </Dialog>
      <Dialog open={asking === 'cancel'} onClose={() => setAsking(undefined)} title="Cancel the check?">
        <p>Nothing is counted, and the answers given so far are thrown away.</p>
        <DialogActions>
          <Button variant="danger" busy={busy} onClick={() => void end(contract.cancelRound)}>
            Cancel the check
          </Button>
          <Button onClick={() => setAsking(undefined)}>Keep it open</Button>
        </DialogActions>
      </Dialog>
    </div>
  )
}
