import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { limits } from '../../../shared/sync/limits'
import { durationWords, totalMinutes } from '../../../shared/workshop/selectors'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { lengthProblem } from '../../ui/length-words'
import { type DraftStep, emptyStep, moveStep } from './agenda-draft'
import { StepRow } from './StepRow'

interface AgendaListProps {
  readonly steps: readonly DraftStep[]
  readonly onChange: (steps: readonly DraftStep[]) => void
  /** Words for a field, by `steps.2.title`. */
  readonly errors: Readonly<Record<string, string>>
}

/** The agenda while it is being put together: add, remove, reorder by drag, menu or Alt with the arrows. */
export function AgendaList({ steps, onChange, errors }: AgendaListProps) {
  const list = useRef<HTMLOListElement>(null)

  function focusTitle(index: number) {
    // After the next paint, when the row stands where it belongs.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('.new-steptitle')[index]?.focus())
  }

  function move(key: string, to: number) {
    const moved = moveStep(steps, key, to)
    if (moved === steps) return
    onChange(moved)
    focusTitle(to)
    announce(`Moved to place ${to + 1} of ${steps.length}.`)
  }

  function remove(key: string) {
    const at = steps.findIndex((step) => step.key === key)
    onChange(steps.filter((step) => step.key !== key))
    focusTitle(Math.max(0, at - 1))
    announce('Step removed.')
  }

  function add() {
    onChange([...steps, emptyStep()])
    focusTitle(steps.length)
  }

  /** Where a step is dragged over: the row whose middle the pointer has passed. */
  function dragOver(key: string, clientY: number) {
    const rows = [...(list.current?.children ?? [])]
    const to = rows.findIndex((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return clientY >= top && clientY < bottom
    })
    if (to >= 0) onChange(moveStep(steps, key, to))
  }

  return (
    <div className="new-agenda">
      <ol ref={list} className="new-steps">
        {steps.map((step, index) => (
          <StepRow
            key={step.key}
            step={step}
            index={index}
            count={steps.length}
            error={errors[`agenda.steps.${index}.title`] ?? lengthProblem(step.title, limits.titleLength)}
            onChange={(part) => onChange(steps.map((other) => (other.key === step.key ? { ...other, ...part } : other)))}
            onMove={(to) => move(step.key, to)}
            onRemove={() => remove(step.key)}
            onDragOver={(clientY) => dragOver(step.key, clientY)}
          />
        ))}
      </ol>
      <div className="row between wrap">
        <Button
          Icon={Plus}
          size="sm"
          onClick={add}
          disabledReason={steps.length >= limits.agendaSteps ? `An agenda holds ${limits.agendaSteps} steps.` : undefined}
        >
          Add a step
        </Button>
        <span className="meta" role="status">
          {steps.length === 1 ? '1 step' : `${steps.length} steps`}, {durationWords(totalMinutes(steps))}
        </span>
      </div>
    </div>
  )
}
