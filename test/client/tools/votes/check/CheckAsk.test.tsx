// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CheckPanel } from '../../../../../client/tools/votes/check/CheckPanel'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { askedHash, checkRound, checkServer, checkSession, Inside } from '../../../../support/checks'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(role: 'host' | 'contributor' = 'host', ...rounds: readonly Round[]) {
  const server = checkServer(checkRound())
  vi.stubGlobal('fetch', server.fetch)
  render(
    <Inside session={checkSession(role, ...rounds)}>
      <CheckPanel draftId="draft_vision01" text="Two doors for every learner." textHash={askedHash} />
    </Inside>,
  )
  return server
}

describe('asking about a wording', () => {
  it('[VOTES-67] offers four methods, each with when it fits, and begins with the lightest', async () => {
    const server = show()
    expect(screen.getAllByRole('radio', { name: /Resonance check|Gradients of agreement|Fist to five|Consent/ })).toHaveLength(4)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Resonance check/ }).checked).toBe(true)
    expect(screen.queryByRole('radiogroup', { name: 'Who sees who answered what' })).toBeNull()
    fireEvent.click(await screen.findByRole('button', { name: 'Ask everybody' }))
    await waitFor(() => expect(server.seen.map(({ path }) => path)).toEqual(['POST ', 'POST /round_2/open']))
    expect(server.seen[0]?.body).toMatchObject({ method: 'resonance', secret: false, facilitatorsVote: false })
  })

  it('[VOTES-67] shows the rule in words and lets it be changed before the opening', async () => {
    const server = show()
    fireEvent.click(screen.getByRole('radio', { name: /Gradients of agreement/ }))
    expect(screen.getByText(/at least 80% of the answers are “Support with reservations” or better and nobody says “Veto”/)).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Change the rule' }))
    fireEvent.click(screen.getByRole('button', { name: 'More: Must answer' }))
    fireEvent.click(screen.getByRole('button', { name: 'More: Must support it' }))
    fireEvent.change(screen.getByLabelText('Weakest answer that still supports it'), { target: { value: '2' } })
    fireEvent.click(screen.getByRole('switch', { name: 'A single veto stops it' }))
    expect(screen.getByText(/at least 60% of those asked answer and at least 85% .* “Agreement with a minor point/)).toBeDefined()
    fireEvent.click(await screen.findByRole('radio', { name: 'Secret: totals only' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ask everybody' }))
    await waitFor(() => expect(server.seen).toHaveLength(2))
    expect(server.seen[0]?.body).toMatchObject({
      method: 'gradients',
      secret: true,
      rule: { quorum: 0.6, support: 0.85, supportAt: 2, blockedBy: [] },
    })
  })

  it('[VOTES-67] asks by consent with names and without facilitators unless they are switched on', async () => {
    const server = show()
    fireEvent.click(screen.getByRole('radio', { name: /Consent/ }))
    fireEvent.click(await screen.findByRole('switch', { name: 'Facilitators answer too' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ask everybody' }))
    await waitFor(() => expect(server.seen).toHaveLength(2))
    expect(server.seen[0]?.body).toMatchObject({ method: 'consent', secret: false, facilitatorsVote: true })
  })

  it('[VOTES-67] cancels a check that was made and never opened before it asks', async () => {
    const server = show('host', checkRound({ state: 'draft' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ask everybody' }))
    await waitFor(() => expect(server.seen.map(({ path }) => path)).toEqual(['POST /round_1/cancel', 'POST ', 'POST /round_2/open']))
  })

  it('[VOTES-67] is for facilitators', () => {
    show('contributor')
    expect(screen.queryByRole('button')).toBeNull()
  })
})
