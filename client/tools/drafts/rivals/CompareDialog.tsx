import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/Button'
import { Dialog, DialogActions } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { WordDifference } from '../../../ui/WordDifference'
import { useWording } from '../live-wording'
import { readyDoc, useDraftRoom } from '../use-draft-room'
import type { NamedWording } from './MergeDialog'
import './rivals.css'

interface CompareDialogProps {
  /** The working draft first. */
  readonly wordings: readonly NamedWording[]
  /** Ids of the two that stand there first. */
  readonly first: readonly [string, string]
  readonly onClose: () => void
}

/** Any two wordings of a statement, word by word, as they are now. */
export function CompareDialog({ wordings, first, onClose }: CompareDialogProps) {
  const [[before, after], setPair] = useState(first)
  const older = useWording(readyDoc(useDraftRoom(before)))
  const newer = useWording(readyDoc(useDraftRoom(after)))
  const nameOf = (id: string) => wordings.find(({ draft }) => draft.id === id)?.name ?? 'a wording that was set aside'

  return (
    <Dialog open wide onClose={onClose} title="Two wordings, word by word">
      <div className="compare-choice">
        <WordingChoice label="Compare" wordings={wordings} value={before} onChoose={(id) => setPair([id, id === after ? before : after])} />
        <Button size="sm" variant="ghost" Icon={ArrowLeftRight} onClick={() => setPair([after, before])}>
          Swap
        </Button>
        <WordingChoice label="with" wordings={wordings} value={after} onChoose={(id) => setPair([id === before ? after : before, id])} />
      </div>
      <WordDifference before={{ name: nameOf(before), plain: older.plain }} after={{ name: nameOf(after), plain: newer.plain }} />
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface WordingChoiceProps {
  readonly label: string
  readonly wordings: readonly NamedWording[]
  readonly value: string
  readonly onChoose: (id: string) => void
}

function WordingChoice({ label, wordings, value, onChoose }: WordingChoiceProps) {
  return (
    <Field label={label}>
      {(props) => (
        <select className="input" value={value} onChange={(event) => onChoose(event.target.value)} {...props}>
          {wordings.map(({ draft, name }) => (
            <option key={draft.id} value={draft.id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
