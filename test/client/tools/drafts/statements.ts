import { drafts } from '../../../../shared/tools/drafts/collections'
import type { Statement } from '../../../../shared/tools/drafts/schema'
import type { AgendaStep } from '../../../../shared/workshop/schema'

/** The vision of a workshop, open for writing unless it is said otherwise. */
export function vision(over: Readonly<Record<string, unknown>> = {}): Statement {
  const common = { id: 'draft_vision01', kind: 'vision', title: 'Vision', version: 1, order: 'a1', createdBy: 'p_aaaaaaaa', createdAtMs: 1 }
  return drafts.schema.parse({ ...common, state: 'open', ...over })
}

/** The step in which it is written. */
export const writingStep: AgendaStep = {
  id: 'step_aaaaaaaa',
  title: 'Write together',
  minutes: 20,
  tool: 'drafts',
  order: 'a0',
  subject: { collection: 'drafts', id: 'draft_vision01' },
}
