import type { Actor } from '../../access/actor'
import { isOrderKey } from '../../doc/order'
import type { TouchedRecord } from '../tool'
import { clusters, ideas, prompts } from './collections'
import { can, canEdit } from './permissions'
import { Cluster, Idea } from './schema'

const fixed = ['id', 'promptId', 'authorId', 'createdAtMs', 'anonymous', 'byline']
const own = ['text', 'kind', 'deletedAtMs']

/**
 * Refuses what the rules of notes forbid, after a client's update was applied to the server's copy: a sentence
 * for the person, or undefined when it is fine.
 */
export function check(actor: Actor, touched: TouchedRecord): string | undefined {
  if (touched.collection === ideas.name) return checkIdea(actor, touched)
  if (touched.collection === clusters.name) return checkCluster(actor, touched)
  if (touched.collection === prompts.name && touched.change === 'removed') return 'A prompt stays as long as its step.'
  return undefined
}

function checkIdea(actor: Actor, touched: TouchedRecord): string | undefined {
  if (touched.change === 'removed') {
    return mayEditStored(actor, touched.before) ? undefined : 'Only its author or a facilitator can delete a note.'
  }
  const after = Idea.safeParse(touched.after)
  if (!after.success || !isOrderKey(after.data.order)) return 'This note could not be read.'
  if (touched.change === 'added') {
    return after.data.authorId === actor.id ? undefined : 'A note carries the name of the person who writes it.'
  }
  if (touched.fields.some((field) => fixed.includes(field))) return 'Who wrote a note, and for which prompt, stays as it was.'
  if (touched.fields.some((field) => own.includes(field)) && !mayEditStored(actor, touched.before)) {
    return 'Only its author or a facilitator can change or delete a note.'
  }
  return undefined
}

/** A note that the server published carries no author, so only facilitators may edit it. */
function mayEditStored(actor: Actor, stored: unknown): boolean {
  const before = Idea.safeParse(stored)
  return before.success ? canEdit(actor, before.data) : can(actor, 'ideas/edit-any')
}

function checkCluster(actor: Actor, touched: TouchedRecord): string | undefined {
  if (touched.change === 'removed') {
    const allowed = touched.createdBy === actor.id || can(actor, 'ideas/edit-any')
    return allowed ? undefined : 'Only the person who made a cluster can take it back; anybody can delete it.'
  }
  const after = Cluster.safeParse(touched.after)
  if (!after.success || !isOrderKey(after.data.order)) return 'This cluster could not be read.'
  return touched.change === 'edited' && touched.fields.includes('promptId') ? 'A cluster stays with its prompt.' : undefined
}
