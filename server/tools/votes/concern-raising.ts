import type { ParticipantId } from '../../../shared/access/actor'
import { newId } from '../../../shared/doc/ids'
import { closed, saidAnew } from '../../../shared/tools/votes/concern-moves'
import type { Concern } from '../../../shared/tools/votes/concern-schema'
import { becomesConcern } from '../../../shared/tools/votes/concern-selectors'
import { textAsked } from '../../../shared/tools/votes/consent'
import { type Answer, isAgreement } from '../../../shared/tools/votes/methods'
import type { ClosingBallot } from '../../../shared/tools/votes/result'
import { fewestForBreadth } from '../../../shared/tools/votes/secrecy'
import type { Effects, Tx } from '../server-tool'
import type { CastNews } from './cast-news'
import { keyProofsOf } from './concern-key'
import { concernsOfRound, insertConcern } from './concern-ledger'
import { changeConcern, showConcern } from './concern-writes'
import type { Closed } from './counting'
import type { Choice, StoredRound } from './ledger'

type Entry = NonNullable<Effects<void>['ledger']>[number]

/** What the answers to resonance checks, which hide nothing, make of their authors' concerns, at once. */
export async function raiseLive(tx: Tx, news: readonly CastNews[], nowMs: number): Promise<Closed> {
  const all: Closed[] = []
  for (const each of news) if (each.round.method === 'resonance' && each.round.subject) all.push(await hearAnswer(tx, each, nowMs))
  return together(all)
}

/**
 * One person answered, answered anew, or took their answer back, which leaves what they said before as it is. A first answer
 * below the threshold waits for its words: the close raises it without, should none come.
 */
async function hearAnswer(tx: Tx, { round, participantId, choice }: CastNews, nowMs: number): Promise<Closed> {
  const said = saidIn(round, choice)
  if (!said) return nothing
  const own = await ownConcerns(tx, round, participantId)
  const standing = own.filter(({ state }) => state.is !== 'closed')
  if (!said.isConcern) return endAll(tx, round, standing, said, nowMs)
  const latest = standing.at(-1)
  if (latest && saysTheSame(latest, said)) return nothing
  if (!latest && (said.words === undefined || own.some((concern) => wasEndedAsIs(concern, said)))) return nothing
  if (!latest) return raise(tx, round, { said, atMs: nowMs, authorId: participantId })
  const write = await changeConcern(tx, round.workshopId, latest, saidAnew(latest, said, nowMs))
  return { writes: [write], ledger: [entryOf('concern/said-anew', latest, said.textHash)] }
}

/**
 * What a closing check leaves: in an open one every answer below the threshold with its author; in a secret one without, all of
 * them about the text that the check closed on, since the text that somebody answered on tells when they did. A secret one tells
 * only answers that are counted, and those only where reasons may be published. A resonance check has raised those with words
 * already, and raises here what was left without.
 *
 * @param textHash of the wording as it is at the close
 */
export async function raiseAtClose(
  tx: Tx,
  round: StoredRound,
  ballots: readonly ClosingBallot[],
  nowMs: number,
  textHash: string | undefined,
): Promise<Closed> {
  if (!round.subject) return nothing
  const answers = ballots.filter(({ answer, lapsed }) => answer !== undefined && !(round.secret && lapsed))
  if (round.secret && answers.length < fewestForBreadth) return nothing
  const before = (await concernsOfRound(tx, round.workshopId, round.id)).map(({ concern }) => concern)
  const proofOf = await keyProofsOf(tx, round.id)
  const raised = answers.flatMap((ballot) => {
    const said = saidIn(round, round.secret ? { ...ballot, textHash } : ballot)
    const own = before.filter(({ authorId }) => authorId === ballot.participantId)
    if (!said?.isConcern || own.some((concern) => concern.state.is !== 'closed' || wasEndedAsIs(concern, said))) return []
    return [{ id: newId('concern'), said, participantId: ballot.participantId }]
  })
  // By their ids, which are random: the order of a secret check's concerns says nothing of who answered.
  raised.sort((a, b) => (a.id < b.id ? -1 : 1))
  const all: Closed[] = []
  for (const { id, said, participantId } of raised) {
    const whose = round.secret ? { proof: proofOf(participantId) } : { authorId: participantId }
    all.push(await raise(tx, round, { id, said, atMs: nowMs, ...whose }))
  }
  return together(all)
}

const nothing: Closed = { writes: [], ledger: [] }

interface Said {
  readonly answer: Answer
  readonly words?: string
  readonly textHash: string
  readonly isConcern: boolean
}

interface Raised {
  readonly id?: Concern['id']
  readonly said: Said
  readonly atMs: number
  readonly authorId?: ParticipantId
  readonly proof?: Parameters<typeof insertConcern>[3]
}

/** What an answer says, and of which text; undefined for a ballot that says nothing. */
function saidIn(round: StoredRound, { answer, reason, textHash = textAsked(round) }: Choice): Said | undefined {
  const { method } = round
  if (!isAgreement(method) || answer === undefined || textHash === undefined) return undefined
  const isConcern = becomesConcern({ ...round, method }, { answer, reason })
  return { answer, ...(reason ? { words: reason } : {}), textHash, isConcern }
}

async function raise(tx: Tx, round: StoredRound, { id = newId('concern'), said, atMs, authorId, proof }: Raised): Promise<Closed> {
  const { subject, method, workshopId } = round
  if (!subject || !isAgreement(method)) return nothing
  const { answer, words, textHash } = said
  const concern: Concern = {
    id,
    draftId: subject.draftId,
    roundId: round.id,
    method,
    answer,
    ...(words ? { words } : {}),
    ...(authorId ? { authorId } : {}),
    textHash,
    atMs,
    state: { is: 'open' },
    history: [],
  }
  await insertConcern(tx, workshopId, concern, proof)
  return { writes: [showConcern(workshopId, concern)], ledger: [entryOf('concern/raised', concern, textHash)] }
}

/** A supporting answer ends what its author held against the words: met where a change was linked, else withdrawn. */
async function endAll(tx: Tx, round: StoredRound, standing: readonly Concern[], said: Said, atMs: number): Promise<Closed> {
  const all: Closed[] = []
  for (const concern of standing) {
    const as = concern.state.is === 'answered' ? 'met' : 'withdrawn'
    const write = await changeConcern(tx, round.workshopId, concern, closed(concern, as, atMs, said))
    all.push({ writes: [write], ledger: [entryOf('concern/closed', concern, said.textHash, { as })] })
  }
  return together(all)
}

function together(all: readonly Closed[]): Closed {
  return { writes: all.flatMap(({ writes }) => writes), ledger: all.flatMap(({ ledger }) => ledger) }
}

function entryOf(kind: string, { id, roundId, draftId, authorId }: Concern, textHash: string, more: Record<string, unknown> = {}): Entry {
  return { kind, payload: { concernId: id, roundId, draftId, textHash, ...(authorId ? { by: authorId } : {}), ...more } }
}

async function ownConcerns(tx: Tx, round: StoredRound, authorId: string): Promise<readonly Concern[]> {
  const all = (await concernsOfRound(tx, round.workshopId, round.id)).map(({ concern }) => concern)
  return all.filter((concern) => concern.authorId === authorId).sort((a, b) => a.atMs - b.atMs)
}

/** An answer that is only sent again, on the same text, changes nothing; one on a changed text says it anew. */
function saysTheSame({ answer, words, textHash }: Concern, said: Said): boolean {
  return answer === said.answer && words === said.words && textHash === said.textHash
}

/** Whether its author has ended it as dissent or withdrew it, and now only renews the answer that it came from. */
function wasEndedAsIs({ state, answer, words }: Concern, said: Said): boolean {
  if (state.is !== 'closed' || state.as === 'met' || state.answer !== undefined) return false
  return answer === said.answer && words === said.words
}
