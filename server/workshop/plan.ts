import type { z } from 'zod'
import { agendaTemplate, stepsOfTemplate } from '../../shared/content/agendas'
import { newId } from '../../shared/doc/ids'
import { ordersAfter } from '../../shared/doc/order'
import type { AgendaChoice, StepDraft } from '../../shared/workshop/fields'
import { problem } from '../../shared/workshop/problems'
import type { AgendaStep } from '../../shared/workshop/schema'
import { ownSubject } from '../../shared/workshop/subject'

/** The agenda of a new workshop: steps for everybody, scripts for facilitators. */
export interface Plan {
  readonly template: string | undefined
  readonly steps: readonly AgendaStep[]
  readonly scripts: readonly { readonly stepId: string; readonly notes: string }[]
}

/** What a workshop begins with when nobody said: the shortest way from notes to words. */
const simplest: readonly StepDraft[] = [
  { title: 'Collect ideas', minutes: 20, tool: 'ideas', prompt: undefined },
  { title: 'Decide together', minutes: 10, tool: 'votes', prompt: undefined },
  { title: 'Write it down', minutes: 30, tool: 'drafts', prompt: undefined },
  { title: 'Read back and take away', minutes: 10, tool: 'document', prompt: undefined },
]

/**
 * Turns a choice into steps with ids, order and subjects.
 *
 * @throws WorkshopError `workshop/unknown-template`
 */
export function planOf(choice: z.output<typeof AgendaChoice> | undefined): Plan {
  const drafts = draftsOf(choice)
  const orders = ordersAfter(null, drafts.length)
  const subjects = new Map<string, AgendaStep['subject']>()
  const steps = drafts.map((draft, index) => {
    const step = newStep(draft, orders[index] ?? '')
    if (draft.subjectKey === undefined) return step
    const subject = subjects.get(draft.subjectKey) ?? ownSubject(step)
    subjects.set(draft.subjectKey, subject)
    return { ...step, subject }
  })
  const scripts = steps.flatMap((step, index) => {
    const notes = drafts[index]?.notes
    return notes ? [{ stepId: step.id, notes }] : []
  })
  return { template: choice?.template, steps, scripts }
}

/** One step with a fresh id and a subject of its own. */
export function newStep(draft: Omit<StepDraft, 'subjectKey'>, order: string): AgendaStep {
  const { title, minutes, tool, prompt, privately } = draft
  const step = { id: newId('step'), title, minutes, tool, ...(prompt ? { prompt } : {}), ...(privately ? { privately } : {}), order }
  return { ...step, subject: ownSubject(step) }
}

function draftsOf(choice: z.output<typeof AgendaChoice> | undefined): readonly StepDraft[] {
  if (choice === undefined) return simplest
  if ('steps' in choice) return choice.steps
  const template = agendaTemplate(choice.template)
  if (!template) throw problem('workshop/unknown-template', { template: choice.template })
  return stepsOfTemplate(template)
}
