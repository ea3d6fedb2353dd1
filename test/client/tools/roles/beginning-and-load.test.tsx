// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { LibraryDialog } from '../../../../client/tools/roles/LibraryDialog'
import { OverloadNotice } from '../../../../client/tools/roles/OverloadNotice'
import { useCells } from '../../../../client/tools/roles/use-cells'
import { useChart } from '../../../../client/tools/roles/use-chart'
import { useOverload } from '../../../../client/tools/roles/use-overload'
import { PersonUndo } from '../../../../shared/doc/undo'
import { partners } from '../../../../shared/tools/partners/collections'
import { duties } from '../../../../shared/tools/roles/collections'
import { addDuties } from '../../../../shared/tools/roles/commands'
import type { AgendaStep } from '../../../../shared/workshop/schema'
import { chartId, rowIn, rowsIn } from '../../../shared/tools/roles/support'
import { person, replicas } from '../../../support/boards'
import { Inside } from '../../../support/checks'
import { workshopSession } from '../../../support/workshop-session'

const step: AgendaStep = { id: 'step_main', title: 'Roles', tool: 'roles', minutes: 10, order: 'a0' }
afterEach(cleanup)

function addPartner(board: Y.Doc, name: string, sector: string, hoursPerMonth: number): void {
  const id = `partner_${name.toLowerCase()}` as const
  partners.put(board, { id, name, sector, hoursPerMonth, seats: [], order: `a${name.length}`, authorId: 'p_rosa' })
}

/** One person's screen: a press for each row that gives it to the resort, and the notice. */
function Assigning() {
  const chart = useChart(step)
  const watch = useOverload(chart)
  const cells = useCells(chart, watch.noted)
  return (
    <>
      {chart.rows.map((duty) => (
        <button key={duty.id} type="button" onClick={() => cells.write(duty, 'partner_resort', ['R'])}>
          {duty.label}
        </button>
      ))}
      <OverloadNotice watch={watch} cells={cells} />
    </>
  )
}

async function show(board: Y.Doc, name: string): Promise<ReturnType<typeof within>> {
  const session = workshopSession({ board, actor: person(name) })
  const { container } = await act(async () =>
    render(
      <Inside session={session}>
        <Suspense>
          <Assigning />
        </Suspense>
      </Inside>,
    ),
  )
  const shown = within(container)
  await shown.findByRole('button', { name: 'Recruit' })
  return shown
}

describe('two people who give the last free hour of a partner at once', () => {
  it('[ROLES-39] are both told as soon as they hear of one another, and one of them hands it on', async () => {
    const { docs, sync } = replicas(2, (board) => {
      addPartner(board, 'Resort', 'employers', 1)
      addPartner(board, 'College', 'education', 5)
      addDuties(board, person('rosa'), chartId, [{ label: 'Recruit' }, { label: 'Teach' }])
    })
    const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
    const rosa = await show(first, 'rosa')
    const ben = await show(second, 'ben')
    await act(async () => {
      fireEvent.click(rosa.getByRole('button', { name: 'Recruit' }))
      fireEvent.click(ben.getByRole('button', { name: 'Teach' }))
    })
    for (const each of [rosa, ben]) expect(each.queryByText(/would need/)).toBeNull()

    await act(async () => sync())
    for (const each of [rosa, ben]) expect(await each.findByText(/Resort has 1 hour a month and would need 2/)).toBeDefined()
    expect(rosa.getByText(/Hand “Recruit” to/)).toBeDefined()
    expect(ben.getByText(/Hand “Teach” to/)).toBeDefined()

    await act(async () => fireEvent.click(ben.getByRole('button', { name: /^College/ })))
    await act(async () => sync())
    await vi.waitFor(() => {
      for (const each of [rosa, ben]) expect(each.queryByText(/would need/)).toBeNull()
    })
    for (const board of docs) {
      expect(rowIn(board, 'Recruit').cells).toEqual({ partner_resort: 'R' })
      expect(rowIn(board, 'Teach').cells).toEqual({ partner_college: 'R' })
    }
  })
})

function Beginning({ undo, onClose }: { readonly undo: PersonUndo; readonly onClose: () => void }) {
  return <LibraryDialog chart={useChart(step)} undo={undo} onClose={onClose} />
}

describe('beginning with the role library', () => {
  it('[ROLES-37] shows whose partners are meant and how much comes in, writes what was chosen, and takes it back in one step', async () => {
    const board = new Y.Doc()
    addPartner(board, 'College', 'education', 5)
    const undo = new PersonUndo([duties.name])
    undo.track(board)
    const onClose = vi.fn()
    await act(async () => {
      render(
        <Inside session={workshopSession({ board, actor: person('rosa') })}>
          <Suspense>
            <Beginning undo={undo} onClose={onClose} />
          </Suspense>
        </Inside>,
      )
    })
    expect(await screen.findByRole('checkbox', { name: /^Educational institutions and agencies College/ })).toBeDefined()
    expect(screen.getByRole('checkbox', { name: /^Employers none on the list yet/ })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Add 23 responsibilities' })).toBeDefined()
    for (const box of screen.getAllByRole('checkbox').slice(0, 7))
      if (!/^Educational/.test(box.parentElement?.textContent ?? '')) fireEvent.click(box)
    expect(rowsIn(board)).toEqual([])
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Add 7 responsibilities' })))
    expect(onClose).toHaveBeenCalledOnce()
    expect(rowsIn(board)).toHaveLength(7)
    expect(rowIn(board, 'Help with financial aid').cells).toEqual({ partner_college: 'R' })
    undo.undo()
    expect(rowsIn(board)).toEqual([])
  })
})
