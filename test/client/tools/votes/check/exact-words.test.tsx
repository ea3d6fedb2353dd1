// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CheckPanel } from '../../../../../client/tools/votes/check/CheckPanel'
import { changeInWords } from '../../../../../client/tools/votes/check/change-size'
import type { Role } from '../../../../../shared/access/actor'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { askedHash, checkRound, checkServer, checkSession, Inside } from '../../../../support/checks'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const changedHash = 'b'.repeat(64)
const mine = { version: 1, answer: 3, reason: 'Say who pays.', binding: 'wording', textHash: askedHash, done: true, receipt: 'R' }
const byName = 'Rosa Delgado'
const mark = { from: askedHash, to: changedHash, byName, atMs: 0, contested: 0 }

function show(round: Round, cast: Record<string, unknown> = {}, role: Role = 'contributor') {
  const server = checkServer(round, role, cast)
  vi.stubGlobal('fetch', server.fetch)
  render(
    <Inside session={checkSession(role, round)}>
      <CheckPanel draftId="draft_vision01" text="Two doors for every learner." textHash={changedHash} />
    </Inside>,
  )
  return server
}

function resonance(more: Partial<Round> = {}): Round {
  const answer = { participantId: 'p_1', answer: 'not-yet', reason: 'Too long.', binding: 'wording', textHash: askedHash } as const
  return checkRound({ method: 'resonance', rule: {}, answers: { p_1: answer }, ...more })
}

describe('an answer whose words have changed', () => {
  it('[VOTES-93] shows the difference and is renewed with one press, as it was given', async () => {
    const server = show(checkRound({ lapsed: { people: 2, texts: [askedHash] } }), mine)
    const panel = within(await screen.findByRole('region', { name: 'Your answer has lapsed' }))
    expect(panel.getByText(/The words have changed since you answered “Support with reservations”\./)).toBeDefined()
    const words = await panel.findByRole('region', { name: 'What changed, word by word' })
    await waitFor(() =>
      expect([...words.querySelectorAll('p.compared ins')].map(({ textContent }) => textContent).join()).toContain('Two doors'),
    )
    expect(screen.getByText('2 answers must be renewed.')).toBeDefined()
    expect(screen.queryByText(/Your answer is in/)).toBeNull()
    fireEvent.click(panel.getByRole('button', { name: 'Renew my answer' }))
    await waitFor(() => expect(server.seen).toHaveLength(1))
    const { answer, reason, binding } = mine
    expect(server.seen[0]?.body).toMatchObject({ baseVersion: 1, answer, reason, binding, textHash: changedHash, done: true })
    expect(await screen.findByText(/Your answer is in:/)).toBeDefined()
    expect(screen.queryByRole('region', { name: 'Your answer has lapsed' })).toBeNull()
  })

  it('[VOTES-93] is withdrawn with one press, or gives way to another', async () => {
    const withdrawn = show(checkRound(), mine)
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw it' }))
    await waitFor(() => expect(withdrawn.seen).toHaveLength(1))
    expect(withdrawn.seen[0]?.body).toMatchObject({ allocation: {}, done: false })
    expect(screen.queryByRole('region', { name: 'Your answer has lapsed' })).toBeNull()
    cleanup()
    const another = show(checkRound(), mine)
    await screen.findByRole('region', { name: 'Your answer has lapsed' })
    fireEvent.click(screen.getByRole('radio', { name: /Whole-hearted/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Give my answer' }))
    await waitFor(() => expect(another.seen[0]?.body).toMatchObject({ answer: 1, textHash: changedHash, binding: 'wording' }))
  })

  it('[VOTES-93] to resonance is renewed likewise, and others read how many must be', async () => {
    const server = show(resonance())
    expect(screen.getByText('1 answer must be renewed.')).toBeDefined()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Not yet' }).getAttribute('aria-disabled')).toBeNull())
    fireEvent.click(screen.getByRole('button', { name: 'Renew my answer' }))
    await waitFor(() => expect(server.seen).toHaveLength(1))
    expect(server.seen[0]?.body).toMatchObject({ answer: 'not-yet', reason: 'Too long.', binding: 'wording', textHash: changedHash })
  })

  it('[VOTES-97] stays where it is for any wording in its spirit, and says so', async () => {
    show(checkRound(), { ...mine, binding: 'spirit' })
    expect(await screen.findByText('For any wording in this spirit.')).toBeDefined()
    expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual(['Gradients of agreement', null])
  })

  it('[VOTES-97] is asked what it is for, by every method, this wording only unless chosen', async () => {
    const server = show(checkRound())
    await screen.findByText('Choose one first.')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /This wording only/ }).checked).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: /Whole-hearted/ }))
    fireEvent.click(screen.getByRole('radio', { name: /Any wording in this spirit/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Give my answer' }))
    await waitFor(() => expect(server.seen[0]?.body).toMatchObject({ answer: 1, binding: 'spirit' }))
    cleanup()
    const live = show(resonance({ answers: {} }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'It resonates' }).getAttribute('aria-disabled')).toBeNull())
    fireEvent.click(screen.getByRole('radio', { name: /Any wording in this spirit/ }))
    fireEvent.click(screen.getByRole('button', { name: 'It resonates' }))
    await waitFor(() => expect(live.seen[0]?.body).toMatchObject({ answer: 'resonates', binding: 'spirit' }))
  })
})

describe('the size of a change', () => {
  it('[VOTES-147] is counted in words', () => {
    expect(changeInWords('One bright door for every learner.', 'Two doors for every learner.')).toBe('2 words put in, 3 taken out, of 6.')
    expect(changeInWords('One door.', 'One bright door.')).toBe('1 word put in, none taken out, of 2.')
    expect(changeInWords('One bright door.', 'One door.')).toBe('1 word taken out, none put in, of 3.')
    expect(changeInWords('One door.', 'One, door!')).toBe('None of 2 words changed, only what stands between them.')
    expect(changeInWords('One door.', 'One door.')).toBe('Every word is the same (2 words); only the formatting changed.')
  })

  it('[VOTES-147] stands over the difference before a facilitator marks it, and for those it touches', async () => {
    show(checkRound({ lapsed: { people: 2, texts: [askedHash] } }), {}, 'host')
    fireEvent.click(screen.getByRole('button', { name: 'Is the sense the same?' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(await dialog.findByText(/^\d words? put in, \S+ taken out, of \d+\.$/)).toBeDefined()
    expect(dialog.getByRole('button', { name: 'No change of sense' })).toBeDefined()
    cleanup()
    show(checkRound({ marks: [mark] }), mine)
    const panel = within(await screen.findByRole('region', { name: 'Your answer was carried over' }))
    expect(await panel.findByText(/^\d words? put in, \S+ taken out, of \d+\.$/)).toBeDefined()
  })
})

describe('a change marked as none of the sense', () => {
  it('[VOTES-96] says to whom it carried the answer over what changed and by whom, and is contested with one press', async () => {
    const server = show(checkRound({ secret: true, marks: [mark] }), mine)
    const panel = within(await screen.findByRole('region', { name: 'Your answer was carried over' }))
    expect(panel.getByText(/marked the change as no change of sense/).textContent).toContain(`${byName} marked`)
    expect(panel.getByText(/nobody learns whose it was/)).toBeDefined()
    expect(screen.getByText(/Your answer is in:/)).toBeDefined()
    fireEvent.click(panel.getByRole('button', { name: 'This changes the sense for me' }))
    await waitFor(() => expect(server.seen).toEqual([{ path: 'POST /round_1/contest', body: { textHash: changedHash } }]))
    expect(await screen.findByRole('button', { name: 'Renew my answer' })).toBeDefined()
    expect(screen.queryByText(/Your answer is in:/)).toBeNull()
  })

  it('[VOTES-96] is offered to facilitators beside the count, with every change to look at', async () => {
    const server = show(checkRound({ lapsed: { people: 2, texts: [askedHash] } }), {}, 'host')
    fireEvent.click(await screen.findByRole('button', { name: 'Is the sense the same?' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Is the sense the same?' }))
    expect(await dialog.findByText(/Two doors/)).toBeDefined()
    fireEvent.click(dialog.getByRole('button', { name: 'No change of sense' }))
    await waitFor(() => expect(server.seen).toEqual([{ path: 'POST /round_1/sense', body: { from: askedHash, to: changedHash } }]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('[VOTES-96] is nobody else’s to make, and stays beside the check with how many contested it', () => {
    show(checkRound({ lapsed: { people: 2, texts: [askedHash] }, marks: [{ ...mark, contested: 2 }] }))
    expect(screen.queryByRole('button', { name: 'Is the sense the same?' })).toBeNull()
    const marks = within(screen.getByRole('list', { name: 'Changes marked as no change of sense' }))
    expect(marks.getByRole('listitem').textContent).toBe(
      `${byName} marked a change of the words as no change of sense. 2 people contested it.`,
    )
  })
})
