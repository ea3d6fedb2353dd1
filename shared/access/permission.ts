import type { Role } from './actor'

/** Frequent rows of a permission table. */
export const everyone = ['host', 'facilitator', 'contributor', 'voter', 'observer'] as const
export const facilitators = ['host', 'facilitator'] as const
export const writers = ['host', 'facilitator', 'contributor'] as const
export const hostOnly = ['host'] as const

/**
 * Binds a tool's table (action -> roles) to the question that button and server both ask.
 *
 * @example export const can = permissionTable({ 'votes/open': facilitators })
 */
export function permissionTable<Action extends string>(table: Record<Action, readonly Role[]>) {
  return function can(actor: { readonly role: Role }, action: Action): boolean {
    return table[action].includes(actor.role)
  }
}
