import type * as Y from 'yjs'
import { tools } from './registry'
import type { Progress, ToolDefinition, WorkshopDocs } from './tool'

/** A document of a wording, when it is loaded. */
type DocOf = (draftId: string) => Y.Doc | undefined

/** The reading side of a workshop, with the questions that only all tools together can answer. */
export function workshopDocs(record: Y.Doc, board: Y.Doc, draft: DocOf, comments: DocOf = () => undefined): WorkshopDocs {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  const docs: WorkshopDocs = {
    record,
    board,
    draft,
    comments,
    parties: () => definitions.flatMap((tool) => tool.parties?.({ record, board }) ?? []),
    describe: (ref) => definitions.map((tool) => tool.describe(docs, ref)).find((words) => words !== undefined),
  }
  return docs
}

/** How far a workshop has come with one tool; undefined for a tool that is not built. */
export function progressOf(docs: WorkshopDocs, toolId: string): Progress | undefined {
  return (Object.values(tools) as readonly ToolDefinition[]).find(({ id }) => id === toolId)?.progress(docs)
}
