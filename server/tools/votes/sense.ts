import type { Actor } from '../../../shared/access/actor'
import { recordRoom } from '../../../shared/sync/room-name'
import { rounds } from '../../../shared/tools/votes/collections'
import { problem } from '../../../shared/tools/votes/problems'
import { namedAnswer } from '../../../shared/tools/votes/result'
import type { Round, SenseMark } from '../../../shared/tools/votes/schema'
import { standingOf } from '../../../shared/tools/votes/standing-answers'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import type { DocWrite, Effects, Tx } from '../server-tool'
import { takesBallots } from './casting'
import type { PresentText } from './consenting'
import * as ledger from './ledger'
import { seatNow } from './roll'
import { roundWrite } from './round-write'
import { contestsIn } from './standing-ballots'
import { isKept, keepText, type WordingText } from './wording-texts'

/** A change of a wording's text. */
export interface TextChange {
  readonly from: string
  readonly to: string
}

/**
 * Marks a change as none of the sense, inside the caller's transaction; marked before, it changes nothing.
 *
 * @throws WorkshopError `vote/closed`, `vote/not-open`, `vote/no-words`, `draft/text-changed`, `vote/unknown-text`
 */
export async function markSense(
  tx: Tx,
  by: Actor,
  round: ledger.StoredRound,
  { from, to }: TextChange,
  nowMs: number,
  presentText: PresentText,
): Promise<Effects<SenseMark>> {
  const { id: roundId, marks = [] } = round
  const known = marks.find((mark) => mark.from === from && mark.to === to)
  if (known) return { result: known }
  if (round.state !== 'open') throw problem(round.state === 'draft' ? 'vote/not-open' : 'vote/closed', { roundId })
  const present = await demandPresent(round, to, presentText)
  if (from === to || !(await isKept(tx, round.workshopId, from))) throw problem('vote/unknown-text', { from })
  await keepText(tx, round.workshopId, present)
  const contested = countOf(await contestsIn(tx, roundId), to)
  const byName = (await ledger.peopleOf(tx, round.workshopId)).find(({ id }) => id === by.id)?.name ?? ''
  const mark: SenseMark = { from, to, byName, atMs: nowMs, contested }
  await ledger.updateRound(tx, roundId, { marks: [...marks, mark] })
  return {
    result: mark,
    writes: [roundWrite(round, { marks: [...marks, mark] })],
    ledger: [{ kind: 'vote/sense-marked', payload: { roundId, by: by.id, from, to } }],
  }
}

/**
 * Lets somebody say that the text as it stands changes the sense for them, inside the caller's transaction: no mark carries
 * their answer over to it any more. Said before, it changes nothing. In a secret check nobody else learns whose word it is.
 *
 * @throws WorkshopError `request/not-found`, `vote/closed`, `vote/no-words`, `draft/text-changed`, `vote/not-carried`
 */
export async function contestSense(
  tx: Tx,
  actor: Actor,
  round: ledger.StoredRound,
  textHash: string,
  nowMs: number,
  presentText: PresentText,
): Promise<Effects<{ contested: string[] }>> {
  const { id: roundId, marks = [] } = round
  if (!(await seatNow(tx, actor))) throw kernelProblem('request/not-found')
  const before = (await contestsIn(tx, roundId)).get(actor.id) ?? []
  if (before.includes(textHash)) return { result: { contested: [...before] } }
  if (!takesBallots(round, nowMs)) throw problem('vote/closed', { roundId })
  await demandPresent(round, textHash, presentText)
  const choice = (await ledger.ballotOf(tx, roundId, actor.id))?.choice
  const isCarried = choice?.answer !== undefined && standingOf({ ...choice, contested: before }, textHash, marks) === 'carried'
  if (!isCarried) throw problem('vote/not-carried', { roundId })
  await tx.insertInto('sense_contests').values({ round_id: roundId, participant_id: actor.id, text_hash: textHash }).execute()
  const contests = await contestsIn(tx, roundId)
  const counted = marks.map((mark) => ({ ...mark, contested: countOf(contests, mark.to) }))
  const contested = [...(contests.get(actor.id) ?? [])]
  await ledger.updateRound(tx, roundId, { marks: counted })
  const answer = round.method === 'resonance' ? namedAnswer({ ...choice, participantId: actor.id, receipt: '', contested }) : undefined
  return {
    result: { contested },
    writes: [roundWrite(round, { marks: counted }), ...(answer ? [showAnswer(round, answer)] : [])],
    ledger: [{ kind: 'vote/sense-contested', payload: { roundId, to: textHash, ...(round.secret ? {} : { participantId: actor.id }) } }],
  }
}

/** @throws WorkshopError `vote/no-words`, `draft/text-changed` */
async function demandPresent({ subject }: ledger.StoredRound, textHash: string, presentText: PresentText): Promise<WordingText> {
  if (!subject) throw problem('vote/no-words')
  const present = await presentText(subject.draftId)
  if (present?.textHash !== textHash) throw problem('draft/text-changed', { textHash: present?.textHash })
  return present
}

function countOf(contests: Awaited<ReturnType<typeof contestsIn>>, textHash: string): number {
  return [...contests.values()].filter((texts) => texts.includes(textHash)).length
}

function showAnswer({ id, workshopId }: ledger.StoredRound, answer: NonNullable<Round['answers']>[string]): DocWrite {
  return { room: recordRoom(workshopId), write: (doc) => void rounds.putEntry(doc, id, 'answers', answer.participantId, answer) }
}
