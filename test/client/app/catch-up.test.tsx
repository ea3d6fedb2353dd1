// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { arrivedByOwnLink } from '../../../client/app/catch-up/arrival'
import { CatchUpCard } from '../../../client/app/catch-up/CatchUpCard'
import { CatchUpPage } from '../../../client/app/catch-up/CatchUpPage'
import { DocsFactoryContext } from '../../../client/app/docs-sources'
import { WorkshopContext, type WorkshopSession } from '../../../client/app/workshop-context'
import * as docs from '../../../shared/tools/docs'
import type { CatchUp } from '../../../shared/workshop/catch-up-contract'
import { agenda, workshops } from '../../../shared/workshop/collections'

const sinceMs = new Date('2026-11-22T14:05:00').getTime()
const loadDocs = async () => docs
let record: Y.Doc
let told: CatchUp
const fetched = vi.fn<(url: string) => Promise<Response>>()

beforeEach(() => {
  localStorage.clear()
  record = new Y.Doc()
  for (const [id, title, order] of [
    ['step_first000', 'Write', 'a0'],
    ['step_second00', 'Decide', 'a1'],
  ] as const) {
    agenda.put(record, { id, title, minutes: 5, tool: 'drafts', order })
  }
  told = { sinceMs, isFirst: false, wasAway: true, changed: [], waits: [] }
  fetched.mockReset()
  fetched.mockImplementation(async () => new Response(JSON.stringify(told)))
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function show(what: React.ReactNode): Promise<void> {
  const session: WorkshopSession = {
    actor: { workshopId: 'ws_aaaaaaaa', id: 'p_aaaaaaaa', role: 'contributor' },
    name: 'Ben',
    record,
    board: new Y.Doc(),
    awareness: new Awareness(new Y.Doc()),
    title: 'W',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('opens nothing')
    },
  }
  await act(async () => {
    render(
      <DocsFactoryContext value={loadDocs}>
        <WorkshopContext value={session}>
          <Suspense fallback="loading">{what}</Suspense>
        </WorkshopContext>
      </DocsFactoryContext>,
    )
  })
}

const changed: CatchUp['changed'] = [
  {
    tool: 'drafts',
    kind: 'draft/changed',
    subject: { collection: 'drafts', id: 'draft_1' },
    title: 'Vision',
    counts: { new: 2, gone: 1 },
    atMs: sinceMs + 1,
    view: 'step_first000',
    difference: { before: 'Every adult finds work.', after: 'Every person here finds work.' },
  },
  {
    tool: 'votes',
    kind: 'round/closed',
    subject: { collection: 'rounds', id: 'round_1' },
    title: 'Which?',
    counts: { voters: 3, eligible: 4 },
  },
  { tool: 'later', kind: 'later/done', subject: { collection: 'later', id: 'later_1' }, title: 'Something new' },
]
const waits: CatchUp['waits'] = [
  {
    tool: 'votes',
    kind: 'check/answer',
    subject: { collection: 'rounds', id: 'round_2' },
    title: 'Can you live with it?',
    untilMs: new Date('2026-12-04T23:59:00').getTime(),
    view: 'step_second00',
  },
]

describe('the catch-up page', () => {
  it('says what waits first, with its last moment and the way there, then what changed by tool, each thing in a list', async () => {
    told = { ...told, changed, waits }
    await show(<CatchUpPage />)
    expect((await screen.findAllByRole('heading')).map(({ textContent }) => textContent)).toEqual([
      'Waits for you (1)',
      'What changed',
      'Draft',
      'Decide',
      'later',
    ])
    const [waiting, wording, closed, unknown] = screen.getAllByRole('listitem')
    expect(waiting?.textContent).toMatch(/Say where you stand: “Can you live with it\?”\.Until .*4.*Go to the check/)
    expect(screen.getByRole('link', { name: /Go to the check/ }).getAttribute('href')).toBe('/w/ws_aaaaaaaa/step_second00')
    expect(wording?.textContent).toContain('The text of “Vision” has changed: 2 new words, 1 word gone.')
    expect(wording?.querySelector('details .compared del')?.textContent).toContain('adult')
    expect(closed?.textContent).toContain('“Which?” was closed: 3 of 4 took part.')
    expect(unknown?.textContent).toContain('Something new has changed.')
  })

  it('says when there is nothing, since when, and where the group is', async () => {
    workshops.put(
      record,
      workshops.schema.parse({
        id: 'ws_aaaaaaaa',
        title: 'W',
        stepId: 'step_first000',
        joinCode: '482913',
        joinUrl: 'http://localhost/j/482913',
        createdAtMs: 1,
        timer: { state: 'none' },
        revision: 0,
      }),
    )
    await show(<CatchUpPage />)
    expect(await screen.findByText('Nothing waits for your answer.')).toBeDefined()
    expect(screen.getByText(/^Others have changed nothing since you were here on .*22/)).toBeDefined()
    expect(screen.getByText(/The group is at step 1/).textContent).toContain('Write. Next comes Decide.')
  })

  it('calls the time since which it tells what it was: a visit’s end, or the moment of joining', async () => {
    await show(<CatchUpPage />)
    expect(await screen.findByText(/^You were last here on .*22/)).toBeDefined()
    cleanup()
    told = { ...told, isFirst: true, wasAway: false }
    await show(<CatchUpPage />)
    expect(await screen.findByText(/^You joined on .*22/)).toBeDefined()
    expect(screen.getByText(/^Others have changed nothing since you joined on .*22/)).toBeDefined()
  })

  it('counts anew when the record changes: what was answered does not wait any more', async () => {
    told = { ...told, waits }
    await show(<CatchUpPage />)
    await screen.findByRole('heading', { name: 'Waits for you (1)' })
    told = { ...told, waits: [] }
    record.getMap('rounds').set('round_2', new Y.Map())
    await screen.findByRole('heading', { name: 'Waits for you' }, { timeout: 5_000 })
  })

  it('keeps what it has when the server cannot be reached, and says so', async () => {
    fetched.mockRejectedValue(new TypeError('failed'))
    await show(<CatchUpPage />)
    expect(await screen.findByText(/You’re offline/)).toBeDefined()
  })
})

describe('the card on return', () => {
  it('says how much there is, asks only after an absence, and stays away once it was put away', async () => {
    told = { ...told, changed, waits }
    await show(<CatchUpCard />)
    const card = await screen.findByRole('region', { name: 'Since you were here' })
    expect(card.textContent).toContain('3 things changed, 1 waits for your answer.')
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/workshops/ws_aaaaaaaa/catch-up?only=away')
    fireEvent.click(screen.getByRole('button', { name: 'Put this away' }))
    expect(screen.queryByRole('region')).toBeNull()
    cleanup()
    await show(<CatchUpCard />)
    await waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
    expect(screen.queryByRole('region')).toBeNull()
    cleanup()
    told = { ...told, sinceMs: sinceMs + 1 }
    await show(<CatchUpCard />)
    expect(await screen.findByRole('region')).toBeDefined()
  })

  it('[VOTES-145] offers what waits to whoever came by a link of their own, however short they were away', async () => {
    told = { ...told, wasAway: false, changed, waits, sinceMs: sinceMs + 2 }
    arrivedByOwnLink('ws_other000')
    await show(<CatchUpCard />)
    await waitFor(() => expect(fetched).toHaveBeenCalled())
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/workshops/ws_aaaaaaaa/catch-up?only=away')
    cleanup()
    arrivedByOwnLink('ws_aaaaaaaa')
    await show(<CatchUpCard />)
    const card = await screen.findByText('1 waits for your answer.', { exact: false })
    expect(card.textContent).toBe('For you: 1 waits for your answer.')
    expect(screen.getByRole('link', { name: 'Catch up' })).toBeDefined()
    arrivedByOwnLink('ws_other000')
  })

  it('says nothing when nothing happened, and nothing after its page was read', async () => {
    await show(<CatchUpCard />)
    await waitFor(() => expect(fetched).toHaveBeenCalled())
    expect(screen.queryByRole('region')).toBeNull()
    cleanup()
    told = { ...told, changed }
    await show(<CatchUpPage />)
    await screen.findByRole('heading', { name: 'What changed' })
    cleanup()
    await show(<CatchUpCard />)
    await waitFor(() => expect(fetched).toHaveBeenCalledTimes(3))
    expect(screen.queryByRole('region')).toBeNull()
  })
})
