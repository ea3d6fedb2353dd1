import type { BuiltToolId } from '../../shared/tools/registry'
import type { ClientTool } from './client-tool'
import { decisionsClient } from './decisions'
import { documentClient } from './document'
import { draftsClient } from './drafts'
import { ideasClient } from './ideas'
import { partnersClient } from './partners'
import { rolesClient } from './roles'
import { serviceMapClient } from './service-map'
import { votesClient } from './votes'

/** The client side of every built tool; a missing one is a compile error. */
export const clientTools = {
  ideas: ideasClient,
  drafts: draftsClient,
  votes: votesClient,
  partners: partnersClient,
  roles: rolesClient,
  'service-map': serviceMapClient,
  decisions: decisionsClient,
  document: documentClient,
} satisfies Record<BuiltToolId, ClientTool>
