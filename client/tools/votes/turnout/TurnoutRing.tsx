import type { Turnout } from '../../../../shared/tools/votes/schema'

interface TurnoutRingProps {
  readonly turnout: Turnout
}

const mostSeats = 48

/** Seats at a table: a dot for everybody who has finished, an open seat for everybody who has not. */
export function TurnoutRing({ turnout: { eligible, done } }: TurnoutRingProps) {
  const seats = Math.min(Math.max(eligible, 1), mostSeats)
  const filled = eligible > mostSeats ? Math.round((done / eligible) * seats) : done
  const radius = Math.min(19, (Math.PI * 118) / seats - 3)
  return (
    <svg viewBox="0 0 300 300" className="votes-ring" role="img" aria-label={`${done} of ${eligible} have finished`}>
      {Array.from({ length: seats }, (_, seat) => {
        const angle = (seat / seats) * 2 * Math.PI - Math.PI / 2
        const place = { cx: round(150 + 118 * Math.cos(angle)), cy: round(150 + 118 * Math.sin(angle)) }
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
        return <circle key={seat} {...place} r={radius} className={seat < filled ? 'votes-seat done' : 'votes-seat'} />
      })}
      <text x="150" y="154" textAnchor="middle" className="votes-ring-count">
        {done} of {eligible}
      </text>
      <text x="150" y="186" textAnchor="middle" className="votes-ring-words">
        have finished
      </text>
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
