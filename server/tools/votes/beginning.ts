import type { Actor } from '../../../shared/access/actor'
import { newId } from '../../../shared/doc/ids'
import type { ResultOf } from '../../../shared/http/endpoint'
import { recordRoom } from '../../../shared/sync/room-name'
import { rounds } from '../../../shared/tools/votes/collections'
import type { contract } from '../../../shared/tools/votes/contract'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { problem } from '../../../shared/tools/votes/problems'
import type { NewRound } from '../../../shared/tools/votes/requests'
import type { Round } from '../../../shared/tools/votes/schema'
import type { Effects, Tx } from '../server-tool'
import { consentAtStart } from './consenting'
import { demandEmptySeats, lateTerms, votedBefore } from './late'
import * as ledger from './ledger'
import { termsOf } from './making'
import type { VotesPorts } from './ports'
import { closedRoundIn } from './stored-rounds'
import { keepText } from './wording-texts'

/** Makes a round that nobody can vote in yet; what it asks about is there and has a name. */
export async function begun(
  tx: Tx,
  actor: Actor,
  wish: NewRound,
  nowMs: number,
  ports: VotesPorts,
): Promise<Effects<ResultOf<typeof contract.createRound>>> {
  if (wish.method === 'resonance' && !wish.subject && wish.after?.as !== 'late')
    throw problem('vote/bad-setup', { why: 'A resonance check is about one wording.' })
  const earlier = wish.after && (await closedRoundIn(tx, actor, wish.after.roundId))
  const isForLate = earlier && wish.after?.as === 'late'
  const terms = isForLate ? await lateTerms(tx, wish, earlier, nowMs) : termsOf(wish, earlier)
  if (wish.awaits) demandEmptySeats(wish, await ports.emptySeats(actor.workshopId))
  if (!earlier) await demandNames(actor.workshopId, terms, ports)
  if (wish.subject) await keepPresentText(tx, actor.workshopId, wish.subject, ports)
  if (isAgreement(terms.method) && !isForLate) await demandNoOtherCheck(tx, actor.workshopId, terms)
  const people = await ledger.peopleOf(tx, actor.workshopId)
  const round: Round = {
    ...terms,
    id: newId('round'),
    state: 'draft',
    turnout: ledger.turnoutOf(
      ledger.electorateOf(terms, people, [], await votedBefore(tx, { ...terms, workshopId: actor.workshopId })),
      [],
    ),
    revision: 0,
    createdAtMs: nowMs,
    ...(terms.method === 'resonance' ? { answers: {} } : {}),
    ...consentAtStart(wish, earlier, nowMs),
  }
  await ledger.insertRound(tx, { ...round, workshopId: actor.workshopId }, actor.id)
  return {
    result: { roundId: round.id, options: round.options.map(({ id, label }) => ({ id, label })) },
    writes: [{ room: recordRoom(actor.workshopId), write: (doc) => rounds.put(doc, round) }],
  }
}

async function keepPresentText(
  tx: Tx,
  workshopId: string,
  { draftId, textHash }: NonNullable<Round['subject']>,
  ports: VotesPorts,
): Promise<void> {
  const text = await ports.textOf(workshopId, draftId)
  if (!text) throw problem('vote/subject-not-found', { draftId })
  if (text.textHash !== textHash) throw problem('draft/text-changed', { textHash: text.textHash })
  await keepText(tx, workshopId, text)
}

/** A cluster is voted on by its name; the options of an earlier round keep theirs. */
async function demandNames(workshopId: string, { options }: ledger.Terms, ports: VotesPorts): Promise<void> {
  const refs = options.flatMap(({ ref }) => ref ?? [])
  if (refs.length > 0 && (await ports.hasUnnamedCluster(workshopId, refs))) throw problem('vote/unnamed-cluster')
}

async function demandNoOtherCheck(tx: Tx, workshopId: string, { subject }: ledger.Terms): Promise<void> {
  const about = await ledger.roundsAbout(tx, workshopId, subject?.draftId ?? '')
  const checks = about.filter(({ method, after }) => isAgreement(method) && after?.as !== 'late')
  const other = checks.find(({ state }) => state === 'draft' || state === 'open' || state === 'closing')
  if (other) throw problem('vote/check-exists', { roundId: other.id })
}
