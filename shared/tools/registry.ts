import { decisionsTool } from './decisions'
import type { ToolDefinition } from './tool'

/** Every built tool, in the order of the arc. Adding a tool is one line here and one in each side's registry. */
export const tools = {
  decisions: decisionsTool,
} as const satisfies Record<string, ToolDefinition>

export type BuiltToolId = keyof typeof tools
