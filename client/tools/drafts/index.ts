import { PenLine } from 'lucide-react'
import type { ClientTool } from '../client-tool'

/** Writing statements together: working draft, other wordings, check, adoption. */
export const draftsClient = {
  Icon: PenLine,
  load: () => import('./DraftsStage'),
} satisfies ClientTool
