import type { FormEvent } from 'react'
import { useState } from 'react'
import { calendarDayInWords } from '../../../../shared/doc/day'
import { WorkshopError } from '../../../../shared/http/problem'
import { membershipReviews } from '../../../../shared/tools/partners/collections'
import { contract } from '../../../../shared/tools/partners/contract'
import { can } from '../../../../shared/tools/partners/permissions'
import { Day } from '../../../../shared/tools/partners/schema'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { FormDialog } from '../../../ui/FormDialog'

/** When the group looks again at who is at the table. */
export function ReviewPanel() {
  const { record, actor } = useWorkshop()
  const review = useRecord(membershipReviews, record, 'membership')
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="partners-part" aria-label="Membership review">
      <h2 className="h">Membership review</h2>
      <p className="meta">
        {review
          ? `On ${calendarDayInWords(review.dueOn)} the question who is at the table comes back to the agenda.`
          : 'No day is set on which the group looks again at who is at the table.'}
      </p>
      {can(actor, 'partners/review') ? <Button onClick={() => setOpen(true)}>{review ? 'Change the day' : 'Set a day'}</Button> : null}
      {isOpen ? <ReviewDialog dueOn={review?.dueOn ?? ''} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

function ReviewDialog({ dueOn, onClose }: { readonly dueOn: string; readonly onClose: () => void }) {
  const { workshopId } = useWorkshop().actor
  const [day, setDay] = useState(dueOn)
  const [fault, setFault] = useState<string>()

  async function send(wanted: string | null) {
    try {
      await call(contract.setReview, { params: { id: workshopId }, body: { dueOn: wanted } })
      onClose()
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error
      setFault(error.message)
    }
  }

  function save(event: FormEvent) {
    event.preventDefault()
    if (Day.safeParse(day).success) void send(day)
    else setFault('Choose a day.')
  }

  return (
    <FormDialog
      title="Membership review"
      save="Set the day"
      more={dueOn === '' ? null : <Button onClick={() => void send(null)}>No review</Button>}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label="Look again on" hint="On that day a step is added to the agenda.">
        {(control) => <input {...control} type="date" className="input" value={day} onChange={(event) => setDay(event.target.value)} />}
      </Field>
      {fault ? <Banner tone="bad">{fault}</Banner> : null}
    </FormDialog>
  )
}
