import { carried } from '../../../shared/tools/service-map/collections'
import { carriedId, carryHole } from '../../../shared/tools/service-map/commands'
import type { Hole } from '../../../shared/tools/service-map/holes'
import type { Carried } from '../../../shared/tools/service-map/schema'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { subjectOf } from '../../../shared/workshop/subject'
import { useDocs } from '../../app/docs-context'
import { useTools } from '../../app/tools-context'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { toast } from '../../ui/toast'

/** Makes a question or an open point of a hole, among the notes of the step. */
export interface Carry {
  /** What was made of it; undefined while nothing was, or when that note is gone. */
  readonly madeOf: (hole: Hole) => Carried['as'] | undefined
  /** Undefined where notes cannot be kept. */
  readonly make: ((hole: Hole, as: Carried['as']) => void) | undefined
}

export function useCarry(step: AgendaStep, mayEdit: boolean): Carry {
  const session = useWorkshop()
  const docs = useDocs()
  const all = useRecords(carried, session.board)
  const loadKeepNote = useTools().ideas?.loadKeepNote

  async function make(hole: Hole, as: Carried['as'], load: NonNullable<typeof loadKeepNote>) {
    const { keepNote } = await load()
    const text = as === 'question' ? hole.question : hole.action
    const kept = keepNote(session, { listId: subjectOf(step).id, as, text })
    if ('refusal' in kept) {
      toast({ message: kept.refusal })
      return
    }
    carryHole(session.board, session.actor, hole.key, as, kept.ref)
    toast({ message: as === 'question' ? 'Kept as a question below' : 'Kept as an open point below' })
  }

  return {
    madeOf(hole) {
      const made = all.find(({ id }) => id === carriedId(hole.key))
      return made && docs.describe(made.ref) !== undefined ? made.as : undefined
    },
    make: mayEdit && loadKeepNote ? (hole, as) => void make(hole, as, loadKeepNote) : undefined,
  }
}
