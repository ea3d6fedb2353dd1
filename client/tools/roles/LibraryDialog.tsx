import { useState } from 'react'
import type { PersonUndo } from '../../../shared/doc/undo'
import { joined, plural } from '../../../shared/doc/words'
import { importDuties } from '../../../shared/tools/roles/commands'
import { libraryRows, partnerTypes, proposedLetter, sharedRoles } from '../../../shared/tools/roles/library'
import { letterName } from '../../../shared/tools/roles/models'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { toast } from '../../ui/toast'
import type { ChartView } from './use-chart'

interface LibraryDialogProps {
  readonly chart: ChartView
  readonly undo: PersonUndo
  readonly onClose: () => void
}

/** What each kind of partner usually does, to begin a chart with; nothing is written before it was looked over. */
export function LibraryDialog({ chart, undo, onClose }: LibraryDialogProps) {
  const { board, actor, serverNow } = useWorkshop()
  const { model, parties } = chart
  const [typeIds, setTypeIds] = useState<readonly string[]>(() => partnerTypes.map(({ id }) => id))
  const [withShared, setWithShared] = useState(true)
  const [marks, setMarks] = useState(true)
  const labels = chart.rows.map(({ label }) => label)
  const rows = libraryRows({ typeIds, withShared, marks }, model, parties, labels)
  const marked = rows.reduce((sum, { letters }) => sum + letters.size, 0)
  const letter = proposedLetter(model)

  function add() {
    void undo.group(board, async () => importDuties(board, actor, chart.id, rows, serverNow()))
    const message = `${plural(rows.length, 'responsibility', 'responsibilities')} added`
    toast({ message, action: { label: 'Undo', run: () => void undo.undo() } })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title="Begin with what each kind of partner usually does">
      <div className="dialog-form">
        <fieldset className="roles-ticks">
          <legend className="h">Kinds of partner</legend>
          {partnerTypes.map(({ id, label, sector }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={typeIds.includes(id)}
                onChange={({ target }) => setTypeIds(target.checked ? [...typeIds, id] : typeIds.filter((each) => each !== id))}
              />
              <span>
                {label} <span className="meta">{namesOf(parties.filter((party) => party.sector === sector).map(({ name }) => name))}</span>
              </span>
            </label>
          ))}
          <label>
            <input type="checkbox" checked={withShared} onChange={({ target }) => setWithShared(target.checked)} />
            <span>
              Nobody’s in particular <span className="meta">{sharedRoles.map(({ label }) => label).join(', ')}</span>
            </span>
          </label>
          {letter === undefined ? null : (
            <label>
              <input type="checkbox" checked={marks} onChange={({ target }) => setMarks(target.checked)} />
              <span>
                Propose {letter} ({letterName(model, letter)}) for the partners named above{' '}
                <span className="meta">{plural(marked, 'cell')}</span>
              </span>
            </label>
          )}
        </fieldset>
        <DialogActions>
          <Button variant="primary" onClick={add} disabledReason={rows.length === 0 ? 'The chart has all of these already' : undefined}>
            Add {plural(rows.length, 'responsibility', 'responsibilities')}
          </Button>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

function namesOf(names: readonly string[]): string {
  return names.length === 0 ? 'none on the list yet' : joined(names)
}
