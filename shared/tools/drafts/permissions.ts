import type { Actor } from '../../access/actor'
import { everyone, facilitators, permissionTable, writers } from '../../access/permission'

/** Who may do what to a wording and to comments on it. Who may write in either is also the right on its document. */
export const can = permissionTable({
  'drafts/read': everyone,
  'drafts/create': facilitators,
  'drafts/create-rival': writers,
  'drafts/change': facilitators,
  'drafts/adopt': facilitators,
  'drafts/revise': facilitators,
  'drafts/review': facilitators,
  // Of these, those who answered below the threshold; after a secret check those who contribute.
  'drafts/dissent': [...writers, 'voter'],
  'drafts/close-minority': facilitators,
  // For the partner that one comes from.
  'drafts/sign': [...writers, 'voter'],
  'drafts/record-signature': facilitators,
  'drafts/name-version': writers,
  'drafts/restore-version': writers,
  'comments/write': [...writers, 'voter'],
  'comments/change-any': facilitators,
  'comments/re-anchor': writers,
  'proposals/write': [...writers, 'voter'],
  'proposals/decide': writers,
})

/** Whether `actor` may change the words of a comment, delete it or bring it back. */
export function canChangeComment(actor: Pick<Actor, 'id' | 'role'>, authorId: string | undefined): boolean {
  return can(actor, 'comments/change-any') || authorId === actor.id
}
