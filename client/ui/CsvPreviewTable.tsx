import { MoveHorizontal } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { ScrollRegion } from './ScrollRegion'

interface CsvPreviewTableProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The first rows as they would come in; where the columns do not all fit, it says that there are more beside. */
export function CsvPreviewTable({ head, rows }: CsvPreviewTableProps) {
  const frame = useRef<HTMLElement>(null)
  const [isWider, setWider] = useState(false)
  const hintId = useId()

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setWider(element.scrollWidth > element.clientWidth + 1))
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])

  return (
    <>
      {isWider ? (
        <p id={hintId} className="fine csv-wider">
          <MoveHorizontal className="i s" aria-hidden />
          {head.length} columns. Scroll sideways to see them all.
        </p>
      ) : null}
      <ScrollRegion ref={frame} className="csv-table" label="Preview of the first rows" describedBy={isWider ? hintId : undefined}>
        <table>
          <thead>
            <tr>
              {head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file stand in its order
              <tr key={row}>
                {cells.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the head
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}
