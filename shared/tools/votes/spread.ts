import type { AllocationMethod } from './methods'

/** How many people gave an option each value above 0. */
type Given = ReadonlyMap<number, number>

/** Methods in which what people give are steps of one ladder, few enough to be counted one by one. */
const stepwise: readonly AllocationMethod[] = ['dots', 'approval', 'majority', 'score']
const highestScore = 5

/** How many of the voters gave 0, 1, 2 ... up to the most that anybody gave, to 5 for scores; undefined for methods without steps. */
export function spreadOf(method: AllocationMethod, given: Given, voters: number): number[] | undefined {
  if (!stepwise.includes(method)) return undefined
  const most = method === 'score' ? highestScore : Math.max(0, ...given.keys())
  const people = [...given.values()].reduce((sum, count) => sum + count, 0)
  return Array.from({ length: most + 1 }, (_, value) => (value === 0 ? voters - people : (given.get(value) ?? 0)))
}

/**
 * Whether scores lie far apart: the population standard deviation of the scores 1-5 that were given, brought to 0-1, is above
 * 0.3. Only for scores, which say how much; dots that are not placed say nothing about an option.
 *
 * Source: MISSION E12, after MeetingSphere (www.meetingsphere.com/node/119). In whole numbers, so that the edge is exact.
 */
export function isPolarised(given: Given): boolean {
  let people = 0
  let sum = 0
  let squares = 0
  for (const [score, count] of given) {
    people += count
    sum += score * count
    squares += score * score * count
  }
  // Scores are a quarter apart on the way from 0 to 1: variance = (n * squares - sum²) / 16n² > 0.3².
  return 100 * (people * squares - sum * sum) > 9 * 16 * people * people
}
