import type { DocumentPart, OutlineOptions, OutlineSection } from '../doc/outline'
import { documentParts } from '../doc/outline'
import { tools } from './registry'
import type { ToolDefinition, WorkshopDocs } from './tool'

/** The chapters of every tool, in the order in which the parts are printed. */
export function workshopOutline(docs: WorkshopDocs, options: OutlineOptions): readonly OutlineSection[] {
  const definitions: readonly ToolDefinition[] = Object.values(tools)
  const sections = definitions.flatMap((tool) => tool.outline(docs, options))
  return documentParts.flatMap((part) => sections.filter((section) => section.part === part))
}

/** The chapters of the chosen parts only. */
export function sectionsOf(sections: readonly OutlineSection[], parts: readonly DocumentPart[]): readonly OutlineSection[] {
  return sections.filter((section) => parts.includes(section.part))
}
