import type { Actor } from '../../../shared/access/actor'
import { recordRoom } from '../../../shared/sync/room-name'
import { drafts } from '../../../shared/tools/drafts/collections'
import { isMinority, mayDissent } from '../../../shared/tools/drafts/minority/minority'
import { can } from '../../../shared/tools/drafts/permissions'
import { problem } from '../../../shared/tools/drafts/problems'
import type { Statement } from '../../../shared/tools/drafts/schema'
import { locks } from '../../../shared/workshop/collections'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import type { ServerContext } from '../server-tool'

/** @throws WorkshopError `request/not-found` unless the actor may: forbidden looks like unknown (THREATS I17) */
export function demand(actor: Actor, action: Parameters<typeof can>[1]): void {
  if (!can(actor, action)) throw kernelProblem('request/not-found')
}

/** @throws WorkshopError `request/not-found` when the workshop has no such wording */
export async function statementOf({ readDoc }: ServerContext, workshopId: string, draftId: string): Promise<Statement> {
  const statement = await readDoc(recordRoom(workshopId), (doc) => drafts.get(doc, draftId))
  if (!statement) throw kernelProblem('request/not-found')
  return statement
}

/** @throws WorkshopError `draft/locked`, `draft/adopted`, `draft/retired` when nobody may write in it */
export function refuseUnlessOpen({ id, state }: Statement): void {
  if (state === 'locked') throw problem('draft/locked', { draftId: id })
  if (state === 'adopted') throw problem('draft/adopted', { draftId: id })
  if (state === 'retired') throw problem('draft/retired', { draftId: id })
}

/** @throws WorkshopError `draft/minority` when it is a minority statement, which goes with the wording it is about */
export function refuseMinority({ id, minorityOf }: Statement): void {
  if (minorityOf !== undefined) throw problem('draft/minority', { draftId: id })
}

/** @throws WorkshopError `request/not-found` when only some may write in it and the actor is not one of them */
export function refuseNonWriter(statement: Statement, actor: Actor): void {
  if (isMinority(statement) && !mayDissent(statement, actor)) throw kernelProblem('request/not-found')
}

/** The lock on all wordings, while there is one for the step. */
export function wordingsLock({ readDoc }: ServerContext, workshopId: string) {
  return readDoc(recordRoom(workshopId), (doc) => locks.get(doc, 'drafts'))
}

/** @throws WorkshopError `draft/wordings-locked` while wordings are locked for the step */
export async function refuseWhileLocked(context: ServerContext, workshopId: string): Promise<void> {
  const lock = await wordingsLock(context, workshopId)
  if (lock) throw problem('draft/wordings-locked', { name: lock.byName })
}
