// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CheckPanel } from '../../../../../client/tools/votes/check/CheckPanel'
import { rounds } from '../../../../../shared/tools/votes/collections'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { askedHash, askedText, checkRound, checkServer, checkSession, Inside } from '../../../../support/checks'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const closed: Partial<Round> = {
  state: 'closed',
  closedAtMs: 1,
  result: { voters: 1 },
}

function show(...all: readonly Round[]) {
  vi.stubGlobal('fetch', checkServer(checkRound()).fetch)
  const session = checkSession('host', ...all)
  render(
    <Inside session={session}>
      <CheckPanel draftId="draft_vision01" text={askedText} textHash={askedHash} />
    </Inside>,
  )
  return (round: Round) => act(() => rounds.put(session.record, round))
}

const focusIsOn = (heading: RegExp) => expect(document.activeElement).toBe(screen.getByRole('heading', { name: heading }))

describe('whoever works by keyboard on a check', () => {
  it('comes from “Ask again” to the set-up', () => {
    show(checkRound(closed))
    const again = screen.getByRole('button', { name: 'Ask again' })
    again.focus()
    fireEvent.click(again)
    focusIsOn(/Ask everybody about these words/)
  })

  it('comes from “Ask everybody” to the check that runs', async () => {
    const record = show()
    const ask = await screen.findByRole('button', { name: 'Ask everybody' })
    ask.focus()
    record(checkRound())
    focusIsOn(/How far do you agree/)
  })

  it('comes from the close to the result, also over its last seconds', async () => {
    const record = show(checkRound())
    fireEvent.click(await screen.findByRole('button', { name: 'Close the check' }))
    const [confirm] = screen.getAllByRole('button', { name: 'Close the check' }).slice(-1)
    confirm?.focus()
    record(checkRound({ state: 'closing' }))
    focusIsOn(/How far do you agree/)
    record(checkRound(closed))
    focusIsOn(/How far do you agree/)
    expect(document.activeElement?.closest('section')?.getAttribute('aria-label')).toBe('Result: Gradients of agreement')
  })

  it('[VOTES-166] comes from each step of a consent round to the words of the next', async () => {
    const at = (step: 'present' | 'clarify') => checkRound({ method: 'consent', rule: {}, consent: { step, stepAtMs: 0, pass: 1 } })
    const record = show(at('present'))
    const on = await screen.findByRole('button', { name: 'Go on to: Clarify' })
    on.focus()
    fireEvent.click(on)
    record(at('clarify'))
    expect(document.activeElement?.textContent).toMatch(/^Step 2 of 6: Clarify\./)
  })

  it('stays where it is when the check changes elsewhere', async () => {
    const record = show()
    await screen.findByRole('button', { name: 'Ask everybody' })
    record(checkRound())
    expect(document.activeElement).toBe(document.body)
  })
})
