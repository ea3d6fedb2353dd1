import type { ClientTool } from '../client-tool'

/** Deciding: set up a vote, vote, see the result, record the decision. */
export const votesClient = {
  load: () => import('./VotesStage').then(({ Stage }) => ({ Stage })),
  loadRoom: () => import('./RoomPanel'),
  loadCheckPanel: () => import('./CheckPanel'),
  loadVerifyPage: () => import('./VerifyPage'),
  loadKeys: () => import('./keys'),
} satisfies ClientTool
