import { Copy } from 'lucide-react'
import { useState } from 'react'
import { workshops } from '../../../shared/workshop/collections'
import { copyText } from '../../app/hand-over'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { toast } from '../../ui/toast'
import { invitationText } from './invitation'

/** Whom an invitation is for. */
export type InvitationReason = Parameters<typeof invitationText>[0]['reason']

interface InvitationDialogProps {
  readonly reason: InvitationReason
  readonly onClose: () => void
}

/** An invitation to look over, change and copy; sending it is up to the person. */
export function InvitationDialog({ reason, onClose }: InvitationDialogProps) {
  const { record, actor, name, title } = useWorkshop()
  const workshop = useRecord(workshops, record, actor.workshopId)
  const [text, setText] = useState(() =>
    invitationText({ workshop: title, joinUrl: workshop?.joinUrl ?? '', joinCode: workshop?.joinCode ?? '', hostName: name, reason }),
  )

  async function copy() {
    const copied = await copyText(text)
    toast({ message: copied ? 'Invitation copied' : 'Copying was not allowed. Select the text and copy it by hand.' })
    if (copied) onClose()
  }

  return (
    <Dialog open onClose={onClose} title="Write an invitation">
      <Field label="Invitation" hint="Change it as you like, then copy it into an e-mail. Nothing is sent from here.">
        {(props) => <textarea {...props} className="input" rows={12} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <DialogActions>
        <Button variant="primary" Icon={Copy} onClick={copy}>
          Copy the invitation
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </DialogActions>
    </Dialog>
  )
}
