import type { Actor } from '../../../shared/access/actor'
import { boardRoom, recordRoom } from '../../../shared/sync/room-name'
import { ideas } from '../../../shared/tools/ideas/collections'
import { agenda } from '../../../shared/workshop/collections'
import { orderedAgenda } from '../../../shared/workshop/selectors'
import { subjectOf } from '../../../shared/workshop/subject'
import { roomsChangedSince } from '../../storage/changed-rooms'
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
  const fresh = notes.filter((note) => note.createdAtMs > sinceMs && note.deletedAtMs === undefined && note.authorId !== actor.id)
  const boards = new Map(steps.filter(({ tool }) => tool === 'ideas').map((step) => [subjectOf(step).id, step]))
  return {
    waits: [],
    changed: [...boards].flatMap(([promptId, step]) => {
      const here = fresh.filter((note) => note.promptId === promptId)
      if (here.length === 0) return []
      const atMs = Math.max(...here.map(({ createdAtMs }) => createdAtMs))
      const subject = { collection: 'prompts', id: promptId }
      return [{ kind: 'ideas/added', subject, title: step.title, counts: { notes: here.length }, atMs, view: step.id }]
    }),
  }
}
