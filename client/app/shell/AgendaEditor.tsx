import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { workshopContract } from '../../../shared/workshop/contract'
import type { AgendaStep, StepTool } from '../../../shared/workshop/schema'
import { durationWords, totalMinutes } from '../../../shared/workshop/selectors'
import { call } from '../../api/call'
import { announce } from '../../ui/announce'
import { Dialog } from '../../ui/Dialog'
import { Menu } from '../../ui/Menu'
import { Stepper } from '../../ui/Stepper'
import { useWorkshop } from '../workshop-context'
import { attempt } from './attempt'
import type { Agenda } from './use-agenda'

interface AgendaEditorProps {
  readonly agenda: Agenda
  readonly open: boolean
  readonly onClose: () => void
}

/** What a step can be, in the words of the agenda. */
export const stepTools: readonly { readonly tool: StepTool; readonly label: string }[] = [
  { tool: 'talk', label: 'Talk' },
  { tool: 'ideas', label: 'Ideas' },
  { tool: 'drafts', label: 'Draft' },
  { tool: 'votes', label: 'Decide' },
  { tool: 'partners', label: 'Partners' },
  { tool: 'roles', label: 'Roles' },
  { tool: 'document', label: 'Document' },
  { tool: 'decisions', label: 'Decision log' },
  { tool: 'assessment', label: 'Readiness' },
  { tool: 'service-map', label: 'Service map' },
  { tool: 'plan', label: 'Action plan' },
  { tool: 'measures', label: 'Measures' },
  { tool: 'communication', label: 'Communication' },
]

/** Facilitators change the agenda while it runs: words, minutes, order, more steps, fewer steps. */
export function AgendaEditor({ agenda: { steps, current }, open, onClose }: AgendaEditorProps) {
  const { actor } = useWorkshop()
  const id = actor.workshopId

  function add(tool: StepTool, label: string) {
    void attempt(async () => {
      await call(workshopContract.addStep, { params: { id }, body: { title: label, minutes: 15, tool } })
      announce(`${label} is added at the end.`)
    })
  }

  return (
    <Dialog open={open} onClose={onClose} title="Edit the agenda" wide>
      <p className="meta">
        {steps.length} steps, {durationWords(totalMinutes(steps))} together. Changes show at once for everybody.
      </p>
      <ol className="agenda-edit">
        {steps.map((step, index) => (
          <StepRow key={step.id} step={step} index={index} steps={steps} isCurrent={step.id === current?.id} />
        ))}
      </ol>
      <div>
        <Menu label="Add a step" items={stepTools.map(({ tool, label }) => ({ label, onSelect: () => add(tool, label) }))}>
          <Plus className="i s" aria-hidden />
          Add a step
        </Menu>
      </div>
    </Dialog>
  )
}

interface StepRowProps {
  readonly step: AgendaStep
  readonly index: number
  readonly steps: readonly AgendaStep[]
  readonly isCurrent: boolean
}

function StepRow({ step, index, steps, isCurrent }: StepRowProps) {
  const { actor } = useWorkshop()
  const [title, setTitle] = useState(step.title)
  const [seen, setSeen] = useState(step.title)
  if (seen !== step.title) {
    // Somebody else renamed it: theirs shows, unless I am in the middle of my own words.
    setSeen(step.title)
    if (title === seen) setTitle(step.title)
  }
  const params = { id: actor.workshopId, stepId: step.id }
  type Changes = Parameters<typeof call<typeof workshopContract.editStep>>[1]['body']
  const edit = (body: Changes) => attempt(() => call(workshopContract.editStep, { params, body }))

  async function rename() {
    const wanted = title.trim()
    if (wanted === step.title) return
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
        maxLength={200}
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
    </li>
  )
}
