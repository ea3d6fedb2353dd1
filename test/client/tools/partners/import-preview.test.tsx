// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../client/app/workshop-context'
import { PartnersImport } from '../../../../client/tools/partners/PartnersImport'
import type { PersonUndo } from '../../../../shared/doc/undo'
import { addPartner } from '../../../../shared/tools/partners/commands'
import { person } from '../../../support/boards'
import { workshopSession } from '../../../support/workshop-session'

afterEach(cleanup)

function open(csv: string): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  const board = new Y.Doc()
  addPartner(board, person('rosa'), {
    name: 'Valley College',
    seats: [],
    contact: 'Dean',
    hoursPerMonth: 4,
    goals: 'Graduates',
    skills: ['Data'],
  })
  const undo = {} as PersonUndo // nothing is imported here
  render(
    <WorkshopContext value={workshopSession({ board })}>
      <PartnersImport undo={undo} onClose={() => {}} />
    </WorkshopContext>,
  )
  fireEvent.change(screen.getByLabelText('CSV file'), { target: { files: [new File([csv], 'partners.csv')] } })
}

describe('the preview of an import', () => {
  it('[PARTNERS-91] shows what would change of a known partner', async () => {
    open('name,contact,hours,level,goals,skills\nvalley college,President,,local,Work,Data\nHousing First,Director,2,,,\n')
    expect(await screen.findByText('Dean → President')).toBeDefined()
    const rows = screen.getAllByRole('row').map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent))
    expect(rows.slice(1)).toEqual([
      ['Valley College', '', 'Local', '', 'Dean → President', '4', '', 'Goals: replaced'],
      ['Housing First', '', '', '', 'Director', '2', '', ''],
    ])
    expect(screen.getByText(/what the file says replaces what stands there/)).toBeDefined()
  })

  it('[PARTNERS-91] says once why a file cannot be imported', async () => {
    open('foo,bar\n1,2\n')
    expect(await screen.findAllByText(/No column holds the names/)).toHaveLength(1)
  })
})
