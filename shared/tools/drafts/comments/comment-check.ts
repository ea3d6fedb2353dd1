import type { Actor } from '../../../access/actor'
import type { TouchedRecord } from '../../tool'
import { can, canChangeComment } from '../permissions'
import type { Thread } from './comment-schema'

/**
 * Refuses what the rules of comments forbid, after a client's update was applied to the server's copy and read by its
 * schema: a sentence for the person, or undefined when it is fine. Who may comment at all is the right on the document.
 */
export function checkComment(actor: Actor, { change, fields, before, after }: TouchedRecord): string | undefined {
  if (change === 'removed') return 'A deleted comment stays restorable, so nothing of it is erased.'
  // A record that was broken before need not be whole now, so nothing is taken as given.
  const { authorId, resolved } = after as Partial<Thread>
  const has = (...names: readonly string[]) => fields.some((field) => names.includes(field))
  if (has('resolved') && resolved && resolved.byId !== actor.id) return 'Whoever resolves a comment does so in their own name.'
  if (change === 'added') return authorId === actor.id ? undefined : 'A comment carries the name of the person who writes it.'
  if (has('id', 'threadId', 'authorId', 'createdAtMs', 'quote')) return 'Who wrote a comment, and on which words, stays as it was.'
  const writer = (before as Partial<Thread>).authorId
  if (has('text', 'deletedAtMs') && !canChangeComment(actor, writer)) {
    return 'Only its author or a facilitator can change or delete a comment.'
  }
  return has('anchor') && writer !== actor.id && !can(actor, 'comments/re-anchor')
    ? 'A comment stays on its words. Only those who write the text can take it along.'
    : undefined
}
