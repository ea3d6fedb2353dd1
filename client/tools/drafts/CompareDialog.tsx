import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { WordDifference } from '../../ui/WordDifference'
import type { Wording } from './live-wording'

interface CompareDialogProps {
  /** What is compared with the working draft. */
  readonly name: string
  readonly before: Wording
  readonly after: Wording
  readonly onClose: () => void
}

/** Another wording beside the working draft, word by word. */
export function CompareDialog({ name, before, after, onClose }: CompareDialogProps) {
  return (
    <Dialog open wide onClose={onClose} title={`Working draft and ${name}, word by word`}>
      <WordDifference before={{ name: 'the working draft', plain: before.plain }} after={{ name, plain: after.plain }} />
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  )
}
