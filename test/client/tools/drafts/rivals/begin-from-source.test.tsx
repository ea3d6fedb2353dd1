// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { BeginFromSource } from '../../../../../client/tools/drafts/rivals/BeginFromSource'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import { agenda } from '../../../../../shared/workshop/collections'
import { workshopSession } from '../../../../support/workshop-session'
import { vision } from '../statements'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const source = { collection: 'clusters', id: 'cluster_one' }

function show() {
  const session = workshopSession({})
  const closed = vi.fn()
  const view = (
    <WorkshopContext value={session}>
      <BeginFromSource source={source} title="Good work" onClose={closed} />
    </WorkshopContext>
  )
  return { session, closed, view }
}

it('[DRAFTS-152] begins another wording of the chosen statement with the notes of a cluster, and goes to its step', async () => {
  const { session, closed, view } = show()
  drafts.put(session.record, vision({ id: 'draft_aaaaaaaa', title: 'Vision' }))
  drafts.put(session.record, { ...vision({ id: 'draft_bbbbbbbb', title: 'Mission' }), kind: 'mission' })
  agenda.put(session.record, { id: 'step_draft000', title: 'Draft', minutes: 10, tool: 'drafts', order: 'a0' })
  const fetched = vi.fn(
    async (_url: string, _init: RequestInit) => new Response(JSON.stringify({ draftId: 'draft_cccccccc' }), { status: 201 }),
  )
  vi.stubGlobal('fetch', fetched)
  render(view)
  fireEvent.change(screen.getByRole('combobox', { name: 'For which statement' }), { target: { value: 'draft_bbbbbbbb' } })
  fireEvent.click(screen.getByRole('button', { name: 'Start the wording' }))
  await waitFor(() => expect(closed).toHaveBeenCalled())
  expect(JSON.parse(String(fetched.mock.calls[0]?.[1].body))).toEqual({
    kind: 'mission',
    title: 'Good work',
    rivalOf: 'draft_bbbbbbbb',
    notes: [source],
  })
  expect(location.pathname).toMatch(/\/w\/ws_\w+\/step_draft000$/)
})

it('[DRAFTS-152] says what is missing where no statement is being written', () => {
  render(show().view)
  expect(screen.getByText(/No statement is being written yet/)).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Start the wording' })).toBeNull()
})
