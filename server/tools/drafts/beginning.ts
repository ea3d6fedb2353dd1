import type { Actor } from '../../../shared/access/actor'
import { newId } from '../../../shared/doc/ids'
import { lastOrder, ordersAfter } from '../../../shared/doc/order'
import { fillFragment } from '../../../shared/doc/rich-nodes'
import { limits } from '../../../shared/sync/limits'
import { recordRoom } from '../../../shared/sync/room-name'
import { bodyRoot, drafts } from '../../../shared/tools/drafts/collections'
import { problem } from '../../../shared/tools/drafts/problems'
import type { DraftId, Statement, StatementKind } from '../../../shared/tools/drafts/schema'
import { rivalsOf } from '../../../shared/tools/drafts/selectors'
import type { Effects, ServerContext } from '../server-tool'
import { tracedWrites } from './evidence/origins'
import { wordingsIn } from './present-text'
import type { Composed } from './rivals/composing'
import { refuseMinority, statementOf } from './statements'

/** What is said of a wording before it begins. */
type NewStatement = Pick<Statement, 'kind' | 'title' | 'version'> &
  Partial<Pick<Statement, 'id' | 'rivalOf' | 'revises' | 'why' | 'order' | 'composedFrom'>>

/** A new wording and its document, seeded with `blocks` in the same transaction. */
export async function begun(
  context: ServerContext,
  actor: Actor,
  wish: NewStatement,
  { blocks, traces }: Composed,
): Promise<Effects<Statement>> {
  const all = await wordingsIn(context, actor.workshopId)
  if (all.length >= limits.drafts) throw problem('draft/too-many', { drafts: limits.drafts })
  const statement: Statement = {
    ...wish,
    id: wish.id ?? newId('draft'),
    order: wish.order ?? ordersAfter(lastOrder(all), 1)[0] ?? '',
    createdBy: actor.id,
    createdAtMs: context.now(),
    state: 'open',
  }
  return {
    result: statement,
    writes: [
      { room: recordRoom(actor.workshopId), write: (doc) => drafts.put(doc, statement) },
      ...tracedWrites(actor.workshopId, statement.id, {
        fill: (doc) => fillFragment(doc.getXmlFragment(bodyRoot), blocks),
        traces,
        authorId: actor.id,
        nowMs: statement.createdAtMs,
      }),
    ],
  }
}

/** What another wording of a draft is made of; a rival of a rival stands beside the same draft. */
export async function rivalWish(
  context: ServerContext,
  actor: Actor,
  rivalOf: DraftId,
  title: string,
  kind?: StatementKind,
): Promise<NewStatement> {
  const beside = await statementOf(context, actor.workshopId, rivalOf)
  refuseMinority(beside)
  const root = beside.rivalOf === undefined ? beside : await statementOf(context, actor.workshopId, beside.rivalOf)
  if (root.state === 'adopted') throw problem('draft/adopted', { draftId: root.id })
  if (root.state === 'retired') throw problem('draft/retired', { draftId: root.id })
  if (kind !== undefined && kind !== root.kind) throw problem('draft/wrong-kind', { kind: root.kind })
  await refuseOneMore(context, actor.workshopId, root.id)
  return { kind: root.kind, title, version: root.version, rivalOf: root.id, order: root.order }
}

/** @throws WorkshopError `draft/too-many-wordings` when a statement has as many wordings as stand side by side */
export async function refuseOneMore(context: ServerContext, workshopId: string, rootId: DraftId): Promise<void> {
  if (rivalsOf(await wordingsIn(context, workshopId), rootId).length + 1 >= limits.wordings) {
    throw problem('draft/too-many-wordings', { wordings: limits.wordings })
  }
}

/** The answer to beginning it. */
export function shown({ result, ...effects }: Effects<Statement>): Effects<{ draftId: DraftId }> {
  return { ...effects, result: { draftId: result.id } }
}
