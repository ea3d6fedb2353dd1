import { Stepper } from '../../../ui/Stepper'

interface SetupTermProps {
  readonly label: string
  /** What it is for. */
  readonly why: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly format?: (value: number) => string
  readonly maxReason?: string
  readonly onChange: (value: number) => void
}

/** A number among the terms of a vote. */
export function SetupTerm({ label, why, ...stepper }: SetupTermProps) {
  return (
    <div className="votes-term">
      <div className="grow">
        <b>{label}</b>
        <span className="fine">{why}</span>
      </div>
      <Stepper label={label} {...stepper} />
    </div>
  )
}
