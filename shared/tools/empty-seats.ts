import { tools } from './registry'
import type { EmptySeat, ToolDefinition, WorkshopDocs } from './tool'

/** Recommended seats that nobody who has joined speaks for. */
export function emptySeats(docs: WorkshopDocs): readonly EmptySeat[] {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  return definitions.flatMap((tool) => tool.emptySeats?.(docs) ?? [])
}
