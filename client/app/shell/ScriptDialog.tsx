import { Dialog } from '../../ui/Dialog'
import { Script } from './Script'

interface ScriptDialogProps {
  /** The step's. */
  readonly title: string
  readonly text: string
  readonly onClose: () => void
}

/** The script of a step over the stage. */
export function ScriptDialog({ title, text, onClose }: ScriptDialogProps) {
  return (
    <Dialog open onClose={onClose} title={title}>
      <Script text={text} />
    </Dialog>
  )
}
