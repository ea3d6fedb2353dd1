// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../client/app/workshop-context'
import { BallotView } from '../../../../client/tools/votes/BallotView'
import type { BallotState } from '../../../../client/tools/votes/ballot-sender'
import type { Round } from '../../../../shared/tools/votes/schema'

const round: Round = {
  id: 'round_1',
  question: 'Which goals do we start?',
  method: 'dots',
  secret: true,
  dots: 3,
  maxPerOption: 2,
  options: [
    { id: 'opt_a', label: 'Shared intake', detail: 'One door · 6 notes' },
    { id: 'opt_b', label: 'Employer council' },
    { id: 'opt_c', label: 'Transport pilot' },
  ],
  rule: {},
  facilitatorsVote: false,
  state: 'open',
  turnout: { eligible: 3, begun: 1, done: 0 },
  revision: 0,
  createdAtMs: 0,
}

function show(allocation: Record<string, number>, more: Partial<BallotState> = {}) {
  const ballot: BallotState = {
    loading: false,
    eligible: true,
    wanted: { allocation, done: false },
    sending: 'idle',
    notice: undefined,
    receipt: undefined,
    version: 1,
    ...more,
  }
  const record = new Y.Doc()
  const session: WorkshopSession = {
    actor: { workshopId: 'ws_1', id: 'p_1', role: 'contributor' },
    name: 'Amara',
    record,
    awareness: new Awareness(record),
    board: new Y.Doc(),
    title: 'A vision',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('a ballot opens no document')
    },
  }
  const onPlace = vi.fn()
  const onDone = vi.fn()
  render(
    <WorkshopContext value={session}>
      <BallotView round={round} ballot={ballot} onPlace={onPlace} onDone={onDone} />
    </WorkshopContext>,
  )
  return { onPlace, onDone }
}

afterEach(cleanup)

describe('the ballot', () => {
  it('[VOTES-31] says what is left and that results are sealed', async () => {
    show({ opt_a: 2 })
    expect(screen.getByText('1 dot left.')).toBeTruthy()
    expect(await screen.findByText('Results are sealed.')).toBeTruthy()
    expect(screen.getByRole('group', { name: 'Shared intake: 2 dots' })).toBeTruthy()
  })

  it('[VOTES-31] places and takes back by button and by the keys + and −', () => {
    const { onPlace } = show({ opt_a: 1 })
    fireEvent.click(screen.getByRole('button', { name: 'Place a dot on Employer council' }))
    fireEvent.click(screen.getByRole('button', { name: 'Take a dot back from Shared intake' }))
    const option = within(screen.getByRole('group', { name: 'Shared intake: 1 dot' }))
    fireEvent.keyDown(option.getByRole('button', { name: /Place/ }), { key: '+' })
    fireEvent.keyDown(option.getByRole('button', { name: /Place/ }), { key: '-' })
    expect(onPlace.mock.calls).toEqual([
      ['opt_b', 1],
      ['opt_a', 0],
      ['opt_a', 2],
      ['opt_a', 0],
    ])
  })

  it('[VOTES-31] says why nothing more can be placed, and places nothing', () => {
    const { onPlace } = show({ opt_a: 2, opt_b: 1 })
    fireEvent.click(screen.getByRole('button', { name: 'Place a dot on Shared intake' }))
    expect(screen.getByText('2 is the most on one option.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Place a dot on Transport pilot' }))
    expect(screen.getByText('No dots left. Take one back to place it here.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Take a dot back from Transport pilot' }))
    expect(onPlace).not.toHaveBeenCalled()
  })

  it('[VOTES-31] says that votes cannot be cast offline', () => {
    show({ opt_a: 1 }, { sending: 'waiting' })
    expect(screen.getByRole('status').textContent).toContain('Votes cannot be cast offline.')
  })

  it('[VOTES-32] shows what the server had to say', () => {
    show({ opt_a: 1 }, { notice: 'Your ballot was changed on another device. Here is how it stands now.' })
    expect(screen.getByRole('alert').textContent).toContain('another device')
  })

  it('[VOTES-12] names nobody to somebody who does not facilitate', () => {
    show({})
    expect(screen.queryByText(/Waiting for/)).toBeNull()
  })
})
