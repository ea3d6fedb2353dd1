import type { ClientTool } from '../client-tool'

/** Who does what, responsibility by responsibility. */
export const rolesClient = {
  load: () => import('./RolesStage'),
  loadKeys: () => import('./keys'),
} satisfies ClientTool
