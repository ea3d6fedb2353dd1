import type { ReactNode } from 'react'

interface StageLayoutProps {
  readonly children: ReactNode
  /** Beside the stage on wide screens, below it on narrow ones. */
  readonly side?: ReactNode
  /** Name of the side panel's landmark; required with `side`. */
  readonly sideLabel?: string
}

/** What a tool puts on the stage, with its side panel. The shell's `main` is around it. */
export function StageLayout({ children, side, sideLabel }: StageLayoutProps) {
  // The stage scrolls by itself, and what is on it may hold nothing to focus: the keyboard must reach it all the same.
  const stage = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="stage" aria-label="Stage" tabIndex={0}>
      {children}
    </section>
  )
  if (!side) return stage
  return (
    <div className="stage-split">
      {stage}
      <aside className="stage-side panel" aria-label={sideLabel ?? 'Side panel'} tabIndex={-1} data-region>
        {side}
      </aside>
    </div>
  )
}
