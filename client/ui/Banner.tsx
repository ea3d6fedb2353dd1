import { Check, Info, TriangleAlert, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

interface BannerProps {
  readonly tone: 'off' | 'bad' | 'ok' | 'info'
  readonly action?: ReactNode
  readonly children: ReactNode
}

const icons = { off: WifiOff, bad: TriangleAlert, ok: Check, info: Info } as const

/** A state of the whole screen or panel: what happened, what is safe, what to do. */
export function Banner({ tone, action, children }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div className={classNames('banner', tone)} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon className="i" aria-hidden />
      <span className="grow">{children}</span>
      {action}
    </div>
  )
}
