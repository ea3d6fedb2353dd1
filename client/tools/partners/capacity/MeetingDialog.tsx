import type { FormEvent } from 'react'
import { useState } from 'react'
import { localDay } from '../../../../shared/doc/day'
import { limits } from '../../../../shared/sync/limits'
import { editMeeting, planMeeting } from '../../../../shared/tools/partners/capacity/commands'
import { costInWords, meetingCost } from '../../../../shared/tools/partners/capacity/meeting-cost'
import { type Meeting, mostInvited, mostMeetingMinutes } from '../../../../shared/tools/partners/capacity/schema'
import { Day } from '../../../../shared/tools/partners/schema'
import { onRoster } from '../../../../shared/tools/partners/selectors'
import { useWorkshop } from '../../../app/workshop-context'
import { Field } from '../../../ui/Field'
import { FormDialog } from '../../../ui/FormDialog'
import { usePartners } from '../use-roster'

interface MeetingDialogProps {
  /** Absent to plan a new one. */
  readonly meeting: Meeting | undefined
  readonly onClose: () => void
}

/** Plans a meeting: what for, when, how long, and who is asked to come; what it takes is said while it is written. */
export function MeetingDialog({ meeting, onClose }: MeetingDialogProps) {
  const { board, actor, serverNow } = useWorkshop()
  const roster = onRoster(usePartners())
  const [objective, setObjective] = useState(meeting?.objective ?? '')
  const [on, setOn] = useState(meeting?.on ?? localDay(serverNow()))
  const [minutesText, setMinutes] = useState(String(meeting?.minutes ?? 60))
  const [invited, setInvited] = useState(meeting?.invited ?? {})
  const [tried, setTried] = useState(false)
  const minutes = Number(minutesText)
  const isLong = Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMeetingMinutes
  const faults = {
    objective: objective.trim() === '' ? 'Say what will be different after it. A meeting without an objective is not planned.' : undefined,
    on: Day.safeParse(on).success ? undefined : 'Choose a day.',
    minutes: isLong ? undefined : `Type a whole number from 1 to ${mostMeetingMinutes}.`,
  }

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.values(faults).some((fault) => fault !== undefined)) return
    const said = { objective: objective.trim(), on, minutes, invited }
    if (meeting) editMeeting(board, actor, meeting.id, said)
    else planMeeting(board, actor, said)
    onClose()
  }

  function invite(id: string, people: number) {
    const others = Object.fromEntries(Object.entries(invited).filter(([each]) => each !== id))
    setInvited(people >= 1 ? { ...others, [id]: Math.min(Math.floor(people), mostInvited) } : others)
  }

  return (
    <FormDialog
      title={meeting ? 'Change a meeting' : 'Plan a meeting'}
      save={meeting ? 'Save the meeting' : 'Plan the meeting'}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label="Objective" error={tried ? faults.objective : undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={objective}
            maxLength={limits.titleLength}
            onChange={(event) => setObjective(event.target.value)}
          />
        )}
      </Field>
      <div className="partners-pair">
        <Field label="Day" error={tried ? faults.on : undefined}>
          {(control) => <input {...control} type="date" className="input" value={on} onChange={(event) => setOn(event.target.value)} />}
        </Field>
        <Field label="Minutes" error={tried ? faults.minutes : undefined}>
          {(control) => (
            <input
              {...control}
              className="input"
              inputMode="numeric"
              value={minutesText}
              onChange={(event) => setMinutes(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p className="meta" aria-live="polite">
        {isLong ? costInWords(meetingCost({ minutes, invited }, roster)) : null}
      </p>
      <fieldset className="capacity-choice">
        <legend>How many people of each partner</legend>
        {roster.map(({ id, name }) => (
          <label key={id} className="row">
            <input
              type="number"
              className="input capacity-count"
              min={0}
              max={mostInvited}
              value={invited[id] ?? 0}
              onChange={(event) => invite(id, Number(event.target.value))}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </FormDialog>
  )
}
