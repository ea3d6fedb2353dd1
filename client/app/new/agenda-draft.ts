import { agendaTemplate, stepsOfTemplate } from '../../../shared/content/agendas'
import { newId } from '../../../shared/doc/ids'
import type { BodyOf } from '../../../shared/http/endpoint'
import type { workshopContract } from '../../../shared/workshop/contract'
import type { StepTool } from '../../../shared/workshop/schema'

/** A step while a new workshop's agenda is being put together. */
export interface DraftStep {
  /** Only for the list on the screen. */
  readonly key: string
  readonly title: string
  readonly minutes: number
  readonly tool: StepTool
  readonly prompt: string
  readonly notes: string
  readonly subjectKey: string | undefined
  readonly privately?: boolean | undefined
}

type AgendaChoice = NonNullable<BodyOf<typeof workshopContract.create>['agenda']>

/** The steps of a built-in plan, or one empty step for a blank agenda. */
export function stepsOfPlan(planId: string | undefined): readonly DraftStep[] {
  const template = planId === undefined ? undefined : agendaTemplate(planId)
  if (!template) return [emptyStep('Collect ideas')]
  return stepsOfTemplate(template).map((step) => ({ ...step, key: newId('row'), subjectKey: step.subjectKey }))
}

/** A step to fill in. */
export function emptyStep(title = ''): DraftStep {
  return { key: newId('row'), title, minutes: 10, tool: 'ideas', prompt: '', notes: '', subjectKey: undefined }
}

/** The list with one step at another place; the same list when it cannot move there. */
export function moveStep(steps: readonly DraftStep[], key: string, to: number): readonly DraftStep[] {
  const from = steps.findIndex((step) => step.key === key)
  const step = steps[from]
  if (!step || to < 0 || to >= steps.length || from === to) return steps
  const others = steps.filter((other) => other.key !== key)
  return [...others.slice(0, to), step, ...others.slice(to)]
}

/** What is sent to the server. */
export function agendaChoice(planId: string | undefined, steps: readonly DraftStep[]): AgendaChoice {
  return {
    steps: steps.map(({ title, minutes, tool, prompt, notes, subjectKey, privately }) => ({
      title: title.trim(),
      minutes,
      tool,
      ...(prompt.trim() ? { prompt: prompt.trim() } : {}),
      ...(notes.trim() ? { notes: notes.trim() } : {}),
      ...(subjectKey === undefined ? {} : { subjectKey }),
      ...(privately ? { privately } : {}),
    })),
    ...(planId === undefined ? {} : { template: planId }),
  }
}
