import { describe, expect, it } from 'vitest'
import { agendaChoice, emptyStep, moveStep, stepsOfPlan } from '../../../../client/app/new/agenda-draft'
import { AgendaChoice } from '../../../../shared/workshop/fields'

const keys = (steps: readonly { readonly key: string }[]) => steps.map(({ key }) => key)

describe('an agenda being put together', () => {
  it('starts from a plan, or from one step', () => {
    expect(stepsOfPlan('shared-vision-90')).toHaveLength(10)
    expect(stepsOfPlan(undefined)).toHaveLength(1)
  })

  it('moves a step, and stays the same list where it cannot move', () => {
    const steps = [emptyStep('a'), emptyStep('b'), emptyStep('c')]
    const [a, b, c] = keys(steps)
    expect(keys(moveStep(steps, a ?? '', 2))).toEqual([b, c, a])
    expect(keys(moveStep(steps, c ?? '', 0))).toEqual([c, a, b])
    expect(moveStep(steps, a ?? '', -1)).toBe(steps)
    expect(moveStep(steps, c ?? '', 3)).toBe(steps)
  })

  it('is sent as the contract wants it, with shared subjects and without empty words', () => {
    const choice = AgendaChoice.parse(agendaChoice('shared-vision-90', stepsOfPlan('shared-vision-90')))
    expect(choice).toMatchObject({ template: 'shared-vision-90' })
    expect('steps' in choice && choice.steps.filter(({ subjectKey }) => subjectKey === 'vision')).toHaveLength(4)
    expect('steps' in choice && choice.steps.filter(({ privately }) => privately).map(({ title }) => title)).toEqual([
      'Picture the future, alone',
    ])
    expect(agendaChoice(undefined, [emptyStep('Only a title')])).toEqual({ steps: [{ title: 'Only a title', minutes: 10, tool: 'ideas' }] })
  })
})
