// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { ResultsView } from '../../../../../client/tools/votes/results/ResultsView'
import type { Role } from '../../../../../shared/access/actor'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { closedRound } from '../../../../support/closed-round'
import { votesSession } from '../../../../support/votes-session'

const tied = closedRound('dots', [{ on: [2, 2] }, { on: [1, 1, 1] }])
const runOff = closedRound('dots', [{ on: [1] }, { on: [1] }], {
  id: 'round_2',
  createdAtMs: 2_000,
  dots: 1,
  labels: ['Shared intake', 'Employer council'],
  after: { roundId: 'round_1', as: 'run-off' },
})

const requests: [string, unknown][] = []
const answers = { rounds: { roundId: 'round_2', options: [] }, open: { state: 'open' } } as const

beforeEach(() => {
  requests.length = 0
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const body: unknown = init.body ? JSON.parse(String(init.body)) : undefined
    requests.push([url, body])
    if (url.endsWith('/reveal')) return Response.json(body)
    return url.endsWith('/open') ? Response.json(answers.open) : Response.json(answers.rounds, { status: 201 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(round: Round, earlier: readonly Round[] = [], role: Role = 'host') {
  const onShow = vi.fn()
  const onSetUp = vi.fn()
  render(
    <WorkshopContext value={votesSession(role, [round, ...earlier])}>
      <ResultsView round={round} earlier={earlier} onShow={onShow} onSetUp={onSetUp} />
    </WorkshopContext>,
  )
  return { onShow, onSetUp }
}

describe('a closed vote', () => {
  it('[VOTES-55] opens a run-off of the tied in one press, after saying what will happen', async () => {
    const { onShow } = show(tied)
    const button = screen.getByRole('button', { name: 'Run-off between these 2' })
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain('An open vote opens at once')
    fireEvent.click(button)
    await vi.waitFor(() => expect(onShow).toHaveBeenCalledWith('round_2'))
    expect(requests.map(([url]) => url)).toEqual(['/api/workshops/ws_1/rounds', '/api/workshops/ws_1/rounds/round_2/open'])
    expect(requests[0]?.[1]).toMatchObject({ after: { roundId: 'round_1', as: 'run-off' }, dots: 1 })
  })

  it('[VOTES-55] offers the run-off at the edge of what is chosen, and voting again in any case', () => {
    const { onSetUp } = show(closedRound('dots', [{ on: [3, 1, 1, 1] }]))
    expect(screen.queryByRole('button', { name: /^Run-off/ })).toBeNull()
    fireEvent.click(within(screen.getByRole('group', { name: 'Chosen' })).getByRole('button', { name: 'Employer council' }))
    expect(screen.getByRole('button', { name: 'Run-off between these 3' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Vote again' }))
    expect(onSetUp).toHaveBeenCalledWith(expect.objectContaining({ id: 'round_1' }))
  })

  it('[VOTES-55] says of more than four that are tied that a run-off is not the way', () => {
    show(closedRound('dots', [{ on: [1, 1, 1, 1, 1] }], { labels: ['A', 'B', 'C', 'D', 'E'] }))
    expect(screen.getByText(/5 options are tied, too many for a run-off/)).toBeTruthy()
  })

  it('[VOTES-55] offers no run-off to somebody who does not facilitate', () => {
    show(tied, [], 'contributor')
    expect(screen.queryByRole('button', { name: /^Run-off/ })).toBeNull()
  })

  it('[VOTES-56] links a run-off with the vote that it settles, both ways', () => {
    const { onShow } = show(runOff, [tied])
    expect(screen.getByText('This is the run-off of an earlier vote that ended in a tie.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show that vote' }))
    expect(onShow).toHaveBeenCalledWith('round_1')
    cleanup()
    const later = show(tied, [runOff])
    expect(screen.getByText('A run-off followed.')).toBeTruthy()
    expect(within(screen.getByRole('region', { name: 'Earlier votes' })).getByText(/run-off/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show that vote' }))
    expect(later.onShow).toHaveBeenCalledWith('round_2')
  })

  it('[VOTES-57] stands beside the vote it follows, and beside none when the reader wants none', () => {
    show(runOff, [tied])
    const rows = within(screen.getByRole('table', { name: 'Both votes by option' })).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual([
      'OptionEarlier voteThis voteChange',
      'Shared intake1 of 4, tied 3 dots1 of 2 2 dotssame place',
      'Employer council1 of 4, tied 3 dots2 of 2 0 dotsdown 1 place',
      'Transport pilot3 of 4 1 dot–not asked again',
      'Data agreement4 of 4 0 dots–not asked again',
    ])
    fireEvent.change(screen.getByLabelText('Earlier vote'), { target: { value: '' } })
    expect(screen.queryByRole('table', { name: 'Both votes by option' })).toBeNull()
  })

  it('[VOTES-58] is revealed by the facilitator, who reads that people’s own devices show it all', async () => {
    show(tied)
    const button = screen.getByRole('button', { name: 'Reveal on the room display' })
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'On their own devices people can look',
    )
    fireEvent.click(screen.getByRole('radio', { name: 'First place first' }))
    fireEvent.click(button)
    await vi.waitFor(() => expect(requests).toEqual([['/api/workshops/ws_1/rounds/round_1/reveal', { shown: 0, from: 'first' }]]))
  })

  it('[VOTES-58] goes on place by place or shows all at once', async () => {
    show({ ...tied, reveal: { shown: 1, from: 'last' } })
    expect(screen.getByText('The room display shows 1 of 3 places.')).toBeTruthy()
    expect(screen.getByText('Shared intake', { selector: 'th' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show the next place' }))
    await vi.waitFor(() => expect(requests.at(-1)?.[1]).toEqual({ shown: 2, from: 'last' }))
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Show all' }).getAttribute('aria-busy')).toBeNull())
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
    await vi.waitFor(() => expect(requests.at(-1)?.[1]).toEqual({ shown: 3, from: 'last' }))
  })

  it('[VOTES-58] is not revealed by anybody else', () => {
    show(tied, [], 'contributor')
    expect(screen.queryByRole('button', { name: /Reveal/ })).toBeNull()
  })

  it('leads to its files and to the page that counts it again', () => {
    show(tied)
    expect(screen.getByRole('link', { name: 'Results as CSV' }).getAttribute('href')).toBe(
      '/api/workshops/ws_1/rounds/round_1/export?format=csv',
    )
    expect(screen.getByRole('link', { name: 'Check this count' }).getAttribute('href')).toBe('/verify')
  })
})
