import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { contract } from '../../../../shared/tools/votes/contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { DockSlot } from '../../../ui/DockSlot'
import { focusStage } from '../focus-stage'
import { useAct } from '../use-act'
import { useTurnout } from './use-turnout'

/** In the dock: closing the vote, with the question that a final act asks first. */
export function CloseVote({ round }: { readonly round: Round }) {
  const { workshopId } = useWorkshop().actor
  const [asking, setAsking] = useState<'close' | 'cancel'>()
  const { eligible, done } = useTurnout(round)
  const { busy, run } = useAct()
  const params = { id: workshopId, roundId: round.id }
  const waiting = eligible - done

  async function end(endpoint: typeof contract.closeRound | typeof contract.cancelRound) {
    if (!(await run(() => call(endpoint, { params })))) return
    setAsking(undefined)
    focusStage()
  }

  if (round.state !== 'open') return null
  return (
    <>
      <DockSlot>
        <Button Icon={ArrowRight} aria-label="Close the vote" onClick={() => setAsking('close')}>
          <span>
            Close<span className="dock-word"> the vote</span>
          </span>
        </Button>
      </DockSlot>
      <Dialog open={asking === 'close'} onClose={() => setAsking(undefined)} title="Close the vote now?">
        <p>
          {waiting > 0 ? `${waiting} ${waiting === 1 ? 'person has' : 'people have'} not finished. ` : 'Everybody has finished. '}A closed
          vote cannot be reopened.{waiting > 0 ? ' What is on a ballot counts, finished or not.' : ''}
        </p>
        <p className="meta">Dots already on their way are taken for 3 more seconds. Then everybody sees the results.</p>
        <DialogActions>
          <Button variant="primary" busy={busy} onClick={() => void end(contract.closeRound)}>
            Close the vote
          </Button>
          <Button onClick={() => setAsking(undefined)}>Keep voting</Button>
          <Button variant="ghost" onClick={() => setAsking('cancel')}>
            Cancel it, count nothing
          </Button>
        </DialogActions>
      </Dialog>
      <Dialog open={asking === 'cancel'} onClose={() => setAsking(undefined)} title="Throw all ballots away?">
        <p>The vote ends without a result, and what people have placed is gone. This cannot be undone.</p>
        <DialogActions>
          <Button variant="danger" busy={busy} onClick={() => void end(contract.cancelRound)}>
            Cancel the vote
          </Button>
          <Button onClick={() => setAsking(undefined)}>Keep voting</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
