import type { ClientTool } from '../client-tool'

/** Who is at the table, and who should be. */
export const partnersClient = {
  load: () => import('./PartnersStage'),
  loadRowPage: () => import('./row/RowPage'),
} satisfies ClientTool
