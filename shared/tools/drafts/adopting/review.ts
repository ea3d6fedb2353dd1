import { limits } from '../../../sync/limits'
import type { AdoptedStatement, Review } from '../schema'

interface Reviewed {
  readonly adopted: AdoptedStatement['adopted']
  readonly reviews?: readonly Review[] | undefined
}

/** The day on which an adopted wording is looked at again; undefined when none is set. */
export function reviewDay({ adopted, reviews = [] }: Reviewed): string | undefined {
  const last = reviews.at(-1)
  return last ? last.nextOn : adopted.reviewOn
}

/** When a day begins, for everybody at once: at midnight UTC. */
export function dayStartMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** A review is spoken of so many days before. */
export const soonDays = 14

/** Whether the day has come on which a wording is to be looked at again. */
export function isReviewDue(statement: Pick<AdoptedStatement, 'adopted' | 'reviews'>, nowMs: number): boolean {
  const day = reviewDay(statement)
  return day !== undefined && dayStartMs(day) <= nowMs
}

/** What stands beside the title of a step that a review added. */
export const dueForReview = 'Due for review'

/** The step that a review adds to the agenda, in the house's voice. */
export function reviewStep(title: string, version: number) {
  return {
    title: `Review: ${title}`.slice(0, limits.titleLength),
    minutes: 15,
    tool: 'drafts' as const,
    prompt: 'Does this still say where we are going?',
    notes: [
      `Purpose: decide whether the adopted text (version ${version}) stays as it is or needs a new version.`,
      'Read it aloud. Ask each person in turn: what has come true, what has changed around us, which words are no longer ours?',
      'If nobody asks for a change, press “Reviewed, stays as it is” and set the next day. If somebody does, press “Revise…” and write down what should change and why.',
      'The adopted text stays in force until a new version is adopted.',
    ].join(' '),
  }
}
