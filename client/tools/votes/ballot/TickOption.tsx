import { Check } from 'lucide-react'
import type { RoundOption } from '../../../../shared/tools/votes/schema'
import { classNames } from '../../../ui/class-names'

interface TickOptionProps {
  readonly option: RoundOption
  /** One among many, or each by itself. */
  readonly type: 'radio' | 'checkbox'
  /** Shared by the radios of one ballot. */
  readonly name: string
  readonly checked: boolean
  /** Why it was not chosen although it was asked for. */
  readonly whyNot?: string | undefined
  readonly onChange: () => void
}

/** An option that is chosen as a whole, with the whole card to press. */
export function TickOption({ option: { label, detail }, type, name, checked, whyNot, onChange }: TickOptionProps) {
  return (
    <li className={checked ? 'votes-option has' : 'votes-option'}>
      <label className="votes-option-body votes-choose">
        <input type={type} name={name} className="vh" checked={checked} onChange={onChange} />
        <span className={classNames('votes-box', type === 'radio' && 'round', checked && 'on')} aria-hidden>
          {checked ? <Check className="i s" /> : null}
        </span>
        <span className="grow">
          <span className="votes-option-name">{label}</span>
          {detail ? <span className="fine">{detail}</span> : null}
          {whyNot ? (
            <span className="votes-why" role="alert">
              {whyNot}
            </span>
          ) : null}
        </span>
      </label>
    </li>
  )
}
