import type { Actor } from '../../../shared/access/actor'
import { recordRoom } from '../../../shared/sync/room-name'
import { membershipReviews } from '../../../shared/tools/partners/collections'
import { can } from '../../../shared/tools/partners/permissions'
import { problem } from '../../../shared/tools/partners/problems'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import type { AgendaPort } from '../../workshop/placed-steps'
import type { DocWrite, DueSoon, Effects, ServerContext, Tx } from '../server-tool'

export type MembershipReviewService = ReturnType<typeof createMembershipReview>

/** A review is spoken of two weeks before. */
const soonMs = 14 * 24 * 60 * 60 * 1000

const step = {
  title: 'Review: who is at the table',
  minutes: 15,
  tool: 'partners' as const,
  prompt: 'Are the right partners still at the table?',
  notes:
    'Look at Coverage first: which seats are open, which populations miss a partner? Ask each partner whether it stays, moves to another ring, or leaves, and write the day and the reason down. Then set the next day.',
  mark: 'Due for review',
  subject: { collection: membershipReviews.name, id: 'membership' },
}

/** Brings the question who is at the table back to the agenda on its day. */
export function createMembershipReview(context: ServerContext, agenda: AgendaPort) {
  const { governed, db, now, at } = context

  /** Adds the step, once; a day that was changed meanwhile comes at its own time. */
  async function come(workshopId: string, dueOn: string): Promise<void> {
    await governed(workshopId, async (tx): Promise<Effects<void>> => {
      const row = await find(tx, workshopId)
      if (row?.state !== 'waiting' || row.due_on !== dueOn) return { result: undefined }
      const placed = await agenda.placeStep(tx, workshopId, step)
      const change = { state: 'placed' as const, step_id: placed?.stepId ?? null }
      await tx.updateTable('membership_reviews').set(change).where('workshop_id', '=', workshopId).execute()
      return {
        result: undefined,
        writes: placed ? [placed.write] : [],
        ledger: [{ kind: 'partners/review-due', payload: { dueOn } }],
      }
    })
  }

  function watch(workshopId: string, dueOn: string): void {
    at(Math.max(now(), startOf(dueOn)), () => come(workshopId, dueOn))
  }

  return {
    /** After boot: sets the timers again; days that passed meanwhile come at once. */
    async resume(): Promise<void> {
      const rows = await db
        .selectFrom('membership_reviews')
        .innerJoin('workshops', 'workshops.id', 'membership_reviews.workshop_id')
        .where('workshops.deleted_at_ms', 'is', null)
        .where('membership_reviews.state', '=', 'waiting')
        .selectAll('membership_reviews')
        .execute()
      for (const row of rows) watch(row.workshop_id, row.due_on)
    },

    /** The days that came or come within two weeks, for the list of one's workshops. */
    async dueSoon(workshopIds: readonly string[]): Promise<readonly DueSoon[]> {
      if (workshopIds.length === 0) return []
      const rows = await db
        .selectFrom('membership_reviews')
        .where('workshop_id', 'in', workshopIds)
        .where('due_on', '<=', new Date(now() + soonMs).toISOString().slice(0, 10))
        .select(['workshop_id', 'due_on'])
        .execute()
      return rows.map(({ workshop_id, due_on }) => ({ workshopId: workshop_id, title: 'Who is at the table', atMs: startOf(due_on) }))
    },

    /** @throws WorkshopError `request/not-found` for those who may not; `partners/review-past` */
    async set(actor: Actor, dueOn: string | null): Promise<{ readonly dueOn: string | null }> {
      if (!can(actor, 'partners/review')) throw kernelProblem('request/not-found')
      const { workshopId } = actor
      if (dueOn !== null && dueOn < new Date(now()).toISOString().slice(0, 10)) throw problem('partners/review-past')
      await governed(workshopId, async (tx): Promise<Effects<void>> => {
        const before = await find(tx, workshopId)
        await tx.deleteFrom('membership_reviews').where('workshop_id', '=', workshopId).execute()
        if (dueOn !== null) {
          const row = { workshop_id: workshopId, due_on: dueOn, state: 'waiting' as const, step_id: null }
          await tx.insertInto('membership_reviews').values(row).execute()
        }
        return {
          result: undefined,
          writes: [showReview(workshopId, dueOn), ...(before?.step_id ? [agenda.unmarkStep(workshopId, before.step_id)] : [])],
          ledger: [{ kind: 'partners/review-set', payload: { dueOn, by: actor.id } }],
        }
      })
      if (dueOn !== null) watch(workshopId, dueOn)
      return { dueOn }
    },
  }
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function find(tx: Tx, workshopId: string) {
  return tx.selectFrom('membership_reviews').where('workshop_id', '=', workshopId).selectAll().executeTakeFirst()
}

function showReview(workshopId: string, dueOn: string | null): DocWrite {
  return {
    room: recordRoom(workshopId),
    write(record) {
      if (dueOn === null) membershipReviews.remove(record, 'membership')
      else if (!membershipReviews.patch(record, 'membership', { dueOn })) membershipReviews.put(record, { id: 'membership', dueOn })
    },
  }
}
