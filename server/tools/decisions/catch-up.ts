import type { Actor } from '../../../shared/access/actor'
import { recordRoom } from '../../../shared/sync/room-name'
import { decisions } from '../../../shared/tools/decisions/collections'
import { inOrder } from '../../../shared/tools/decisions/selectors'
import { ownActsSince } from '../../storage/own-acts'
import type { CaughtUp, ServerContext } from '../server-tool'

/** What others recorded after rounds; of adoptions the wordings tell. */
export async function decisionsCatchUp(context: ServerContext, actor: Actor, sinceMs: number): Promise<CaughtUp> {
  const log = await context.readDoc(recordRoom(actor.workshopId), (record) => inOrder(decisions.all(record)))
  const own = await ownActsSince(context.db, actor, sinceMs)
  return {
    waits: [],
    changed: log
      .filter(({ kind, atMs, ref }) => kind === 'round' && atMs > sinceMs && !own.did('vote/recorded', ref.id))
      .map(({ id, number, words, byName, atMs }) => ({
        kind: 'decision/made',
        subject: { collection: decisions.name, id },
        title: `Decision ${number}`,
        words,
        by: byName,
        atMs,
        view: 'log',
      })),
  }
}
