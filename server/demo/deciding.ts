import { plain } from '../../shared/doc/outline'
import { fillFragment } from '../../shared/doc/rich-nodes'
import { boardRoom, draftRoom } from '../../shared/sync/room-name'
import { bodyRoot } from '../../shared/tools/drafts/collections'
import type { DraftId } from '../../shared/tools/drafts/schema'
import { clusters } from '../../shared/tools/ideas/collections'
import type { AgendaStep } from '../../shared/workshop/schema'
import type { App } from '../app'
import * as content from './content'
import type { Visitor } from './visitor'

/** A dot vote that is over, and what the group made of it. */
export async function voteOnThemes({ context }: App, leader: Visitor, crowd: readonly Visitor[]): Promise<void> {
  const themes = await context.readDoc(boardRoom(leader.actor.workshopId), (board) => clusters.all(board))
  const options = themes.map(({ id, name }) => ({ label: name, ref: { collection: clusters.name, id } }))
  const round = { question: content.dotQuestion, method: 'dots', options, dots: 3, maxPerOption: 2, secret: true }
  const { roundId, options: made } = await leader.workshop<{ roundId: string; options: { id: string }[] }>('POST', '/rounds', round)
  await leader.workshop('POST', `/rounds/${roundId}/open`)
  for (const [index, voter] of crowd.entries()) {
    const [first, second] = [made[index % 3], made[(index * 5 + 2) % made.length]]
    const allocation = first === second ? { [first?.id ?? '']: 2 } : { [first?.id ?? '']: 2, [second?.id ?? '']: 1 }
    await cast(voter, roundId, { allocation, done: true })
  }
  const { closesAt } = await leader.workshop<{ closesAt: number }>('POST', `/rounds/${roundId}/close`)
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, closesAt - context.now())))
  await untilClosed(leader, roundId)
  await leader.workshop('POST', `/rounds/${roundId}/record`, { words: content.recordedDecision })
}

async function untilClosed(leader: Visitor, roundId: string): Promise<void> {
  for (;;) {
    const { state } = await leader.workshop<{ state: string }>('GET', `/rounds/${roundId}`)
    if (state === 'closed') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A mission that is adopted, a vision with rivals under its check, and three goals. */
export async function draftTogether(app: App, leader: Visitor, crowd: readonly Visitor[], plan: readonly AgendaStep[]): Promise<void> {
  const stepId = plan.find(({ tool }) => tool === 'drafts')?.id
  const missionId = await write(app, leader, { kind: 'mission', title: 'Mission' }, content.mission)
  const round = await check(leader, crowd, missionId, content.missionAnswers)
  await leader.workshop('POST', `/drafts/${missionId}/adopt`, { textHash: round.textHash, roundId: round.roundId })
  const visionId = await write(app, leader, { kind: 'vision', title: 'Vision', stepId }, content.vision)
  for (const [index, rival] of content.rivalVisions.entries()) {
    const writer = crowd[index + 2] ?? leader
    await write(app, writer, { kind: 'vision', title: rival.title, rivalOf: visionId }, rival.text)
  }
  for (const goal of content.goals) await write(app, leader, { kind: 'goal', title: goal.title }, goal.text)
  await check(leader, crowd, visionId, content.visionAnswers)
}

async function write({ context }: App, author: Visitor, draft: Record<string, unknown>, text: string): Promise<DraftId> {
  const { draftId } = await author.workshop<{ draftId: DraftId }>('POST', '/drafts', draft)
  const { workshopId } = author.actor
  await context.governed(workshopId, async () => ({
    result: undefined,
    writes: [
      {
        room: draftRoom(workshopId, draftId),
        write(doc) {
          const body = doc.getXmlFragment(bodyRoot)
          body.delete(0, body.length)
          fillFragment(body, [{ type: 'paragraph', text: plain(text) }])
        },
      },
    ],
  }))
  return draftId
}

/** Asks everybody whether a wording resonates. */
async function check(
  leader: Visitor,
  crowd: readonly Visitor[],
  draftId: DraftId,
  answers: readonly { answer: string; reason?: string }[],
) {
  const { textHash } = await leader.workshop<{ textHash: string }>('GET', `/drafts/${draftId}`)
  const round = { question: 'Does this resonate with you?', method: 'resonance', subject: { draftId, textHash }, secret: false }
  const { roundId } = await leader.workshop<{ roundId: string }>('POST', '/rounds', round)
  await leader.workshop('POST', `/rounds/${roundId}/open`)
  for (const [index, answer] of answers.entries()) {
    const voter = crowd[index]
    if (voter) await cast(voter, roundId, { ...answer, textHash })
  }
  return { roundId, textHash }
}

/** A vote that is open, with some who have finished and some who have not. */
export async function openVote(leader: Visitor, crowd: readonly Visitor[]): Promise<void> {
  const options = content.openOptions.map((label) => ({ label }))
  const round = { question: content.openQuestion, method: 'dots', options, dots: 5, maxPerOption: 2, secret: true }
  const { roundId, options: made } = await leader.workshop<{ roundId: string; options: { id: string }[] }>('POST', '/rounds', round)
  await leader.workshop('POST', `/rounds/${roundId}/open`)
  for (const [index, voter] of crowd.slice(0, 7).entries()) {
    const allocation = { [made[index % made.length]?.id ?? '']: 2, [made[(index + 2) % made.length]?.id ?? '']: 2 }
    await cast(voter, roundId, { allocation, done: index < 5 })
  }
}

function cast(voter: Visitor, roundId: string, ballot: Record<string, unknown>): Promise<unknown> {
  const idempotencyKey = `demo-${voter.actor.id}`
  return voter.workshop('PUT', `/rounds/${roundId}/ballot`, { ...ballot, idempotencyKey, baseVersion: 0 })
}
