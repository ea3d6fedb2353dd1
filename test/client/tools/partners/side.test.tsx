// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../client/app/workshop-context'
import { NeedsPanel } from '../../../../client/tools/partners/partnership/NeedsPanel'
import { RingsPanel } from '../../../../client/tools/partners/RingsPanel'
import { addPartner } from '../../../../shared/tools/partners/commands'
import { person } from '../../../support/boards'
import { workshopSession } from '../../../support/workshop-session'

afterEach(cleanup)

function show(screenPart: React.ReactNode): void {
  const board = new Y.Doc()
  const add = (name: string, today: string) => addPartner(board, person('rosa'), { name, team: 'operations', seats: [] }, today)
  add('Valley College', '2026-03-01')
  add('Housing First', '2026-05-01')
  const serverNow = () => Date.parse('2026-06-01T12:00')
  render(<WorkshopContext value={workshopSession({ board, serverNow })}>{screenPart}</WorkshopContext>)
}

describe('beside the roster', () => {
  it('[PARTNERS-86] says in words how many were not there yet on a day', () => {
    show(<RingsPanel onMove={undefined} />)
    fireEvent.click(screen.getByRole('radio', { name: 'At a date' }))
    fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2026-04-01' } })
    const words = '1 partner of today’s list was not there yet.'
    expect(screen.getByText(words)).toBeDefined()
    const picture = screen.getByRole('img').getAttribute('aria-label')
    expect([picture?.includes('Operations: Valley College.'), picture?.endsWith(words)]).toEqual([true, true])
    fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2026-05-01' } })
    expect(screen.queryByText(/not there yet/)).toBeNull()
  })

  it('[PARTNERS-87] names who has not said what a win is, and whom the button asks', () => {
    show(<NeedsPanel onAsk={() => {}} />)
    expect(screen.getByText(/Not yet: Valley College and Housing First\.$/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Ask Valley College' })).toBeDefined()
  })
})
