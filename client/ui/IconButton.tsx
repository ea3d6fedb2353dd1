import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes } from 'react'
import { classNames } from './class-names'

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> {
  /** The accessible name, also shown as a tooltip. */
  readonly label: string
  readonly Icon: LucideIcon
  /** Only for a toggle. */
  readonly pressed?: boolean
  readonly small?: boolean
}

/** A button whose icon everybody knows; the word is its name. */
export function IconButton({ label, Icon, pressed, small, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type={type}
      className={classNames('icon', small && 'sm', className)}
      aria-label={label}
      aria-pressed={pressed}
    >
      <Icon className="i" aria-hidden />
    </button>
  )
}
