// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Count, Rating, Standing } from '../../../../../client/tools/votes/check/Rating'
import type { Role } from '../../../../../shared/access/actor'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { askedHash, askedText, checkRound, checkServer, checkSession, Inside } from '../../../../support/checks'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const wording = { draftId: 'draft_vision01', text: askedText, textHash: askedHash, name: 'Alternative B' }
const answer = (id: string, value: string, textHash = askedHash) =>
  ({ [id]: { participantId: id, answer: value, textHash } }) as Round['answers']
const resonance = (more: Partial<Round> = {}) => checkRound({ method: 'resonance', rule: {}, ...more })

function show(role: Role, ...rounds: readonly Round[]) {
  render(
    <Inside session={checkSession(role, ...rounds)}>
      <Count {...wording} />
      <Rating {...wording} />
      <p data-testid="standing">
        <Standing {...wording} />
      </p>
    </Inside>,
  )
  return screen.getByTestId('standing').textContent
}

describe('rating one of several wordings', () => {
  it('[DRAFTS-84] counts who it resonates with, on its words as they are, and takes my answer on the card', async () => {
    const check = resonance({ answers: { ...answer('p_2', 'resonates'), ...answer('p_3', 'not-yet', 'b'.repeat(64)) } })
    const { fetch, seen } = checkServer(check)
    vi.stubGlobal('fetch', fetch)
    expect(show('contributor', check)).toBe('Resonates 1 · Can live with it 0 · Not yet 0. 1 of 3 answered.')
    expect(screen.getByText('1 resonates')).toBeDefined()
    const group = screen.getByRole('group', { name: 'Does Alternative B resonate with you?' })
    const button = screen.getByRole('button', { name: 'I can live with it' })
    expect(group.contains(button)).toBe(true)
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBeNull())
    fireEvent.click(button)
    await waitFor(() => expect(seen).toHaveLength(1))
    expect(seen[0]).toMatchObject({ path: 'PUT /round_1/ballot', body: { answer: 'live-with', textHash: askedHash } })
  })

  it('[DRAFTS-84] shows nothing of a sealed check before it is closed, and offers observers no answer', () => {
    const sealed = checkRound({ secret: true, turnout: { eligible: 3, begun: 3, done: 3 } })
    expect(show('observer', sealed)).toBe('Gradients of agreement: answers stay sealed until it is closed.')
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('[DRAFTS-84] is asked for by a facilitator, and by nobody else', () => {
    expect(show('facilitator')).toBe('Nobody was asked yet.')
    expect(screen.getByRole('button', { name: 'Ask how Alternative B resonates' })).toBeDefined()
    cleanup()
    show('contributor')
    expect(screen.queryByRole('button')).toBeNull()
  })
})
