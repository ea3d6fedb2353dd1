import { Sheet } from '../../../ui/Sheet'
import { CommentsPanel } from './CommentsPanel'
import type { Commenting } from './use-commenting'
import type { Comments } from './use-comments'

interface CommentsSheetProps {
  readonly open: boolean
  readonly comments: Comments
  readonly commenting: Commenting
  readonly onClose: () => void
}

/** The comments where there is no room beside the text: they come over it, and leave when their words are looked at. */
export function CommentsSheet({ open, comments, commenting, onClose }: CommentsSheetProps) {
  function close() {
    commenting.rest()
    onClose()
  }

  return (
    <Sheet open={open} side="right" label="Comments" onClose={close}>
      <CommentsPanel comments={comments} commenting={commenting} onShowText={close} />
    </Sheet>
  )
}
