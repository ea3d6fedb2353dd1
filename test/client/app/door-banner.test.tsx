// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { AtTheDoorList } from '../../../client/app/people/AtTheDoorList'
import { DoorBanner } from '../../../client/app/people/DoorBanner'
import { KnocksProvider } from '../../../client/app/people/KnocksProvider'
import { WorkshopContext, type WorkshopSession } from '../../../client/app/workshop-context'
import { announcements } from '../../../client/ui/announce'
import type { Role } from '../../../shared/access/actor'
import type { Knock } from '../../../shared/workshop/door-contract'

const record = new Y.Doc()
const session: Omit<WorkshopSession, 'actor'> = {
  name: 'Rosa',
  record,
  board: new Y.Doc(),
  awareness: new Awareness(record),
  title: 'A vision',
  serverNow: () => 0,
  openRoom: () => {
    throw new Error('a knock opens no document')
  },
}

let knocks: Knock[] = []
const sent: unknown[] = []
const asked: string[] = []

function page(role: Role, revision: number) {
  return (
    <WorkshopContext value={{ ...session, actor: { workshopId: 'ws_1', id: 'p_1', role } }}>
      <KnocksProvider revision={revision}>
        <DoorBanner onPeople={() => {}} />
        <AtTheDoorList />
      </KnocksProvider>
    </WorkshopContext>
  )
}

const knockOf = (name: string, state: Knock['state'] = 'waiting'): Knock => ({
  knockId: `knock_${name}`,
  name,
  role: 'contributor',
  atMs: 0,
  state,
})

beforeEach(() => {
  knocks = []
  sent.length = 0
  asked.length = 0
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(`${init.method} ${url}`)
    if (init.method === 'GET') return new Response(JSON.stringify({ knocks }))
    sent.push(JSON.parse(String(init.body)))
    return new Response(JSON.stringify({ answered: 1 }))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a facilitator, when somebody knocks', () => {
  it('is told at once, by name, and lets them in with one press', async () => {
    const { rerender } = render(page('facilitator', 1))
    await waitFor(() => expect(asked).toHaveLength(1))
    knocks = [knockOf('Ben')]
    rerender(page('facilitator', 2))
    fireEvent.click(await screen.findByRole('button', { name: 'Let in' }))
    expect(announcements().recent).toContain('Ben asks to come in.')
    await waitFor(() => expect(sent).toEqual([{ knockIds: ['knock_Ben'], admit: true }]))
  })

  it('lets all in who wait, and not those who were turned away', async () => {
    knocks = [knockOf('Ben'), knockOf('Ana'), knockOf('Eve', 'turned-away')]
    render(page('host', 1))
    fireEvent.click(await screen.findByRole('button', { name: 'Let all 2 in' }))
    await waitFor(() => expect(sent).toEqual([{ knockIds: ['knock_Ben', 'knock_Ana'], admit: true }]))
    expect(screen.getByRole('button', { name: 'Let Eve in after all' })).toBeDefined()
  })

  it('can turn somebody away', async () => {
    knocks = [knockOf('Ben')]
    render(page('host', 1))
    fireEvent.click(await screen.findByRole('button', { name: 'Turn Ben away' }))
    await waitFor(() => expect(sent).toEqual([{ knockIds: ['knock_Ben'], admit: false }]))
  })
})

it('nobody else asks who is at the door', async () => {
  const { rerender } = render(page('contributor', 1))
  rerender(page('contributor', 2))
  await Promise.resolve()
  expect(asked).toEqual([])
})
