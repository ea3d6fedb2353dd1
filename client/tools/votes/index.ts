import { Vote } from 'lucide-react'
import type { ClientTool } from '../client-tool'

/** Deciding: set up a vote, vote, see the result, record the decision. */
export const votesClient = {
  Icon: Vote,
  load: () => import('./VotesStage').then(({ Stage }) => ({ Stage })),
  loadRoom: () => import('./RoomPanel'),
  loadCheckPanel: () => import('./CheckPanel'),
  keys: [{ keys: '+ −', does: 'Place a dot on the option in focus, or take one back' }],
} satisfies ClientTool
