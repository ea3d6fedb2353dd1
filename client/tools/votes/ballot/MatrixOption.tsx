import { X } from 'lucide-react'
import type { RoundOption } from '../../../../shared/tools/votes/schema'
import { IconButton } from '../../../ui/IconButton'
import { nearestStep, type Rating, ratingSteps } from './matrix-value'
import { Scale } from './Scale'

interface MatrixOptionProps {
  readonly option: RoundOption
  /** Half of it while the other answer is missing. */
  readonly rating: Partial<Rating> | undefined
  /** Undefined takes both answers back. */
  readonly onRate: (answer: Partial<Rating> | undefined) => void
}

const scales = ['impact', 'effort'] as const
const names = { impact: 'Impact', effort: 'Effort' }

/** An option with its two scales, and a picture of where that puts it. */
export function MatrixOption({ option: { label, detail }, rating, onRate }: MatrixOptionProps) {
  const missing = rating && scales.find((scale) => rating[scale] === undefined)
  return (
    <li className={rating && !missing ? 'votes-option has' : 'votes-option'}>
      <div className="votes-option-body votes-rated">
        <Quarters rating={rating} />
        <div className="grow">
          <h3>{label}</h3>
          {detail ? <p className="fine">{detail}</p> : null}
          {missing ? <p className="votes-why">{names[missing]} is missing: only both together count.</p> : null}
        </div>
        <div className="votes-rating">
          <div className="votes-scales">
            {scales.map((scale) => (
              <div key={scale} className="votes-scale-row">
                <span className="fine" aria-hidden>
                  {names[scale]}
                </span>
                <Scale
                  label={`${names[scale]} of ${label}`}
                  steps={ratingSteps}
                  value={rating?.[scale] === undefined ? undefined : nearestStep(rating[scale])}
                  onChange={(value) => onRate({ [scale]: value })}
                />
              </div>
            ))}
          </div>
          <IconButton
            label={`Take your rating back from ${label}`}
            Icon={X}
            aria-disabled={rating ? undefined : true}
            onClick={() => onRate(undefined)}
          />
        </div>
      </div>
    </li>
  )
}

const side = 48
const inset = 8

/** The four quarters, effort to the right and impact upwards; the words beside it say the same. */
function Quarters({ rating }: { readonly rating: Partial<Rating> | undefined }) {
  const along = (value: number) => inset + ((value - 1) / 8) * (side - 2 * inset)
  const { impact, effort } = rating ?? {}
  return (
    <svg className="votes-quarters" viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      <rect x="0.75" y="0.75" width={side - 1.5} height={side - 1.5} rx="7" />
      <path d={`M${side / 2} 1V${side - 1}M1 ${side / 2}H${side - 1}`} />
      {impact !== undefined && effort !== undefined ? <circle cx={along(effort)} cy={side - along(impact)} r="6" /> : null}
    </svg>
  )
}
