// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { useRoleNotice } from '../../../client/app/shell/use-role-notice'
import { WorkshopContext, type WorkshopSession } from '../../../client/app/workshop-context'
import { Toasts } from '../../../client/ui/Toasts'
import type { Role } from '../../../shared/access/actor'

const record = new Y.Doc()
const session: Omit<WorkshopSession, 'actor'> = {
  name: 'Bob',
  record,
  board: new Y.Doc(),
  awareness: new Awareness(record),
  title: 'A vision',
  serverNow: () => 0,
  openRoom: () => {
    throw new Error('a notice opens no document')
  },
}

function Noticing() {
  useRoleNotice()
  return null
}

function page(role: Role) {
  return (
    <WorkshopContext value={{ ...session, actor: { workshopId: 'ws_1', id: 'p_1', role } }}>
      <Noticing />
      <Toasts />
    </WorkshopContext>
  )
}

afterEach(cleanup)

describe('a part that is changed while its person is at work', () => {
  it('is told, with what it means, and only when it changes', async () => {
    const { rerender } = render(page('contributor'))
    expect(screen.queryByText(/You are/)).toBeNull()
    rerender(page('observer'))
    expect(await screen.findByText('You are an observer now. You can read along. What you wrote stays.')).toBeDefined()
    rerender(page('contributor'))
    expect(await screen.findByText('You are a participant now. You can write and vote.')).toBeDefined()
  })
})
