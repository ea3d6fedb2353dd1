import type { ReactNode } from 'react'
import { Mark } from './Mark'

interface EmptyProps {
  readonly title: string
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** Nothing here yet: what it is for and the first thing to do. */
export function Empty({ title, action, children }: EmptyProps) {
  return (
    <div className="empty">
      <Mark size={36} />
      <p className="h">{title}</p>
      {children ? <div className="meta">{children}</div> : null}
      {action}
    </div>
  )
}
