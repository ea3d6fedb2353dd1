import { render } from '@testing-library/react'
import { useState } from 'react'
import { vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../client/app/workshop-context'
import { BallotView } from '../../../../client/tools/votes/ballot/BallotView'
import type { BallotState } from '../../../../client/tools/votes/ballot/ballot-sender'
import type { AllocationMethod } from '../../../../shared/tools/votes/methods'
import type { Allocation, Round } from '../../../../shared/tools/votes/schema'

/** An open dot vote on three options. */
const dotVote: Round = {
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

/** A workshop as somebody sees it who opens no document of their own. */
export function sessionOf(role: WorkshopSession['actor']['role'], record = new Y.Doc()): WorkshopSession {
  return {
    actor: { workshopId: 'ws_1', id: 'p_1', role },
    name: 'Amara',
    record,
    awareness: new Awareness(record),
    board: new Y.Doc(),
    title: 'A vision',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('voting opens no document')
    },
  }
}

/** Shows the ballot of a dot vote, or of what `changes` make of it, and keeps what is placed as the server would. */
export function showBallot(
  changes: Partial<Round> & { readonly method?: AllocationMethod },
  allocation: Allocation,
  more: Partial<BallotState> = {},
) {
  const onChange = vi.fn<(allocation: Allocation) => void>()
  const onDone = vi.fn<(done: boolean) => void>()
  const round = { ...dotVote, ...changes }

  function Ballot() {
    const [placed, setPlaced] = useState(allocation)
    const ballot: BallotState = {
      loading: false,
      eligible: true,
      wanted: { allocation: placed, done: false },
      sending: 'idle',
      notice: undefined,
      receipt: undefined,
      version: 1,
      ...more,
    }
    return (
      <BallotView
        method={changes.method ?? 'dots'}
        round={round}
        ballot={ballot}
        onChange={(next) => {
          onChange(next)
          setPlaced(next)
        }}
        onDone={onDone}
      />
    )
  }
  render(
    <WorkshopContext value={sessionOf('contributor')}>
      <Ballot />
    </WorkshopContext>,
  )
  return { onChange, onDone }
}
