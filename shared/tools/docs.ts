import type * as Y from 'yjs'
import { tools } from './registry'
import type { CatchUpWords, Progress, ToolDefinition, WorkshopDocs } from './tool'

/** The document at `draft/<id>` or `comments/<id>`, when it is loaded. */
type DocAt = (path: string) => Y.Doc | undefined

/** The reading side of a workshop, with the questions that only all tools together can answer. */
export function workshopDocs(record: Y.Doc, board: Y.Doc, docAt: DocAt): WorkshopDocs {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  const docs: WorkshopDocs = {
    record,
    board,
    draft: (id) => docAt(`draft/${id}`),
    comments: (id) => docAt(`comments/${id}`),
    parties: () => definitions.flatMap((tool) => tool.parties?.({ record, board }) ?? []),
    agreed: () => definitions.flatMap((tool) => tool.agreed?.({ record }) ?? []),
    describe: (ref) => definitions.map((tool) => tool.describe(docs, ref)).find((words) => words !== undefined),
  }
  return docs
}

/** How far a workshop has come with one tool; undefined for a tool that is not built. */
export function progressOf(docs: WorkshopDocs, toolId: string): Progress | undefined {
  return (Object.values(tools) as readonly ToolDefinition[]).find(({ id }) => id === toolId)?.progress(docs)
}

/** A tool's name and sentences about what somebody missed; undefined for a tool that has none. */
export function catchUpWordsOf(toolId: string): (CatchUpWords & { readonly label: string }) | undefined {
  const tool = (Object.values(tools) as readonly ToolDefinition[]).find(({ id }) => id === toolId)
  return tool?.catchUp && { ...tool.catchUp, label: tool.label }
}
