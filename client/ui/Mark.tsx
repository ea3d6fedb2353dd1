interface MarkProps {
  readonly size?: number
}

const seats = [
  [8.67, 24.73],
  [4.77, 17.98],
  [6.13, 10.3],
  [12.1, 5.29],
  [19.9, 5.29],
  [25.87, 10.3],
  [27.23, 17.98],
  [23.33, 24.73],
] as const

/** The ring of dots: seats at a table, one of them yours. */
export function Mark({ size = 28 }: MarkProps) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <circle className="you" cx="16" cy="27.4" r="3" />
      {seats.map(([x, y]) => (
        <circle key={x} className="seat" cx={x} cy={y} r="3" />
      ))}
    </svg>
  )
}
