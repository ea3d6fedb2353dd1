import { ArrowDown, ArrowUp, Plus, Trash2, Undo2 } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { type MapStage, mostStages } from '../../../shared/tools/service-map/schema'
import { removedStages } from '../../../shared/tools/service-map/selectors'
import { addStage, editStage, moveStage, removeStage, restoreStage } from '../../../shared/tools/service-map/stage-commands'
import { useWorkshop } from '../../app/workshop-context'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { IconButton } from '../../ui/IconButton'
import { useKeptFocus } from '../../ui/use-kept-focus'
import type { MapView } from './use-map'

interface StagesDialogProps {
  readonly view: MapView
  readonly onClose: () => void
}

/** The stages of the way: named, moved, taken out, put back, added. Each change is there at once. */
export function StagesDialog({ view: { map, stored }, onClose }: StagesDialogProps) {
  const { board, actor } = useWorkshop()
  const [label, setLabel] = useState('')
  const gone = removedStages(stored)
  const kept = useKeptFocus<HTMLOListElement>(map.stages)

  function add(event: FormEvent) {
    event.preventDefault()
    if (label.trim() === '') return
    addStage(board, actor, label.trim())
    setLabel('')
  }

  return (
    <Dialog open onClose={onClose} title="The stages of the way">
      <ol className="smap-stages" tabIndex={-1} {...kept}>
        {map.stages.map((stage, index) => (
          <StageLine key={stage.id} stage={stage} isFirst={index === 0} isLast={index === map.stages.length - 1} />
        ))}
      </ol>
      {map.stages.length >= mostStages ? (
        <p className="meta">A map holds at most {mostStages} stages.</p>
      ) : (
        <form className="smap-add" onSubmit={add}>
          <Field label="New stage">
            {(control) => (
              <input
                {...control}
                className="input"
                value={label}
                maxLength={limits.nameLength}
                onChange={(event) => setLabel(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" Icon={Plus}>
            Add the stage
          </Button>
        </form>
      )}
      {gone.length > 0 ? (
        <details className="smap-more">
          <summary>Taken out, {gone.length}</summary>
          <ul className="smap-stages">
            {gone.map((stage) => (
              <li key={stage.id} className="row between">
                <span>{stage.label}</span>
                <Button size="sm" Icon={Undo2} onClick={() => restoreStage(board, actor, stage.id)}>
                  Put back<span className="vh"> {stage.label}</span>
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface StageLineProps {
  readonly stage: MapStage
  readonly isFirst: boolean
  readonly isLast: boolean
}

function StageLine({ stage, isFirst, isLast }: StageLineProps) {
  const { board, actor, serverNow } = useWorkshop()
  const [label, setLabel] = useState(stage.label)

  function move(step: -1 | 1) {
    if (moveStage(board, actor, stage.id, step)) announce(`${stage.label} moved ${step < 0 ? 'up' : 'down'}`)
  }

  function keep() {
    if (label.trim() === '') setLabel(stage.label)
    else if (label.trim() !== stage.label) editStage(board, actor, stage.id, { label: label.trim() })
  }

  return (
    <li className="row">
      <input
        className="input grow"
        aria-label={`Name of the stage ${stage.label}`}
        value={label}
        maxLength={limits.nameLength}
        onChange={(event) => setLabel(event.target.value)}
        onBlur={keep}
      />
      <IconButton label={`Move ${stage.label} up`} Icon={ArrowUp} aria-disabled={isFirst || undefined} onClick={() => move(-1)} />
      <IconButton label={`Move ${stage.label} down`} Icon={ArrowDown} aria-disabled={isLast || undefined} onClick={() => move(1)} />
      <IconButton label={`Take ${stage.label} out`} Icon={Trash2} onClick={() => removeStage(board, actor, stage.id, serverNow())} />
    </li>
  )
}
