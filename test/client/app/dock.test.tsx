// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Dock } from '../../../client/app/shell/Dock'
import { WorkshopContext, type WorkshopSession } from '../../../client/app/workshop-context'
import type { AgendaStep } from '../../../shared/workshop/schema'

const steps: readonly AgendaStep[] = ['Welcome', 'Ideas', 'Who is here', 'Close'].map((title, index) => ({
  id: `step_${index + 1}`,
  title,
  minutes: 5 * (index + 1),
  tool: 'talk',
  order: `a${index}`,
}))
const [welcome, , , close] = steps
const requests: string[] = []

function showDock(group: AgendaStep | undefined, looksAt: AgendaStep | undefined): void {
  const record = new Y.Doc()
  const session: WorkshopSession = {
    actor: { workshopId: 'ws_1', id: 'p_1', role: 'host' },
    name: 'Rosa',
    record,
    board: new Y.Doc(),
    awareness: new Awareness(record),
    title: 'A vision',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('the dock opens no document')
    },
  }
  render(
    <WorkshopContext value={session}>
      <Dock agenda={{ workshop: undefined, steps, current: group }} step={looksAt} slotRef={() => {}} />
    </WorkshopContext>,
  )
}

beforeEach(() => {
  requests.length = 0
  window.history.replaceState(null, '', '/w/ws_1/step_1')
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    requests.push(String(init.body))
    return new Response(String(init.body))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the facilitator’s next', () => {
  it.each([
    ['an earlier step', welcome],
    ['the log', undefined],
  ])('goes on from where the group is while the facilitator looks at %s', async (_where, looksAt) => {
    showDock(steps[1], looksAt)
    fireEvent.click(screen.getByRole('button', { name: 'Next: Who is here' }))
    await waitFor(() => expect(requests).toEqual([JSON.stringify({ stepId: 'step_3' })]))
  })

  it('takes along a facilitator who looked elsewhere', async () => {
    showDock(steps[1], welcome)
    fireEvent.click(screen.getByRole('button', { name: 'Next: Who is here' }))
    await waitFor(() => expect(window.location.pathname).toBe('/w/ws_1/step_3'))
  })

  it('says that the group is on the last step, whatever is looked at', () => {
    showDock(close, welcome)
    expect(screen.getByText('Last step')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Next/ })).toBeNull()
  })
})
