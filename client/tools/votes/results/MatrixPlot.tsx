import { joined } from '../../../../shared/doc/words'
import type { OptionResult } from '../../../../shared/tools/votes/schema'
import type { CountedResult } from './measure'

const side = 320
/** Room beside the grid for the axis of impact, and above and below it for the names of its quarters. */
const margin = { left: 34, top: 22, bottom: 46 }
/** Impact and effort go from 1 to 9. */
const [least, most] = [1, 9]

/** Options by their mean impact and effort, each as its rank. A picture of the table beside it, which says the same. */
export function MatrixPlot({ result }: { readonly result: CountedResult }) {
  const points = pointsOf(result.options)
  if (points.length === 0) return null
  return (
    <figure className="votes-plot" aria-hidden>
      <svg aria-hidden viewBox={`0 ${-margin.top} ${margin.left + side} ${margin.top + side + margin.bottom}`}>
        <rect x={margin.left} y={0} width={side} height={side} className="votes-plot-frame" />
        <path d={`M${margin.left + side / 2} 0V${side}M${margin.left} ${side / 2}H${margin.left + side}`} className="votes-plot-line" />
        {quadrants.map(({ words, x, y }) => (
          <text key={words} x={margin.left + x * side} y={y} className="votes-plot-quadrant">
            {words}
          </text>
        ))}
        <text x={margin.left + side / 2} y={side + 40} className="votes-plot-axis">
          Effort →
        </text>
        <text x={0} y={0} className="votes-plot-axis" transform={`translate(20 ${side / 2}) rotate(-90)`}>
          Impact →
        </text>
        {points.map(({ x, y, words }) => (
          <g key={`${x} ${y}`} transform={`translate(${margin.left + x * side} ${y * side})`}>
            <rect x={-9 - words.length * 4} y={-13} width={18 + words.length * 8} height={26} rx={13} className="votes-plot-point" />
            <text className="votes-plot-rank">{words}</text>
          </g>
        ))}
      </svg>
      <figcaption className="fine">Each number is the rank of an option in the table.</figcaption>
    </figure>
  )
}

/** Named outside the grid, where no option can lie upon them; `y` is where the words stand. */
const quadrants = [
  { words: 'Do first', x: 0.25, y: -8 },
  { words: 'Plan with care', x: 0.75, y: -8 },
  { words: 'If there is time', x: 0.25, y: side + 18 },
  { words: 'Leave', x: 0.75, y: side + 18 },
]

interface Point {
  /** Share of the side, from the left and from the top. */
  readonly x: number
  readonly y: number
  /** Ranks of the options that lie here. */
  readonly words: string
}

/** Options that would cover one another stand together as one point. */
function pointsOf(options: readonly OptionResult[]): readonly Point[] {
  const places = new Map<string, { readonly x: number; readonly y: number; readonly ranks: string[] }>()
  for (const { mean, meanEffort, rank } of options) {
    if (mean === undefined || meanEffort === undefined) continue
    const [x, y] = [shareOf(meanEffort), 1 - shareOf(mean)]
    const key = `${Math.round(x * 10)} ${Math.round(y * 10)}`
    const place = places.get(key)
    if (place) place.ranks.push(String(rank))
    else places.set(key, { x, y, ranks: [String(rank)] })
  }
  return [...places.values()].map(({ x, y, ranks }) => ({ x, y, words: joined(ranks) }))
}

/** Kept off the edge, so that a point is seen whole. */
function shareOf(value: number): number {
  return 0.06 + (0.88 * (value - least)) / (most - least)
}
