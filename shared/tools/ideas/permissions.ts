import type { Actor } from '../../access/actor'
import { facilitators, permissionTable, writers } from '../../access/permission'
import type { Idea } from './schema'

/** Who may do what with notes; asked by buttons, commands and the server alike. */
export const can = permissionTable({
  'ideas/write': writers,
  'ideas/edit-any': facilitators,
  'ideas/restore-any': facilitators,
  'ideas/set-mode': facilitators,
  'ideas/reveal': facilitators,
})

/** Whether `actor` may change a note's words or kind, or delete it. Moving it is open to every writer. */
export function canEdit(actor: Pick<Actor, 'id' | 'role'>, idea: Pick<Idea, 'authorId'>): boolean {
  return can(actor, 'ideas/edit-any') || (can(actor, 'ideas/write') && idea.authorId === actor.id)
}
