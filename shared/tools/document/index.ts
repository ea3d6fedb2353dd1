import type { ToolDefinition } from '../tool'
import { composeDraft } from './agreement/agreement-contract'
import { publications } from './collections'
import { downloadArchive, downloads, publish, unpublish } from './contract'
import { problem } from './problems'

/** The document that the group takes home: gathered from every tool, downloaded, published. */
export const documentTool: ToolDefinition = {
  id: 'document',
  label: 'Document',
  board: [],
  record: [publications],
  contract: { ...downloads, downloadArchive, publish, unpublish, composeDraft },
  problems: problem.table,
  outline: () => [],
  progress(docs) {
    const publication = publications.get(docs.record, 'publication')
    const isLive = publication?.state === 'live'
    return { done: isLive ? 1 : 0, total: 1, summary: isLive ? `Version ${publication.version} is public` : 'draft' }
  },
  describe: () => undefined,
}
