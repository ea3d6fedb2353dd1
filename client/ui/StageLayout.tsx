import type { ReactNode } from 'react'
import { ScrollRegion } from './ScrollRegion'

interface StageLayoutProps {
  readonly children: ReactNode
  /** Beside the stage on wide screens, below it on narrow ones. */
  readonly side?: ReactNode
  /** Name of the side panel's landmark; required with `side`. */
  readonly sideLabel?: string
}

/** What a tool puts on the stage, with its side panel. The shell's `main` is around it. */
export function StageLayout({ children, side, sideLabel }: StageLayoutProps) {
  const stage = (
    <ScrollRegion className="stage" label="Stage">
      {children}
    </ScrollRegion>
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
