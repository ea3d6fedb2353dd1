import { Users } from 'lucide-react'
import type { ClientTool } from '../client-tool'

/** Who is at the table, and who should be. */
export const partnersClient = {
  Icon: Users,
  load: () => import('./PartnersStage'),
} satisfies ClientTool
