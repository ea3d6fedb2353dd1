// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../../client/app/workshop-context'
import { CheckPanel } from '../../../../../client/tools/votes/check/CheckPanel'
import { Dialog } from '../../../../../client/ui/Dialog'
import { Toasts } from '../../../../../client/ui/Toasts'
import { rounds } from '../../../../../shared/tools/votes/collections'
import { participants } from '../../../../../shared/workshop/collections'
import { askedHash, askedText, checkRound, checkSession, Inside } from '../../../../support/checks'

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

describe('a check that opens behind a dialog', () => {
  const page = (session: WorkshopSession, onClose: () => void) => (
    <Inside session={session}>
      <CheckPanel draftId="draft_vision01" text={askedText} textHash={askedHash} />
      <Dialog open title="Comments" onClose={onClose}>
        <p>Words.</p>
      </Dialog>
      <Toasts />
    </Inside>
  )
  const opens = (session: WorkshopSession) =>
    act(() => rounds.put(session.record, checkRound({ method: 'resonance', question: 'Does it resonate?', answers: {} })))

  it('[VOTES-141] is told inside the dialog, with a way that closes it and leads to the question', async () => {
    const session = checkSession('contributor')
    const onClose = vi.fn()
    render(page(session, onClose))
    opens(session)
    const toast = within(screen.getByRole('dialog')).getByText('Everybody is being asked: “Does it resonate?”')
    fireEvent.click(within(toast.parentElement as HTMLElement).getByRole('button', { name: 'Go to the question' }))
    expect(onClose).toHaveBeenCalledOnce()
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Does it resonate?'))
  })

  it('[VOTES-141] is not told to whoever is not asked, nor of a check that was open before', () => {
    const observer = checkSession('observer')
    render(page(observer, () => undefined))
    opens(observer)
    expect(screen.queryByText(/^Everybody is being asked/)).toBeNull()
    cleanup()
    render(page(checkSession('contributor', checkRound()), () => undefined))
    expect(screen.queryByText(/^Everybody is being asked/)).toBeNull()
  })
})
