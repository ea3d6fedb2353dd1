import { z } from 'zod'
import { defineEndpoint } from '../../http/endpoint'
import { StepId } from '../../workshop/schema'
import { Answer, Method } from './methods'
import { CastBallot } from './requests'
import {
  Allocation,
  ConsentState,
  FinalResult,
  Lapsed,
  NamedAnswer,
  Provisional,
  RoundAfter,
  RoundId,
  RoundOption,
  RoundResult,
  RoundRule,
  RoundState,
  RoundSubject,
  SenseMark,
  Turnout,
} from './schema'

/** Where a workshop's rounds are. */
export const roundsPath = '/api/workshops/:id/rounds'

/** A person's own ballot as it stands. */
export const OwnBallot = NamedAnswer.omit({ participantId: true, answer: true }).extend({
  version: z.number().int(),
  allocation: Allocation.optional(),
  answer: Answer.optional(),
  done: z.boolean(),
  /** Finds this ballot in the published list after the close. */
  receipt: z.string().optional(),
  /** Secret checks: closes the concern that this answer becomes. */
  concernKey: z.string().optional(),
})
export type OwnBallot = z.infer<typeof OwnBallot>

export const RoundView = z.object({
  roundId: RoundId,
  state: RoundState,
  question: z.string(),
  method: Method,
  secret: z.boolean(),
  dots: z.number().int(),
  maxPerOption: z.number().int(),
  options: z.array(RoundOption),
  rule: RoundRule,
  subject: RoundSubject.optional(),
  facilitatorsVote: z.boolean(),
  stepId: StepId.optional(),
  meaning: z.string().optional(),
  binding: z.boolean().optional(),
  after: RoundAfter.optional(),
  awaits: z.array(z.string()).optional(),
  untilMs: z.number().optional(),
  /** SHA-256 of everything frozen, from the opening on. */
  termsHash: z.string().optional(),
  consent: ConsentState.optional(),
  marks: z.array(SenseMark).optional(),
  /** Checks that are open: answers that must be renewed. */
  lapsed: Lapsed.optional(),
  me: OwnBallot.extend({
    eligible: z.boolean(),
    /** My answer does not stand on the words as they are. */
    lapsed: z.boolean().optional(),
  }),
  turnout: Turnout,
  /** Milliseconds since the epoch by the server's clock. */
  closesAt: z.number().optional(),
  result: RoundResult.optional(),
  provisional: Provisional.optional(),
  final: FinalResult.optional(),
})
export type RoundView = z.infer<typeof RoundView>

/** What a voter asks: all that a phone with a ballot on it needs of the contract. */
export const ballotContract = {
  getRound: defineEndpoint({
    method: 'GET',
    path: `${roundsPath}/:roundId`,
    summary: 'A round, my own ballot, and in the end the result',
    result: RoundView,
    status: 200,
  }),
  castBallot: defineEndpoint({
    method: 'PUT',
    path: `${roundsPath}/:roundId/ballot`,
    summary: 'Replace my whole ballot',
    body: CastBallot,
    result: OwnBallot.extend({ receipt: z.string() }),
    status: 200,
  }),
} as const
