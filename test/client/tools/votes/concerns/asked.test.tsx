// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CheckPanel } from '../../../../../client/tools/votes/check/CheckPanel'
import { keptConcernKey } from '../../../../../client/tools/votes/concerns/concern-key'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { askedHash, checkRound, checkServer, checkSession, Inside } from '../../../../support/checks'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
})

/** The check on screen; the server answers a ballot below 3 with a key. */
function show(round: Round) {
  const server = checkServer(round)
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const response = await server.fetch(url, init)
    if (init.method !== 'PUT') return response
    const own = await response.json()
    return Response.json({ ...own, ...(own.answer < 3 ? { concernKey: `key${own.version}` } : {}) })
  })
  render(
    <Inside session={checkSession('contributor', round)}>
      <CheckPanel draftId="draft_vision01" text="One door." textHash={askedHash} />
    </Inside>,
  )
  return server
}

async function give(answer: RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('radio', { name: answer }))
  const button = screen.getByRole('button', { name: 'Give my answer' })
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBeNull())
  fireEvent.click(button)
  await screen.findByText(/Your answer is in:/)
}

describe('an answer below the threshold', () => {
  it('[VOTES-119] is asked what would need to change by the rule of this check, and may stand without a reason', async () => {
    const server = show(checkRound({ method: 'fist', rule: { supportAt: 4 } }))
    await screen.findByText('Choose one first.')
    fireEvent.click(screen.getByRole('radio', { name: /^4/ }))
    expect(screen.queryByRole('textbox')).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: /^3/ }))
    expect(screen.getByLabelText('What would need to change?')).toBeDefined()
    expect(screen.getByText('One sentence is enough.')).toBeDefined()
    await give(/^3/)
    expect(server.seen.at(-1)?.body).toMatchObject({ answer: 3, reason: '' })
  })

  it('[VOTES-111] leaves its key on the device that gave it, and a changed answer takes it away again', async () => {
    show(checkRound({ method: 'fist', secret: true, rule: {} }))
    await screen.findByText('Choose one first.')
    await give(/^1/)
    expect(keptConcernKey({ roundId: 'round_1', participantId: 'p_1' })).toBe('key1')
    fireEvent.click(screen.getByRole('button', { name: 'Change it' }))
    await give(/^4/)
    expect(keptConcernKey({ roundId: 'round_1', participantId: 'p_1' })).toBeUndefined()
  })
})
