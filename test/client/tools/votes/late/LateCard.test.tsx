// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { endOfDay } from '../../../../../client/app/invite/time-words'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { useRecords } from '../../../../../client/sync/use-live'
import { daysFrom } from '../../../../../client/tools/votes/late/days'
import { LateCard } from '../../../../../client/tools/votes/late/LateCard'
import { sumInWords } from '../../../../../client/tools/votes/late/standing'
import { rounds } from '../../../../../shared/tools/votes/collections'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { lateRound, provisionalRound } from '../../../../support/late-rounds'
import { votesSession } from '../../../../support/votes-session'

const first = provisionalRound([{ on: [1] }], { stepId: 'step_1' })
const late = lateRound(first)

const requests: [string, unknown][] = []
/** Names whose invite the server refuses. */
let refused: readonly string[] = []
const session = () => votesSession('host', [first])
let record = session().record

beforeEach(() => {
  requests.length = 0
  refused = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const body = init.body ? JSON.parse(String(init.body)) : undefined
    const path = url.replace('/api/workshops/ws_1/', '')
    requests.push([path, body])
    if (path === 'rounds') return Response.json({ roundId: late.id, options: [] }, { status: 201 })
    if (path.endsWith('/open')) {
      act(() => void rounds.put(record, late))
      return Response.json({ state: 'open' })
    }
    if (path.endsWith('/close')) return Response.json({ state: 'closing', closesAt: 1 })
    if (path.endsWith('/cancel')) return Response.json({ state: 'cancelled' })
    if (path.endsWith('/settle')) return Response.json({ atMs: 1, eligible: 1, voters: 1, standsBecause: 'not-asked' })
    if (refused.includes(body.name)) {
      return Response.json(
        { type: 'about:blank', title: 'Too many', status: 429, code: 'request/too-many', detail: 'Wait a minute, then try again.' },
        { status: 429 },
      )
    }
    const invite = { ...body, inviteId: `inv_${body.name}`, state: 'unused', issuedAtMs: 1, url: `http://localhost/j#k=${body.name}` }
    return Response.json(invite, { status: 201 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Card() {
  const all = useRecords(rounds, record)
  return <LateCard round={first} late={all.find(({ id }) => id === late.id)} onAnswer={undefined} />
}

function show(running?: Round) {
  const held = session()
  record = held.record
  if (running) rounds.put(record, running)
  render(
    <WorkshopContext value={held}>
      <Card />
    </WorkshopContext>,
  )
}

function write(seat: string, name: string, organisation = '') {
  const row = within(screen.getByRole('group', { name: seat }))
  fireEvent.change(row.getByLabelText('Name'), { target: { value: name } })
  fireEvent.change(row.getByLabelText('Organisation'), { target: { value: organisation } })
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('asking those who were missing', () => {
  it('[VOTES-86] opens a linked round until the last day, then makes a link for each, shown this once', async () => {
    show()
    expect(screen.getByLabelText<HTMLInputElement>('Last day').value).toBe(daysFrom(0, 7))
    fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2026-12-04' } })
    write('State adult basic education', 'Ana Lopez', 'State college')
    write('Local businesses', 'Lee Begay')
    press('Open late answers')
    expect((await screen.findByLabelText<HTMLInputElement>('Link for Lee Begay')).value).toBe('http://localhost/j#k=Lee Begay')
    expect(screen.getByLabelText('Link for Ana Lopez, State college')).toBeTruthy()
    const untilMs = endOfDay('2026-12-04')
    expect(requests).toEqual([
      ['rounds', { question: first.question, method: 'dots', after: { roundId: first.id, as: 'late' }, untilMs }],
      [`rounds/${late.id}/open`, undefined],
      ['invites', { name: 'Ana Lopez', organisation: 'State college', role: 'voter', stepId: 'step_1', expiresAtMs: untilMs }],
      ['invites', { name: 'Lee Begay', organisation: '', role: 'voter', stepId: 'step_1', expiresAtMs: untilMs }],
    ])
    expect(screen.getByText(/It is shown this once/)).toBeTruthy()
  })

  it('[VOTES-86] keeps what was made when the rest is refused, and tries the rest again', async () => {
    refused = ['Lee Begay']
    show()
    write('State adult basic education', 'Ana Lopez')
    write('Local businesses', 'Lee Begay')
    press('Open late answers')
    expect(await screen.findByText('Wait a minute, then try again.')).toBeTruthy()
    expect(screen.getByLabelText('Link for Ana Lopez')).toBeTruthy()
    refused = []
    requests.length = 0
    fireEvent.click(await screen.findByRole('button', { name: 'Make the link' }))
    expect(await screen.findByLabelText('Link for Lee Begay')).toBeTruthy()
    expect(requests.map(([path]) => path)).toEqual(['invites'])
    expect(screen.queryByText('Wait a minute, then try again.')).toBeNull()
  })

  it('[VOTES-86] asks whoever else is added, and nobody without a name', async () => {
    show()
    press('Ask one more person')
    write('Person 3', 'Tom Nakamura')
    expect(screen.getByText('Whoever has no name here gets no link yet.')).toBeTruthy()
    press('Open late answers')
    expect(await screen.findByLabelText('Link for Tom Nakamura')).toBeTruthy()
    expect(requests.filter(([path]) => path === 'invites')).toHaveLength(1)
  })

  it('[VOTES-86] says beforehand when the two counts will not be added', () => {
    const added = 'The vote is secret, so both counts are added only if at least 3 answer late.'
    const ballots = [{ on: [1] }, { on: [1] }, { on: [1] }]
    expect(sumInWords(first)).toBe('Then both counts are added.')
    expect(sumInWords(provisionalRound(ballots, { secret: true }))).toBe(added)
    expect(sumInWords(provisionalRound(ballots.slice(1), { secret: true }))).toContain(
      'fewer than 3 voted at first, so the two counts stay apart',
    )
    const shared = provisionalRound(ballots, { secret: true, rule: { oneVotePer: 'organisation' } })
    expect(sumInWords(shared)).toContain('one vote for each organisation, so the two counts stay apart')
  })

  it('[VOTES-86] takes no day that is over', () => {
    show()
    fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '1969-01-01' } })
    expect(screen.getByText('Choose today or a later day.')).toBeTruthy()
    press('Open late answers')
    expect(requests).toEqual([])
  })

  it('[VOTES-86] lets the result stand only after asking', async () => {
    show()
    press('Let the result stand')
    expect(requests).toEqual([])
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Let it stand' }))
    await vi.waitFor(() => expect(requests).toEqual([[`rounds/${first.id}/settle`, undefined]]))
  })

  it('[VOTES-86] makes anew what was prepared but never opened', async () => {
    show({ ...late, state: 'draft' })
    press('Open late answers')
    await vi.waitFor(() => expect(requests.map(([path]) => path)).toEqual([`rounds/${late.id}/cancel`, 'rounds', `rounds/${late.id}/open`]))
  })
})

describe('late answers that are open', () => {
  it('[VOTES-86] say how many came, and are closed or cancelled only after asking', async () => {
    show({ ...late, turnout: { eligible: 2, begun: 2, done: 1 } })
    expect(screen.getByText(/2 answered so far/)).toBeTruthy()
    for (const [button, path] of [
      ['Close late answers', 'close'],
      ['Cancel them, count nothing', 'cancel'],
    ] as const) {
      requests.length = 0
      press('Close late answers')
      const dialog = within(screen.getByRole('dialog'))
      expect(dialog.getByText(/2 people have answered\./)).toBeTruthy()
      fireEvent.click(dialog.getByRole('button', { name: button }))
      await vi.waitFor(() => expect(requests).toEqual([[`rounds/${late.id}/${path}`, undefined]]))
      await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    }
  })
})
