import type { ClientTool } from '../client-tool'

/** Deciding: set up a vote, vote, see the result, record the decision. */
export const votesClient = {
  load: () => import('./VotesStage').then(({ Stage }) => ({ Stage })),
  loadRoom: () => import('./room/RoomPanel'),
  loadCheckPanel: () => import('./check/CheckPanel'),
  loadRating: () => import('./check/Rating'),
  loadVerifyPage: () => import('./proof/VerifyPage'),
  loadKeys: () => import('./keys'),
} satisfies ClientTool
