import type { Actor } from '../../../../shared/access/actor'
import type { BodyOf, ResultOf } from '../../../../shared/http/endpoint'
import { recordRoom } from '../../../../shared/sync/room-name'
import { dayStartMs, dueForReview, reviewDay, reviewStep, soonDays } from '../../../../shared/tools/drafts/adopting/review'
import { drafts } from '../../../../shared/tools/drafts/collections'
import type { contract } from '../../../../shared/tools/drafts/contract'
import { problem } from '../../../../shared/tools/drafts/problems'
import type { DraftId, Review, Statement } from '../../../../shared/tools/drafts/schema'
import { participants } from '../../../../shared/workshop/collections'
import type { WantedStep } from '../../../workshop/placed-steps'
import type { DocWrite, DueSoon, Effects, ServerContext, Tx } from '../../server-tool'
import { demand, statementOf } from '../statements'
import { changeReview, insertReview, openReviews, type ReviewKey, reviewsUntil, waitingReviews } from './reviews-ledger'

/** What reviews ask of the agenda. */
export interface ReviewPorts {
  placeStep(tx: Tx, workshopId: string, wanted: WantedStep): Promise<{ readonly stepId: string; readonly write: DocWrite } | undefined>
  unmarkStep(workshopId: string, stepId: string): DocWrite
}

/** Looks at adopted wordings again when their day comes. */
export interface ReviewsService {
  /** After boot: sets the timers again; days that passed meanwhile come at once. */
  resume(): Promise<void>
  reviewDraft(actor: Actor, draftId: string, wish: BodyOf<typeof contract.reviewDraft>): Promise<ResultOf<typeof contract.reviewDraft>>
  /** Wordings in force whose day has come or comes soon. */
  dueSoon(workshopIds: readonly string[]): Promise<readonly DueSoon[]>
  /** Inside the act that adopts: writes the day down, and lets those of the wordings that it replaces go. */
  adopted(tx: Tx, key: ReviewOf, reviewOn: string | undefined, replaced: readonly string[]): Promise<readonly DocWrite[]>
  /** After the commit of such an act. */
  watch(key: ReviewOf, reviewOn: string | undefined): void
}

interface ReviewOf {
  readonly workshopId: string
  readonly draftId: DraftId
}

const dayMs = 24 * 60 * 60 * 1000

/** A restart must not open every workshop of the house at once. */
const apartMs = 50

export function createReviews(context: ServerContext, ports: ReviewPorts): ReviewsService {
  const { governed, readDoc, now, at, db } = context

  function watchFrom(atMs: number, workshopId: string, key: ReviewKey): void {
    at(Math.max(atMs, dayStartMs(key.due_on)), () => come(workshopId, key))
  }

  /** Adds the step, once; a wording that is in force no more needs none. */
  async function come(workshopId: string, key: ReviewKey): Promise<void> {
    await governed(workshopId, async (tx): Promise<Effects<void>> => {
      const row = (await openReviews(tx, key.draft_id)).find(({ due_on }) => due_on === key.due_on)
      if (row?.state !== 'waiting') return { result: undefined }
      const statement = await readDoc(recordRoom(workshopId), (doc) => drafts.get(doc, key.draft_id))
      if (statement?.state !== 'adopted') {
        await changeReview(tx, key, { state: 'done' })
        return { result: undefined }
      }
      const { id, title, version } = statement
      const subject = { collection: drafts.name, id }
      const placed = await ports.placeStep(tx, workshopId, { ...reviewStep(title, version), subject, mark: dueForReview })
      await changeReview(tx, key, { state: 'placed', step_id: placed?.stepId ?? null })
      const payload = { draftId: id, dueOn: key.due_on, ...(placed ? { stepId: placed.stepId } : {}) }
      return { result: undefined, writes: placed ? [placed.write] : [], ledger: [{ kind: 'draft/review-due', payload }] }
    })
  }

  /** Lets the open days of a wording go, and takes the marks off their steps. */
  async function settle(tx: Tx, workshopId: string, draftId: string): Promise<readonly DocWrite[]> {
    const rows = await openReviews(tx, draftId)
    for (const row of rows) await changeReview(tx, row, { state: 'done' })
    return rows.flatMap(({ step_id }) => (step_id === null ? [] : [ports.unmarkStep(workshopId, step_id)]))
  }

  function watch({ workshopId, draftId }: ReviewOf, reviewOn: string | undefined): void {
    if (reviewOn !== undefined) watchFrom(now(), workshopId, { draft_id: draftId, due_on: reviewOn })
  }

  return {
    watch,

    async resume() {
      const rows = await waitingReviews(db)
      for (const [index, row] of rows.entries()) watchFrom(now() + index * apartMs, row.workshop_id, row)
    },

    async dueSoon(workshopIds) {
      if (workshopIds.length === 0) return []
      const lastDay = new Date(now() + soonDays * dayMs).toISOString().slice(0, 10)
      const rows = await reviewsUntil(db, workshopIds, lastDay)
      const due = await Promise.all(
        rows.map(async ({ workshop_id: workshopId, draft_id, due_on }): Promise<readonly DueSoon[]> => {
          const statement = await readDoc(recordRoom(workshopId), (doc) => drafts.get(doc, draft_id))
          return statement?.state === 'adopted' ? [{ workshopId, title: statement.title, atMs: dayStartMs(due_on) }] : []
        }),
      )
      return due.flat()
    },

    async adopted(tx, { workshopId, draftId }, reviewOn, replaced) {
      const writes: DocWrite[] = []
      for (const id of replaced) writes.push(...(await settle(tx, workshopId, id)))
      if (reviewOn !== undefined) await insertReview(tx, { workshop_id: workshopId, draft_id: draftId, due_on: reviewOn })
      return writes
    },

    async reviewDraft(actor, draftId, { dueOn, nextOn }) {
      demand(actor, 'drafts/review')
      const { workshopId } = actor
      if (nextOn !== undefined && dayStartMs(nextOn) <= now()) throw problem('draft/review-past', { nextOn })
      const reviewed = await governed(workshopId, async (tx): Promise<Effects<DraftId>> => {
        const statement = await statementOf(context, workshopId, draftId)
        if (statement.state !== 'adopted') throw problem('draft/not-in-force', { draftId })
        if (dueOn !== reviewDay(statement)) throw problem('draft/reviewed', { draftId })
        const { id, kind: statementKind, title, version, reviews = [] } = statement
        const byName = (await readDoc(recordRoom(workshopId), (doc) => participants.get(doc, actor.id)?.name)) ?? ''
        const next = nextOn === undefined ? {} : { nextOn }
        const review: Review = { atMs: now(), byName, ...next }
        const settled = await settle(tx, workshopId, id)
        if (nextOn !== undefined) await insertReview(tx, { workshop_id: workshopId, draft_id: id, due_on: nextOn })
        const write = (doc: Parameters<DocWrite['write']>[0]) =>
          void drafts.patch(doc, id, { reviews: [...reviews, review] } as Partial<Statement>)
        return {
          result: id,
          writes: [{ room: recordRoom(workshopId), write }, ...settled],
          facts: [{ kind: 'statement/reviewed', draftId: id, statementKind, title, version, ...next, by: actor, atMs: review.atMs }],
          ledger: [{ kind: 'draft/reviewed', payload: { draftId: id, version, by: actor.id, ...next } }],
        }
      })
      watch({ workshopId, draftId: reviewed }, nextOn)
      return { draftId: reviewed, ...(nextOn === undefined ? {} : { nextOn }) }
    },
  }
}
