import type { FormEvent, ReactNode } from 'react'
import { Button } from './Button'
import { Dialog, DialogActions } from './Dialog'

interface FormDialogProps {
  readonly title: string
  readonly wide?: boolean
  /** A verb and its object, for example `Save the partner`. */
  readonly save: string
  /** Why it cannot be saved as it stands. */
  readonly saveReason?: string | undefined
  /** What else may be done with the record, beside saving. */
  readonly more?: ReactNode
  readonly onSubmit: (event: FormEvent) => void
  /** Asked for by Cancel, Escape, the cross, or a press outside; the owner closes it. */
  readonly onClose: () => void
  /** The fields; each says itself what is wrong with it. */
  readonly children: ReactNode
}

/** A record's fields in a dialog, with one button that keeps them and one that does not. */
export function FormDialog({ title, wide = false, save, saveReason, more, onSubmit, onClose, children }: FormDialogProps) {
  return (
    <Dialog open onClose={onClose} title={title} wide={wide}>
      <form onSubmit={onSubmit} noValidate>
        {children}
        <DialogActions inView>
          <Button variant="primary" type="submit" disabledReason={saveReason}>
            {save}
          </Button>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          {more}
        </DialogActions>
      </form>
    </Dialog>
  )
}
