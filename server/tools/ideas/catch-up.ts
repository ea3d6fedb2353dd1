import { z } from 'zod'
import type { Actor } from '../../../shared/access/actor'
import { boardRoom, recordRoom } from '../../../shared/sync/room-name'
import { ideas, prompts } from '../../../shared/tools/ideas/collections'
import { agenda } from '../../../shared/workshop/collections'
import { orderedAgenda } from '../../../shared/workshop/selectors'
import { subjectOf } from '../../../shared/workshop/subject'
import { roomsChangedSince } from '../../storage/changed-rooms'
import { ownActsSince } from '../../storage/own-acts'
import type { CaughtUp, ServerContext } from '../server-tool'

/**
 * How many notes came to each step's board while somebody was away. Only what is on the board: of private notes not even
 * their number.
 */
export async function ideasCatchUp(context: ServerContext, actor: Actor, sinceMs: number): Promise<CaughtUp> {
  const { workshopId } = actor
  const board = boardRoom(workshopId)
  if (!(await roomsChangedSince(context.db, workshopId, sinceMs)).has(board)) return { changed: [], waits: [] }
  const steps = await context.readDoc(recordRoom(workshopId), (record) => orderedAgenda(agenda.all(record)))
  const notes = await context.readDoc(board, (doc) => ideas.all(doc))
  const own = await ownActsSince(context.db, actor, sinceMs)
  const reveals = await revealsSince(context, workshopId, sinceMs)
  const fresh = notes.filter((note) => note.createdAtMs > sinceMs && note.deletedAtMs === undefined && note.authorId !== actor.id)
  // Of steps that share a board the last one, where its notes are read and sorted.
  const boards = new Map(steps.filter(({ tool }) => tool === 'ideas').map((step) => [subjectOf(step).id, step]))
  return {
    waits: [],
    changed: [...boards].flatMap(([promptId, step]) => {
      const about = { subject: { collection: prompts.name, id: promptId }, title: step.title, view: step.id }
      const revealedAtMs = reveals.get(promptId)
      const isOwn = own.did('notes/revealed', promptId)
      // What a reveal brought keeps the time at which it was written: told is the reveal, not a count that would not be right.
      if (revealedAtMs !== undefined && !isOwn) return [{ ...about, kind: 'ideas/revealed', atMs: revealedAtMs }]
      const here = fresh.filter((note) => note.promptId === promptId && note.createdAtMs > (revealedAtMs ?? sinceMs))
      if (here.length === 0) return []
      return [{ ...about, kind: 'ideas/added', counts: { notes: here.length }, atMs: Math.max(...here.map((note) => note.createdAtMs)) }]
    }),
  }
}

const Revealed = z.object({ promptId: z.string() })

/** When the private notes of prompts were put on the board, by prompt. */
async function revealsSince({ db }: ServerContext, workshopId: string, sinceMs: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('ledger')
    .select(['at_ms', 'payload'])
    .where('workshop_id', '=', workshopId)
    .where('kind', '=', 'notes/revealed')
    .where('at_ms', '>', sinceMs)
    .orderBy('seq')
    .execute()
  return new Map(rows.map(({ at_ms: atMs, payload }) => [Revealed.parse(JSON.parse(payload)).promptId, atMs]))
}
