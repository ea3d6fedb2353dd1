// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../../client/app/workshop-context'
import { ResultsTable } from '../../../../../client/tools/votes/results/ResultsTable'
import { RoomPanel } from '../../../../../client/tools/votes/room/RoomPanel'
import { rounds } from '../../../../../shared/tools/votes/collections'
import type { OptionResult, Round } from '../../../../../shared/tools/votes/schema'
import { participants } from '../../../../../shared/workshop/collections'
import { closedRound } from '../../../../support/closed-round'

const options: OptionResult[] = [
  { id: 'opt_b', dots: 4, people: 2, organisations: 2, rank: 1, tied: true },
  { id: 'opt_a', dots: 4, people: 1, organisations: 1, rank: 1, tied: true },
]
const open: Round = {
  id: 'round_1',
  question: 'Which goals do we start?',
  method: 'dots',
  secret: false,
  dots: 4,
  maxPerOption: 2,
  options: [
    { id: 'opt_a', label: 'Shared intake' },
    { id: 'opt_b', label: 'Employer council' },
  ],
  rule: {},
  facilitatorsVote: false,
  state: 'open',
  turnout: { eligible: 1, begun: 1, done: 1 },
  revision: 1,
  createdAtMs: 0,
}
const closed: Round = {
  ...open,
  state: 'closed',
  result: { voters: 1, organisations: 2, options, ballots: [{ participantId: 'p_1', allocation: { opt_a: 2, opt_b: 2 } }] },
}

function showRoom(round: Round): string {
  const record = new Y.Doc()
  participants.put(record, { id: 'p_1', name: 'Amara Okafor', role: 'contributor', colour: 1, joinedAtMs: 0 })
  rounds.put(record, round)
  const session: WorkshopSession = {
    actor: { workshopId: 'ws_1', id: 'p_2', role: 'host' },
    name: 'Rosa',
    record,
    board: new Y.Doc(),
    awareness: new Awareness(record),
    title: 'A vision',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('the room display opens no document')
    },
  }
  render(
    <WorkshopContext value={session}>
      <RoomPanel step={{ id: 'step_1', title: 'Decide', minutes: 5, tool: 'votes', order: 'a0' }} />
    </WorkshopContext>,
  )
  return document.body.textContent ?? ''
}

afterEach(cleanup)

describe('the room display', () => {
  it.each([
    ['while the vote runs', open],
    ['after the close of an open vote', closed],
  ])('[VOTES-12] names nobody %s', (_when, round) => {
    const text = showRoom(round)
    expect(text).toContain('Shared intake')
    expect(text).not.toMatch(/Amara|Okafor|AO/)
  })

  it('[VOTES-11] shows turnout and no result while the vote runs', () => {
    showRoom({ ...open, result: closed.result })
    expect(screen.getByRole('img', { name: '1 of 1 have finished' })).toBeTruthy()
    expect(document.querySelector('.votes-room-results')).toBeNull()
  })

  const ranked = closedRound('dots', [{ on: [4, 3, 3, 1] }])
  const shownIn = (reveal: Round['reveal'], more: Partial<Round> = {}) => {
    showRoom({ ...ranked, ...more, ...(reveal ? { reveal } : {}) })
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent)
    cleanup()
    return rows
  }

  it('[VOTES-58] shows the whole result where nobody reveals it place by place', () => {
    expect(shownIn(undefined)).toEqual(['1Shared intake4', '2 tieEmployer council3', '2 tieTransport pilot3', '4Data agreement1'])
  })

  it('[VOTES-58] shows places from the last or from the first, those that are tied together', () => {
    const hidden = (rank: number) => `${rank}Still to come`
    expect(shownIn({ shown: 0, from: 'last' })).toEqual([hidden(1), hidden(2), hidden(2), hidden(4)])
    expect(shownIn({ shown: 1, from: 'last' })).toEqual([hidden(1), hidden(2), hidden(2), '4Data agreement1'])
    expect(shownIn({ shown: 2, from: 'last' })).toEqual([hidden(1), '2 tieEmployer council3', '2 tieTransport pilot3', '4Data agreement1'])
    expect(shownIn({ shown: 1, from: 'first' })).toEqual(['1Shared intake4', hidden(2), hidden(2), hidden(4)])
    expect(shownIn({ shown: 3, from: 'first' })).toEqual(shownIn(undefined))
  })

  it('[VOTES-58] keeps the decision back until every place is shown', () => {
    const recorded = { words: 'We start with intake.', byName: 'Rosa', atMs: 1 }
    const text = showRoom({ ...ranked, recorded, reveal: { shown: 2, from: 'last' } })
    expect(text).not.toContain('We start with intake.')
    expect(text).not.toContain('Shared intake')
    cleanup()
    expect(showRoom({ ...ranked, recorded, reveal: { shown: 3, from: 'last' } })).toContain('We start with intake.')
  })
})

describe('the results', () => {
  it('[VOTES-20] are a table that reads without colour and says ties', () => {
    render(<ResultsTable round={closed} result={{ voters: 1, organisations: 2, options }} />)
    const rows = screen.getAllByRole('row').map((row) => row.textContent)
    expect(rows).toEqual(['RankOptionDotsPeopleOrganisations', '1 tieEmployer council422 of 2', '1 tieShared intake411 of 2'])
  })

  it('[VOTES-14] leave the organisations’ column out where they are not said', () => {
    render(<ResultsTable round={closed} result={{ voters: 3, options: options.map(({ organisations: _left, ...option }) => option) }} />)
    expect(screen.queryByRole('columnheader', { name: 'Organisations' })).toBeNull()
  })
})
