import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions, hasFirstFocus } from '../../ui/Dialog'
import { Field } from '../../ui/Field'

interface RenameDialogProps {
  readonly title: string
  readonly onRename: (title: string) => void
  readonly onClose: () => void
}

/** Gives a wording another name. */
export function RenameDialog({ title: before, onRename, onClose }: RenameDialogProps) {
  const [title, setTitle] = useState(before)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (title.trim() === '') return
    onRename(title.trim())
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title="Rename this wording">
      <form onSubmit={submit}>
        <Field label="Name">
          {(props) => (
            <input
              ref={hasFirstFocus}
              className="input"
              maxLength={limits.titleLength}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              {...props}
            />
          )}
        </Field>
        <DialogActions>
          <Button type="submit" variant="primary" disabledReason={title.trim() === '' ? 'Give it a name.' : undefined}>
            Rename it
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
