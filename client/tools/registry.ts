import type { BuiltToolId } from '../../shared/tools/registry'
import type { ClientTool } from './client-tool'

/** The client side of every built tool; a missing one is a compile error. */
export const clientTools = {} satisfies Record<BuiltToolId, ClientTool>
