import type { z } from 'zod'
import type { Actor } from '../../shared/access/actor'
import { type OrderKey, orderBetween } from '../../shared/doc/order'
import { limits } from '../../shared/sync/limits'
import { recordRoom } from '../../shared/sync/room-name'
import { agenda } from '../../shared/workshop/collections'
import type { workshopContract } from '../../shared/workshop/contract'
import { problem } from '../../shared/workshop/problems'
import type { AgendaStep, StepTool } from '../../shared/workshop/schema'
import { orderedAgenda } from '../../shared/workshop/selectors'
import { ownSubject } from '../../shared/workshop/subject'
import type { ServerContext, Tx } from '../tools/server-tool'
import { bumpRevision, readWorkshop, recordWrite } from './leading'
import { newStep } from './plan'

type NewStep = z.output<typeof workshopContract.addStep.body & {}>
type StepChange = z.output<typeof workshopContract.editStep.body & {}>

/** Adds a step after another, first (`after: null`), or last. */
export async function addStep(context: ServerContext, actor: Actor, { after, notes, ...draft }: NewStep): Promise<{ stepId: string }> {
  return context.governed(actor.workshopId, async (tx) => {
    const steps = await readAgenda(context, actor)
    if (steps.length >= limits.agendaSteps) throw problem('workshop/agenda-full', { limit: limits.agendaSteps })
    const step = newStep(draft, orderAfter(steps, after === undefined ? (steps.at(-1)?.id ?? null) : after))
    if (notes) await writeScript(tx, actor, step.id, notes)
    return { result: { stepId: step.id }, writes: [recordWrite(actor, (doc) => agenda.put(doc, step))] }
  })
}

/** Changes or moves a step. Its subject stays, unless the step turns to another tool. */
export async function editStep(
  context: ServerContext,
  actor: Actor,
  stepId: string,
  { after, notes, prompt, ...change }: StepChange,
): Promise<void> {
  await context.governed(actor.workshopId, async (tx) => {
    const steps = await readAgenda(context, actor)
    const step = steps.find(({ id }) => id === stepId)
    if (!step) throw problem('workshop/unknown-step')
    if (notes !== undefined) await writeScript(tx, actor, stepId, notes)
    const others = steps.filter(({ id }) => id !== stepId)
    const patch: Partial<AgendaStep> = {
      ...(change.tool === undefined || change.tool === step.tool ? {} : turnedTo(step, change.tool)),
      ...change,
      ...(prompt === undefined ? {} : { prompt: prompt || undefined }),
      ...(after === undefined || after === stepId ? {} : { order: orderAfter(others, after) }),
    }
    return {
      result: undefined,
      writes: [
        recordWrite(actor, (doc) => {
          agenda.patch(doc, stepId, patch)
          if (notes !== undefined) bumpRevision(doc, actor.workshopId)
        }),
      ],
    }
  })
}

/** What a step of another tool begins with. */
function turnedTo({ id }: AgendaStep, tool: StepTool): Pick<AgendaStep, 'subject' | 'privately'> {
  return { subject: ownSubject({ id, tool }), privately: undefined }
}

/** Takes a step out. @throws WorkshopError `workshop/last-step`, `workshop/current-step` */
export async function removeStep(context: ServerContext, actor: Actor, stepId: string): Promise<void> {
  await context.governed(actor.workshopId, async (tx) => {
    const steps = await readAgenda(context, actor)
    if (!steps.some(({ id }) => id === stepId)) throw problem('workshop/unknown-step')
    if (steps.length === 1) throw problem('workshop/last-step')
    if ((await readWorkshop(context, actor)).stepId === stepId) throw problem('workshop/current-step')
    await tx.deleteFrom('step_scripts').where('workshop_id', '=', actor.workshopId).where('step_id', '=', stepId).execute()
    return { result: undefined, writes: [recordWrite(actor, (doc) => agenda.remove(doc, stepId))] }
  })
}

/** What facilitators read to themselves. */
export async function readScripts(context: ServerContext, actor: Actor): Promise<{ scripts: { stepId: string; notes: string }[] }> {
  const rows = await context.db
    .selectFrom('step_scripts')
    .where('workshop_id', '=', actor.workshopId)
    .select(['step_id', 'notes'])
    .execute()
  return { scripts: rows.map((row) => ({ stepId: row.step_id, notes: row.notes })) }
}

/** Keeps what facilitators read to themselves at a step. */
export async function writeScript(tx: Tx, { workshopId }: { readonly workshopId: string }, stepId: string, notes: string): Promise<void> {
  await tx
    .insertInto('step_scripts')
    .values({ workshop_id: workshopId, step_id: stepId, notes })
    .onConflict((conflict) => conflict.columns(['workshop_id', 'step_id']).doUpdateSet({ notes }))
    .execute()
}

function readAgenda(context: ServerContext, actor: Actor): Promise<readonly AgendaStep[]> {
  return context.readDoc(recordRoom(actor.workshopId), (doc) => orderedAgenda(agenda.all(doc)))
}

/** A key behind the step `after`; null means before all. @throws WorkshopError `workshop/unknown-step` */
function orderAfter(steps: readonly AgendaStep[], after: string | null): OrderKey {
  const index = after === null ? -1 : steps.findIndex(({ id }) => id === after)
  if (after !== null && index < 0) throw problem('workshop/unknown-step')
  return orderBetween(steps[index]?.order ?? null, steps[index + 1]?.order ?? null)
}
