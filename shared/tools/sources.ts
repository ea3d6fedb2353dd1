import type { RecordRef } from '../doc/ids'
import { tools } from './registry'
import type { DecisionOn, Source, SourceGroup, ToolDefinition, WorkshopDocs } from './tool'

/** What words of a wording can be traced to, read from all tools. */
export interface Sources {
  groups(): readonly SourceGroup[]
  /** How many are written and not revealed yet. */
  unrevealed(): number
  /** Undefined when there never was such a record. */
  source(ref: RecordRef): Source | undefined
  decisionsOn(refs: readonly RecordRef[]): readonly DecisionOn[]
}

/** The sources of a workshop; groups with nothing in them are left out. */
export function sourcesOf(docs: WorkshopDocs): Sources {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  return {
    groups: () => definitions.flatMap((tool) => tool.sources?.(docs) ?? []).filter(({ items }) => items.length > 0),
    unrevealed: () => definitions.reduce((sum, tool) => sum + (tool.unrevealedSources?.(docs) ?? 0), 0),
    source: (ref) => definitions.map((tool) => tool.source?.(docs, ref)).find((source) => source !== undefined),
    decisionsOn: (refs) => definitions.flatMap((tool) => tool.decisionsOn?.(docs, refs) ?? []),
  }
}
