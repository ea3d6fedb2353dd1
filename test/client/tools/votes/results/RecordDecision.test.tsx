// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../../client/app/workshop-context'
import { RecordDecision } from '../../../../../client/tools/votes/results/RecordDecision'
import type { Round } from '../../../../../shared/tools/votes/schema'

afterEach(cleanup)

const labels = ['Shared intake', 'Employer council', 'Night classes', 'One website', 'Bus passes']
const ranks = [1, 2, 3, 4, 4]
const round: Round = {
  id: 'round_1',
  question: 'Which goals do we start?',
  method: 'dots',
  secret: false,
  dots: 4,
  maxPerOption: 2,
  options: labels.map((label, index) => ({ id: `opt_${index}` as const, label })),
  rule: {},
  facilitatorsVote: false,
  state: 'closed',
  turnout: { eligible: 4, begun: 4, done: 4 },
  revision: 1,
  createdAtMs: 0,
  result: {
    voters: 4,
    options: ranks.map((rank, index) => ({ id: `opt_${index}` as const, dots: 9 - rank, people: 2, rank, tied: rank === 4 })),
  },
}
const record = new Y.Doc()
const session: WorkshopSession = {
  actor: { workshopId: 'ws_1', id: 'p_host', role: 'host' },
  name: 'Rosa',
  record,
  awareness: new Awareness(record),
  board: new Y.Doc(),
  title: 'A vision',
  serverNow: () => 0,
  openRoom: () => {
    throw new Error('recording opens no document')
  },
}

describe('recording a decision', () => {
  it('[VOTES-20] offers every option, those of a tie not chosen beforehand', () => {
    render(
      <WorkshopContext value={session}>
        <RecordDecision round={round} onSetUp={undefined} onShow={() => undefined} />
      </WorkshopContext>,
    )
    const offered = within(screen.getByRole('group', { name: 'Chosen' })).getAllByRole('button')
    expect(offered.map((button) => [button.textContent, button.getAttribute('aria-pressed')])).toEqual(
      labels.map((label, index) => [label, String(index === 0)]),
    )
    fireEvent.click(screen.getByRole('button', { name: 'Bus passes' }))
    expect(screen.getByLabelText<HTMLTextAreaElement>('We decided').value).toBe('Shared intake and Bus passes.')
  })
})
