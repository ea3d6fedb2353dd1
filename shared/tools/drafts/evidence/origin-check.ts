import type { Actor } from '../../../access/actor'
import type { TouchedRecord } from '../../tool'
import { can, canChangeComment } from '../permissions'
import type { Origin } from './origin-schema'

/**
 * Refuses what the rules of origins forbid, after a client's update was applied to the server's copy and read by its
 * schema: a sentence for the person, or undefined when it is fine. Who may write here at all is the right on the document.
 */
export function checkOrigin(actor: Actor, { change, fields, before, after }: TouchedRecord): string | undefined {
  if (change === 'removed') return 'Where words come from stays restorable, so nothing of it is erased.'
  // A record that was broken before need not be whole now, so nothing is taken as given.
  const { authorId, how } = after as Partial<Origin>
  const has = (...names: readonly string[]) => fields.some((field) => names.includes(field))
  if (change === 'added') {
    if (authorId !== actor.id) return 'Who says where words come from does so in their own name.'
    if (how === 'linked') return undefined
    return how === 'rival' && can(actor, 'comments/re-anchor')
      ? undefined
      : 'Only those who write the text bring words in from another wording.'
  }
  if (has('id', 'authorId', 'createdAtMs', 'refs', 'how'))
    return 'Where words come from stays as it was said. Take it back and say it anew.'
  const writer = (before as Partial<Origin>).authorId
  if (has('deletedAtMs') && !canChangeComment(actor, writer))
    return 'Only who said where words come from, or a facilitator, can take it back.'
  return has('anchor', 'quote') && writer !== actor.id && !can(actor, 'comments/re-anchor')
    ? 'Where words come from stays on those words. Only those who write the text can take it along.'
    : undefined
}
