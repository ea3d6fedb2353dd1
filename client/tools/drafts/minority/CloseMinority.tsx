import { CalendarX } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { contract } from '../../../../shared/tools/drafts/contract'
import type { MinorityStatement } from '../../../../shared/tools/drafts/minority/minority'
import { can } from '../../../../shared/tools/drafts/permissions'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { attempt } from '../attempt'

const dayMs = 24 * 60 * 60 * 1000

/** Names the day at whose start a minority statement closes; for facilitators, once its wording is adopted. */
export function CloseMinority({ minority }: { readonly minority: MinorityStatement }) {
  const { actor, serverNow } = useWorkshop()
  const [isOpen, setOpen] = useState(false)
  const [closesOn, setClosesOn] = useState(minority.minority.closesOn ?? '')
  if (!can(actor, 'drafts/close-minority')) return null

  async function close(event: FormEvent) {
    event.preventDefault()
    const params = { id: actor.workshopId, draftId: minority.id }
    if (await attempt(() => call(contract.closeMinority, { params, body: { closesOn } }))) setOpen(false)
  }

  return (
    <>
      <Button size="sm" variant="ghost" Icon={CalendarX} onClick={() => setOpen(true)}>
        Name its last day…
      </Button>
      {isOpen ? (
        <Dialog open onClose={() => setOpen(false)} title="When does it close?">
          <form onSubmit={(event) => void close(event)}>
            <p className="meta">At the start of that day its words and names are frozen and stay with the adopted version.</p>
            <Field label="It closes on">
              {(props) => (
                <input
                  className="input drafts-day"
                  type="date"
                  required
                  min={new Date(serverNow() + dayMs).toISOString().slice(0, 10)}
                  value={closesOn}
                  onChange={(event) => setClosesOn(event.target.value)}
                  {...props}
                />
              )}
            </Field>
            <DialogActions>
              <Button type="submit" variant="primary" disabledReason={closesOn === '' ? 'Choose a day.' : undefined}>
                Close it then
              </Button>
              <Button onClick={() => setOpen(false)}>Not now</Button>
            </DialogActions>
          </form>
        </Dialog>
      ) : null}
    </>
  )
}
