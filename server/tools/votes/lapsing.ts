import { canonicalJson } from '../../../shared/doc/canonical-json'
import { parseRoomName, type RoomName, recordRoom } from '../../../shared/sync/room-name'
import { rounds } from '../../../shared/tools/votes/collections'
import { isAgreement } from '../../../shared/tools/votes/methods'
import type { Lapsed } from '../../../shared/tools/votes/schema'
import { isLate } from '../../../shared/tools/votes/selectors'
import { lapsedAmong } from '../../../shared/tools/votes/standing-answers'
import type { DocWrite, ServerContext } from '../server-tool'
import type { PresentText } from './consenting'
import * as ledger from './ledger'
import { roundWrite } from './round-write'
import { ballotsOn } from './standing-ballots'

const gatherMs = 300

/** How many answers of a round do not stand on a text; who gave them and what they say stays here. */
export async function lapsedNow(
  reader: ledger.Reader,
  round: ledger.StoredRound,
  textHash: string | undefined,
): Promise<Lapsed | undefined> {
  const ballots = await ledger.ballotsOf(reader, round.id)
  if (ballots.every(({ choice }) => choice?.textHash === undefined || choice.textHash === textHash)) return undefined
  const electorate = ledger.electorateOf(round, await ledger.peopleOf(reader, round.workshopId), ballots)
  const answers = await ballotsOn(reader, round, textHash, ballots, electorate)
  return lapsedAmong(
    answers.filter(({ answer }) => answer !== undefined),
    textHash,
    round.marks ?? [],
  )
}

/**
 * Keeps in `record` how many answers of each check must be renewed, as the words, the answers, the marks and the people are
 * now; so that everybody is told of a check whose words they have not before them, too.
 */
export function createLapsing({ governed, readDoc, db, now, at }: ServerContext, presentTextIn: (workshopId: string) => PresentText) {
  const pending = new Set<string>()

  async function staleWrites(reader: ledger.Reader, workshopId: string): Promise<readonly DocWrite[]> {
    const checks = await openChecks(reader, workshopId)
    if (checks.length === 0) return []
    const known = await readDoc(recordRoom(workshopId), (record) => new Map(checks.map(({ id }) => [id, rounds.get(record, id)?.lapsed])))
    const writes: DocWrite[] = []
    for (const check of checks) {
      const present = await presentTextIn(workshopId)(check.subject?.draftId ?? '')
      const lapsed = present && (await lapsedNow(reader, check, present.textHash))
      if (canonicalJson(lapsed ?? null) === canonicalJson(known.get(check.id) ?? null)) continue
      writes.push(roundWrite(check, { lapsed }))
    }
    return writes
  }

  async function project(workshopId: string): Promise<void> {
    pending.delete(workshopId)
    if ((await staleWrites(db, workshopId)).length === 0) return
    await governed(workshopId, async (tx) => ({ result: undefined, writes: await staleWrites(tx, workshopId) }))
  }

  function soon(workshopId: string): void {
    if (pending.has(workshopId)) return
    pending.add(workshopId)
    at(now() + gatherMs, () => project(workshopId))
  }

  return {
    /** Counts again in a moment, once for all that happens until then. */
    soon,
    /** Told after every commit: words change in a draft's document, and everything else shows in the record. */
    committed(room: RoomName): void {
      const ref = parseRoomName(room)
      if (ref?.zone === 'draft' || ref?.zone === 'record') soon(ref.workshopId)
    },
    /** After boot: an edit may have come just before the server stopped. */
    async resume(): Promise<void> {
      for (const workshopId of await ledger.workshopsWithRunningRounds(db)) soon(workshopId)
    },
  }
}

async function openChecks(reader: ledger.Reader, workshopId: string): Promise<readonly ledger.StoredRound[]> {
  const running = await ledger.runningRounds(reader, workshopId)
  // Late answers are on words that do not change.
  return running.filter((round) => isAgreement(round.method) && round.subject && !isLate(round))
}
