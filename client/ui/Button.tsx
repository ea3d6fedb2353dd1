import type { LucideIcon } from 'lucide-react'
import { LoaderCircle } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly variant?: 'primary' | 'plain' | 'ghost' | 'danger'
  readonly size?: 'sm' | 'md' | 'lg'
  readonly block?: boolean
  /** The label stays and a spinner replaces the icon; a second press does nothing. */
  readonly busy?: boolean
  /** Why it cannot be pressed just now; it stays reachable by keyboard and says so. */
  readonly disabledReason?: string | undefined
  readonly Icon?: LucideIcon
  readonly children: ReactNode
}

/** A verb with an object. */
export function Button({
  variant = 'plain',
  size = 'md',
  block,
  busy,
  disabledReason,
  Icon,
  children,
  onClick,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const blocked = disabledReason !== undefined && disabledReason !== ''
  const Leading = busy ? LoaderCircle : Icon
  const button = (
    <button
      {...rest}
      type={type}
      className={classNames('btn', variant !== 'plain' && variant, size !== 'md' && size, block && 'block', className)}
      aria-disabled={blocked || busy ? true : rest['aria-disabled']}
      aria-busy={busy || undefined}
      aria-describedby={blocked ? reasonId : rest['aria-describedby']}
      title={blocked && size === 'sm' ? disabledReason : rest.title}
      onClick={(event) => {
        if (blocked || busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {Leading ? <Leading className={classNames('i', size === 'sm' && 's', busy && 'spin')} aria-hidden /> : null}
      {children}
    </button>
  )
  if (!blocked) return button
  return (
    <span className={classNames('btn-why', block && 'block')}>
      {button}
      <span id={reasonId} className={size === 'sm' ? 'vh' : 'meta'}>
        {disabledReason}
      </span>
    </span>
  )
}
