import type { Actor } from '../../../../shared/access/actor'
import { replies, threads } from '../../../../shared/tools/drafts/collections'
import type { CaughtUp, ServerContext } from '../../server-tool'

type News = Pick<CaughtUp['changed'][number], 'kind' | 'counts' | 'atMs'>

/** Comments on a wording that others wrote since a moment, and answers to this person's own. Deleted ones are not told. */
export async function commentsSince(context: ServerContext, actor: Actor, draftId: string, sinceMs: number): Promise<readonly News[]> {
  const [heads, answers] = await context.readDoc(`${actor.workshopId}/comments/${draftId}`, (doc) => [threads.all(doc), replies.all(doc)])
  const isNews = ({ authorId, createdAtMs, deletedAtMs }: (typeof answers)[number] | (typeof heads)[number]) =>
    authorId !== actor.id && createdAtMs > sinceMs && deletedAtMs === undefined
  const mine = new Set(heads.filter(({ authorId }) => authorId === actor.id).map(({ id }) => id))
  const toMe = answers.filter((reply) => isNews(reply) && mine.has(reply.threadId))
  const others = [...heads, ...answers.filter(({ threadId }) => !mine.has(threadId))].filter(isNews)
  return [
    ...(others.length === 0 ? [] : [{ kind: 'draft/commented', counts: { comments: others.length }, atMs: latest(others) }]),
    ...(toMe.length === 0 ? [] : [{ kind: 'draft/answered', counts: { answers: toMe.length }, atMs: latest(toMe) }]),
  ]
}

function latest(comments: readonly { readonly createdAtMs: number }[]): number {
  return Math.max(...comments.map(({ createdAtMs }) => createdAtMs))
}
