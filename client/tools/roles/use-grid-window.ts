import { type RefObject, useLayoutEffect, useState } from 'react'
import { placeAt, type Span, spanAround } from './grid-window'

/** The part of a grid whose cells are drawn. */
export interface GridWindow {
  readonly rows: Span
  readonly columns: Span
}

/** What a laptop shows, until the first measure. */
const atFirst: GridWindow = { rows: { from: 0, to: 20 }, columns: { from: 0, to: 12 } }

/**
 * Follows which rows and columns of a scrolling table can be seen. Every row is in the document with its name, so
 * rows have their true heights; the columns beside the first are equally wide.
 */
export function useGridWindow(scroller: RefObject<HTMLElement | null>, rows: number, columns: number): GridWindow {
  const [seen, setSeen] = useState(atFirst)
  useLayoutEffect(() => {
    const frame = scroller.current
    if (!frame) return
    const measure = () => setSeen((before) => same(before, seenIn(frame, rows, columns)))
    measure()
    frame.addEventListener('scroll', measure, { passive: true })
    const resized = new ResizeObserver(measure)
    resized.observe(frame)
    return () => {
      frame.removeEventListener('scroll', measure)
      resized.disconnect()
    }
  }, [scroller, rows, columns])
  return seen
}

function seenIn(frame: HTMLElement, rows: number, columns: number): GridWindow {
  const lines = frame.querySelectorAll<HTMLElement>('tr[data-line]')
  const names = frame.querySelector<HTMLElement>('thead th')?.offsetWidth ?? 0
  const columnWidth = ((frame.firstElementChild?.scrollWidth ?? 0) - names) / Math.max(1, columns)
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = frame
  const columnAt = (offset: number) => (columnWidth > 0 ? Math.floor(offset / columnWidth) : 0)
  const beginsAt = (index: number) => lines[index]?.offsetTop ?? 0
  return {
    rows: spanAround(placeAt(lines.length, beginsAt, scrollTop), placeAt(lines.length, beginsAt, scrollTop + clientHeight), rows),
    columns: spanAround(columnAt(scrollLeft), columnAt(scrollLeft + clientWidth - names), columns),
  }
}

function same(before: GridWindow, now: GridWindow): GridWindow {
  const rows = equal(before.rows, now.rows) ? before.rows : now.rows
  const columns = equal(before.columns, now.columns) ? before.columns : now.columns
  return rows === before.rows && columns === before.columns ? before : { rows, columns }
}

function equal(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to
}
