import { workshops } from '../workshop/collections'
import { tools } from './registry'
import type { Fill, ToolDefinition, WorkshopDocs } from './tool'

/** Everything a workshop holds that a composed text can be filled with. */
export function fillsOf(docs: WorkshopDocs): readonly Fill[] {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  const title = workshops.all(docs.record)[0]?.title
  const own: readonly Fill[] = title ? [{ from: 'workshop.title', words: title }] : []
  return [...own, ...definitions.flatMap((tool) => tool.fills?.(docs) ?? [])]
}
