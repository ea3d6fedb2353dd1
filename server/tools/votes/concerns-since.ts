import type { Actor } from '../../../shared/access/actor'
import { concerns } from '../../../shared/tools/votes/concern-collection'
import type { Concern } from '../../../shared/tools/votes/concern-schema'
import type { OwnActs } from '../../storage/own-acts'
import type { CaughtUp } from '../server-tool'

type News = Pick<CaughtUp['changed'][number], 'kind' | 'atMs' | 'counts'>
type Asked = Pick<CaughtUp['waits'][number], 'kind' | 'subject' | 'by'>

interface Reader {
  readonly actor: Actor
  readonly own: OwnActs
  readonly sinceMs: number
}

/** How many concerns of a check others raised since a moment, and how many they answered or closed; of all that the record has. */
export function concernNews(all: readonly Concern[], { actor, own, sinceMs }: Reader): readonly News[] {
  const raised = all.filter(({ authorId, atMs }) => authorId !== actor.id && atMs > sinceMs)
  const answered = all.filter(({ id, state }) => state.is === 'answered' && state.atMs > sinceMs && !own.did('concern/answered', id))
  const closed = all.filter(({ authorId, state }) => authorId !== actor.id && state.is === 'closed' && state.atMs > sinceMs)
  if (raised.length + answered.length + closed.length === 0) return []
  const times = [...raised.map(({ atMs }) => atMs), ...[...answered, ...closed].map(({ state }) => (state.is === 'open' ? 0 : state.atMs))]
  const counts = { raised: raised.length, answered: answered.length, closed: closed.length }
  return [{ kind: 'concern/changed', atMs: Math.max(...times), counts }]
}

/** One's own concerns that somebody says are answered. Whose a concern of a secret check is nobody knows, the server included. */
export function concernsAsked(all: readonly Concern[], actor: Actor): readonly Asked[] {
  return all.flatMap(({ id, authorId, state }) =>
    authorId === actor.id && state.is === 'answered'
      ? [{ kind: 'concern/answered', subject: { collection: concerns.name, id }, by: state.byName }]
      : [],
  )
}
