import type { Actor } from '../../../../shared/access/actor'
import { proposals, replies, threads } from '../../../../shared/tools/drafts/collections'
import { excerpt } from '../../../../shared/tools/drafts/plain-text'
import type { Proposal } from '../../../../shared/tools/drafts/proposals/proposal-schema'
import type { CaughtUp, ServerContext } from '../../server-tool'

type Told = CaughtUp['changed'][number]
type News = Pick<Told, 'kind' | 'counts' | 'atMs' | 'by' | 'words'> & Partial<Pick<Told, 'subject'>>

interface Reader {
  readonly sinceMs: number
  readonly nameOf: (id: string) => string | undefined
}

/** Comments on a wording that others wrote since a moment, answers to this person's own, and what became of their comments and proposals. Deleted ones are not told. */
export async function commentsSince(
  context: ServerContext,
  actor: Actor,
  draftId: string,
  { sinceMs, nameOf }: Reader,
): Promise<readonly News[]> {
  const [heads, answers, proposed] = await context.readDoc(`${actor.workshopId}/comments/${draftId}`, (doc) => [
    threads.all(doc),
    replies.all(doc),
    proposals.all(doc),
  ])
  const isNews = ({ authorId, createdAtMs, deletedAtMs }: (typeof answers)[number] | (typeof heads)[number]) =>
    authorId !== actor.id && createdAtMs > sinceMs && deletedAtMs === undefined
  const own = heads.filter(({ authorId }) => authorId === actor.id)
  const mine = new Set(own.map(({ id }) => id))
  const resolved = own.flatMap(({ resolved, deletedAtMs }) =>
    resolved && resolved.byId !== actor.id && resolved.atMs > sinceMs && deletedAtMs === undefined ? [resolved.atMs] : [],
  )
  const toMe = answers.filter((reply) => isNews(reply) && mine.has(reply.threadId))
  const others = [...heads, ...answers.filter(({ threadId }) => !mine.has(threadId))].filter(isNews)
  return [
    ...(others.length === 0 ? [] : [{ kind: 'draft/commented', counts: { comments: others.length }, atMs: latest(others) }]),
    ...(toMe.length === 0 ? [] : [{ kind: 'draft/answered', counts: { answers: toMe.length }, atMs: latest(toMe) }]),
    ...(resolved.length === 0 ? [] : [{ kind: 'draft/resolved', counts: { comments: resolved.length }, atMs: Math.max(...resolved) }]),
    ...proposed.flatMap((proposal) => decidedNews(proposal, actor, { sinceMs, nameOf })),
  ]
}

/** That somebody else accepted this person's proposed wording, or kept the text, and why. */
function decidedNews({ id, authorId, words, decided }: Proposal, actor: Actor, { sinceMs, nameOf }: Reader): readonly News[] {
  if (authorId !== actor.id || !decided || decided.byId === actor.id || decided.atMs <= sinceMs) return []
  const by = nameOf(decided.byId)
  const about = { subject: { collection: proposals.name, id }, atMs: decided.atMs, ...(by === undefined ? {} : { by }) }
  if (decided.kind === 'accepted') return [{ kind: 'draft/proposal-accepted', ...about, words: excerpt(words, 120) }]
  return [{ kind: 'draft/proposal-kept', ...about, ...(decided.reason === undefined ? {} : { words: decided.reason }) }]
}

function latest(comments: readonly { readonly createdAtMs: number }[]): number {
  return Math.max(...comments.map(({ createdAtMs }) => createdAtMs))
}
