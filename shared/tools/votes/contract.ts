import { z } from 'zod'
import { Role } from '../../access/actor'
import { idSchema } from '../../doc/ids'
import { defineEndpoint } from '../../http/endpoint'
import { limits } from '../../sync/limits'
import { StepId } from '../../workshop/schema'
import { Answer, Method } from './methods'
import { CastBallot, NewRound } from './requests'
import { Allocation, OptionId, RoundId, RoundOption, RoundResult, RoundRule, RoundState, RoundSubject, Turnout } from './schema'

const base = '/api/workshops/:id/rounds'

/** A person's own ballot as it stands. */
export const OwnBallot = z.object({
  version: z.number().int(),
  allocation: Allocation.optional(),
  answer: Answer.optional(),
  reason: z.string().optional(),
  binding: z.enum(['wording', 'spirit']).optional(),
  done: z.boolean(),
  /** Finds this ballot in the published list after the close. */
  receipt: z.string().optional(),
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
  me: OwnBallot.extend({ eligible: z.boolean() }),
  turnout: Turnout,
  /** Milliseconds since the epoch by the server's clock. */
  closesAt: z.number().optional(),
  result: RoundResult.optional(),
})
export type RoundView = z.infer<typeof RoundView>

/** Endpoints of the votes tool. */
export const contract = {
  createRound: defineEndpoint({
    method: 'POST',
    path: base,
    summary: 'Make a round: question, method and options, frozen from here on',
    body: NewRound,
    result: z.object({ roundId: RoundId, options: z.array(z.object({ id: OptionId, label: z.string() })) }),
    status: 201,
  }),
  openRound: defineEndpoint({
    method: 'POST',
    path: `${base}/:roundId/open`,
    summary: 'Open a round for voting',
    result: z.object({ state: z.literal('open') }),
    status: 200,
  }),
  closeRound: defineEndpoint({
    method: 'POST',
    path: `${base}/:roundId/close`,
    summary: 'Close a round: ballots already on their way are taken for 3 more seconds, then it is counted',
    result: z.object({ state: z.literal('closing'), closesAt: z.number() }),
    status: 200,
  }),
  cancelRound: defineEndpoint({
    method: 'POST',
    path: `${base}/:roundId/cancel`,
    summary: 'Cancel a round; its ballots are thrown away uncounted',
    result: z.object({ state: z.literal('cancelled') }),
    status: 200,
  }),
  getRound: defineEndpoint({
    method: 'GET',
    path: `${base}/:roundId`,
    summary: 'A round, my own ballot, turnout, and after the close the result',
    result: RoundView,
    status: 200,
  }),
  castBallot: defineEndpoint({
    method: 'PUT',
    path: `${base}/:roundId/ballot`,
    summary: 'Replace my whole ballot',
    body: CastBallot,
    result: OwnBallot.extend({ receipt: z.string() }),
    status: 200,
  }),
  getRoundVoters: defineEndpoint({
    method: 'GET',
    path: `${base}/:roundId/voters`,
    summary: 'Who has begun and who has finished, by person; facilitators only',
    result: z.object({
      people: z.array(z.object({ participantId: idSchema('p'), role: Role, status: z.enum(['waiting', 'begun', 'done']) })),
    }),
    status: 200,
  }),
  recordRound: defineEndpoint({
    method: 'POST',
    path: `${base}/:roundId/record`,
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
