import type { ClientTool } from '../client-tool'

/** Notes on one prompt, sorted into named clusters. */
export const ideasClient = {
  load: () => import('./IdeasStage'),
  loadKeepNote: () => import('./keep-note'),
  loadNoteList: () => import('./NoteList'),
  loadKeys: () => import('./keys'),
} satisfies ClientTool
