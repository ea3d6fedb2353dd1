import type * as Y from 'yjs'
import type { RecordRef } from '../../shared/doc/ids'
import { orderBetween } from '../../shared/doc/order'
import { limits } from '../../shared/sync/limits'
import { recordRoom } from '../../shared/sync/room-name'
import { agenda, workshops } from '../../shared/workshop/collections'
import type { AgendaStep, StepTool } from '../../shared/workshop/schema'
import { currentStep, orderedAgenda } from '../../shared/workshop/selectors'
import type { DocWrite, ServerContext, Tx } from '../tools/server-tool'
import { writeScript } from './agenda-editing'
import { bumpRevision } from './leading'
import { newStep } from './plan'

/** A step that a tool asks for when its time has come. */
export interface WantedStep {
  readonly title: string
  readonly minutes: number
  readonly tool: StepTool
  readonly prompt: string
  /** What facilitators read to themselves. */
  readonly notes: string
  readonly subject: RecordRef
  /** Why it is there, in a few words. */
  readonly mark: string
}

/** The little that tools may do to the agenda, each inside an act of their own. */
export interface AgendaPort {
  /** Adds a step after the current one; undefined when the agenda is full. */
  placeStep(tx: Tx, workshopId: string, wanted: WantedStep): Promise<{ readonly stepId: string; readonly write: DocWrite } | undefined>
  /** Takes the mark off a step, if both are still there. */
  unmarkStep(workshopId: string, stepId: string): DocWrite
}

/** Ties the port to the agenda. */
export function createAgendaPort({ readDoc }: Pick<ServerContext, 'readDoc'>): AgendaPort {
  return {
    async placeStep(tx, workshopId, { notes, subject, mark, ...draft }) {
      const [steps, workshop] = await readDoc(
        recordRoom(workshopId),
        (doc) => [orderedAgenda(agenda.all(doc)), workshops.all(doc)[0]] as const,
      )
      if (steps.length >= limits.agendaSteps) return undefined
      const own = { ...draft, privately: undefined }
      const step: AgendaStep = { ...newStep(own, orderBehind(steps, currentStep(workshop, steps)?.id)), subject, mark }
      await writeScript(tx, { workshopId }, step.id, notes)
      const write = (doc: Y.Doc) => {
        agenda.put(doc, step)
        if (workshop) bumpRevision(doc, workshop.id)
      }
      return { stepId: step.id, write: { room: recordRoom(workshopId), write } }
    },
    unmarkStep: (workshopId, stepId) => ({
      room: recordRoom(workshopId),
      write: (doc) => void agenda.patch(doc, stepId, { mark: undefined }),
    }),
  }
}

/** A key behind a step and behind the marked ones that follow it, so that those who come at once keep their order. */
function orderBehind(steps: readonly AgendaStep[], stepId: string | undefined): string {
  const index = steps.findIndex(({ id }) => id === stepId)
  const next = steps.findIndex(({ mark }, at) => at > index && mark === undefined)
  const at = next < 0 ? steps.length : next
  return orderBetween(steps[at - 1]?.order ?? null, steps[at]?.order ?? null)
}
