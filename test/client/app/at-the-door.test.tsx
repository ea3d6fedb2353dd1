// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AtTheDoor } from '../../../client/app/join/AtTheDoor'
import { FormSide } from '../../../client/app/join/FormSide'
import type { Lobby } from '../../../client/app/join/use-door'
import { WorkshopError } from '../../../shared/http/problem'
import { problem } from '../../../shared/workshop/problems'

const seat = { workshopId: 'ws_1', participantId: 'p_1', role: 'contributor', returnLink: 'http://localhost/w/ws_1#k=x' }
const lobby: Lobby = {
  workshopId: 'ws_1',
  title: 'A vision',
  host: { name: 'Rosa' },
  steps: [],
  people: [],
  peopleCount: 1,
  organisations: [],
  role: 'contributor',
  personal: false,
  needs: 'none',
  isWaiting: false,
}
const request = { code: '482913', name: 'Ben' }

let answers: (object | WorkshopError)[] = []
const sent: unknown[] = []
const seated = vi.fn()

beforeEach(() => {
  answers = []
  sent.length = 0
  seated.mockReset()
  vi.useFakeTimers({ shouldAdvanceTime: true })
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)))
    // The last answer stands for all that follow.
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer instanceof WorkshopError) return new Response(JSON.stringify(answer.body()), { status: answer.kind.status })
    return new Response(JSON.stringify(answer), { status: 201 })
  })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const atTheDoor = () => render(<AtTheDoor workshopId="ws_1" request={request} onSeated={seated} onChanged={() => {}} />)

describe('somebody who has knocked', () => {
  it('waits, and goes in by itself once somebody lets them', async () => {
    answers = [{ waiting: true }, { waiting: true }, seat]
    atTheDoor()
    expect(screen.getByRole('heading', { name: 'You are at the door, Ben' })).toBeDefined()
    await vi.advanceTimersByTimeAsync(5_000)
    await waitFor(() => expect(seated).toHaveBeenCalledWith('ws_1'))
    expect(sent).toEqual([request, request, request])
  })

  it('is told kindly when turned away, and may ask again', async () => {
    answers = [problem('join/turned-away'), seat]
    atTheDoor()
    expect(await screen.findByText(/speak to your host/)).toBeDefined()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    await waitFor(() => expect(seated).toHaveBeenCalledWith('ws_1'))
  })

  it('goes on waiting while the server cannot be reached', async () => {
    answers = [problem('server/busy'), { waiting: true }]
    atTheDoor()
    expect(await screen.findByText(/No connection just now/)).toBeDefined()
    await vi.advanceTimersByTimeAsync(2_500)
    expect(await screen.findByText(/Waiting for a facilitator/)).toBeDefined()
  })
})

describe('the form at a door that is kept', () => {
  const form = (more: Partial<Lobby>, seatedAs?: string) =>
    render(
      <FormSide lobby={{ ...lobby, ...more }} secret={{ code: '482913' }} seatedAs={seatedAs} onSeated={seated} onChanged={() => {}} />,
    )
  const typeName = () => fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Ben' } })

  it('asks for the passphrase, and says at the field when it is wrong', async () => {
    answers = [problem('join/wrong-passphrase'), seat]
    form({ needs: 'passphrase' })
    typeName()
    fireEvent.change(screen.getByLabelText('Passphrase'), { target: { value: 'river' } })
    fireEvent.click(screen.getByRole('button', { name: 'Join the session' }))
    expect(await screen.findByText(/This is not the passphrase/)).toBeDefined()
    expect(screen.getByLabelText('Passphrase').getAttribute('aria-invalid')).toBe('true')
    fireEvent.change(screen.getByLabelText('Passphrase'), { target: { value: 'river stone' } })
    fireEvent.click(screen.getByRole('button', { name: 'Join the session' }))
    await waitFor(() => expect(seated).toHaveBeenCalledWith('ws_1'))
    expect(sent).toMatchObject([{ passphrase: 'river' }, { passphrase: 'river stone' }])
  })

  it('asks for it too when the door was changed since the page was opened', async () => {
    answers = [problem('join/needs-passphrase')]
    form({})
    expect(screen.queryByLabelText('Passphrase')).toBeNull()
    typeName()
    fireEvent.click(screen.getByRole('button', { name: 'Join the session' }))
    expect(await screen.findByLabelText('Passphrase')).toBeDefined()
  })

  it('asks to come in where one has to knock, and then waits', async () => {
    answers = [{ waiting: true }]
    form({ needs: 'knock' })
    typeName()
    fireEvent.click(screen.getByRole('button', { name: 'Ask to come in' }))
    expect(await screen.findByRole('heading', { name: 'You are at the door, Ben' })).toBeDefined()
  })

  it('has the name of a personal invite filled in, to be corrected', () => {
    form({ invited: { name: 'Ana Lopez', organisation: 'County' } })
    expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Ana Lopez')
    expect(screen.getByLabelText<HTMLInputElement>('Organisation').value).toBe('County')
  })

  it('asks whose the invite is at a device that has a seat, and uses it up for nobody else', async () => {
    form({ invited: { name: 'Ana Lopez' } }, 'Ben')
    fireEvent.click(await screen.findByRole('button', { name: 'Keep the invite for somebody else' }))
    expect(seated).toHaveBeenCalledWith('ws_1')
    expect(sent).toEqual([])
  })
})
