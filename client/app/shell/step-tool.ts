import type { StepTool, ToolId } from '../../../shared/workshop/schema'

/** What a lock of each tool stops, in words for its button and banner. A step of another tool has nothing to lock. */
const lockable: Partial<Record<StepTool, { readonly tool: ToolId; readonly what: string }>> = {
  ideas: { tool: 'ideas', what: 'notes' },
  drafts: { tool: 'drafts', what: 'wordings' },
  partners: { tool: 'partners', what: 'the roster' },
  roles: { tool: 'roles', what: 'the role chart' },
  'service-map': { tool: 'service-map', what: 'the service map' },
}
/** Steps without a stage of their own keep a list of notes, and those are ideas. */
const unlockable: readonly StepTool[] = ['votes', 'decisions', 'document']

/** What locking means on a step; undefined where there is nothing to lock. */
export function lockOfStep(tool: StepTool): { readonly tool: ToolId; readonly what: string } | undefined {
  if (unlockable.includes(tool)) return undefined
  return lockable[tool] ?? { tool: 'ideas', what: 'notes' }
}
