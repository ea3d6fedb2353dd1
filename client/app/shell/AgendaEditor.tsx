import { Plus } from 'lucide-react'
import { workshopContract } from '../../../shared/workshop/contract'
import type { StepTool } from '../../../shared/workshop/schema'
import { durationWords, totalMinutes } from '../../../shared/workshop/selectors'
import { call } from '../../api/call'
import { announce } from '../../ui/announce'
import { Dialog } from '../../ui/Dialog'
import { Menu } from '../../ui/Menu'
import { useWorkshop } from '../workshop-context'
import { AgendaStepRow } from './AgendaStepRow'
import { attempt } from './attempt'
import type { Agenda } from './use-agenda'

interface AgendaEditorProps {
  readonly agenda: Agenda
  readonly scripts: ReadonlyMap<string, string>
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
export function AgendaEditor({ agenda: { steps, current }, scripts, open, onClose }: AgendaEditorProps) {
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
          <AgendaStepRow
            key={step.id}
            step={step}
            index={index}
            steps={steps}
            isCurrent={step.id === current?.id}
            script={scripts.get(step.id)}
          />
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
