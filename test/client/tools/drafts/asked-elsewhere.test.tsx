// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ToolsContext } from '../../../../client/app/tools-context'
import { KindTabs } from '../../../../client/tools/drafts/KindTabs'
import { votesClient } from '../../../../client/tools/votes'
import type { StatementKind } from '../../../../shared/tools/drafts/schema'
import { rounds } from '../../../../shared/tools/votes/collections'
import { checkRound, checkServer, checkSession, Inside } from '../../../support/checks'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const check = checkRound({ subject: { draftId: 'draft_mission1', textHash: 'a'.repeat(64) } })

function show(value: StatementKind, cast: Record<string, unknown> = {}, role: 'contributor' | 'observer' = 'contributor') {
  const session = checkSession(role, check)
  const fetch = vi.fn(checkServer(check, role, cast).fetch)
  vi.stubGlobal('fetch', fetch)
  const tabs = [
    { kind: 'vision', label: 'Vision', count: undefined, draftIds: ['draft_vision01'] },
    { kind: 'mission', label: 'Mission', count: undefined, draftIds: ['draft_mission1'] },
  ] as const
  render(
    <ToolsContext value={{ votes: votesClient }}>
      <Inside session={session}>
        <KindTabs tabs={tabs} value={value} onChange={() => undefined} />
      </Inside>
    </ToolsContext>,
  )
  return { fetch, record: session.record }
}

/** Time for the mark to load and to ask the server. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 300))

describe('a check on a statement that is not on screen', { timeout: 30_000 }, () => {
  it('is told on its tab while it waits for my answer', async () => {
    show('vision')
    expect(await screen.findByRole('tab', { name: 'Mission asks for your answer' }, { timeout: 20_000 })).toBeDefined()
    expect(screen.getByRole('tab', { name: 'Vision' })).toBeDefined()
  })

  it('is told no more once I have answered', async () => {
    const { fetch } = show('vision', { answer: 2, done: true })
    await waitFor(() => expect(fetch).toHaveBeenCalled(), { timeout: 20_000 })
    await settled()
    expect(screen.getByRole('tab', { name: 'Mission' })).toBeDefined()
  })

  it('[VOTES-150] is told again when my answer has lapsed, also while I look on', async () => {
    const { fetch, record } = show('vision', { answer: 2, done: true })
    await waitFor(() => expect(fetch).toHaveBeenCalled(), { timeout: 20_000 })
    await settled()
    expect(screen.getByRole('tab', { name: 'Mission' })).toBeDefined()
    fetch.mockImplementation(checkServer(check, 'contributor', { answer: 2, done: true, lapsed: true }).fetch)
    act(() => rounds.patch(record, check.id, { lapsed: { people: 1, texts: ['a'.repeat(64)] } }))
    expect(await screen.findByRole('tab', { name: 'Mission asks you to renew your answer' })).toBeDefined()
  })

  it('is not told on the tab that shows it, nor to whoever is not asked', async () => {
    const shown = show('mission')
    await settled()
    expect(screen.getByRole('tab', { name: 'Mission' })).toBeDefined()
    cleanup()
    const observed = show('vision', {}, 'observer')
    await settled()
    expect(screen.getByRole('tab', { name: 'Mission' })).toBeDefined()
    expect([...shown.fetch.mock.calls, ...observed.fetch.mock.calls]).toEqual([])
  })
})
