// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { Findings } from '../../../../../client/tools/votes/results/Findings'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { closedRound } from '../../../../support/closed-round'
import { votesSession } from '../../../../support/votes-session'

afterEach(cleanup)

function rowsOf(name: string | RegExp): (string | null)[][] {
  const table = screen.getByRole('table', { name })
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent))
}

function show(round: Round) {
  if (!round.result) throw new Error('not counted')
  return render(
    <WorkshopContext value={votesSession('contributor')}>
      <Findings round={round} result={round.result} />
    </WorkshopContext>,
  )
}

describe('the results of each method', () => {
  it('[VOTES-53] dots: dots, people and organisations', () => {
    show(
      closedRound('dots', [
        { on: [3, 1], organisation: 'Tribal college' },
        { on: [2, 2], organisation: 'Employers' },
        { on: [4], organisation: 'Employers' },
      ]),
    )
    expect(rowsOf('Results by option').slice(0, 3)).toEqual([
      ['Rank', 'Option', 'Dots', 'People', 'Organisations'],
      ['1', 'Shared intake', '9', '3', '2 of 2'],
      ['2', 'Employer council', '3', '2', '2 of 2'],
    ])
  })

  it('[VOTES-53] approvals: how many of those who voted', () => {
    show(closedRound('approval', [{ on: [1, 1] }, { on: [1] }, { on: [1] }, { on: [0, 1] }]))
    expect(rowsOf('Results by option').slice(0, 3)).toEqual([
      ['Rank', 'Option', 'Approvals', 'Share'],
      ['1', 'Shared intake', '3', '75%'],
      ['2', 'Employer council', '2', '50%'],
    ])
  })

  it('[VOTES-53] scores: total, mean, how the scores lie, and people', () => {
    show(closedRound('score', [{ on: [5, 5] }, { on: [4, 1] }, { on: [4, 1] }, { on: [3, 5] }], { labels: ['Intake', 'Council'] }))
    expect(rowsOf('Results by option')).toEqual([
      ['Rank', 'Option', 'Total', 'Mean', 'Scores 1 to 5', 'People'],
      ['1', 'Intake', '16', '4.0', expect.stringContaining('1 gave 3, 2 gave 4, 1 gave 5'), '4'],
      ['2', 'CouncilOpinions split', '12', '3.0', expect.stringContaining('2 gave 1, 2 gave 5'), '4'],
    ])
  })

  it('[VOTES-53] ranked choice: every count with what left it and the exhausted ballots', () => {
    show(
      closedRound('rank', [{ on: [1, 2] }, { on: [1, 2] }, { on: [2, 1] }, { on: [2, 1] }, { on: [0, 0, 1] }], {
        labels: ['Intake', 'Council', 'Transport'],
      }),
    )
    expect(rowsOf('Results by option').slice(0, 2)).toEqual([
      ['Rank', 'Option', 'Votes', 'First choices', 'Ranked by'],
      ['1 tie', 'Intake', '2', '2', '4'],
    ])
    expect(rowsOf('Votes count by count')).toEqual([
      ['Option', 'Count 1', 'Count 2'],
      ['Intake', '2', '2'],
      ['Council', '2', '2'],
      ['Transport', '1', 'out'],
      ['Exhausted ballots', '0', '1'],
    ])
  })

  it('[VOTES-53] impact and effort: a picture that the table says in full', () => {
    const { container } = show(
      closedRound('matrix', [{ on: [92, 55] }, { on: [84, 55] }, { on: [0, 19] }], { labels: ['Intake', 'Council', 'Transport'] }),
    )
    expect(rowsOf('Results by option')).toEqual([
      ['Rank', 'Option', 'Impact', 'Effort', 'Impact less effort', 'People'],
      ['1', 'Intake', '8.5', '3.0', '5.5', '2'],
      ['2', 'Council', '3.7', '6.3', '−2.7', '3'],
      ['3', 'Transport', '–', '–', '–', '0'],
    ])
    const picture = container.querySelector('.votes-plot')
    expect(picture?.getAttribute('aria-hidden')).toBe('true')
    expect([...(picture?.querySelectorAll('.votes-plot-rank') ?? [])].map((mark) => mark.textContent)).toEqual(['1', '2'])
  })

  it('[VOTES-53] a budget: units and people', () => {
    show(closedRound('budget', [{ on: [60, 40] }, { on: [100] }], { dots: 100, maxPerOption: 100 }))
    expect(rowsOf('Results by option').slice(0, 3)).toEqual([
      ['Rank', 'Option', 'Units', 'People'],
      ['1', 'Shared intake', '160', '2'],
      ['2', 'Employer council', '40', '1'],
    ])
  })

  it.each([
    ['Passed', [{ on: [1] }, { on: [1] }, { on: [0, 1] }]],
    ['Not passed', [{ on: [1] }, { on: [0, 1] }, { on: [0, 0, 1] }]],
  ] as const)('[VOTES-53] a majority: %s, with the arithmetic', (verdict, ballots) => {
    const round = closedRound('majority', ballots, { rule: { threshold: 'more-than-half' }, labels: ['Intake', 'Council', 'Transport'] })
    show(round)
    expect(screen.getByText(verdict)).toBeTruthy()
    expect(screen.getByText(round.result?.verdict?.words ?? '')).toBeTruthy()
  })

  it('[VOTES-53] a majority of too few people: no quorum', () => {
    const round = closedRound('majority', [{ on: [1] }, { on: [1] }])
    if (!round.result) throw new Error('not counted')
    const verdict = { passed: false, quorumMet: false, words: '2 of 9 people voted; at least 5 must.' }
    show({ ...round, result: { ...round.result, verdict } })
    expect(screen.getByText('No quorum')).toBeTruthy()
  })
})
