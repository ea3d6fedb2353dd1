import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { editDuty } from '../../../shared/tools/roles/commands'
import type { Duty } from '../../../shared/tools/roles/schema'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Field } from '../../ui/Field'

interface DutyDialogProps {
  readonly duty: Duty
  /** Headings in use, to choose from. */
  readonly groups: readonly string[]
  readonly onClose: () => void
}

/** Words a responsibility anew, or puts it under another heading. */
export function DutyDialog({ duty, groups, onClose }: DutyDialogProps) {
  const { board, actor } = useWorkshop()
  const [label, setLabel] = useState(duty.label)
  const [group, setGroup] = useState(duty.group ?? '')
  const fault = label.trim() === '' ? 'Type the responsibility.' : undefined

  function save(event: FormEvent) {
    event.preventDefault()
    if (fault) return
    editDuty(board, actor, duty.id, { label: label.trim(), group: group.trim() || undefined })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title="Change a responsibility">
      <form className="roles-form" onSubmit={save} noValidate>
        <Field label="Responsibility" error={fault}>
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
        <DialogActions>
          <Button variant="primary" type="submit" disabledReason={fault}>
            Save the responsibility
          </Button>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
