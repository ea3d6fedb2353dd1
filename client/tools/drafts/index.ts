import { PenLine } from 'lucide-react'
import type { ClientTool } from '../client-tool'

/** Writing statements together: working draft, other wordings, check, adoption. */
export const draftsClient = {
  Icon: PenLine,
  load: () => import('./DraftsStage').then(({ Stage }) => ({ Stage })),
  loadRoom: () => import('./RoomPanel').then(({ RoomPanel }) => ({ RoomPanel })),
  keys: [
    { keys: 'Ctrl B, Ctrl I', does: 'Bold, italic in a draft' },
    { keys: 'Ctrl Z, Shift Ctrl Z', does: 'Undo and redo what you wrote yourself' },
  ],
} satisfies ClientTool
