import { BadgeCheck } from 'lucide-react'

const radius = 214
const centre = 270
const seats = [
  { initials: 'AO', who: 'College', colour: 3 },
  { initials: 'BW', who: 'Tribal WIOA', colour: 4 },
  { initials: 'GL', who: 'Human services', colour: 6 },
  { initials: 'TN', who: 'Hospital', colour: 2 },
  { initials: 'DC', who: 'Workforce board', colour: 7 },
  { initials: 'LO', who: 'Adult education', colour: 8 },
  { initials: 'PR', who: 'Chamber', colour: 5 },
  { initials: 'SK', who: 'Community org', colour: 1 },
  { initials: 'MV', who: 'Economic dev.', colour: 6 },
] as const

/** The picture of the product: partners around one table, one statement in the middle. */
export function TableRing() {
  return (
    <div className="home-art">
      <svg className="home-ring" viewBox="0 0 540 560" role="img" aria-label="Nine partners around a table, agreeing on one statement">
        <circle className="home-table" cx={centre} cy={centre} r="146" />
        <circle className="home-seats" cx={centre} cy={centre} r={radius} />
        {seats.map(({ initials, who, colour }, index) => {
          const angle = (index / seats.length) * 2 * Math.PI
          const x = centre + radius * Math.sin(angle)
          const y = centre - radius * Math.cos(angle)
          return (
            <g key={initials} className={`c${colour}`}>
              <circle className="home-person" cx={x} cy={y} r="27" />
              <text className="home-initials" x={x} y={y + 5.5} textAnchor="middle">
                {initials}
              </text>
              <text className="home-who" x={x} y={y + 46} textAnchor="middle">
                {who}
              </text>
            </g>
          )
        })}
      </svg>
      <blockquote className="voice" aria-hidden>
        Every adult in the valley can see a path to a good career, and one team ready to walk it with them.
        <cite>
          <BadgeCheck className="i s" />
          Adopted by 9 of 9 partners
        </cite>
      </blockquote>
    </div>
  )
}
