import { describe, expect, it } from 'vitest'
import { agendaTemplate, agendaTemplates } from '../../../shared/content/agendas'
import { limits } from '../../../shared/sync/limits'
import { StepDraft } from '../../../shared/workshop/fields'
import { totalMinutes } from '../../../shared/workshop/selectors'

describe('built-in agendas', () => {
  it('are six', () => {
    expect(agendaTemplates).toHaveLength(6)
  })

  it.each(agendaTemplates.map((template) => [template.id, template] as const))('%s adds up and can be sent as it is', (id, template) => {
    expect(agendaTemplate(id)).toBe(template)
    expect(totalMinutes(template.steps)).toBe(template.durationMinutes)
    expect(template.steps.length).toBeLessThanOrEqual(limits.agendaSteps)
    for (const { what, facilitatorNotes, ...step } of template.steps) StepDraft.parse({ ...step, prompt: what, notes: facilitatorNotes })
  })
})
