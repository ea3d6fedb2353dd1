import { useCallback, useEffect, useState } from 'react'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { CheckSlot } from '../CheckSlot'
import { CommentsSheet } from '../comments/CommentsSheet'
import { useCommenting } from '../comments/use-commenting'
import { useComments } from '../comments/use-comments'
import type { DraftHand } from '../editor/editor-hand'
import { useWording } from '../live-wording'
import { readyDoc, useDraftRoom } from '../use-draft-room'
import { WorkingDraft } from '../WorkingDraft'

interface RivalDialogProps {
  readonly draft: Statement
  readonly onClose: () => void
}

/** Another wording or a minority statement, open to be written in, by several people at once like any draft. */
export function RivalDialog({ draft, onClose }: RivalDialogProps) {
  const room = useDraftRoom(draft.id)
  const wording = useWording(readyDoc(room))
  const [hand, setHand] = useState<DraftHand>()

  const comments = useComments(draft.id, readyDoc(room))
  const [isSheetOpen, setSheet] = useState(false)
  const showComments = useCallback(() => setSheet(true), [])
  const commenting = useCommenting(comments, readyDoc(room), { onShow: showComments, isInDialog: true })

  const isDissent = draft.minorityOf !== undefined

  useEffect(() => hand?.focus(), [hand])

  return (
    <Dialog open wide onClose={onClose} title={isDissent ? 'Minority statement' : 'Another wording'}>
      <WorkingDraft
        draft={draft}
        room={room}
        wording={wording}
        onHand={setHand}
        comments={comments}
        commenting={commenting}
        onComments={showComments}
      />
      <CommentsSheet open={isSheetOpen} comments={comments} commenting={commenting} onClose={() => setSheet(false)} />
      {wording.text === '' || isDissent ? null : <CheckSlot draftId={draft.id} text={wording.text} textHash={wording.textHash} />}
      <DialogActions inView>
        <Button variant="primary" onClick={onClose}>
          {isDissent ? 'Done' : 'Back to the draft'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
