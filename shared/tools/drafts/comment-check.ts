import type { Actor } from '../../access/actor'
import type { TouchedRecord } from '../tool'
import { replies, threads } from './collections'
import { Reply, Thread } from './comment-schema'
import { can, canChangeComment } from './permissions'

const fixed = ['id', 'threadId', 'authorId', 'createdAtMs', 'quote']
const own = ['text', 'deletedAtMs']

/**
 * Refuses what the rules of comments forbid, after a client's update was applied to the server's copy: a sentence
 * for the person, or undefined when it is fine. Who may comment at all is the right on the document.
 */
export function checkComment(actor: Actor, touched: TouchedRecord): string | undefined {
  if (touched.collection !== threads.name && touched.collection !== replies.name) return undefined
  if (touched.change === 'removed') return 'A deleted comment stays restorable, so nothing of it is erased.'
  const schema = touched.collection === threads.name ? Thread : Reply
  const after = schema.safeParse(touched.after)
  if (!after.success) return 'This comment could not be read.'
  const { data } = after
  if (touched.change === 'added' && data.authorId !== actor.id) return 'A comment carries the name of the person who writes it.'
  if ('resolved' in data && touched.fields.includes('resolved') && data.resolved && data.resolved.byId !== actor.id) {
    return 'Whoever resolves a comment does so in their own name.'
  }
  return touched.change === 'edited' ? checkEdit(actor, touched) : undefined
}

function checkEdit(actor: Actor, { collection, fields, before }: TouchedRecord): string | undefined {
  if (fields.some((field) => fixed.includes(field))) return 'Who wrote a comment, and on which words, stays as it was.'
  const stored = (collection === threads.name ? Thread : Reply).safeParse(before)
  const authorId = stored.success ? stored.data.authorId : ''
  if (fields.some((field) => own.includes(field)) && !canChangeComment(actor, authorId)) {
    return 'Only its author or a facilitator can change or delete a comment.'
  }
  if (fields.includes('anchor') && authorId !== actor.id && !can(actor, 'comments/re-anchor')) {
    return 'A comment stays on its words. Only those who write the text can take it along.'
  }
  return undefined
}
