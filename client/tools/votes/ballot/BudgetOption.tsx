import { Minus, Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import type { RoundOption } from '../../../../shared/tools/votes/schema'
import { announce } from '../../../ui/announce'
import { IconButton } from '../../../ui/IconButton'
import { unitsInWords } from '../words'

interface BudgetOptionProps {
  readonly option: RoundOption
  readonly placed: number
  /** Of the whole budget. */
  readonly left: number
  readonly most: number
  readonly step: number
  readonly onPlace: (units: number) => void
}

/** An option with its units. What is typed counts as soon as it can; what cannot count says why and goes back. */
export function BudgetOption({ option: { label, detail }, placed, left, most, step, onPlace }: BudgetOptionProps) {
  const [typed, setTyped] = useState<string>()
  const [whyNot, setWhyNot] = useState<string>()
  const whyId = useId()
  const room = Math.min(most, placed + left)

  function place(units: number) {
    setWhyNot(undefined)
    onPlace(units)
    announce(`${unitsInWords(units)} on ${label}. ${(left + placed - units).toLocaleString('en')} left.`)
  }

  function refuse() {
    const why =
      room === most ? `${unitsInWords(most)} is the most on one option.` : `${unitsInWords(room)} is the most here: the rest is placed.`
    setWhyNot(why)
    announce(why)
  }

  function change(by: number) {
    setTyped(undefined)
    if (by > 0 && placed >= room) return refuse()
    if (by < 0 && placed === 0) return announce('Nothing here to take back.')
    place(Math.max(0, Math.min(room, placed + by)))
  }

  function type(text: string) {
    setTyped(text)
    const units = Number(text.trim() === '' ? '0' : text)
    if (!/^\s*\d*\s*$/.test(text)) return setWhyNot('Whole numbers only.')
    if (units > room) return refuse()
    place(units)
  }

  function byKey(event: KeyboardEvent) {
    const by = { '+': step, '=': step, ArrowUp: step, '-': -step, '−': -step, ArrowDown: -step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    change(by)
  }

  return (
    <li className={placed > 0 ? 'votes-option has' : 'votes-option'}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout */}
      <div className="votes-option-body" role="group" aria-label={`${label}: ${unitsInWords(placed)}`} onKeyDown={byKey}>
        <div className="grow">
          <h3>{label}</h3>
          {detail ? <p className="fine">{detail}</p> : null}
          {whyNot ? (
            <p className="votes-why" id={whyId}>
              {whyNot}
            </p>
          ) : null}
        </div>
        <div className="votes-stepper votes-units">
          <IconButton
            label={`Take ${unitsInWords(step)} back from ${label}`}
            Icon={Minus}
            aria-disabled={placed === 0 ? true : undefined}
            onClick={() => change(-step)}
          />
          <input
            className="input"
            inputMode="numeric"
            autoComplete="off"
            aria-label={`Units on ${label}`}
            aria-invalid={typed !== undefined && whyNot ? true : undefined}
            aria-describedby={whyNot ? whyId : undefined}
            value={typed ?? String(placed)}
            onFocus={(event) => event.target.select()}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setTyped(undefined)}
          />
          <IconButton
            label={`Place ${unitsInWords(step)} on ${label}`}
            Icon={Plus}
            aria-disabled={placed >= room ? true : undefined}
            onClick={() => change(step)}
          />
        </div>
      </div>
    </li>
  )
}
