import { tools } from './registry'
import type { ToolDefinition, WorkshopDocs } from './tool'

/** Recommended seats that nobody who has joined speaks for, in words. */
export function emptySeats(docs: WorkshopDocs): readonly string[] {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  return definitions.flatMap((tool) => tool.emptySeats?.(docs) ?? [])
}
