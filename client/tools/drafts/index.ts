import type { ClientTool } from '../client-tool'

/** Writing statements together: working draft, other wordings, check, adoption. */
export const draftsClient = {
  load: () => import('./DraftsStage').then(({ Stage }) => ({ Stage })),
  loadRoom: () => import('./RoomPanel').then(({ RoomPanel }) => ({ RoomPanel })),
  rescue: { zone: 'draft', load: () => import('./DraftsStage').then(({ Rescue }) => ({ Rescue })) },
  loadBeginFromSource: () => import('./rivals/BeginFromSource'),
  loadKeys: () => import('./keys'),
} satisfies ClientTool
