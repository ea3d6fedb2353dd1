import { createContext, use } from 'react'
import type { ClientTool } from '../tools/client-tool'

/** The client tools by id, handed in by main.tsx so that the shell need not know them. */
export const ToolsContext = createContext<Readonly<Record<string, ClientTool>>>({})

export function useTools(): Readonly<Record<string, ClientTool>> {
  return use(ToolsContext)
}
