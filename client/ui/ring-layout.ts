/** A band around the middle of the diagram, in the drawing's units. */
export interface Band {
  readonly inner: number
  readonly outer: number
  /** Degrees kept free at the bottom, where the band's name stands; 0 for a full circle. */
  readonly gap: number
}

export interface Spot {
  readonly x: number
  readonly y: number
}

/** Where the nodes of one band stand, from the top clockwise, and how large they may be. */
export interface BandLayout {
  readonly radius: number
  readonly spots: readonly Spot[]
}

const largestNode = 20
const smallestNode = 5
const space = 4

/** Places `count` nodes in a band as large as they fit, on as few circles as possible. */
export function placeInBand(count: number, band: Band): BandLayout {
  if (count === 0) return { radius: largestNode, spots: [] }
  for (let radius = largestNode; radius > smallestNode; radius -= 1) {
    const circles = circlesOf(band, radius)
    if (circles.reduce((sum, { holds }) => sum + holds, 0) >= count) return { radius, spots: spread(count, circles, band.gap) }
  }
  return { radius: smallestNode, spots: spread(count, circlesOf(band, smallestNode), band.gap) }
}

interface Circle {
  readonly at: number
  readonly holds: number
}

function circlesOf({ inner, outer, gap }: Band, radius: number): Circle[] {
  const width = outer - inner
  const count = Math.max(1, Math.floor(width / (2 * radius + space)))
  return Array.from({ length: count }, (_, index) => {
    const at = inner + (width * (index + 0.5)) / count
    const arc = ((360 - gap) / 360) * 2 * Math.PI * at
    return { at, holds: Math.max(1, Math.floor(arc / (2 * radius + space))) }
  })
}

/** Fills circles in proportion to what they hold, so that none looks crowded beside an empty one. */
function spread(count: number, circles: readonly Circle[], gap: number): Spot[] {
  const total = circles.reduce((sum, { holds }) => sum + holds, 0)
  let placed = 0
  let room = 0
  return circles.flatMap(({ at, holds }, index) => {
    room += holds
    const upTo = index === circles.length - 1 ? count : Math.round((count * room) / total)
    const here = upTo - placed
    placed = upTo
    return Array.from({ length: here }, (_, place) => spot(at, place, here, gap))
  })
}

/** The first of an odd number stands at the top; a gap at the bottom stays free. */
function spot(at: number, place: number, count: number, gap: number): Spot {
  const arc = 360 - gap
  const turn = gap === 0 ? (360 * place) / count : (arc * (place + 0.5)) / count - arc / 2
  const angle = ((turn - 90) * Math.PI) / 180
  return { x: at * Math.cos(angle), y: at * Math.sin(angle) }
}
