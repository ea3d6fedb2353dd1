import { useMemo, useState } from 'react'
import type { PersonUndo } from '../../../shared/doc/undo'
import { plural } from '../../../shared/doc/words'
import { changeModel } from '../../../shared/tools/roles/change-model'
import { type ConversionPreview, previewConversion, proposedMap } from '../../../shared/tools/roles/convert'
import type { RoleModel } from '../../../shared/tools/roles/models'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { toast } from '../../ui/toast'
import { LetterMark } from './LetterMark'
import type { ChartView } from './use-chart'

interface ConvertDialogProps {
  readonly chart: ChartView
  readonly to: RoleModel
  readonly undo: PersonUndo
  readonly onClose: () => void
}

/** Shows what every letter of a chart becomes in another model, to be changed before it is done. */
export function ConvertDialog({ chart, to, undo, onClose }: ConvertDialogProps) {
  const { board, actor } = useWorkshop()
  const { model: from, rows } = chart
  const [map, setMap] = useState(() => proposedMap(from, to))
  const preview = useMemo(() => previewConversion(from, to, map, rows), [from, to, map, rows])

  function become(letter: string, becomes: string) {
    const next = new Map(map)
    if (becomes === '') next.delete(letter)
    else next.set(letter, becomes)
    setMap(next)
  }

  function change() {
    changeModel(board, actor, chart.id, to.id, map)
    toast({ message: `The chart is ${to.label} now`, action: { label: 'Undo', run: () => void undo.undo() } })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={`Change the chart to ${to.label}`}>
      <div className="dialog-form">
        <p className="meta">{to.use}</p>
        <table className="roles-convert">
          <thead>
            <tr>
              <th scope="col">{from.label}</th>
              <th scope="col">Cells</th>
              <th scope="col">becomes</th>
            </tr>
          </thead>
          <tbody>
            {preview.letters.map(({ letter, name, cells }) => (
              <tr key={letter}>
                <th scope="row">
                  <LetterMark model={from} letter={letter} /> {name}
                </th>
                <td>{cells}</td>
                <td>
                  <select
                    className="input"
                    aria-label={`${name} becomes`}
                    value={map.get(letter) ?? ''}
                    onChange={(event) => become(letter, event.target.value)}
                  >
                    {to.letters.map((each) => (
                      <option key={each.letter} value={each.letter}>
                        {each.letter} {each.name}
                      </option>
                    ))}
                    <option value="">nothing, it is taken out</option>
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p role="status">{previewWords(preview)}</p>
        <DialogActions>
          <Button variant="primary" onClick={change}>
            Change the chart
          </Button>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

function previewWords({ contested, emptied }: ConversionPreview): string {
  const words = [
    ...(contested > 0
      ? [`In ${plural(contested, 'row')} several partners would have the letter that stands once; the chart says so, and you choose one.`]
      : []),
    ...(emptied > 0 ? [`${plural(emptied, 'cell')} would be empty afterwards.`] : []),
  ]
  return words.length === 0 ? 'Every cell keeps a letter, and no row has two where one may stand.' : words.join(' ')
}
