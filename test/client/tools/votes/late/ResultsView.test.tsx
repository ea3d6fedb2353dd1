// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { untilWords } from '../../../../../client/tools/votes/late/until-words'
import { ResultsView } from '../../../../../client/tools/votes/results/ResultsView'
import { RoomResults } from '../../../../../client/tools/votes/room/RoomResults'
import type { Role } from '../../../../../shared/access/actor'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { lateRound, provisionalRound, settled, untilMs } from '../../../../support/late-rounds'
import { votesSession } from '../../../../support/votes-session'

beforeEach(() => void vi.stubGlobal('fetch', async () => Response.json({}, { status: 404 })))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const ballots = [{ on: [2, 1] }, { on: [2] }, { on: [1, 1] }]
const first = provisionalRound(ballots)
const lateBallots = [{ on: [0, 4] }, { on: [0, 0, 4] }]

function show(round: Round, others: readonly Round[] = [], role: Role = 'contributor') {
  render(
    <WorkshopContext value={votesSession(role, [round, ...others])}>
      <ResultsView round={round} earlier={others.filter(({ state }) => state === 'closed')} onShow={vi.fn()} onSetUp={vi.fn()} />
    </WorkshopContext>,
  )
}

const rowsOf = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent))

describe('a provisional result', () => {
  it('[VOTES-86] says who was missing, and beside the decision what it waits for', () => {
    show(first)
    expect(screen.getByText('Provisional')).toBeTruthy()
    expect(screen.getByText('Nobody spoke for state adult basic education and local businesses when it closed.')).toBeTruthy()
    expect(screen.getByText('This result is provisional until those who were missing were asked.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Open late answers' })).toBeNull()
  })

  it('[VOTES-86] says until when late answers are taken', () => {
    show(first, [lateRound(first)])
    expect(screen.getByText(new RegExp(`can answer until ${untilWords(untilMs)}`))).toBeTruthy()
    expect(screen.getByText(`This result is provisional until ${untilWords(untilMs)}.`)).toBeTruthy()
  })

  it('[VOTES-86] is called so among the earlier votes and on the room display', () => {
    show({ ...first, id: 'round_9', provisional: undefined }, [first])
    expect(within(screen.getByRole('region', { name: 'Earlier votes' })).getByText(/3 of 3 voted · Dot vote · provisional/)).toBeTruthy()
    cleanup()
    render(<RoomResults round={first} />)
    expect(screen.getByText(/Provisional: nobody spoke for state adult basic education and local businesses\./)).toBeTruthy()
  })
})

describe('a final result', () => {
  const [final, closedLate] = settled(first, lateBallots, ballots)

  it('[VOTES-86] shows both tallies and their sum, in the order of the sum', () => {
    show(final, [closedLate])
    expect(screen.getByText('Final')).toBeTruthy()
    expect(rowsOf('Dots by option: first, late and together')).toEqual([
      ['Rank', 'Option', 'First 3 voted', 'Late 2 voted', 'Together 5 voted'],
      ['1', 'Employer council', '2', '4', '6'],
      ['2', 'Shared intake', '5', '0', '5'],
      ['3', 'Transport pilot', '0', '4', '4'],
      ['4', 'Data agreement', '0', '0', '0'],
    ])
    expect(screen.getByText(/2 people answered late\. The final result counts all 5 ballots together\./)).toBeTruthy()
    expect(screen.getAllByRole('columnheader').every((head) => head.getAttribute('scope') === 'col')).toBe(true)
  })

  it('[VOTES-86] keeps the first result as it was closed', () => {
    show(final, [closedLate])
    expect(screen.getByText('The first result, as it was closed')).toBeTruthy()
    expect(rowsOf('Results by option')[1]?.slice(0, 3)).toEqual(['1', 'Shared intake', '5'])
  })

  it('[VOTES-86] is what the decision goes by, and what the room display shows', () => {
    show(final, [closedLate], 'host')
    expect(screen.getByLabelText<HTMLTextAreaElement>('We decided').value).toBe('Employer council.')
    expect(screen.queryByText(/^This result is provisional/)).toBeNull()
    cleanup()
    render(<RoomResults round={final} />)
    expect(screen.getAllByRole('listitem')[0]?.textContent).toBe('1Employer council6')
  })

  it('[VOTES-86] shows of ranked choice first choices, and of impact and effort the figures of each count', () => {
    const ranks = [{ on: [1, 2] }, { on: [1, 2] }, { on: [2, 1] }]
    const [ranked, lateRanked] = settled(provisionalRound(ranks, { method: 'rank' }), [{ on: [2, 1] }], ranks)
    show(ranked, [lateRanked])
    expect(rowsOf('First choices by option: first, late and together')[1]?.slice(1)).toEqual(['Shared intake', '2', '0', '2'])
  })

  it.each([
    ['not-asked', /were not asked: the first result stands/],
    ['nobody-answered', /Nobody answered late: the first result stands/],
    ['too-few-first', /2 people answered late\. In a secret vote a sum would give away/],
    ['too-few-late', /2 people answered late\. In a secret vote fewer than 3 cannot be added/],
    ['shared-votes', /2 people answered late\. Each organisation has one vote/],
  ] as const)('[VOTES-86] says why there is no sum: %s', (standsBecause, words) => {
    show({ ...first, final: { atMs: 1, eligible: 5, voters: 5, standsBecause } })
    expect(screen.getByText('Final')).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
    expect(rowsOf('Results by option')[1]?.slice(0, 3)).toEqual(['1', 'Shared intake', '5'])
    expect(screen.queryByText('The first result, as it was closed')).toBeNull()
  })

  it('[VOTES-86] leaves the decision to the first vote where somebody looks at the late answers alone', () => {
    show(closedLate, [final], 'host')
    expect(screen.getByText('These are the answers of people who were absent from an earlier vote.')).toBeTruthy()
    expect(screen.getByText('These answers belong to an earlier vote. The decision is made there.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add to decision log' })).toBeNull()
    expect(within(screen.getByRole('region', { name: 'Earlier votes' })).getByText(/final with late answers/)).toBeTruthy()
  })
})
