import type { KeyboardEvent, MouseEvent } from 'react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { cellText, lettersOf } from '../../../shared/tools/roles/letters'
import { rowFindingsOf } from '../../../shared/tools/roles/rules'
import { byGroup, type DutyGroup } from '../../../shared/tools/roles/selectors'
import { type MenuItem, MenuList } from '../../ui/Menu'
import { cellChoices, typedLetters } from './cell-choices'
import { type GridPlace, movedBy } from './grid-keys'
import type { Span } from './grid-window'
import { PartyHead } from './PartyHead'
import { RoleRow } from './RoleRow'
import type { CellWriter } from './use-cells'
import type { ChartView } from './use-chart'
import { useDutyMenu } from './use-duty-menu'
import { useGridWindow } from './use-grid-window'

interface RoleGridProps {
  readonly chart: ChartView
  readonly cells: CellWriter
  readonly onRename: (dutyId: string) => void
}

interface OpenMenu {
  readonly anchor: HTMLElement
  readonly label: string
  readonly items: readonly MenuItem[]
}

/**
 * The matrix: one stop for Tab, arrows inside, Enter for choices, letters typed straight into cells. Only the cells
 * that can be seen are in the document, and the one that has the keyboard.
 */
export function RoleGrid({ chart, cells, onRename }: RoleGridProps) {
  const { rows, parties, model, mayEdit } = chart
  const scroller = useRef<HTMLDivElement>(null)
  const seen = useGridWindow(scroller, rows.length, parties.length)
  const [wanted, setWanted] = useState<GridPlace>({ row: 0, column: 0 })
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const dutyMenu = useDutyMenu(chart, cells, onRename)
  const active = {
    row: Math.min(wanted.row, Math.max(0, rows.length - 1)),
    column: Math.min(wanted.column, parties.length - 1),
  }

  function go(place: GridPlace) {
    // The cell may be out of sight; it is in the document as soon as it is the active one.
    flushSync(() => setWanted(place))
    const target = placeElement(scroller.current, place) ?? placeElement(scroller.current, { ...place, column: Math.max(0, place.column) })
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  function openCell({ row, column }: GridPlace) {
    const duty = rows[row]
    const party = parties[column]
    const anchor = placeElement(scroller.current, { row, column })
    if (!mayEdit || !duty || !party || !anchor) return
    const present = lettersOf(duty, party.id, model)
    setMenu({
      anchor,
      label: `${party.name}: ${duty.label}`,
      items: cellChoices(model).map(({ letters, label }) => ({
        label,
        hint: cellText(model, letters),
        checked: letters.length === present.length && letters.every((letter) => present.includes(letter)),
        onSelect: () => cells.write(duty, party.id, letters),
      })),
    })
  }

  function openRow(row: number, anchor: HTMLElement) {
    const duty = rows[row]
    if (duty && mayEdit) setMenu({ anchor, label: duty.label, items: dutyMenu.items(duty) })
  }

  function openMending(row: number, anchor: HTMLElement, ruleId: string) {
    const duty = rows[row]
    const finding = duty && rowFindingsOf(model, duty, parties).find((each) => each.ruleId === ruleId)
    if (!duty || !mayEdit || !finding?.fix) return
    setMenu({ anchor, label: `${finding.message} ${duty.label}`, items: dutyMenu.mending(duty, finding.fix) })
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const place = placeOf(event.target)
    if (!place || event.altKey || event.metaKey) return
    const next = movedBy(event.key, event.ctrlKey, place, rows.length, parties.length)
    if (next) {
      event.preventDefault()
      go(next)
    } else if (!event.ctrlKey && place.column >= 0) onCellKey(event, place)
  }

  function onCellKey(event: KeyboardEvent<HTMLTableElement>, place: GridPlace) {
    const duty = rows[place.row]
    const party = parties[place.column]
    if (!duty || !party || !mayEdit) return
    if (event.key === 'Enter' || event.key === ' ' || event.key === 'F2') openCell(place)
    else if (event.key === 'Delete' || event.key === 'Backspace') cells.write(duty, party.id, [])
    else {
      const letters = typedLetters(model, lettersOf(duty, party.id, model), event.key)
      if (!letters) return
      cells.write(duty, party.id, letters)
    }
    event.preventDefault()
  }

  function onClick(event: MouseEvent<HTMLTableElement>) {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    const place = placeOf(button)
    if (!button || !place) return
    if (button.dataset.mend !== undefined) return openMending(place.row, button, button.dataset.mend)
    setWanted(place)
    if (place.column < 0) return openRow(place.row, button)
    button.focus()
    openCell(place)
  }

  const groups = linesOf(byGroup(rows))
  return (
    <>
      <div ref={scroller} className="roles-scroll">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid
          role="grid"
          className="roles-table"
          style={{ minWidth: `${nameWidthPx + parties.length * columnWidthPx}px` }}
          aria-label="Responsibilities by partner"
          aria-rowcount={rows.length + groups.filter(({ label }) => label !== '').length + 1}
          aria-colcount={parties.length + 1}
          aria-readonly={mayEdit ? undefined : true}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" aria-colindex={1}>
                Responsibility
              </th>
              {parties.map((party, column) => (
                <PartyHead key={party.id} party={party} column={column} />
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.label}>
              {group.label === '' ? null : (
                <tr className="grp" aria-rowindex={group.line - 1}>
                  <th colSpan={parties.length + 1} scope="rowgroup" aria-colindex={1}>
                    {group.label}
                  </th>
                </tr>
              )}
              {group.duties.map((duty, index) => {
                const row = group.row + index
                const isActive = active.row === row
                return (
                  <RoleRow
                    key={duty.id}
                    duty={duty}
                    row={row}
                    line={group.line + index}
                    model={model}
                    parties={parties}
                    columns={row >= seen.rows.from && row < seen.rows.to ? seen.columns : noColumns}
                    mayEdit={mayEdit}
                    activeColumn={isActive ? (mayEdit ? active.column : Math.max(0, active.column)) : undefined}
                    cells={cells}
                  />
                )
              })}
            </tbody>
          ))}
        </table>
      </div>
      {menu ? <MenuList {...menu} onClose={() => setMenu(null)} /> : null}
    </>
  )
}

/** As in the style sheet. */
const nameWidthPx = 236
const columnWidthPx = 78

const noColumns: Span = { from: 0, to: 0 }

/** Groups with the number of their first row from 0, and its line in the grid from 1, the head and headings counted. */
function linesOf(groups: readonly DutyGroup[]) {
  let row = 0
  let line = 2
  return groups.map(({ label, duties }) => {
    if (label !== '') line += 1
    const group = { label, duties, row, line }
    row += duties.length
    line += duties.length
    return group
  })
}

function placeOf(target: EventTarget | null): GridPlace | undefined {
  if (!(target instanceof HTMLElement)) return undefined
  const { row, column } = target.dataset
  return row === undefined ? undefined : { row: Number(row), column: Number(column ?? -1) }
}

function placeElement(grid: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null
}
