import { z } from 'zod'
import { ParticipantId, WorkshopId } from '../../access/actor'
import { ChainEntry } from '../../workshop/ledger-chain'
import { Choice } from './choice'
import { FinalResult, Provisional, RoundId, RoundResult, SenseMark, TextHash, Turnout } from './schema'
import { Terms } from './terms'

/** One counted ballot. In a secret round it has no person and no salt: nothing links the two. */
export const ExportedBallot = z.strictObject({
  receipt: z.string(),
  choice: Choice,
  participantId: ParticipantId.optional(),
  salt: z.string().optional(),
  /** An answer that did not stand on the text on which the check closed; in a secret round nothing is said of its choice. */
  lapsed: z.literal(true).optional(),
})
export type ExportedBallot = z.infer<typeof ExportedBallot>

/** A closed round as anybody may take it home, with all that is needed to count it again. A later version only adds. */
export const RoundExport = z.strictObject({
  format: z.literal('convene-round'),
  version: z.literal(1),
  workshopId: WorkshopId,
  roundId: RoundId,
  terms: Terms,
  termsHash: TextHash,
  turnout: Turnout,
  result: RoundResult,
  /** Seats that were missing at the close, and what came of it. */
  provisional: Provisional.optional(),
  final: FinalResult.optional(),
  /** Changes of the text that were marked as none of its sense. */
  marks: z.array(SenseMark).optional(),
  /** Secret rounds: those published, from 5 voters on, sorted by receipt. Open rounds: all that were counted. */
  ballots: z.array(ExportedBallot),
  /** Who stands behind the ids of an open round; empty in a secret one. */
  people: z.array(z.strictObject({ id: ParticipantId, name: z.string() })),
  /** From the opening of the round to its close, or to its being final; what belongs to other matters is sealed. */
  chain: z.array(ChainEntry),
})
export type RoundExport = z.infer<typeof RoundExport>

/** A workshop's whole chain. Who cast a ballot is sealed until the round is closed. */
export const LedgerExport = z.strictObject({
  format: z.literal('convene-ledger'),
  version: z.literal(1),
  workshopId: WorkshopId,
  chain: z.array(ChainEntry),
})
export type LedgerExport = z.infer<typeof LedgerExport>
