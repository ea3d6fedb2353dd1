import { ArrowDown, ArrowUp, GripVertical, NotebookPen, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { StepTool } from '../../../shared/workshop/schema'
import { classNames } from '../../ui/class-names'
import { Field } from '../../ui/Field'
import { lengthProblem } from '../../ui/length-words'
import { Menu } from '../../ui/Menu'
import { AloneSwitch } from '../shell/AloneSwitch'
import type { DraftStep } from './agenda-draft'
import { toolWords } from './tool-words'

interface StepRowProps {
  readonly step: DraftStep
  readonly index: number
  readonly count: number
  readonly error: string | undefined
  readonly onChange: (part: Partial<DraftStep>) => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
  readonly onDragOver: (clientY: number) => void
}

/** One step: title, minutes and tool in a line; prompt and script when opened. */
export function StepRow({ step, index, count, error, onChange, onMove, onRemove, onDragOver }: StepRowProps) {
  const [open, setOpen] = useState(false)
  // A text that is too long is not left out of sight.
  const isOpen = open || isTooLong(step)
  const [held, setHeld] = useState(false)
  const name = step.title || `Step ${index + 1}`

  function moveByKey(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(index + (event.key === 'ArrowUp' ? -1 : 1))
  }

  function hold(event: PointerEvent<HTMLSpanElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    setHeld(true)
  }

  return (
    <li className={classNames('new-step', held && 'held')} onKeyDown={moveByKey}>
      <div className="new-stepline">
        <span
          className="new-grip"
          aria-hidden
          title="Drag to move"
          onPointerDown={hold}
          onPointerMove={(event) => held && onDragOver(event.clientY)}
          onPointerUp={() => setHeld(false)}
          onPointerCancel={() => setHeld(false)}
        >
          <GripVertical className="i s" />
        </span>
        <span className="new-number">{index + 1}</span>
        <input
          className="input new-steptitle"
          aria-label={`Title of step ${index + 1}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${step.key}-error` : undefined}
          placeholder="What happens"
          value={step.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <select
          className="input new-steptool"
          aria-label={`Tool of ${name}`}
          value={step.tool}
          onChange={(event) => onChange({ tool: StepTool.parse(event.target.value), subjectKey: undefined, privately: undefined })}
        >
          {StepTool.options.map((tool) => (
            <option key={tool} value={tool}>
              {toolWords[tool].label}
            </option>
          ))}
        </select>
        <span className="new-minutes">
          <input
            className="input"
            type="number"
            inputMode="numeric"
            min={0}
            max={600}
            aria-label={`Minutes of ${name}`}
            value={step.minutes}
            onChange={(event) => onChange({ minutes: minutesOf(event.target.value) })}
          />
          <span className="meta" aria-hidden>
            min
          </span>
        </span>
        <Menu
          label={`More for ${name}`}
          small
          items={[
            { label: open ? 'Close prompt and script' : 'Edit prompt and script', Icon: NotebookPen, onSelect: () => setOpen(!open) },
            {
              label: 'Move up',
              Icon: ArrowUp,
              hint: 'Alt ↑',
              onSelect: () => onMove(index - 1),
              disabledReason: index === 0 ? 'It is the first' : undefined,
            },
            {
              label: 'Move down',
              Icon: ArrowDown,
              hint: 'Alt ↓',
              onSelect: () => onMove(index + 1),
              disabledReason: index === count - 1 ? 'It is the last' : undefined,
            },
            {
              label: 'Remove',
              Icon: Trash2,
              danger: true,
              onSelect: onRemove,
              disabledReason: count === 1 ? 'An agenda needs one step' : undefined,
            },
          ]}
        />
      </div>
      {error ? (
        <p className="errmsg" id={`${step.key}-error`}>
          {error}
        </p>
      ) : null}
      {isOpen ? <StepDetails step={step} onChange={onChange} /> : null}
    </li>
  )
}

function StepDetails({ step, onChange }: Pick<StepRowProps, 'step' | 'onChange'>) {
  return (
    <div className="new-details">
      <Field label="Prompt" hint="What everybody is asked, in the group’s words." error={lengthProblem(step.prompt, limits.titleLength)}>
        {(props) => (
          <textarea
            {...props}
            className="input"
            rows={2}
            value={step.prompt}
            onChange={(event) => onChange({ prompt: event.target.value })}
          />
        )}
      </Field>
      <Field label="Script" hint="Only facilitators see it." error={lengthProblem(step.notes, limits.noteLength)}>
        {(props) => (
          <textarea
            {...props}
            className="input"
            rows={3}
            value={step.notes}
            onChange={(event) => onChange({ notes: event.target.value })}
          />
        )}
      </Field>
      {step.tool === 'ideas' ? (
        <AloneSwitch checked={step.privately ?? false} onChange={(privately) => onChange({ privately: privately || undefined })} />
      ) : null}
    </div>
  )
}

function isTooLong({ prompt, notes }: DraftStep): boolean {
  return Boolean(lengthProblem(prompt, limits.titleLength) ?? lengthProblem(notes, limits.noteLength))
}

function minutesOf(text: string): number {
  const minutes = Math.round(Number(text))
  return Number.isFinite(minutes) ? Math.min(600, Math.max(0, minutes)) : 0
}
