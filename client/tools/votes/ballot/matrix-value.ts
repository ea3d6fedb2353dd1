/** Impact and effort of an option, each from 1 to 9. */
export interface Rating {
  readonly impact: number
  readonly effort: number
}

/** The steps of either scale that a ballot offers; 5 is the middle. Source: decision-methods.json, method `matrix`. */
export const ratingSteps = [
  { value: 1, label: 'Low' },
  { value: 5, label: 'Medium' },
  { value: 9, label: 'High' },
] as const

/** A rating as one entry of an allocation: impact in tens, effort in ones. */
export function entryOf({ impact, effort }: Rating): number {
  return impact * 10 + effort
}

/** The rating that an entry says; undefined where there is none. */
export function ratingOf(value: number | undefined): Rating | undefined {
  return value ? { impact: Math.floor(value / 10), effort: value % 10 } : undefined
}

/** The nearest step of the scale: other programs rate with all of 1 to 9. */
export function nearestStep(rating: number): number {
  return rating <= 3 ? 1 : rating >= 7 ? 9 : 5
}
