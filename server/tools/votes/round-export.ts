import type { Kysely } from 'kysely'
import { problem } from '../../../shared/tools/votes/problems'
import type { ExportedBallot, RoundExport } from '../../../shared/tools/votes/round-export'
import type { FinalResult, Provisional, SenseMark } from '../../../shared/tools/votes/schema'
import { type ChainEntry, sealed } from '../../../shared/workshop/ledger-chain'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import { ledgerEntries } from '../../storage/hash-chain'
import type { Database } from '../../storage/tables'

/**
 * A closed round with all that is needed to check it. Terms, result and choices are taken as they were written, letter by
 * letter, since hashes were made of exactly that.
 *
 * @throws WorkshopError `request/not-found`; `vote/not-exported` before the close
 */
export async function roundExport(db: Kysely<Database>, workshopId: string, roundId: string): Promise<RoundExport> {
  const row = await db.selectFrom('rounds').selectAll().where('id', '=', roundId).where('workshop_id', '=', workshopId).executeTakeFirst()
  if (!row) throw kernelProblem('request/not-found')
  if (row.state !== 'closed' || !row.result || !row.turnout) throw problem('vote/not-exported', { why: whyNot(row.state) })
  // These columns hold what the round's own schemas made.
  const terms = JSON.parse(row.terms) as RoundExport['terms']
  const result = JSON.parse(row.result) as RoundExport['result']
  const chain = chainOf(await ledgerEntries(db, workshopId), roundId)
  const ballots = terms.secret ? publishedBallots(result) : await namedBallots(db, roundId, result)
  return {
    format: 'convene-round',
    version: 1,
    // Ids are written with their prefixes only.
    workshopId: workshopId as RoundExport['workshopId'],
    roundId: row.id as RoundExport['roundId'],
    terms,
    termsHash: termsHashIn(chain),
    turnout: JSON.parse(row.turnout) as RoundExport['turnout'],
    result,
    ...(row.marks === null ? {} : { marks: JSON.parse(row.marks) as SenseMark[] }),
    ...(row.provisional === null ? {} : { provisional: JSON.parse(row.provisional) as Provisional }),
    ...(row.final === null ? {} : { final: JSON.parse(row.final) as FinalResult }),
    ballots,
    people: await peopleBehind(db, ballots),
    chain,
  }
}

function whyNot(state: string): string {
  if (state === 'cancelled') return 'This vote was cancelled, and nothing of it was kept.'
  return 'This vote is not closed yet. It can be exported once it is.'
}

/** From the round's opening to its close, or to its being final; what is not of this round is nobody's business here. */
function chainOf(entries: Awaited<ReturnType<typeof ledgerEntries>>, roundId: string): ChainEntry[] {
  const isOwn = ({ kind, payload }: (typeof entries)[number]) => kind.startsWith('vote/') && payload.roundId === roundId
  const first = entries.findIndex((entry) => isOwn(entry) && entry.kind === 'vote/opened')
  const last = entries.findLastIndex((entry) => isOwn(entry) && (entry.kind === 'vote/closed' || entry.kind === 'vote/final'))
  return entries.slice(first, last + 1).map((entry) => (isOwn(entry) ? entry : sealed(entry)))
}

function termsHashIn([opened]: readonly ChainEntry[]): string {
  return opened && 'payload' in opened ? String(opened.payload.termsHash) : ''
}

/** What the close published; a secret round has nothing else. */
function publishedBallots({ published = [] }: RoundExport['result']): ExportedBallot[] {
  return published.map(({ receipt, lapsed, ...choice }) => ({ receipt, choice, ...(lapsed ? { lapsed } : {}) }))
}

/** The ballots that stood at the close, and answers that had lapsed, each with the salt that proves it against the chain. */
async function namedBallots(db: Kysely<Database>, roundId: string, result: RoundExport['result']): Promise<ExportedBallot[]> {
  const { ballots = [], answers = [], earlier = [] } = result
  const counted = new Set<string>([...ballots, ...answers, ...earlier].map(({ participantId }) => participantId))
  const lapsed = new Set<string>(earlier.map(({ participantId }) => participantId))
  const rows = await db.selectFrom('ballots').selectAll().where('round_id', '=', roundId).orderBy('participant_id').execute()
  return rows.flatMap(({ participant_id, choice, receipt, salt }) => {
    if (!counted.has(participant_id) || choice === null || receipt === null || salt === null) return []
    return [
      {
        receipt,
        choice: JSON.parse(choice) as ExportedBallot['choice'], // written from that schema
        participantId: participant_id as NonNullable<ExportedBallot['participantId']>, // written with this prefix only
        salt,
        ...(lapsed.has(participant_id) ? { lapsed: true as const } : {}),
      },
    ]
  })
}

async function peopleBehind(db: Kysely<Database>, ballots: readonly ExportedBallot[]): Promise<RoundExport['people']> {
  const ids = ballots.flatMap(({ participantId }) => participantId ?? [])
  if (ids.length === 0) return []
  const rows = await db.selectFrom('participants').select(['id', 'name']).where('id', 'in', ids).orderBy('id').execute()
  return rows.map(({ id, name }) => ({ id: id as RoundExport['people'][number]['id'], name })) // written with this prefix only
}
