// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { OwnWorkshops } from '../../../client/app/home/OwnWorkshops'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const seat = { title: 'W', role: 'contributor', name: 'Ben', createdAtMs: 0 }

it('[DRAFTS-151] says beside a workshop what is due for review, or on which day it will be', async () => {
  const workshops = [
    { ...seat, workshopId: 'ws_aaaaaaaa', due: { title: 'Vision', atMs: 1 } },
    { ...seat, workshopId: 'ws_bbbbbbbb', due: { title: 'Mission', atMs: Date.UTC(2999, 4, 3) } },
    { ...seat, workshopId: 'ws_cccccccc' },
  ]
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ workshops })))
  render(<OwnWorkshops />)
  const [due, soon, none] = await screen.findAllByRole('link')
  expect(due?.textContent).toContain('Due for review: Vision')
  expect(soon?.textContent).toContain('Review on 3 May 2999: Mission')
  expect(none?.textContent).not.toContain('eview')
})

it('[DRAFTS-205] writes the day of a workshop as documents do', async () => {
  const workshops = [{ ...seat, workshopId: 'ws_aaaaaaaa', createdAtMs: new Date(2026, 10, 24, 12).getTime() }]
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ workshops })))
  render(<OwnWorkshops />)
  expect((await screen.findByRole('link')).textContent).toContain('24 November 2026')
})
