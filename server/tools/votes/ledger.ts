import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { roles } from '../../../shared/access/actor'
import { IdentityLevel } from '../../../shared/access/identity'
import { OwnBallot } from '../../../shared/tools/votes/ballot-contract'
import { Choice } from '../../../shared/tools/votes/choice'
import { UnlinkedChoice } from '../../../shared/tools/votes/final'
import { ConsentState, FinalResult, Provisional, Round, RoundResult, SenseMark, Turnout } from '../../../shared/tools/votes/schema'
import { isEligible } from '../../../shared/tools/votes/selectors'
import { Terms } from '../../../shared/tools/votes/terms'
import type { Database } from '../../storage/tables'
import type { Tx } from '../server-tool'

export { Choice, Terms }

/** Either the transaction of an act, or the read-only side. */
export type Reader = Tx | Kysely<Database>

const Recorded = Round.shape.recorded.unwrap()

/** A round as the ledger has it. */
export interface StoredRound extends Terms, Pick<Round, 'id' | 'state' | 'revision' | 'createdAtMs'> {
  readonly workshopId: string
  readonly openedAtMs?: number
  readonly closesAtMs?: number
  readonly closedAtMs?: number
  /** As it stood at the close. */
  readonly closingTurnout?: Turnout
  readonly result?: RoundResult
  readonly recorded?: z.infer<typeof Recorded>
  readonly consent?: ConsentState
  readonly provisional?: Provisional
  readonly final?: FinalResult
  /** Choices of a provisional secret round, by nobody. Never leaves the server. */
  readonly unlinked?: readonly UnlinkedChoice[]
  readonly marks?: SenseMark[]
}

export interface StoredBallot {
  readonly participantId: string
  readonly version: number
  readonly done: boolean
  /** Absent once a secret round is closed, as is the receipt. */
  readonly choice?: Choice
  readonly receipt?: string
}

/** A person of the workshop, as far as voting asks. */
export interface Person {
  readonly id: `p_${string}`
  readonly name: string
  readonly role: (typeof roles)[number]
  readonly organisation?: string
  readonly sector?: string
  readonly level?: string
  readonly identity: IdentityLevel
  readonly removed: boolean
}

export async function insertRound(tx: Tx, round: StoredRound, createdBy: string): Promise<void> {
  await tx
    .insertInto('rounds')
    .values({
      id: round.id,
      workshop_id: round.workshopId,
      state: round.state,
      terms: JSON.stringify(Terms.parse(round)),
      draft_id: round.subject?.draftId ?? null,
      revision: 0,
      created_by: createdBy,
      created_at_ms: round.createdAtMs,
      opened_at_ms: null,
      closes_at_ms: null,
      closed_at_ms: null,
      turnout: null,
      result: null,
      recorded: null,
      consent: json(round.consent) ?? null,
      provisional: null,
      final: null,
      unlinked: null,
      marks: null,
    })
    .execute()
}

/** The round, if it is this workshop's. The writer queue runs one act at a time, so reading it in an act is locking it. */
export async function findRound(reader: Reader, workshopId: string, roundId: string): Promise<StoredRound | undefined> {
  const row = await reader
    .selectFrom('rounds')
    .selectAll()
    .where('id', '=', roundId)
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst()
  return row && stored(row)
}

/** Rounds about a wording, newest first. */
export async function roundsAbout(reader: Reader, workshopId: string, draftId: string): Promise<readonly StoredRound[]> {
  const rows = await reader
    .selectFrom('rounds')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .where('draft_id', '=', draftId)
    .orderBy('created_at_ms', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(stored)
}

/** Rounds of a workshop that are in one of these states. */
export async function roundsIn(reader: Reader, workshopId: string, states: readonly Round['state'][]): Promise<readonly StoredRound[]> {
  const rows = await reader
    .selectFrom('rounds')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .where('state', 'in', [...states])
    .execute()
  return rows.map(stored)
}

/** Rounds of a workshop that take ballots now. */
export function runningRounds(reader: Reader, workshopId: string): Promise<readonly StoredRound[]> {
  return roundsIn(reader, workshopId, ['open', 'closing'])
}

/** Workshops in which a round takes ballots now. */
export async function workshopsWithRunningRounds(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom('rounds').select('workshop_id').distinct().where('state', 'in', ['open', 'closing']).execute()
  return rows.map(({ workshop_id }) => workshop_id)
}

/** Rounds of all workshops that close by themselves: those called to a close, and those open until a date. */
export async function roundsWithAnEnd(reader: Reader): Promise<readonly StoredRound[]> {
  const rows = await reader.selectFrom('rounds').selectAll().where('state', 'in', ['open', 'closing']).execute()
  return rows.map(stored).filter(({ state, untilMs }) => state === 'closing' || untilMs !== undefined)
}

/** Writes what may change in a round's row. */
export async function updateRound(
  tx: Tx,
  roundId: string,
  changes: Partial<
    Pick<
      StoredRound,
      | 'state'
      | 'revision'
      | 'openedAtMs'
      | 'closesAtMs'
      | 'closedAtMs'
      | 'closingTurnout'
      | 'result'
      | 'recorded'
      | 'consent'
      | 'provisional'
      | 'final'
      | 'unlinked'
      | 'marks'
    >
  >,
): Promise<void> {
  const columns = {
    state: changes.state,
    revision: changes.revision,
    opened_at_ms: changes.openedAtMs,
    closes_at_ms: changes.closesAtMs,
    closed_at_ms: changes.closedAtMs,
    turnout: json(changes.closingTurnout),
    result: json(changes.result),
    recorded: json(changes.recorded),
    consent: json(changes.consent),
    provisional: json(changes.provisional),
    final: json(changes.final),
    unlinked: json(changes.unlinked),
    marks: json(changes.marks),
  }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  await tx.updateTable('rounds').set(given).where('id', '=', roundId).execute()
}

export async function ballotsOf(reader: Reader, roundId: string): Promise<readonly StoredBallot[]> {
  const rows = await reader.selectFrom('ballots').selectAll().where('round_id', '=', roundId).orderBy('participant_id').execute()
  return rows.map(storedBallot)
}

/** One person's ballot; undefined when they have none. */
export async function ballotOf(reader: Reader, roundId: string, participantId: string): Promise<StoredBallot | undefined> {
  const row = await reader
    .selectFrom('ballots')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('participant_id', '=', participantId)
    .executeTakeFirst()
  return row && storedBallot(row)
}

/** Writes a whole ballot over the one before. */
export async function replaceBallot(
  tx: Tx,
  roundId: string,
  ballot: StoredBallot & { readonly choice: Choice; readonly receipt: string; readonly salt: string },
): Promise<void> {
  const { version, receipt, salt } = ballot
  const columns = { version, done: ballot.done ? 1 : 0, choice: JSON.stringify(ballot.choice), receipt, salt }
  await tx
    .insertInto('ballots')
    .values({ round_id: roundId, participant_id: ballot.participantId, ...columns })
    .onConflict((conflict) => conflict.columns(['round_id', 'participant_id']).doUpdateSet(columns))
    .execute()
}

/** The answer given before to this numbered request, and to which body. */
export async function answeredRequest(
  reader: Reader,
  roundId: string,
  participantId: string,
  key: string,
): Promise<{ readonly bodyHash: string; readonly answer: OwnBallot & { receipt: string } } | undefined> {
  const row = await reader
    .selectFrom('ballot_requests')
    .select(['body_hash', 'answer'])
    .where('round_id', '=', roundId)
    .where('participant_id', '=', participantId)
    .where('request_key', '=', key)
    .executeTakeFirst()
  return row && { bodyHash: row.body_hash, answer: OwnBallot.required({ receipt: true }).parse(JSON.parse(row.answer)) }
}

export async function keepAnswer(
  tx: Tx,
  roundId: string,
  participantId: string,
  key: string,
  bodyHash: string,
  answer: OwnBallot,
): Promise<void> {
  await tx
    .insertInto('ballot_requests')
    .values({ round_id: roundId, participant_id: participantId, request_key: key, body_hash: bodyHash, answer: JSON.stringify(answer) })
    .execute()
}

/** Destroys the link between voters and choices: the roll of who voted stays, what they chose does not. */
export async function unlinkBallots(tx: Tx, roundId: string): Promise<void> {
  await tx.updateTable('ballots').set({ choice: null, receipt: null, salt: null }).where('round_id', '=', roundId).execute()
  await tx.deleteFrom('ballot_requests').where('round_id', '=', roundId).execute()
  await tx.deleteFrom('sense_contests').where('round_id', '=', roundId).execute()
}

/** Writes down who could vote, as it stands at the close. */
export async function keepElectorate(tx: Tx, roundId: string, electorate: readonly Person[]): Promise<void> {
  const rows = electorate.map(({ id }) => ({ round_id: roundId, participant_id: id }))
  if (rows.length > 0) await tx.insertInto('electorates').values(rows).execute()
}

/** Ids of those who could vote in a closed round. */
export async function keptElectorate(reader: Reader, roundId: string): Promise<ReadonlySet<string>> {
  const rows = await reader.selectFrom('electorates').select('participant_id').where('round_id', '=', roundId).execute()
  return new Set(rows.map(({ participant_id }) => participant_id))
}

/** Throws away what was kept of a provisional secret round's choices. */
export async function forgetChoices(tx: Tx, roundId: string): Promise<void> {
  await tx.updateTable('rounds').set({ unlinked: null }).where('id', '=', roundId).execute()
}

/** Gives a ballot, and the answers to its requests, to another seat of the same person, which has none. */
export async function moveBallot(tx: Tx, roundId: string, from: string, into: string): Promise<void> {
  const seat = { participant_id: into }
  await tx.updateTable('ballots').set(seat).where('round_id', '=', roundId).where('participant_id', '=', from).execute()
  await tx.updateTable('ballot_requests').set(seat).where('round_id', '=', roundId).where('participant_id', '=', from).execute()
  await tx.updateTable('sense_contests').set(seat).where('round_id', '=', roundId).where('participant_id', '=', from).execute()
}

/** Throws one seat's ballot away. */
export async function dropBallot(tx: Tx, roundId: string, participantId: string): Promise<void> {
  await tx.deleteFrom('ballots').where('round_id', '=', roundId).where('participant_id', '=', participantId).execute()
  await tx.deleteFrom('ballot_requests').where('round_id', '=', roundId).where('participant_id', '=', participantId).execute()
  await tx.deleteFrom('sense_contests').where('round_id', '=', roundId).where('participant_id', '=', participantId).execute()
}

/** Throws every trace of a round's ballots away. */
export async function deleteBallots(tx: Tx, roundId: string): Promise<void> {
  await tx.deleteFrom('ballots').where('round_id', '=', roundId).execute()
  await tx.deleteFrom('ballot_requests').where('round_id', '=', roundId).execute()
  await tx.deleteFrom('sense_contests').where('round_id', '=', roundId).execute()
}

export async function peopleOf(reader: Reader, workshopId: string): Promise<readonly Person[]> {
  const rows = await reader
    .selectFrom('participants')
    .select(['id', 'name', 'role', 'organisation', 'sector', 'level', 'identity', 'removed_at_ms'])
    .where('workshop_id', '=', workshopId)
    .execute()
  return rows.map((row) => ({
    id: row.id as Person['id'], // written by the kernel with this prefix only
    name: row.name,
    role: row.role as Person['role'], // written from the Role schema only
    ...(row.organisation === null ? {} : { organisation: row.organisation }),
    ...(row.sector === null ? {} : { sector: row.sector }),
    ...(row.level === null ? {} : { level: row.level }),
    identity: IdentityLevel.parse(row.identity),
    removed: row.removed_at_ms !== null,
  }))
}

/**
 * Who may vote as things stand: by role and way in, and whoever voted before their role changed. Removed people are out, with
 * their ballots.
 *
 * @param before who voted in the round that this one takes late answers to
 */
export function electorateOf(
  round: Pick<Round, 'facilitatorsVote' | 'binding'>,
  people: readonly Person[],
  ballots: readonly StoredBallot[],
  before: ReadonlySet<string> = new Set(),
): readonly Person[] {
  const voted = new Set(ballots.map(({ participantId }) => participantId))
  return people.filter(
    ({ id, role, identity, removed }) => !removed && !before.has(id) && (isEligible(role, round, identity) || voted.has(id)),
  )
}

/** Counts that anybody may know at any time. */
export function turnoutOf(electorate: readonly Person[], ballots: readonly StoredBallot[]): Turnout {
  const entitled = new Set<string>(electorate.map(({ id }) => id))
  const own = ballots.filter(({ participantId }) => entitled.has(participantId))
  return { eligible: electorate.length, begun: own.length, done: own.filter(({ done }) => done).length }
}

function storedBallot(row: Database['ballots']): StoredBallot {
  return {
    participantId: row.participant_id,
    version: row.version,
    done: row.done === 1,
    ...(row.choice === null ? {} : { choice: Choice.parse(JSON.parse(row.choice)) }),
    ...(row.receipt === null ? {} : { receipt: row.receipt }),
  }
}

function stored(row: Database['rounds']): StoredRound {
  return {
    ...Terms.parse(JSON.parse(row.terms)),
    id: row.id as Round['id'], // written by this tool with this prefix only
    workshopId: row.workshop_id,
    state: Round.shape.state.parse(row.state),
    revision: row.revision,
    createdAtMs: row.created_at_ms,
    ...(row.opened_at_ms === null ? {} : { openedAtMs: row.opened_at_ms }),
    ...(row.closes_at_ms === null ? {} : { closesAtMs: row.closes_at_ms }),
    ...(row.closed_at_ms === null ? {} : { closedAtMs: row.closed_at_ms }),
    ...(row.turnout === null ? {} : { closingTurnout: Turnout.parse(JSON.parse(row.turnout)) }),
    ...(row.result === null ? {} : { result: RoundResult.parse(JSON.parse(row.result)) }),
    ...(row.recorded === null ? {} : { recorded: Recorded.parse(JSON.parse(row.recorded)) }),
    ...(row.consent === null ? {} : { consent: ConsentState.parse(JSON.parse(row.consent)) }),
    ...(row.provisional === null ? {} : { provisional: Provisional.parse(JSON.parse(row.provisional)) }),
    ...(row.final === null ? {} : { final: FinalResult.parse(JSON.parse(row.final)) }),
    ...(row.unlinked === null ? {} : { unlinked: z.array(UnlinkedChoice).parse(JSON.parse(row.unlinked)) }),
    ...(row.marks === null ? {} : { marks: z.array(SenseMark).parse(JSON.parse(row.marks)) }),
  }
}

function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value)
}
