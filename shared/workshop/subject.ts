import type { RecordRef } from '../doc/ids'
import type { AgendaStep, StepTool } from './schema'

/** What a step of each tool works on; a step whose tool has no stage yet keeps a list of notes. */
const subjects: Partial<Record<StepTool, { readonly collection: string; readonly prefix: string }>> = {
  drafts: { collection: 'drafts', prefix: 'draft' },
  roles: { collection: 'charts', prefix: 'chart' },
}
const notes = { collection: 'prompts', prefix: 'prompt' }

/**
 * The subject a step begins with, named after the step itself, so that everybody who needs it first makes the
 * same record. Steps of a plan that share a key take the subject of the first of them.
 */
export function ownSubject(step: Pick<AgendaStep, 'id' | 'tool'>): RecordRef {
  const { collection, prefix } = subjects[step.tool] ?? notes
  return { collection, id: `${prefix}_${step.id.slice('step_'.length)}` }
}

/** The record a step is about. */
export function subjectOf(step: Pick<AgendaStep, 'id' | 'tool' | 'subject'>): RecordRef {
  return step.subject ?? ownSubject(step)
}
