import type { Actor } from '../../shared/access/actor'
import type { CatchUp, Waiting } from '../../shared/workshop/catch-up-contract'
import { catchUpContract } from '../../shared/workshop/catch-up-contract'
import { can } from '../../shared/workshop/permissions'
import { problem } from '../../shared/workshop/problems'
import type { ApiApp } from '../http/api'
import type { ServerTool } from '../tools/server-tool'
import type { Visits } from './visits'

/** The tools that have something to tell, by id. */
type Tellers = Readonly<Record<string, Pick<ServerTool, 'catchUp'>>>

/** Mounts the endpoint that tells people what they missed. */
export function catchUpRoutes(visits: Pick<Visits, 'of'>, tools: Tellers): (app: ApiApp) => void {
  return (app) => app.member(catchUpContract.catchUp, ({ actor, query }) => catchUpOf(visits, tools, actor, query.only === 'away'))
}

async function catchUpOf(visits: Pick<Visits, 'of'>, tools: Tellers, actor: Actor, onlyAway: boolean): Promise<CatchUp> {
  if (!can(actor, 'workshop/read')) throw problem('request/not-found')
  const visit = await visits.of(actor)
  if (onlyAway && !visit.wasAway) return { ...visit, changed: [], waits: [] }
  const changed: CatchUp['changed'] = []
  const waits: CatchUp['waits'] = []
  for (const [tool, { catchUp }] of Object.entries(tools)) {
    const told = await catchUp?.(actor, visit.sinceMs)
    for (const change of told?.changed ?? []) changed.push({ ...change, tool })
    for (const waiting of told?.waits ?? []) waits.push({ ...waiting, tool })
  }
  return { ...visit, changed, waits: waits.sort(soonestFirst) }
}

function soonestFirst(a: Waiting, b: Waiting): number {
  return (a.untilMs ?? Number.POSITIVE_INFINITY) - (b.untilMs ?? Number.POSITIVE_INFINITY) || 0
}
