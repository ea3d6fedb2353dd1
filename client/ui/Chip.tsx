import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

interface ChipProps {
  readonly tone?: 'ok' | 'warn' | 'bad' | 'live' | 'line'
  readonly Icon?: LucideIcon
  readonly children: ReactNode
}

/** A short state, in words. */
export function Chip({ tone, Icon, children }: ChipProps) {
  return (
    <span className={classNames('chip', tone)}>
      {Icon ? <Icon className="i s" aria-hidden /> : null}
      {children}
    </span>
  )
}
