// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CheckPanel } from '../../../../../client/tools/votes/check/CheckPanel'
import type { Role } from '../../../../../shared/access/actor'
import { defaultRule } from '../../../../../shared/tools/votes/agreement'
import type { Round, RoundResult } from '../../../../../shared/tools/votes/schema'
import { askedHash, checkRound, checkServer, checkSession, Inside } from '../../../../support/checks'

afterEach(() => {
  cleanup()
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

const verdict = { passed: false, quorumMet: true, words: '2 of 3 people answered; at least 2 must. 1 said “Veto”.' }
const levels = Array.from({ length: 8 }, (_, place) => ({ answer: place + 1, people: place === 1 || place === 7 ? 1 : 0 }))

function closed(result: Partial<RoundResult>, more: Partial<Round> = {}): Round {
  return checkRound({
    state: 'closed',
    closedAtMs: 1,
    turnout: { eligible: 3, begun: 2, done: 2 },
    result: { voters: 2, ...result },
    ...more,
  })
}

const open = closed({
  verdict,
  levels,
  answers: [
    { participantId: 'p_1', answer: 2, reason: 'One comma.', textHash: askedHash },
    { participantId: 'p_2', answer: 8, reason: 'It leaves the elders out.', binding: 'spirit', textHash: askedHash },
  ],
})

describe('the result of a check', () => {
  it('[VOTES-72] says the verdict with its arithmetic and people on every level, and never a mean', () => {
    show(open)
    expect(screen.getByText('Not passed')).toBeDefined()
    expect(screen.getByText(verdict.words)).toBeDefined()
    const items = within(screen.getByRole('list', { name: 'How everybody answered' })).getAllByRole('listitem')
    expect(items).toHaveLength(8)
    expect(items[7]?.textContent).toContain('8Veto1 person')
    expect(screen.queryByText(/average|mean/i)).toBeNull()
  })

  it('[VOTES-148] says in one badge what its rule came to and whether that is provisional or final', () => {
    const badges = () => [...document.querySelectorAll('.chip')].map(({ textContent }) => textContent)
    const provisional = { missing: ['employers'] }
    show({ ...open, provisional })
    expect(badges()).toEqual(['Provisional: not passed so far'])
    cleanup()
    const passed = { ...verdict, passed: true }
    show({ ...closed({ verdict: passed, levels }), provisional, final: { atMs: 2, eligible: 3, voters: 2, standsBecause: 'not-asked' } })
    expect(badges()).toEqual(['Final: passed'])
  })

  it('[VOTES-149] of a provisional secret check says why answers that had lapsed cannot be given late', () => {
    const lapsed: Partial<Round> = { provisional: { missing: ['employers'] }, secret: true }
    show(closed({ verdict, levels, lapsed: 1 }, lapsed))
    expect(screen.getByText(/They cannot be given again as late answers: a secret check forgets/)).toBeDefined()
    cleanup()
    show(closed({ verdict, levels, lapsed: 1 }, { ...lapsed, secret: false }))
    expect(screen.queryByText(/They cannot be given again/)).toBeNull()
  })

  it('[VOTES-72] has reasons in their own words, those first who agree least, and who has not answered', () => {
    show(open)
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')
    const veto = said.indexOf('Ben Whitehorse, veto (for any wording in this spirit): It leaves the elders out.')
    const minor = said.findIndex((text) => text.startsWith('Grace Lindqvist, agreement with a minor point'))
    expect(veto).toBeGreaterThanOrEqual(0)
    expect(minor).toBeGreaterThan(veto)
    expect(screen.getByText('Not answered: Carla Ruiz.')).toBeDefined()
  })

  it('[VOTES-72] of a secret check has reasons without names, and says of too few that all stays unsaid', () => {
    show(closed({ verdict, levels, reasons: [{ answer: 8, reason: 'It leaves the elders out.' }] }, { secret: true }))
    expect(screen.getByText('It leaves the elders out.').closest('li')?.textContent).toBe('Veto: It leaves the elders out.')
    expect(screen.queryByText(/Not answered/)).toBeNull()
    cleanup()
    show(closed({ withheld: true }, { secret: true }))
    expect(screen.getByText(/Fewer than 3 people answered/)).toBeDefined()
    expect(screen.queryByRole('list', { name: 'How everybody answered' })).toBeNull()
  })

  it('[VOTES-69] [VOTES-164] stays with the words it closed on, says why, and is asked again in a check linked to it', async () => {
    show({ ...open, result: { voters: 2, ...open.result, textHash: 'b'.repeat(64) } }, { textHash: 'b'.repeat(64) })
    expect(screen.queryByText(/The words have changed since/)).toBeNull()
    cleanup()
    const server = show(open, { role: 'host', textHash: 'b'.repeat(64) })
    expect(
      screen.getByText(/changed since this check closed. It was about the earlier words, whatever the answers were for. Ask again/),
    ).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'See what changed' }))
    expect(screen.getByRole('button', { name: 'Hide what changed' }).getAttribute('aria-expanded')).toBe('true')
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ask everybody' }))
    await waitFor(() => expect(server.seen).toHaveLength(2))
    expect(server.seen[0]?.body).toMatchObject({ subject: { textHash: 'b'.repeat(64) }, after: { roundId: 'round_1', as: 'again' } })
  })

  it('[VOTES-177] asks again with the settings of the check before, and offers the method’s own rule for another method', async () => {
    const rule = { quorum: 0.7, support: 0.9, supportAt: 2, blockedBy: [], required: [{ by: 'sector', name: 'Employers' } as const] }
    const server = show({ ...open, secret: true, facilitatorsVote: true, rule }, { role: 'host' })
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    expect((await screen.findByRole('radio', { name: 'Secret: totals only' })).getAttribute('aria-checked')).toBe('true')
    expect(screen.getByRole('switch', { name: 'Facilitators answer too' }).getAttribute('aria-checked')).toBe('true')
    fireEvent.click(screen.getByRole('button', { name: 'Ask everybody' }))
    await waitFor(() => expect(server.seen).toHaveLength(2))
    expect(server.seen[0]?.body).toMatchObject({ secret: true, facilitatorsVote: true, rule })
    cleanup()
    const other = show({ ...open, secret: true, rule }, { role: 'host' })
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    fireEvent.click(screen.getByRole('radio', { name: /Fist to five/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ask everybody' }))
    await waitFor(() => expect(other.seen).toHaveLength(2))
    expect(other.seen[0]?.body).toMatchObject({ secret: true, rule: { ...defaultRule('fist'), required: rule.required } })
  })

  it('[VOTES-98] says how many answers had lapsed, and counts none of them', () => {
    const earlier = [{ participantId: 'p_3' as const, answer: 8, textHash: askedHash }]
    show({ ...open, result: { voters: 2, ...open.result, lapsed: 1, earlier } })
    expect(screen.getByText(/^1 answer had lapsed when it closed, .* and is not counted: Carla Ruiz\.$/)).toBeDefined()
    expect(screen.getByText('On an earlier wording').parentElement?.textContent).toContain('Carla Ruiz, veto')
    expect(screen.queryByText(/^Not answered/)).toBeNull()
    expect(within(screen.getByRole('list', { name: 'How everybody answered' })).getAllByRole('listitem')[7]?.textContent).toContain(
      '1 person',
    )
  })

  it('[VOTES-71] leads from an objection to integrating it, and from there to the next pass on the words as they are now', async () => {
    const consent = { step: 'round', stepAtMs: 0, pass: 1, textHash: askedHash } as const
    const objected: Partial<RoundResult> = {
      verdict,
      levels: [
        { answer: 'consent', people: 2 },
        { answer: 'objection', people: 1 },
      ],
      answers: [{ participantId: 'p_2', answer: 'objection', reason: 'The night class ends.', textHash: askedHash }],
    }
    const rule = { quorum: 0.5, blockedBy: ['objection'] }
    const server = show(closed(objected, { method: 'consent', rule, consent }), { role: 'host' })
    fireEvent.click(screen.getByRole('button', { name: 'Go on to: Integrate' }))
    await waitFor(() => expect(server.seen[0]).toEqual({ path: 'POST /round_1/consent-step', body: { step: 'integrate' } }))
    cleanup()
    const integrating = closed(objected, { method: 'consent', rule, consent: { ...consent, step: 'integrate' } })
    const next = show(integrating, { role: 'host', textHash: 'b'.repeat(64) })
    fireEvent.click(screen.getByRole('button', { name: 'Ask again on the words as they are now' }))
    await waitFor(() => expect(next.seen).toHaveLength(2))
    expect(next.seen[0]?.body).toMatchObject({
      method: 'consent',
      secret: false,
      rule,
      subject: { textHash: 'b'.repeat(64) },
      after: { roundId: 'round_1', as: 'again' },
    })
  })
})
