import { decisionsTool } from './decisions'
import { documentTool } from './document'
import { draftsTool } from './drafts'
import { ideasTool } from './ideas'
import { partnersTool } from './partners'
import { rolesTool } from './roles'
import { serviceMapTool } from './service-map'
import type { ToolDefinition } from './tool'
import { votesTool } from './votes'

/** Every built tool, in the order of the arc. Adding a tool is one line here and one in each side's registry. */
export const tools = {
  ideas: ideasTool,
  drafts: draftsTool,
  votes: votesTool,
  partners: partnersTool,
  roles: rolesTool,
  'service-map': serviceMapTool,
  decisions: decisionsTool,
  document: documentTool,
} as const satisfies Record<string, ToolDefinition>

export type BuiltToolId = keyof typeof tools
