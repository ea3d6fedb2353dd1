import type { ReactNode } from 'react'

interface WideTableProps {
  readonly caption: string
  readonly children: ReactNode
}

/** A table of figures that scrolls within its own frame where it is wider than the screen, by keyboard too. */
export function WideTable({ caption, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="votes-wide" aria-label={caption} tabIndex={0}>
      <table className="votes-figures">
        <caption className="vh">{caption}</caption>
        {children}
      </table>
    </section>
  )
}
