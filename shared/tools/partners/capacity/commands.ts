import type * as Y from 'yjs'
import type { Actor } from '../../../access/actor'
import { skillTopics } from '../../../content/capacity'
import { newId } from '../../../doc/ids'
import { nameKey } from '../../../doc/name-key'
import { lastOrder, ordersAfter } from '../../../doc/order'
import { commandOrigin } from '../../../doc/origin'
import { learnings, meetings, skills } from './collections'
import type { LearningFields, LearningId, MeetingFields, MeetingId, SkillId } from './schema'

/** Asks for skills by name; one that is asked for already stays as it is. A usual one has the same id for everybody, so that asking twice at once is once. */
export function needSkills(board: Y.Doc, actor: Actor, names: readonly string[]): void {
  const known = new Set(skills.all(board).map(({ name }) => nameKey(name)))
  const fresh = names.filter((name) => {
    const isFresh = !known.has(nameKey(name))
    known.add(nameKey(name))
    return isFresh
  })
  const orders = ordersAfter(lastOrder(skills.all(board)), fresh.length)
  board.transact(
    () => {
      for (const [index, name] of fresh.entries())
        skills.put(board, { id: idFor(name), name, neededBy: {}, heldBy: {}, order: orders[index] ?? 'a0', authorId: actor.id })
    },
    commandOrigin('partners/need-skills', actor),
  )
}

function idFor(name: string): SkillId {
  const topic = skillTopics.find(({ label }) => nameKey(label) === nameKey(name))
  return topic ? `skill_${topic.id}` : newId('skill')
}

/** Asks for a skill no longer; what was planned for it goes along. False when it is gone. */
export function dropSkill(board: Y.Doc, actor: Actor, id: SkillId): boolean {
  return board.transact(
    () => {
      for (const learning of learnings.all(board)) if (learning.skillId === id) learnings.remove(board, learning.id)
      return skills.remove(board, id)
    },
    commandOrigin('partners/drop-skill', actor),
  )
}

/** Says whether a partner needs a skill for its part. False when the skill is gone. */
export function setNeed(board: Y.Doc, actor: Actor, id: SkillId, partnerId: string, isNeeded: boolean): boolean {
  return board.transact(
    () => (isNeeded ? skills.putEntry(board, id, 'neededBy', partnerId, true) : skills.removeEntry(board, id, 'neededBy', partnerId)),
    commandOrigin('partners/set-need', actor),
  )
}

/** Says how well a partner has a skill; undefined takes the answer back. False when the skill is gone. */
export function setLevel(board: Y.Doc, actor: Actor, id: SkillId, partnerId: string, level: number | undefined): boolean {
  return board.transact(
    () =>
      level === undefined ? skills.removeEntry(board, id, 'heldBy', partnerId) : skills.putEntry(board, id, 'heldBy', partnerId, level),
    commandOrigin('partners/set-level', actor),
  )
}

/** Plans a training, a community of practice or a mentoring pair. */
export function planLearning(board: Y.Doc, actor: Actor, fields: LearningFields): LearningId {
  const id = newId('learning')
  const [order = 'a0'] = ordersAfter(lastOrder(learnings.all(board)), 1)
  board.transact(() => learnings.put(board, { ...fields, id, order, authorId: actor.id }), commandOrigin('partners/plan-learning', actor))
  return id
}

/** False when it is gone. */
export function editLearning(board: Y.Doc, actor: Actor, id: LearningId, changes: Partial<LearningFields>): boolean {
  return board.transact(() => learnings.patch(board, id, changes), commandOrigin('partners/edit-learning', actor))
}

/** False when it is gone. */
export function removeLearning(board: Y.Doc, actor: Actor, id: LearningId): boolean {
  return board.transact(() => learnings.remove(board, id), commandOrigin('partners/remove-learning', actor))
}

/** Plans a meeting. */
export function planMeeting(board: Y.Doc, actor: Actor, fields: MeetingFields): MeetingId {
  const id = newId('meeting')
  const [order = 'a0'] = ordersAfter(lastOrder(meetings.all(board)), 1)
  board.transact(() => meetings.put(board, { ...fields, id, order, authorId: actor.id }), commandOrigin('partners/plan-meeting', actor))
  return id
}

/** False when it is gone. */
export function editMeeting(board: Y.Doc, actor: Actor, id: MeetingId, changes: Partial<MeetingFields>): boolean {
  return board.transact(() => meetings.patch(board, id, changes), commandOrigin('partners/edit-meeting', actor))
}

/** False when it is gone. */
export function removeMeeting(board: Y.Doc, actor: Actor, id: MeetingId): boolean {
  return board.transact(() => meetings.remove(board, id), commandOrigin('partners/remove-meeting', actor))
}
