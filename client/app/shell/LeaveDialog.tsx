import { useState } from 'react'
import { useLocation } from 'wouter'
import { workshopContract } from '../../../shared/workshop/contract'
import { call } from '../../api/call'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { useClient } from '../workshop/client-context'
import { useWorkshop } from '../workshop-context'
import { attempt } from './attempt'

interface LeaveDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Giving up the seat on this device wipes what the device keeps. */
export function LeaveDialog({ open, onClose }: LeaveDialogProps) {
  const { actor, title } = useWorkshop()
  const client = useClient()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const waiting = open && client.unsavedWords().length > 0

  async function leave() {
    setBusy(true)
    if (await attempt(() => call(workshopContract.leave, { params: { id: actor.workshopId } }))) {
      await client.forget()
      navigate('/')
    }
    setBusy(false)
  }

  return (
    <Dialog open={open} onClose={onClose} title="Leave on this device?">
      <p className="meta">
        {title} stays as it is, and so do your notes. This device forgets the workshop. To come back to the same seat you need your private
        return link.
      </p>
      {waiting ? <p className="errmsg">Some of your words are not saved yet. Wait for “Saved”, or they are lost.</p> : null}
      <DialogActions>
        <Button variant="danger" busy={busy} onClick={() => void leave()}>
          Leave on this device
        </Button>
        <Button onClick={onClose}>Stay</Button>
      </DialogActions>
    </Dialog>
  )
}
