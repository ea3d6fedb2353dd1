import type { Actor, ParticipantId } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import type { Visitors } from '../sync/visitors'
import type { ServerContext, Tx } from '../tools/server-tool'

/** Somebody's visits as they matter to what they missed. */
export interface Visit {
  /** When the last visit ended; when they joined, for whoever was never away. */
  readonly sinceMs: number
  readonly isFirst: boolean
  readonly wasAway: boolean
}

/** Many who come or go together are written down together. */
const gatherMs = 200

/**
 * When participants were here last.
 *
 * A visit lasts as long as somebody has a live line, and over gaps shorter than `limits.visitGapMs`, so that a reload or a
 * network that fails for a moment does not make what they missed disappear.
 */
export class Visits implements Visitors {
  readonly #context: Pick<ServerContext, 'governed' | 'db' | 'now'>
  readonly #failed: (cause: unknown) => void
  /** Live lines by participant; kept at 0 until their end is written down. */
  readonly #lines = new Map<ParticipantId, { readonly workshopId: string; count: number }>()
  /** When those were seen whose sight is not written down yet. */
  readonly #unwritten = new Map<ParticipantId, number>()
  readonly #ticker: NodeJS.Timeout
  #gathering: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(context: Pick<ServerContext, 'governed' | 'db' | 'now'>, failed: (cause: unknown) => void) {
    this.#context = context
    this.#failed = failed
    this.#ticker = setInterval(() => this.#noteAll(), limits.visitNotedEveryMs).unref()
  }

  came(workshopId: string, participantId: ParticipantId): void {
    const lines = this.#lines.get(participantId)
    if (lines) lines.count += 1
    else this.#lines.set(participantId, { workshopId, count: 1 })
    if (!lines || lines.count === 1) this.#note(participantId)
  }

  went(_workshopId: string, participantId: ParticipantId): void {
    const lines = this.#lines.get(participantId)
    if (!lines) return
    lines.count -= 1
    if (lines.count === 0) this.#note(participantId)
  }

  /** A person's visits as of now, their present line included. */
  async of({ id, workshopId }: Actor): Promise<Visit> {
    await this.#write()
    const row = await this.#context.db
      .selectFrom('participants')
      .leftJoin('visits', 'visits.participant_id', 'participants.id')
      .where('participants.id', '=', id)
      .where('participants.workshop_id', '=', workshopId)
      .select(['participants.joined_at_ms', 'visits.since_ms', 'visits.began_at_ms', 'visits.seen_at_ms'])
      .executeTakeFirst()
    const joinedAtMs = row?.joined_at_ms ?? this.#context.now()
    // Whoever asks without a live line asks about the time since they left, unless that was a moment ago.
    const isNew = row?.seen_at_ms != null && row.seen_at_ms < this.#context.now() - limits.visitGapMs && !this.#isHere(id)
    const endedAtMs = isNew ? row.seen_at_ms : row?.since_ms
    const beganAtMs = isNew ? this.#context.now() : row?.began_at_ms
    if (endedAtMs == null || beganAtMs == null) return { sinceMs: joinedAtMs, isFirst: true, wasAway: false }
    return { sinceMs: endedAtMs, isFirst: false, wasAway: beganAtMs - endedAtMs >= limits.awayMs }
  }

  /** Writes down that everybody who is here is here until now; nothing is noted after it. */
  async close(): Promise<void> {
    clearInterval(this.#ticker)
    this.#noteAll()
    clearTimeout(this.#gathering)
    await this.#write()
    this.#lines.clear()
  }

  #isHere(participantId: ParticipantId): boolean {
    return (this.#lines.get(participantId)?.count ?? 0) > 0
  }

  #noteAll(): void {
    for (const [participantId, { count }] of this.#lines) if (count > 0) this.#note(participantId)
  }

  #note(participantId: ParticipantId): void {
    this.#unwritten.set(participantId, this.#context.now())
    this.#gathering ??= setTimeout(() => void this.#write(), gatherMs).unref()
  }

  #write(): Promise<void> {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    this.#writing = this.#writing.then(() => this.#writeNow()).catch(this.#failed)
    return this.#writing
  }

  async #writeNow(): Promise<void> {
    const people = [...this.#unwritten].flatMap(([participantId, atMs]): readonly Sight[] => {
      const lines = this.#lines.get(participantId)
      return lines ? [{ participantId, workshopId: lines.workshopId, atMs }] : []
    })
    this.#unwritten.clear()
    for (const workshopId of new Set(people.map((each) => each.workshopId))) {
      const here = people.filter((each) => each.workshopId === workshopId)
      await this.#context.governed(workshopId, async (tx) => {
        for (const sight of here) await seen(tx, sight)
        return { result: undefined }
      })
    }
    for (const { participantId } of people) {
      if (!this.#isHere(participantId) && !this.#unwritten.has(participantId)) this.#lines.delete(participantId)
    }
  }
}

interface Sight {
  readonly participantId: ParticipantId
  readonly workshopId: string
  readonly atMs: number
}

/** Somebody was here then: their visit goes on, or a new one begins. */
async function seen(tx: Tx, { participantId, workshopId, atMs }: Sight): Promise<void> {
  const before = await tx.selectFrom('visits').selectAll().where('participant_id', '=', participantId).executeTakeFirst()
  const fresh = { participant_id: participantId, workshop_id: workshopId, since_ms: null, began_at_ms: atMs, seen_at_ms: atMs }
  if (!before) {
    await tx.insertInto('visits').values(fresh).execute()
    return
  }
  const isNew = atMs - before.seen_at_ms > limits.visitGapMs
  const change = isNew ? { since_ms: before.seen_at_ms, began_at_ms: atMs } : {}
  await tx
    .updateTable('visits')
    .set({ ...change, seen_at_ms: atMs })
    .where('participant_id', '=', participantId)
    .execute()
}
