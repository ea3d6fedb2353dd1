import type { BuiltToolId } from '../../shared/tools/registry'
import { createDecisions } from './decisions/service'
import type { ServerContext, ServerTool } from './server-tool'

/** Composes the server sides of all tools and ties their ports together. */
export function createServerTools(_context: ServerContext): Partial<Record<BuiltToolId, ServerTool>> {
  return {
    decisions: createDecisions(),
  }
}
