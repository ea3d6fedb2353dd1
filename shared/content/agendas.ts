import { z } from 'zod'
import { StepTool } from '../workshop/schema'
import source from './workshop-agendas.json' with { type: 'json' }

const TemplateStep = z.object({
  minutes: z.number().int(),
  title: z.string(),
  tool: StepTool,
  /** What everybody is asked, in the group's voice. */
  prompt: z.string(),
  /** What the group does, in one sentence; for whoever leads. */
  what: z.string(),
  facilitatorNotes: z.string(),
  subjectKey: z.string().optional(),
  privately: z.boolean().optional(),
})

/** A built-in plan of a session. */
export const AgendaTemplate = z.object({
  id: z.string(),
  title: z.string(),
  objective: z.string(),
  durationMinutes: z.number().int(),
  groupSize: z.object({ min: z.number().int(), max: z.number().int() }),
  outputs: z.array(z.string()),
  steps: z.array(TemplateStep).min(1),
})
export type AgendaTemplate = z.infer<typeof AgendaTemplate>

/** The six built-in plans, in their order. */
export const agendaTemplates: readonly AgendaTemplate[] = z.array(AgendaTemplate).parse(source.agendas)

/** A plan by its id. */
export function agendaTemplate(id: string): AgendaTemplate | undefined {
  return agendaTemplates.find((template) => template.id === id)
}

/** A plan's steps as a new workshop takes them: the question for everybody, what to do for whoever leads. */
export function stepsOfTemplate({ steps }: AgendaTemplate) {
  return steps.map(({ what, facilitatorNotes, ...step }) => ({ ...step, notes: `${what} ${facilitatorNotes}` }))
}
