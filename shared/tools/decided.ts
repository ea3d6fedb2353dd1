import { tools } from './registry'
import type { DecidedOption, ToolDefinition, WorkshopDocs } from './tool'

/** What the workshop's votes came to, newest first: one option each, where one alone came first. */
export function decidedOptions(docs: WorkshopDocs): readonly DecidedOption[] {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  return definitions.flatMap((tool) => tool.decided?.(docs) ?? [])
}
