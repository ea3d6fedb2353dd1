import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../../../storage/tables'
import type { Tx } from '../../server-tool'
import type { DraftsTables } from '../tables'

type Reader = Tx | Kysely<Database>

/** A day on which an adopted wording is looked at again, as it was written down. */
export type ReviewRow = Selectable<DraftsTables['draft_reviews']>
/** What tells one from the others. */
export type ReviewKey = Pick<ReviewRow, 'draft_id' | 'due_on'>

/** Writes a day down. One that was settled before it came may be set again. */
export async function insertReview(tx: Tx, row: ReviewKey & Pick<ReviewRow, 'workshop_id'>): Promise<void> {
  const waiting = { state: 'waiting', step_id: null } as const
  await tx
    .insertInto('draft_reviews')
    .values({ ...row, ...waiting })
    .onConflict((conflict) => conflict.columns(['draft_id', 'due_on']).doUpdateSet(waiting))
    .execute()
}

/** Marks a day as come, with the step it got, or as settled. */
export async function changeReview(
  tx: Tx,
  { draft_id, due_on }: ReviewKey,
  change: Partial<Pick<ReviewRow, 'state' | 'step_id'>>,
): Promise<void> {
  await tx.updateTable('draft_reviews').set(change).where('draft_id', '=', draft_id).where('due_on', '=', due_on).execute()
}

/** The days of a wording that are not settled. */
export function openReviews(reader: Reader, draftId: string): Promise<ReviewRow[]> {
  return reader.selectFrom('draft_reviews').selectAll().where('draft_id', '=', draftId).where('state', '!=', 'done').execute()
}

/** The days of some workshops that are not settled, up to the last one. */
export function reviewsUntil(reader: Reader, workshopIds: readonly string[], lastDay: string): Promise<ReviewRow[]> {
  return reader
    .selectFrom('draft_reviews')
    .selectAll()
    .where('workshop_id', 'in', workshopIds)
    .where('state', '!=', 'done')
    .where('due_on', '<=', lastDay)
    .execute()
}

/** The days of all workshops that have not come. */
export function waitingReviews(reader: Reader): Promise<ReviewRow[]> {
  return reader
    .selectFrom('draft_reviews')
    .innerJoin('workshops', 'workshops.id', 'draft_reviews.workshop_id')
    .selectAll('draft_reviews')
    .where('workshops.deleted_at_ms', 'is', null)
    .where('draft_reviews.state', '=', 'waiting')
    .orderBy('due_on')
    .execute()
}
