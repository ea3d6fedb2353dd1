// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../../client/app/workshop-context'
import { CheckPanel } from '../../../../../client/tools/votes/check/CheckPanel'
import { rounds } from '../../../../../shared/tools/votes/collections'
import { participants } from '../../../../../shared/workshop/collections'

afterEach(cleanup)

function sessionWithDoubt(): WorkshopSession {
  const record = new Y.Doc()
  participants.put(record, { id: 'p_1', name: 'Grace Lindqvist', role: 'contributor', colour: 1, joinedAtMs: 0 })
  const answer = { participantId: 'p_1', answer: 'not-yet', reason: 'A path is not enough.', textHash: 'a'.repeat(64) }
  rounds.put(
    record,
    rounds.schema.parse({
      id: 'round_1',
      question: 'Does this resonate with you?',
      method: 'resonance',
      subject: { draftId: 'draft_vision01', textHash: 'a'.repeat(64) },
      secret: false,
      dots: 1,
      maxPerOption: 1,
      options: [],
      rule: {},
      facilitatorsVote: false,
      state: 'open',
      turnout: { eligible: 1, begun: 1, done: 1 },
      revision: 1,
      createdAtMs: 0,
      answers: { p_1: answer },
    }),
  )
  return {
    actor: { workshopId: 'ws_1', id: 'p_host', role: 'host' },
    name: 'Rosa',
    record,
    awareness: new Awareness(record),
    board: new Y.Doc(),
    title: 'A vision',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('the check opens no document')
    },
  }
}

describe('the check beside a wording', () => {
  it('[VOTES-25] keeps what was said of an earlier wording readable, and counts it no more', () => {
    const session = sessionWithDoubt()
    const panel = (textHash: string) => (
      <WorkshopContext value={session}>
        <CheckPanel draftId="draft_vision01" text="Two doors for every learner." textHash={textHash} />
      </WorkshopContext>
    )
    const { rerender } = render(panel('a'.repeat(64)))
    expect(screen.getByText('A path is not enough.')).toBeDefined()
    expect(screen.queryByText('On an earlier wording')).toBeNull()
    rerender(panel('b'.repeat(64)))
    expect(screen.getByText('On an earlier wording').parentElement?.textContent).toContain(
      'Grace Lindqvist, not yet: A path is not enough.',
    )
    expect(screen.getByText(/0 of 1 answered/)).toBeDefined()
  })
})
