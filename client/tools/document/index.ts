import type { ClientTool } from '../client-tool'

/** The document: choose, see, download, publish. Shown at `/w/:id/document`. */
export const documentClient: ClientTool = {
  load: () => import('./DocumentView'),
  loadAgreement: () => import('./agreement/agreement'),
}
