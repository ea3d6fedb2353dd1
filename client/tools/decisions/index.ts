import type { ClientTool } from '../client-tool'

/** The decision log, shown at `/w/:id/log`. */
export const decisionsClient: ClientTool = {
  load: () => import('./DecisionsView'),
}
