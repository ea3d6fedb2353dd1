import { useMemo } from 'react'
import { ideas } from '../../../shared/tools/ideas/collections'
import { canEdit } from '../../../shared/tools/ideas/permissions'
import type { PromptId } from '../../../shared/tools/ideas/schema'
import { authorWords, restorableIdeas } from '../../../shared/tools/ideas/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { KindGlyph } from './KindGlyph'
import { useStage } from './stage-context'
import { usePeople } from './use-ideas'

/** Deleted notes of the last 30 days; authors restore their own, facilitators any. */
export function DeletedDialog({ promptId, onClose }: { readonly promptId: PromptId; readonly onClose: () => void }) {
  const { board, actor, serverNow } = useWorkshop()
  const { actions, refusal } = useStage()
  const people = usePeople()
  const all = useRecords(ideas, board)
  const deleted = useMemo(() => restorableIdeas(all, promptId, serverNow()), [all, promptId, serverNow])
  return (
    <Dialog open onClose={onClose} title="Deleted notes" wide>
      {deleted.length === 0 ? <p className="meta">Nothing was deleted in the last 30 days.</p> : null}
      <ul className="ideas-deleted">
        {deleted.map((note) => (
          <li key={note.id} className="row">
            <KindGlyph kind={note.kind} named />
            <span className="grow" dir="auto">
              {note.text}
            </span>
            <span className="fine">{authorWords(note, people)}</span>
            <Button
              size="sm"
              disabledReason={refusal ?? (canEdit(actor, note) ? undefined : 'Only its author or a facilitator')}
              onClick={() => actions.restore([note.id])}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  )
}
