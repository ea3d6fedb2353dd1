// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { WorkshopSession } from '../../../../../client/app/workshop-context'
import { CheckPanel } from '../../../../../client/tools/votes/check/CheckPanel'
import type { Role } from '../../../../../shared/access/actor'
import { addPartner } from '../../../../../shared/tools/partners/commands'
import { sumOf } from '../../../../../shared/tools/votes/final'
import type { Answer } from '../../../../../shared/tools/votes/methods'
import { resultOf } from '../../../../../shared/tools/votes/result'
import type { Constituency, Round } from '../../../../../shared/tools/votes/schema'
import { participants } from '../../../../../shared/workshop/collections'
import { askedHash, checkRound, checkServer, checkSession, Inside } from '../../../../support/checks'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const employers: Constituency = { by: 'sector', name: 'Employers' }
const sectors = ['employers', 'education', 'education']
const words = 'By 2030 every adult finds one door.'

/** Grace is an employer, Ben and Carla are of education. */
function withSectors(session: WorkshopSession): WorkshopSession {
  for (const [index, sector] of sectors.entries()) participants.patch(session.record, `p_${index + 1}`, { sector })
  return session
}

function show(role: Role, ...rounds: readonly Round[]) {
  const server = checkServer(rounds[0] ?? checkRound(), role)
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) =>
    url.includes('/texts/') ? Response.json({ textHash: askedHash, text: words }) : server.fetch(url, init),
  )
  const session = withSectors(checkSession(role, ...rounds))
  render(
    <Inside session={session}>
      <CheckPanel draftId="draft_vision01" text={words} textHash={askedHash} />
    </Inside>,
  )
  return { server, session }
}

function ballots(...answers: readonly Answer[]) {
  return answers.map((answer, index) => ({
    participantId: `p_${index + 1}` as const,
    receipt: `R${index}`,
    sector: sectors[index],
    answer,
    reason: `Because ${index + 1}.`,
    textHash: askedHash,
  }))
}

/** A closed check in which Grace, Ben and Carla answered in turn. */
function closed(answers: readonly Answer[], more: Partial<Round> = {}): Round {
  const open = checkRound({ rule: { quorum: 0.5, supportAt: 3, required: [employers] }, ...more })
  const result = resultOf(open, ballots(...answers), 3)
  return { ...open, state: 'closed', closedAtMs: 1, turnout: { eligible: 3, begun: answers.length, done: answers.length }, result }
}

describe('asking whose agreement a check needs', () => {
  it('[VOTES-124] offers sectors, levels and organisations of the roster and of people here, and sends what is ticked', async () => {
    const { server } = show('host')
    const box = await screen.findByRole('checkbox', { name: /^Employers 1 person here/, hidden: true })
    expect(screen.getByRole('checkbox', { name: /^Education 2 people here/, hidden: true })).toBeDefined()
    fireEvent.click(box)
    expect(screen.getByText(/Sectors that must agree: Employers\./)).toBeDefined()
    fireEvent.click(screen.getByRole('radio', { name: /Gradients of agreement/ }))
    expect(screen.getByText(/Sectors that must agree: Employers\./)).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Ask everybody' }))
    await waitFor(() => expect(server.seen).toHaveLength(2))
    expect(server.seen[0]?.body).toMatchObject({ method: 'gradients', rule: { support: 0.8, required: [employers] } })
  })

  it('[VOTES-124] offers partners of whom nobody is here', async () => {
    const session = checkSession('host')
    addPartner(
      session.board,
      { ...session.actor, id: 'p_host' },
      { name: 'Ironwood Works', sector: 'employers', level: 'local', seats: [] },
    )
    render(
      <Inside session={session}>
        <CheckPanel draftId="draft_vision01" text={words} textHash={askedHash} />
      </Inside>,
    )
    for (const name of [/^Employers nobody here/, /^Local or regional nobody here/, /^Ironwood Works nobody here/]) {
      expect(await screen.findByRole('checkbox', { name, hidden: true })).toBeDefined()
    }
  })

  it('[VOTES-124] warns of a secret check that cannot tell so few apart', async () => {
    show('host')
    fireEvent.click(screen.getByRole('radio', { name: /Gradients of agreement/ }))
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Employers/, hidden: true }))
    expect(screen.queryByText(/never tells so few apart/)).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: 'Secret: totals only' }))
    expect(screen.getByText(/Fewer than 3 people can answer for employers\. A secret check never tells so few apart/)).toBeDefined()
  })
})

describe('a closed check by constituency', () => {
  it('[VOTES-125] says who holds it up with the arithmetic, and their reasons first', () => {
    show('contributor', closed([6, 1, 2]))
    expect(
      screen.getByText(/^Not yet: employers \(0 of 1 at or above “Support with reservations”\)\. 3 of 3 people answered/),
    ).toBeDefined()
    expect(screen.getByText('Of those who must agree: Employers')).toBeDefined()
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')
    const at = (reason: string) => said.findIndex((each) => each.includes(reason))
    expect(at('Because 1.')).toBeGreaterThanOrEqual(0)
    expect(at('Because 1.')).toBeLessThan(at('Because 3.'))
    expect(at('Because 3.')).toBeLessThan(at('Because 2.'))
  })

  it('[VOTES-126] tells the spread apart in a table, with hidden cells in words and no mean', () => {
    const open = closed([6, 1, 2])
    show('contributor', open)
    const table = screen.getByRole('table', { name: 'Answers by sector' })
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent))
    expect(rows[1]).toEqual(['Education', '2', '1', '1', '0', '0', '0', '0', '0', '0', '2 of 2 at or above “Support with reservations”'])
    expect(screen.queryByText(/average|mean/i)).toBeNull()
    cleanup()
    const group = { name: 'Employers', voters: null, counts: Array.from({ length: 8 }, () => null) }
    const half = { name: 'Education', voters: 6, counts: [3, null, 3, 0, 0, 0, 0, 0] }
    const breakdowns = [{ by: 'sector' as const, groups: [half, group, { ...group, name: 'Human services' }] }]
    show('contributor', { ...open, secret: true, result: { voters: 9, levels: open.result?.levels, breakdowns } })
    const hidden = within(screen.getByRole('table', { name: 'Answers by sector' })).getByRole('row', { name: /^Employers/ })
    expect([...hidden.children].slice(1).every(({ textContent }) => textContent === 'hidden')).toBe(true)
    expect(screen.getByText(/Hidden: a number of fewer than 3 people/)).toBeDefined()
  })

  it('[VOTES-126] is live for resonance, with who must agree', () => {
    const answer = (id: 'p_1' | 'p_2', said: string) => ({ [id]: { participantId: id, answer: said, textHash: askedHash } })
    const live = checkRound({
      method: 'resonance',
      rule: { required: [employers] },
      answers: { ...answer('p_1', 'not-yet'), ...answer('p_2', 'resonates') },
    })
    show('contributor', live)
    expect(screen.getByText(/^Not yet: employers \(0 of 1 at or above “I can live with it”\)/)).toBeDefined()
    expect(within(screen.getByRole('table', { name: 'Answers by sector' })).getByRole('row', { name: /^Education 1 1 0 0/ })).toBeDefined()
  })
})

describe('a provisional check on screen', () => {
  const first: Round = { ...closed([1, 2]), provisional: { missing: ['employers'] } }
  const late: Round = {
    ...first,
    id: 'round_2',
    after: { roundId: first.id, as: 'late' },
    state: 'open',
    untilMs: 4_000_000_000_000,
    result: undefined,
    provisional: undefined,
    createdAtMs: 5,
  }

  it('[VOTES-130] says who was missing, and lets facilitators ask them or let it stand', async () => {
    show('host', first)
    expect(screen.getByText(/^Provisional: /)).toBeDefined()
    expect(screen.getByText(/Nobody spoke for employers when it closed/)).toBeDefined()
    const card = within(await screen.findByRole('region', { name: 'Ask those who were missing' }))
    expect(card.getByRole('group', { name: 'Employers' })).toBeDefined()
    expect(card.getByText(/a private link to the words that the others answered on/)).toBeDefined()
    expect(card.getByRole('button', { name: 'Let the result stand' })).toBeDefined()
  })

  it('[VOTES-128] shows whoever may answer late the words that the others answered on', async () => {
    show('contributor', first, late)
    const own = within(await screen.findByRole('region', { name: 'Your late answer' }))
    expect(await own.findByText(words)).toBeDefined()
    expect(own.getByRole('radio', { name: /Whole-hearted endorsement/ })).toBeDefined()
    expect(screen.getByText(/^Provisional: /)).toBeDefined()
  })

  it('[VOTES-130] that is final shows the answers of both and their sum, and passes by it', () => {
    const counted = ballots(1, 2).map((ballot) => ({ ...ballot, sector: 'education' }))
    const others = ballots(3).map((ballot) => ({ ...ballot, participantId: 'p_3' as const }))
    const lateResult = resultOf(first, others, 1)
    const sum = sumOf(first, { result: first.result ?? { voters: 0 }, ballots: counted }, { result: lateResult, ballots: others }, 3, [
      ...counted,
      ...others,
    ])
    show('contributor', { ...first, final: { atMs: 1, lateRoundId: 'round_2', eligible: 3, voters: 3, ...sum } })
    expect(screen.getByText('Final: passed')).toBeDefined()
    const table = screen.getByRole('table', { name: 'Answers: first, late and together' })
    expect(within(table).getByRole('row', { name: /^Support with reservations 0 1 1/ })).toBeDefined()
    expect(screen.getByText(/The final result counts all 3 answers together/)).toBeDefined()
  })
})
