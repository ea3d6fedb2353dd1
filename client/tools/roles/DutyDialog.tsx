import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { editDuty } from '../../../shared/tools/roles/commands'
import { hoursIn, mostHours } from '../../../shared/tools/roles/hours'
import type { Duty } from '../../../shared/tools/roles/schema'
import { useWorkshop } from '../../app/workshop-context'
import { Field } from '../../ui/Field'
import { FormDialog } from '../../ui/FormDialog'

interface DutyDialogProps {
  readonly duty: Duty
  /** Headings in use, to choose from. */
  readonly groups: readonly string[]
  /** Skills that partners have, to choose from. */
  readonly skills: readonly string[]
  readonly onClose: () => void
}

/** Words a responsibility anew, puts it under another heading, or says what it takes. */
export function DutyDialog({ duty, groups, skills, onClose }: DutyDialogProps) {
  const { board, actor } = useWorkshop()
  const [label, setLabel] = useState(duty.label)
  const [group, setGroup] = useState(duty.group ?? '')
  const [hours, setHours] = useState(duty.hoursPerMonth === undefined ? '' : String(duty.hoursPerMonth))
  const [skill, setSkill] = useState(duty.skill ?? '')
  const hoursPerMonth = hoursIn(hours)
  const hoursFault = hours.trim() === '' || hoursPerMonth !== undefined ? undefined : `Type a number of hours, 0 to ${mostHours}.`
  const fault = label.trim() === '' ? 'Type the responsibility.' : hoursFault

  function save(event: FormEvent) {
    event.preventDefault()
    if (fault) return
    editDuty(board, actor, duty.id, {
      label: label.trim(),
      group: group.trim() || undefined,
      hoursPerMonth,
      skill: skill.trim() || undefined,
    })
    onClose()
  }

  return (
    <FormDialog title="Change a responsibility" save="Save the responsibility" saveReason={fault} onSubmit={save} onClose={onClose}>
      <Field label="Responsibility" error={label.trim() === '' ? fault : undefined}>
        {(props) => (
          <input
            {...props}
            className="input"
            value={label}
            maxLength={limits.titleLength}
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </Field>
      <Field label="Heading" hint="Rows with the same heading stand together.">
        {(props) => (
          <>
            <input
              {...props}
              className="input"
              list="roles-headings"
              value={group}
              maxLength={limits.nameLength}
              onChange={(event) => setGroup(event.target.value)}
            />
            <datalist id="roles-headings">
              {groups.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label="Hours a month" hint="For each partner that works in it; an hour while this is empty." error={hoursFault}>
        {(props) => (
          <input {...props} className="input" inputMode="decimal" value={hours} onChange={(event) => setHours(event.target.value)} />
        )}
      </Field>
      <Field label="Skill it asks for" hint="In the words of the partners’ lists: those who have it are proposed first.">
        {(props) => (
          <>
            <input
              {...props}
              className="input"
              list="roles-skills"
              value={skill}
              maxLength={limits.nameLength}
              onChange={(event) => setSkill(event.target.value)}
            />
            <datalist id="roles-skills">
              {skills.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          </>
        )}
      </Field>
    </FormDialog>
  )
}
