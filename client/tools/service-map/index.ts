import type { ClientTool } from '../client-tool'

/** Who offers what at each stage, to whom, and where nobody serves. */
export const serviceMapClient = {
  load: () => import('./ServiceMapStage'),
  loadKeys: () => import('./keys'),
} satisfies ClientTool
