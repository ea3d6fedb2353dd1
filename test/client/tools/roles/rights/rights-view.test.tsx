// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { RightsView } from '../../../../../client/tools/roles/rights/RightsView'
import type { Role } from '../../../../../shared/access/actor'
import { decisionRights } from '../../../../../shared/tools/roles/collections'
import { addRights, editRight } from '../../../../../shared/tools/roles/rights/right-commands'
import { rightsOf } from '../../../../../shared/tools/roles/rights/rights'
import { person } from '../../../../support/boards'
import { Inside } from '../../../../support/checks'
import { workshopSession } from '../../../../support/workshop-session'

const rosa = person('rosa', 'facilitator')
let board: Y.Doc

beforeEach(() => {
  board = new Y.Doc()
  addRights(board, rosa, [{ decision: 'Choose sectors', shares: { state: 'consulted', local: 'decides' } }])
})
afterEach(cleanup)

async function show(role: Role): Promise<void> {
  const session = workshopSession({ board, actor: { ...rosa, role } })
  await act(async () => {
    render(
      <Inside session={session}>
        <Suspense>
          <RightsView chart={{ parties: [], mayEdit: role !== 'observer' }} />
        </Suspense>
      </Inside>,
    )
  })
}

function right() {
  return rightsOf(decisionRights.all(board))[0]
}

describe('the list of decisions', () => {
  it('[ROLES-66] is settled level by level by those who write', async () => {
    await show('contributor')
    fireEvent.change(screen.getByRole('combobox', { name: 'Tribal: Choose sectors' }), { target: { value: 'informed' } })
    fireEvent.change(screen.getByRole('combobox', { name: 'State: Choose sectors' }), { target: { value: '' } })
    expect(right()?.shares).toEqual({ local: 'decides', tribal: 'informed' })
    expect(screen.queryByRole('button', { name: 'Put it to the group…' })).toBeNull()
  })

  it('[ROLES-66] is read by those who may not write, with nothing to press', async () => {
    await show('observer')
    expect(screen.getByRole('rowheader', { name: /Choose sectors/ })).toBeDefined()
    expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['Consulted', 'Decides', '', '', '', ''])
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.queryAllByRole('combobox')).toEqual([])
  })

  it('[ROLES-66] keeps the words that somebody is typing when another changes them', async () => {
    await show('contributor')
    const field = screen.getByLabelText<HTMLInputElement>('Who decides: Choose sectors')
    fireEvent.change(field, { target: { value: 'Basin Coll' } })
    const { id } = right() ?? {}
    if (id) editRight(board, rosa, id, { decider: 'State Board' })
    expect(field.value).toBe('Basin Coll')
    fireEvent.change(field, { target: { value: 'Basin College' } })
    fireEvent.blur(field)
    expect(right()?.decider).toBe('Basin College')
    if (id) editRight(board, rosa, id, { decider: 'River Nation' })
    await screen.findByDisplayValue('River Nation')
  })
})
