/** A place in the grid: row from 0, column from 0, or -1 for the row's name. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

const page = 8

/** Where a key moves from a place; undefined when the key does not move. Ends stop, nothing wraps. */
export function movedBy(key: string, ctrl: boolean, at: GridPlace, rows: number, columns: number): GridPlace | undefined {
  const place = target(key, ctrl, at, rows, columns)
  if (!place) return undefined
  return { row: clamp(place.row, 0, rows - 1), column: clamp(place.column, -1, columns - 1) }
}

function target(key: string, ctrl: boolean, { row, column }: GridPlace, rows: number, columns: number): GridPlace | undefined {
  switch (key) {
    case 'ArrowRight':
      return { row, column: ctrl ? columns - 1 : column + 1 }
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 }
    case 'ArrowDown':
      return { row: ctrl ? rows - 1 : row + 1, column }
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column }
    case 'Home':
      return { row: ctrl ? 0 : row, column: ctrl ? 0 : -1 }
    case 'End':
      return { row: ctrl ? rows - 1 : row, column: columns - 1 }
    case 'PageDown':
      return { row: row + page, column }
    case 'PageUp':
      return { row: row - page, column }
    default:
      return undefined
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
