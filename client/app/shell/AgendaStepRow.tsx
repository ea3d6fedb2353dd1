import { ArrowDown, ArrowUp, MessageSquareText, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { workshopContract } from '../../../shared/workshop/contract'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { call } from '../../api/call'
import { announce } from '../../ui/announce'
import { Field } from '../../ui/Field'
import { lengthProblem } from '../../ui/length-words'
import { Menu } from '../../ui/Menu'
import { Stepper } from '../../ui/Stepper'
import { useWorkshop } from '../workshop-context'
import { AloneSwitch } from './AloneSwitch'
import { attempt } from './attempt'

interface AgendaStepRowProps {
  readonly step: AgendaStep
  readonly index: number
  readonly steps: readonly AgendaStep[]
  readonly isCurrent: boolean
  /** The facilitators' script of this step. */
  readonly script: string | undefined
}

/** One step: its title and minutes in place, the rest in its menu. */
export function AgendaStepRow({ step, index, steps, isCurrent, script }: AgendaStepRowProps) {
  const { actor } = useWorkshop()
  const [title, setTitle] = useState(step.title)
  const [seen, setSeen] = useState(step.title)
  if (seen !== step.title) {
    // Somebody else renamed it: theirs shows, unless I am in the middle of my own words.
    setSeen(step.title)
    if (title === seen) setTitle(step.title)
  }
  const [open, setOpen] = useState(false)
  const problem = lengthProblem(title, limits.titleLength)
  const problemId = useId()
  const params = { id: actor.workshopId, stepId: step.id }
  type Changes = Parameters<typeof call<typeof workshopContract.editStep>>[1]['body']
  const edit = (body: Changes) => attempt(() => call(workshopContract.editStep, { params, body }))

  async function rename() {
    const wanted = title.trim()
    if (wanted === step.title || problem) return
    if (wanted === '' || !(await edit({ title: wanted }))) setTitle(step.title)
  }

  async function move(by: 1 | -1) {
    const after = by === 1 ? steps[index + 1]?.id : (steps[index - 2]?.id ?? null)
    if (after === undefined) return
    if (await edit({ after })) announce(`${step.title} is now step ${index + 1 + by} of ${steps.length}.`)
  }

  async function remove() {
    if (await attempt(() => call(workshopContract.removeStep, { params }))) announce(`${step.title} is removed.`)
  }

  return (
    <li className="agenda-row">
      <span className="fine agenda-number">{index + 1}</span>
      <input
        className="input"
        aria-label={`Title of step ${index + 1}`}
        value={title}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => void rename()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void rename()
        }}
      />
      <Stepper
        label={`Minutes of ${step.title}`}
        value={step.minutes}
        min={0}
        max={600}
        step={5}
        format={(minutes) => `${minutes} min`}
        onChange={(minutes) => void edit({ minutes })}
      />
      <Menu
        label={`Actions for ${step.title}`}
        small
        items={[
          {
            label: step.tool === 'ideas' ? 'Prompt, script and writing' : 'Prompt and script',
            Icon: MessageSquareText,
            onSelect: () => setOpen(!open),
          },
          { label: 'Move up', Icon: ArrowUp, onSelect: () => void move(-1), disabledReason: index === 0 ? 'It is the first' : undefined },
          {
            label: 'Move down',
            Icon: ArrowDown,
            onSelect: () => void move(1),
            disabledReason: index === steps.length - 1 ? 'It is the last' : undefined,
          },
          {
            label: 'Remove',
            Icon: Trash2,
            danger: true,
            onSelect: () => void remove(),
            disabledReason: isCurrent ? 'The group is here' : undefined,
          },
        ]}
      />
      {problem ? (
        <p id={problemId} className="errmsg agenda-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {open ? (
        <div className="agenda-words">
          <SavedText
            label="Prompt: what everybody is asked"
            kept={step.prompt ?? ''}
            maxLength={limits.titleLength}
            onSave={(prompt) => edit({ prompt })}
          />
          <SavedText
            label="Script: only facilitators see it"
            kept={script ?? ''}
            maxLength={limits.noteLength}
            onSave={(notes) => edit({ notes })}
          />
          {step.tool === 'ideas' ? (
            <AloneSwitch checked={step.privately ?? false} onChange={(privately) => void edit({ privately })} />
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

interface SavedTextProps {
  readonly label: string
  readonly kept: string
  readonly maxLength: number
  readonly onSave: (text: string) => Promise<boolean>
}

/** A text that is sent when its field is left. */
function SavedText({ label, kept, maxLength, onSave }: SavedTextProps) {
  const [text, setText] = useState(kept)
  const problem = lengthProblem(text, maxLength)
  return (
    <Field label={label} error={problem}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            if (text.trim() !== kept && !problem) void onSave(text.trim())
          }}
        />
      )}
    </Field>
  )
}
