import type { Actor } from '../../access/actor'
import { isOrderKey } from '../../doc/order'
import { agenda } from '../../workshop/collections'
import type { TouchedRecord, WrittenIn } from '../tool'
import { clusters, ideaModes, ideas, prompts } from './collections'
import { can, canEdit } from './permissions'
import { Cluster, Idea } from './schema'
import { effectiveMode } from './selectors'

const fixed = ['id', 'promptId', 'authorId', 'createdAtMs', 'anonymous', 'byline']
const own = ['text', 'kind', 'deletedAtMs']

/**
 * Refuses what the rules of notes forbid, after a client's update was applied to the server's copy: a sentence
 * for the person, or undefined when it is fine.
 */
export function check(actor: Actor, touched: TouchedRecord, where: WrittenIn): string | undefined {
  if (touched.collection === ideas.name) return checkIdea(actor, touched, where)
  if (touched.collection === clusters.name) return checkCluster(actor, touched)
  if (touched.collection === prompts.name && touched.change === 'removed') return 'A prompt stays as long as its step.'
  return undefined
}

function checkIdea(actor: Actor, touched: TouchedRecord, where: WrittenIn): string | undefined {
  if (touched.change === 'removed') {
    return mayEditStored(actor, touched.before) ? undefined : 'Only its author or a facilitator can delete a note.'
  }
  const after = Idea.safeParse(touched.after)
  if (!after.success || !isOrderKey(after.data.order)) return 'This note could not be read.'
  if (touched.change === 'added') {
    if (after.data.authorId !== actor.id) return 'A note carries the name of the person who writes it.'
    return isKeptBack(after.data, where) ? 'Notes are written privately just now, so nothing goes straight to the board.' : undefined
  }
  if (touched.fields.some((field) => fixed.includes(field))) return 'Who wrote a note, and for which prompt, stays as it was.'
  if (touched.fields.some((field) => own.includes(field)) && !mayEditStored(actor, touched.before)) {
    return 'Only its author or a facilitator can change or delete a note.'
  }
  return undefined
}

/** Whether a note stands on the board although its prompt is written privately. */
function isKeptBack({ promptId }: Idea, { zone, record }: WrittenIn): boolean {
  if (zone !== 'board') return false
  return effectiveMode(ideaModes.live(record).get(promptId), agenda.live(record).all(), promptId).writing === 'private'
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
