import type { BuiltToolId } from '../../shared/tools/registry'
import { createDecisions } from './decisions/service'
import type { ServerContext, ServerTool } from './server-tool'
import { votesRoutes } from './votes/routes'
import { createVotes } from './votes/service'

/** Composes the server sides of all tools and ties their ports together. */
export function createServerTools(context: ServerContext): Partial<Record<BuiltToolId, ServerTool>> {
  // The wordings' texts come from the drafts tool, once it is built.
  const votes = createVotes(context, { textOf: async () => undefined })
  return {
    votes: { routes: votesRoutes(votes), resume: votes.resume, hear: votes.hear },
    decisions: createDecisions(),
  }
}
