import type { ReactNode } from 'react'
import { ScrollRegion } from '../../../ui/ScrollRegion'

interface WideTableProps {
  readonly caption: string
  readonly children: ReactNode
}

/** A table of figures that scrolls within its own frame where it is wider than the screen, by keyboard too. */
export function WideTable({ caption, children }: WideTableProps) {
  return (
    <ScrollRegion className="votes-wide" label={caption}>
      <table className="votes-figures">
        <caption className="vh">{caption}</caption>
        {children}
      </table>
    </ScrollRegion>
  )
}
