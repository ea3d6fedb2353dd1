// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CheckPanel } from '../../../../../client/tools/votes/check/CheckPanel'
import type { Role } from '../../../../../shared/access/actor'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { reasonKeptInWords } from '../../../../../shared/tools/votes/secrecy'
import { askedHash, checkRound, checkServer, checkSession, Inside } from '../../../../support/checks'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
})

function show(round: Round, { role = 'contributor', textHash = askedHash }: { readonly role?: Role; readonly textHash?: string } = {}) {
  const server = checkServer(round, role)
  vi.stubGlobal('fetch', server.fetch)
  render(
    <Inside session={checkSession(role, round)}>
      <CheckPanel draftId="draft_vision01" text="Two doors for every learner." textHash={textHash} />
    </Inside>,
  )
  return server
}

const consentAt = (step: NonNullable<Round['consent']>['step']): Partial<Round> => ({
  method: 'consent',
  rule: { quorum: 0.5, blockedBy: ['objection'] },
  consent: { step, stepAtMs: 0, pass: 1, ...(step === 'round' ? { textHash: askedHash } : {}) },
})

describe('answering a sealed check', () => {
  it('[VOTES-67] prints the rule and who sees what on the ballot', () => {
    show(checkRound())
    expect(screen.getByText(/^Passes when .* Open: names are shown when it closes\. Facilitators do not answer\.$/)).toBeDefined()
  })

  it('[VOTES-68] is one radio group with every level and its meaning; a weak one is asked why', async () => {
    const server = show(checkRound())
    const levels = screen.getAllByRole('radio', { name: /^\d/ })
    expect(levels).toHaveLength(8)
    expect(screen.getByRole('radio', { name: /8\s*Veto\s*I block this\./ })).toBeDefined()
    await waitFor(() => expect(screen.getByText('Choose one first.')).toBeDefined())
    fireEvent.click(screen.getByRole('radio', { name: /minor point/ }))
    expect(screen.queryByRole('textbox')).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: /Serious disagreement/ }))
    fireEvent.change(screen.getByLabelText('What would need to change?'), { target: { value: ' Say who pays. ' } })
    fireEvent.click(screen.getByRole('radio', { name: /Any wording in this spirit/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Give my answer' }))
    await waitFor(() => expect(server.seen).toHaveLength(1))
    expect(server.seen[0]?.body).toMatchObject({ answer: 7, reason: 'Say who pays.', binding: 'spirit', textHash: askedHash, done: true })
    expect(await screen.findByText(/Your answer is in:/)).toBeDefined()
  })

  it('[VOTES-179] says before a secret answer when its words reach the group, and that those of few never do', async () => {
    show(checkRound({ secret: true }))
    await screen.findByText('Choose one first.')
    fireEvent.click(screen.getByRole('radio', { name: /Serious disagreement/ }))
    expect(screen.getByText(/^Only 3 people are asked\. Unless 5 or more answer, the group never reads this/)).toBeDefined()
    expect(reasonKeptInWords(5)).toBe('If 5 or more people answer, the group reads it without your name; otherwise nobody does.')
  })

  it('[VOTES-68] is changed or taken back until the close', async () => {
    const server = show(checkRound())
    await screen.findByText('Choose one first.')
    fireEvent.click(screen.getByRole('radio', { name: /Whole-hearted/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Give my answer' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Change it' }))
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Whole-hearted/ }).checked).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: /minor point/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Give my answer' }))
    await waitFor(() => expect(server.seen.map(({ body }) => body.answer)).toEqual([1, 2]))
    fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }))
    await waitFor(() => expect(server.seen[2]?.body).toMatchObject({ allocation: {}, done: false, baseVersion: 2 }))
    expect(server.seen[2]?.body.answer).toBeUndefined()
    expect(screen.getByRole('button', { name: 'Give my answer' })).toBeDefined()
  })

  it('[DRAFTS-198] keeps a chosen answer and its reason that are not sent, over a reload, and says that they are not', async () => {
    const server = show(checkRound())
    await screen.findByText('Choose one first.')
    fireEvent.click(screen.getByRole('radio', { name: /Serious disagreement/ }))
    fireEvent.change(screen.getByLabelText('What would need to change?'), { target: { value: 'Say who pays.' } })
    cleanup()
    show(checkRound())
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Serious disagreement/ }).checked).toBe(true)
    expect(screen.getByLabelText<HTMLTextAreaElement>('What would need to change?').value).toBe('Say who pays.')
    expect(screen.getByText(/It is not sent yet\.$/)).toBeDefined()
    expect(server.seen).toEqual([])
  })

  it('[VOTES-68] sends no objection without its reason', async () => {
    const server = show(checkRound(consentAt('round')))
    await screen.findByText('Choose one first.')
    fireEvent.click(screen.getByRole('radio', { name: /Objection/ }))
    expect(screen.getByText('An objection needs its reason.')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Give my answer' }))
    fireEvent.change(screen.getByLabelText('What would it keep us from, and why?'), { target: { value: 'The night class ends.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Give my answer' }))
    await waitFor(() => expect(server.seen).toHaveLength(1))
    expect(server.seen[0]?.body).toMatchObject({ answer: 'objection', reason: 'The night class ends.' })
  })

  it('[VOTES-12] says how many have answered, and nothing of what they said', () => {
    show(checkRound({ turnout: { eligible: 3, begun: 2, done: 2 } }))
    expect(screen.getByText('2 of 3').parentElement?.textContent).toBe('2 of 3 answered')
    expect(screen.queryByRole('list', { name: 'How everybody answered' })).toBeNull()
  })

  it('[VOTES-9] gives facilitators no ballot unless the check says so', () => {
    show(checkRound(), { role: 'host' })
    expect(screen.getByText('You facilitate, so you do not answer.')).toBeDefined()
    expect(screen.queryByRole('radio')).toBeNull()
  })
})

describe('the steps of consent on screen', () => {
  it('[VOTES-70] show everybody where the group is and what one does there, and no answers before the round', () => {
    show(checkRound(consentAt('clarify')))
    const steps = within(screen.getByRole('list', { name: 'Steps of deciding by consent' }))
    expect(steps.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'step')?.textContent).toBe('2Clarify')
    expect(screen.getByText(/Ask only what you need to understand it/)).toBeDefined()
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('[VOTES-70] are led by facilitators, on by one, over amending, or back by one', async () => {
    const server = show(checkRound(consentAt('react')), { role: 'host' })
    for (const name of ['Back to: Clarify', 'Go on to: Amend']) expect(screen.getByRole('button', { name })).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Go on to: Round' }))
    await waitFor(() => expect(server.seen).toEqual([{ path: 'POST /round_1/consent-step', body: { step: 'round' } }]))
  })
})
