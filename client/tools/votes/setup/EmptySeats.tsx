import { useId } from 'react'
import { joined, plural } from '../../../../shared/doc/words'
import type { EmptySeat } from '../../../../shared/tools/tool'
import { namesInWords } from '../words'

/** So many stand there unfolded. */
const readAtOnce = 3

interface EmptySeatsProps {
  /** Recommended seats that nobody who has joined speaks for. */
  readonly seats: readonly EmptySeat[]
  /** Those of them that the result waits for. */
  readonly awaited: readonly string[]
  readonly onChange: (awaited: readonly string[]) => void
}

/** Who is not in the room, and whom of them the result is to wait for. */
export function EmptySeats({ seats, awaited, onChange }: EmptySeatsProps) {
  if (seats.length === 0) return null
  const words = `Not in the room: ${namesInWords(seats.map(({ words }) => words))}`
  const ticks = <SeatTicks seats={seats} awaited={awaited} onChange={onChange} />
  if (seats.length <= readAtOnce) {
    return (
      <div>
        <p>{words}</p>
        {ticks}
      </div>
    )
  }
  return (
    <div>
      <details className="votes-fold">
        <summary>{words}</summary>
        {ticks}
      </details>
      {awaited.length > 0 ? <p className="meta">The result waits for {joined(awaited)}.</p> : null}
    </div>
  )
}

function SeatTicks({ seats, awaited, onChange }: EmptySeatsProps) {
  const meaningId = useId()
  return (
    <fieldset className="votes-group votes-seat-ticks" aria-describedby={meaningId}>
      <legend>Whom the result waits for</legend>
      {seats.map(({ words: seat, partners }) => (
        <label key={seat} className="votes-seat-tick">
          <input
            type="checkbox"
            checked={awaited.includes(seat)}
            onChange={(event) => onChange(event.target.checked ? [...awaited, seat] : awaited.filter((each) => each !== seat))}
          />
          <span>
            <span className="vh">The result waits for </span>
            {seat} <span className="fine">{partners === 0 ? 'no partner yet' : `0 of ${plural(partners, 'partner')} here`}</span>
          </span>
        </label>
      ))}
      <p id={meaningId} className="fine">
        While nobody speaks for a seat that you tick, the result is provisional: those who were missing can answer later, by private link,
        until a day that you set.
      </p>
    </fieldset>
  )
}
