import { tools } from './registry'
import type { OptionSource, ToolDefinition, WorkshopDocs } from './tool'

/** Everything in the workshop that may be put to a vote, by source; sources with nothing to offer are left out. */
export function optionSources(docs: WorkshopDocs): readonly OptionSource[] {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  return definitions.flatMap((tool) => tool.options?.(docs) ?? []).filter(({ options }) => options.length > 0)
}
