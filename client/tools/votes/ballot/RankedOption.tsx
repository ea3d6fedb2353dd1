import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { RoundOption } from '../../../../shared/tools/votes/schema'
import { IconButton } from '../../../ui/IconButton'

interface RankedOptionProps {
  readonly option: RoundOption
  /** From 1. */
  readonly place: number
  readonly of: number
  readonly onMove: (by: 1 | -1) => void
  readonly onTakeOut: () => void
}

/** An option with its place; buttons, arrow keys and Delete change it. */
export function RankedOption({ option: { id, label, detail }, place, of, onMove, onTakeOut }: RankedOptionProps) {
  function byKey(event: KeyboardEvent) {
    if (event.key === 'ArrowUp') onMove(-1)
    else if (event.key === 'ArrowDown') onMove(1)
    else if (event.key === 'Delete') onTakeOut()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <li className="votes-option has">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout */}
      <div className="votes-option-body votes-placeable" role="group" aria-label={`${label}: place ${place} of ${of}`} onKeyDown={byKey}>
        <span className="votes-place" aria-hidden>
          {place}
        </span>
        <div className="grow">
          <h3>{label}</h3>
          {detail ? <p className="fine">{detail}</p> : null}
        </div>
        <div className="votes-stepper">
          <IconButton
            label={`Move ${label} up`}
            Icon={ArrowUp}
            data-focus={`up-${id}`}
            aria-disabled={place === 1 ? true : undefined}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={`Move ${label} down`}
            Icon={ArrowDown}
            data-focus={`down-${id}`}
            aria-disabled={place === of ? true : undefined}
            onClick={() => onMove(1)}
          />
          <IconButton label={`Take ${label} out of the ranking`} Icon={X} onClick={onTakeOut} />
        </div>
      </div>
    </li>
  )
}
