import { z } from 'zod'
import { Role } from '../../access/actor'
import { IdentityLevel } from '../../access/identity'
import { idSchema } from '../../doc/ids'
import { defineEndpoint } from '../../http/endpoint'
import { limits } from '../../sync/limits'
import { ballotContract, roundsPath } from './ballot-contract'
import { concernContract } from './concern-contract'
import { proofContract } from './proof-contract'
import { NewRound } from './requests'
import { ConsentState, ConsentStep, FinalResult, OptionId, Reveal, RoundId, SenseMark, TextHash } from './schema'

/** Somebody on the roll of a round: whether they voted, never how. */
export const Voter = z.object({
  participantId: idSchema('p'),
  role: Role,
  identity: IdentityLevel,
  /** `lapsed`: answered an open check that goes on, on words that have changed since. */
  status: z.enum(['waiting', 'begun', 'done', 'lapsed']),
  /** When the ballot that counts was cast; from the close on. */
  castAtMs: z.number().optional(),
})
export type Voter = z.infer<typeof Voter>

/** Endpoints of the votes tool. */
export const contract = {
  ...ballotContract,
  ...proofContract,
  ...concernContract,
  createRound: defineEndpoint({
    method: 'POST',
    path: roundsPath,
    summary: 'Make a round: question, method and options, frozen from here on',
    body: NewRound,
    result: z.object({ roundId: RoundId, options: z.array(z.object({ id: OptionId, label: z.string() })) }),
    status: 201,
  }),
  openRound: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/open`,
    summary: 'Open a round for voting',
    result: z.object({ state: z.literal('open') }),
    status: 200,
  }),
  closeRound: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/close`,
    summary: 'Close a round: ballots already on their way are taken for 3 more seconds, then it is counted',
    result: z.object({ state: z.literal('closing'), closesAt: z.number() }),
    status: 200,
  }),
  cancelRound: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/cancel`,
    summary: 'Cancel a round; its ballots are thrown away uncounted',
    result: z.object({ state: z.literal('cancelled') }),
    status: 200,
  }),
  settleRound: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/settle`,
    summary: 'Let a provisional result stand as final without asking those who were missing',
    result: FinalResult,
    status: 200,
  }),
  moveConsent: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/consent-step`,
    summary: 'Go on, or a step back, in deciding by consent; going to the round binds its answers to the text as it stands',
    body: z.object({ step: ConsentStep }),
    result: ConsentState,
    status: 200,
  }),
  markSense: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/sense`,
    summary: 'Mark a change of the text, up to the text as it stands, as no change of sense; answers on the text before are carried over',
    body: z.object({ from: TextHash, to: TextHash }),
    result: SenseMark,
    status: 200,
  }),
  contestSense: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/contest`,
    summary: 'Say that the text as it stands changes the sense for me: my answer, which was carried over to it, lapses',
    body: z.object({ textHash: TextHash }),
    result: z.object({ contested: z.array(TextHash) }),
    status: 200,
  }),
  getAskedText: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id/texts/:textHash',
    summary: 'A wording as it was when people were asked about it or answered',
    result: z.object({ textHash: TextHash, text: z.string() }),
    status: 200,
  }),
  getRoundVoters: defineEndpoint({
    method: 'GET',
    path: `${roundsPath}/:roundId/voters`,
    summary: 'The roll: who may vote, has begun and has finished; after the close who could, who did and when; facilitators only',
    result: z.object({ people: z.array(Voter) }),
    status: 200,
  }),
  revealRound: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/reveal`,
    summary: 'Say how many places of a closed round the room display shows; the result itself is public since the close',
    body: Reveal,
    result: Reveal,
    status: 200,
  }),
  recordRound: defineEndpoint({
    method: 'POST',
    path: `${roundsPath}/:roundId/record`,
    summary: 'Write into the decision log what was decided by this round',
    body: z.object({
      words: z.string().trim().min(1).max(limits.noteLength),
      /** What some people still hold against it; kept beside the words, so that a page without reservations lacks it. */
      reservations: z.string().trim().min(1).max(limits.noteLength).optional(),
    }),
    result: z.object({ roundId: RoundId, recordedAt: z.number() }),
    status: 200,
  }),
} as const
