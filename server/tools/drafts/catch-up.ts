import type { Actor } from '../../../shared/access/actor'
import { draftRoom, recordRoom } from '../../../shared/sync/room-name'
import { drafts } from '../../../shared/tools/drafts/collections'
import { stepOfDraft } from '../../../shared/tools/drafts/late/late-words'
import { can } from '../../../shared/tools/drafts/permissions'
import type { Statement } from '../../../shared/tools/drafts/schema'
import { isLive } from '../../../shared/tools/drafts/selectors'
import { agenda, participants } from '../../../shared/workshop/collections'
import { roomsChangedSince } from '../../storage/changed-rooms'
import { ownActsSince } from '../../storage/own-acts'
import type { CaughtUp, ServerContext } from '../server-tool'
import { commentsSince } from './comments/comments-since'
import { stateChangesSince } from './ledger'
import { type TextChange, textSince } from './text-since'
import type { VersionsService } from './versions/versions'

type Told = CaughtUp['changed'][number]

/** What others did with wordings while somebody was away. */
export async function draftsCatchUp(
  context: ServerContext,
  versions: Pick<VersionsService, 'heardIn'>,
  actor: Actor,
  sinceMs: number,
): Promise<CaughtUp> {
  if (!can(actor, 'drafts/read')) return { changed: [], waits: [] }
  const { workshopId } = actor
  const { all, steps, nameOf } = await context.readDoc(recordRoom(workshopId), (record) => {
    const people = new Map(participants.all(record).map(({ id, name }) => [id as string, name]))
    return { all: drafts.all(record), steps: agenda.all(record), nameOf: (id: string) => people.get(id) }
  })
  const rooms = await roomsChangedSince(context.db, workshopId, sinceMs)
  const acts = await stateChangesSince(context.db, workshopId, sinceMs)
  const own = await ownActsSince(context.db, actor, sinceMs)
  const changed: Told[] = []
  for (const statement of all) {
    const title = titleOf(statement, all)
    const step = stepOfDraft(steps, all, statement.id)
    const about = { subject: { collection: drafts.name, id: statement.id }, title, ...(step ? { view: step.id } : {}) }
    const text = rooms.has(draftRoom(workshopId, statement.id))
      ? await textSince(context, versions, statement, { actor, sinceMs })
      : undefined
    const act = acts.get(statement.id)
    const told = [
      ...begun(statement, { actor, sinceMs, nameOf }, text),
      ...settled(
        statement,
        {
          sinceMs,
          isAdopter: own.did('statement/adopted', statement.id),
          ...(act && act.by !== actor.id ? { by: nameOf(act.by), atMs: act.atMs } : {}),
        },
        text,
      ),
    ]
    if (told.length === 0 && text && text.counts.new + text.counts.gone > 0) told.push({ kind: 'draft/changed', ...text })
    const comments = rooms.has(`${workshopId}/comments/${statement.id}`)
      ? await commentsSince(context, actor, statement.id, { sinceMs, nameOf })
      : []
    changed.push(...[...told, ...comments].map((each) => ({ ...about, ...each })))
  }
  return { changed: changed.sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0)), waits: [] }
}

type News = Omit<Told, 'subject' | 'title'>

/** What a wording is called among all that changed: another one for it by both names, a later version by its number. */
function titleOf(statement: Statement, all: readonly Statement[]): string {
  if (statement.minorityOf !== undefined) return `Minority statement: ${statement.title}`
  const root = all.find(({ id }) => id === statement.rivalOf)
  const title = root && root.title !== statement.title ? `${root.title}: ${statement.title}` : statement.title
  const hasLater = all.some(({ revises }) => revises === statement.id)
  return statement.version > 1 || hasLater ? `${title}, version ${statement.version}` : title
}

interface Readers {
  readonly actor: Actor
  readonly sinceMs: number
  readonly nameOf: (id: string) => string | undefined
}

function begun(statement: Statement, { actor, sinceMs, nameOf }: Readers, text: TextChange | undefined): readonly News[] {
  const { createdAtMs, createdBy, rivalOf, revises, minorityOf } = statement
  if (createdAtMs <= sinceMs || createdBy === actor.id || !isLive(statement)) return []
  // What was pressed and holds no words yet is no news.
  if (minorityOf !== undefined && !text?.counts.new) return []
  // A minority statement names only those who stand behind it.
  const by = minorityOf === undefined ? nameOf(createdBy) : undefined
  const kind = rivalOf ? 'draft/rival-begun' : revises ? 'draft/revision-begun' : 'draft/begun'
  return [{ kind, atMs: createdAtMs, ...(by === undefined ? {} : { by }), ...(text ? { counts: { words: text.counts.new } } : {}) }]
}

/** The last act on a wording, unless it was this person's own. */
interface Act {
  readonly sinceMs: number
  readonly isAdopter: boolean
  readonly by?: string | undefined
  readonly atMs?: number
}

/** How a wording came to stand as it does now. Whoever opened a lock again, or set a wording aside, is named nowhere else either. */
function settled(statement: Statement, { sinceMs, isAdopter, by, atMs }: Act, text: TextChange | undefined): readonly News[] {
  // Also of one that a later version has replaced since: each adoption is told.
  if ('adopted' in statement && statement.adopted && statement.adopted.atMs > sinceMs) {
    return isAdopter ? [] : [{ kind: 'draft/adopted', atMs: statement.adopted.atMs, by: statement.adopted.byName, ...text }]
  }
  if (atMs === undefined) return []
  if (statement.state === 'locked') return [{ kind: 'draft/locked', atMs, ...(by === undefined ? {} : { by }), ...text }]
  if (statement.state === 'retired') return statement.adopted ? [] : [{ kind: 'draft/set-aside', atMs }]
  return statement.state === 'open' ? [{ kind: 'draft/opened', atMs, ...text }] : []
}
