// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ballots } from '../../../../../client/tools/votes/ballot/ballots'
import { allocationProblem, budgetOf } from '../../../../../shared/tools/votes/allocation'
import type { AllocationMethod } from '../../../../../shared/tools/votes/methods'
import type { Allocation, Round } from '../../../../../shared/tools/votes/schema'
import { showBallot } from '../showing'

afterEach(cleanup)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const radio = (group: string, name: string) => within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name })

/** Shows a ballot of this method with the budget that the server gives it. */
function show(method: AllocationMethod, allocation: Allocation = {}, wished: Partial<Pick<Round, 'dots' | 'maxPerOption'>> = {}) {
  const budget = budgetOf(method, 3, wished)
  const { onChange } = showBallot({ method, ...budget }, allocation)
  const sent = () => onChange.mock.calls.map(([each]) => each)
  const refusals = () => {
    const options = ['a', 'b', 'c'].map((name) => ({ id: `opt_${name}`, label: name }) as const)
    return sent().filter((each) => allocationProblem({ method, ...budget, options }, each))
  }
  return { sent, refusals }
}

it('[VOTES-45] there is a ballot for every choosing method', () => {
  expect(Object.keys(ballots).sort()).toEqual(['approval', 'budget', 'dots', 'majority', 'matrix', 'rank', 'score'])
})

describe('an approval ballot', () => {
  it('[VOTES-45] ticks and unticks whole cards', async () => {
    const { sent } = show('approval')
    fireEvent.click(await screen.findByRole('checkbox', { name: /Shared intake/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: /Transport pilot/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: /Shared intake/ }))
    expect(sent()).toEqual([{ opt_a: 1 }, { opt_a: 1, opt_c: 1 }, { opt_c: 1 }])
  })

  it('[VOTES-45] sends no tick too many and says what to do', async () => {
    const { sent, refusals } = show('approval', { opt_a: 1 }, { dots: 1 })
    fireEvent.click(await screen.findByRole('checkbox', { name: /Employer council/ }))
    expect(screen.getByRole('alert').textContent).toBe('You can tick 1. Untick another one first.')
    expect([sent(), refusals()]).toEqual([[], []])
  })
})

it('[VOTES-45] a majority ballot is one choice, which can be taken back', async () => {
  const { sent, refusals } = show('majority')
  fireEvent.click(await screen.findByRole('radio', { name: /Shared intake/ }))
  fireEvent.click(screen.getByRole('radio', { name: /Employer council/ }))
  expect(screen.getByText('For “Employer council”.')).toBeTruthy()
  press('Take my vote back')
  expect(sent()).toEqual([{ opt_a: 1 }, { opt_b: 1 }, {}])
  expect(refusals()).toEqual([])
})

it('[VOTES-45] a score ballot scores each option by itself and clears a score', async () => {
  const { sent, refusals } = show('score')
  await screen.findByRole('radiogroup', { name: 'Score of Shared intake' })
  fireEvent.click(radio('Score of Shared intake', '4 of 5'))
  fireEvent.click(radio('Score of Transport pilot', '1 of 5'))
  press('Take your score back from Shared intake')
  expect(sent()).toEqual([{ opt_a: 4 }, { opt_a: 4, opt_c: 1 }, { opt_c: 1 }])
  expect(refusals()).toEqual([])
  expect(screen.getByText('1 of 3 scored.')).toBeTruthy()
})

describe('a ranked ballot', () => {
  it('[VOTES-46] ranks in the order of pressing, and the next one to rank has the focus', async () => {
    const { sent, refusals } = show('rank')
    fireEvent.click(await screen.findByRole('button', { name: 'Rank Employer council as place 1' }))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Rank Transport pilot as place 2')
    press('Rank Transport pilot as place 2')
    press('Rank Shared intake as place 3')
    expect(sent().at(-1)).toEqual({ opt_b: 1, opt_c: 2, opt_a: 3 })
    expect(refusals()).toEqual([])
    expect(screen.queryByRole('list', { name: 'Not ranked' })).toBeNull()
  })

  it('[VOTES-46] moves by button and by arrow key, and what was moved keeps the focus', async () => {
    const { sent, refusals } = show('rank', { opt_a: 1, opt_b: 2, opt_c: 3 })
    const down = await screen.findByRole('button', { name: 'Move Shared intake down' })
    fireEvent.click(down)
    expect(sent().at(-1)).toEqual({ opt_b: 1, opt_a: 2, opt_c: 3 })
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Shared intake down')
    fireEvent.keyDown(screen.getByRole('button', { name: 'Move Transport pilot up' }), { key: 'ArrowUp' })
    expect(sent().at(-1)).toEqual({ opt_b: 1, opt_c: 2, opt_a: 3 })
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Transport pilot up')
    fireEvent.keyDown(screen.getByRole('button', { name: 'Move Employer council up' }), { key: 'ArrowUp' })
    expect(sent()).toHaveLength(2)
    expect(refusals()).toEqual([])
  })

  it('[VOTES-46] leaves no gap where one is taken out, and says each place', async () => {
    const { sent, refusals } = show('rank', { opt_a: 1, opt_b: 2, opt_c: 3 })
    expect(await screen.findByRole('group', { name: 'Shared intake: place 1 of 3' })).toBeTruthy()
    press('Take Shared intake out of the ranking')
    expect(sent().at(-1)).toEqual({ opt_b: 1, opt_c: 2 })
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Rank Shared intake as place 3')
    fireEvent.keyDown(screen.getByRole('button', { name: 'Move Transport pilot up' }), { key: 'Delete' })
    expect(sent().at(-1)).toEqual({ opt_b: 1 })
    expect(refusals()).toEqual([])
  })
})

describe('a ballot of impact and effort', () => {
  it('[VOTES-45] counts both answers together and half of them not', async () => {
    const { sent, refusals } = show('matrix')
    await screen.findByRole('radiogroup', { name: 'Impact of Shared intake' })
    fireEvent.click(radio('Impact of Shared intake', 'High'))
    expect(sent()).toEqual([])
    expect(screen.getByText('Effort is missing: only both together count.')).toBeTruthy()
    expect(screen.getByText('0 of 3 rated, 1 by half.')).toBeTruthy()
    fireEvent.click(radio('Effort of Shared intake', 'Low'))
    fireEvent.click(radio('Effort of Shared intake', 'Medium'))
    press('Take your rating back from Shared intake')
    expect(sent()).toEqual([{ opt_a: 91 }, { opt_a: 95 }, {}])
    expect(refusals()).toEqual([])
  })

  it('[VOTES-45] shows what another program rated at the nearest step', async () => {
    show('matrix', { opt_b: 78 })
    await screen.findByRole('radiogroup', { name: 'Impact of Employer council' })
    expect((radio('Impact of Employer council', 'High') as HTMLInputElement).checked).toBe(true)
    expect((radio('Effort of Employer council', 'High') as HTMLInputElement).checked).toBe(true)
  })
})

describe('a budget ballot', () => {
  const units = (label: string) => screen.getByRole('textbox', { name: `Units on ${label}` }) as HTMLInputElement

  it('[VOTES-45] places units by step, by key and by typing, and says what is left', async () => {
    const { sent, refusals } = show('budget')
    fireEvent.click(await screen.findByRole('button', { name: 'Place 5 units on Shared intake' }))
    fireEvent.keyDown(units('Shared intake'), { key: 'ArrowUp' })
    fireEvent.change(units('Employer council'), { target: { value: '60' } })
    expect(sent()).toEqual([{ opt_a: 5 }, { opt_a: 10 }, { opt_a: 10, opt_b: 60 }])
    expect(screen.getByText('30 units left of 100.')).toBeTruthy()
    expect(refusals()).toEqual([])
  })

  it('[VOTES-45] sends nothing over the budget, says why, and goes back to what counts', async () => {
    const { sent, refusals } = show('budget', { opt_a: 80 })
    await screen.findByRole('textbox', { name: 'Units on Shared intake' })
    fireEvent.change(units('Employer council'), { target: { value: '25' } })
    expect(screen.getByText('20 units is the most here: the rest is placed.')).toBeTruthy()
    expect(units('Employer council').getAttribute('aria-invalid')).toBe('true')
    fireEvent.blur(units('Employer council'))
    expect(units('Employer council').value).toBe('0')
    fireEvent.change(units('Employer council'), { target: { value: '2.5' } })
    expect(screen.getByText('Whole numbers only.')).toBeTruthy()
    expect([sent(), refusals()]).toEqual([[], []])
  })
})
