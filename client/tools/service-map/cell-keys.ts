import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Arrows go from cell to cell of a table whose cells hold buttons, past cells without one. Ends stop. */
export function moveByArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key]
  const cell = (event.target as Element).closest<HTMLTableCellElement>('th, td') // a table's keys come from its cells
  const row = cell?.closest('tr')
  if (!step || !cell || !row || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  const rows = [...event.currentTarget.rows]
  let [down, across] = [rows.indexOf(row) + step[0], cell.cellIndex + step[1]]
  while (rows[down]?.cells[across]) {
    const button = rows[down]?.cells[across]?.querySelector('button')
    if (button) {
      button.focus()
      return
    }
    down += step[0]
    across += step[1]
  }
}
