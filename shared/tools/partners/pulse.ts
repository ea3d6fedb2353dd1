import { z } from 'zod'
import { limits } from '../../sync/limits'
import { Day, PartnerId } from './schema'

/** 0 no, 1 partly, 2 yes. */
const Tap = z.number().int().min(0).max(2)

/** The two questions of the pulse. */
export const PulseAnswer = z.object({ serves: Tap, place: Tap })
export type PulseAnswer = z.infer<typeof PulseAnswer>

export const pulseQuestions: readonly { readonly key: keyof PulseAnswer; readonly words: string }[] = [
  { key: 'serves', words: 'Does this serve our mission?' },
  { key: 'place', words: 'Is this the right place for our time?' },
]

/** How one partner feels about the work, over time. */
const PulseTrend = z.object({
  partnerId: PartnerId,
  name: z.string(),
  contact: z.string().optional(),
  /** Oldest first; from 0, no to both, to 4, yes to both. */
  points: z.array(z.object({ on: Day, value: z.number() })),
  isFalling: z.boolean(),
})
export type PulseTrend = z.infer<typeof PulseTrend>

/** What one person may know of the pulses. */
export const PulsePage = z.object({
  /** Absent for somebody who comes from no partner. */
  own: z.object({ name: z.string(), line: z.string().max(limits.titleLength).optional(), today: PulseAnswer.optional() }).optional(),
  /** Only for those who act for the intermediary. */
  trends: z.array(PulseTrend).optional(),
})
export type PulsePage = z.infer<typeof PulsePage>

/** One person's answer on one day. */
export interface GivenPulse extends PulseAnswer {
  readonly partnerId: string
  readonly on: string
}

/** More points than these say nothing about now. */
const pointsShown = 12

/**
 * The pulse of each partner over time, the deepest fall first: those to call.
 *
 * @param given in any order
 */
export function pulseTrends(
  partners: readonly { readonly id: PartnerId; readonly name: string; readonly contact?: string | undefined }[],
  given: readonly GivenPulse[],
): readonly PulseTrend[] {
  const trends = partners.flatMap(({ id, name, contact }): PulseTrend[] => {
    const points = pointsOf(given.filter(({ partnerId }) => partnerId === id))
    if (points.length === 0) return []
    return [{ partnerId: id, name, ...(contact === undefined ? {} : { contact }), points, isFalling: fallOf(points) > 0 }]
  })
  return trends.sort((a, b) => fallOf(b.points) - fallOf(a.points) || a.name.localeCompare(b.name, 'en'))
}

function pointsOf(given: readonly GivenPulse[]): PulseTrend['points'] {
  const days = [...new Set(given.map(({ on }) => on))].sort()
  return days.slice(-pointsShown).map((on) => {
    const sums = given.filter((each) => each.on === on).map(({ serves, place }) => serves + place)
    return { on, value: sums.reduce((all, each) => all + each, 0) / sums.length }
  })
}

/** By how much the last pulse is lower than the one before; never negative. */
function fallOf(points: PulseTrend['points']): number {
  const [before, last] = points.slice(-2)
  return before && last ? Math.max(0, before.value - last.value) : 0
}
