import { CalendarCheck } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { reviewHint } from '../../../../shared/content/statement-guide'
import { reviewDay } from '../../../../shared/tools/drafts/adopting/review'
import { contract } from '../../../../shared/tools/drafts/contract'
import type { AdoptedStatement } from '../../../../shared/tools/drafts/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { toast } from '../../../ui/toast'
import { attempt } from '../attempt'

interface ReviewDialogProps {
  readonly statement: AdoptedStatement
  readonly onClose: () => void
}

const dayMs = 24 * 60 * 60 * 1000

/** Notes that an adopted wording was looked at and stays as it is, and asks for the next day. */
export function ReviewDialog({ statement, onClose }: ReviewDialogProps) {
  const { actor, serverNow } = useWorkshop()
  const [nextOn, setNextOn] = useState('')
  // The day that this look settles, as it was when the dialog opened.
  const [dueOn] = useState(() => reviewDay(statement))

  async function note(event: FormEvent) {
    event.preventDefault()
    const params = { id: actor.workshopId, draftId: statement.id }
    const body = { ...(dueOn === undefined ? {} : { dueOn }), ...(nextOn === '' ? {} : { nextOn }) }
    if (!(await attempt(() => call(contract.reviewDraft, { params, body })))) return
    toast({ message: 'Noted in the decision log. The adopted text stays as it is.' })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title="Reviewed, stays as it is?">
      <form onSubmit={(event) => void note(event)}>
        <p className="meta">This goes into the decision log. The adopted words do not change.</p>
        <Field label="Review it next on (optional)" hint={reviewHint}>
          {(props) => (
            <input
              className="input drafts-day"
              type="date"
              min={new Date(serverNow() + dayMs).toISOString().slice(0, 10)}
              value={nextOn}
              onChange={(event) => setNextOn(event.target.value)}
              {...props}
            />
          )}
        </Field>
        <DialogActions>
          <Button type="submit" variant="primary" Icon={CalendarCheck}>
            It stays as it is
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
