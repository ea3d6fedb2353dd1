import { z } from 'zod'
import { ParticipantId } from '../../access/actor'
import { IdentityLevel } from '../../access/identity'
import { idSchema, RecordRef } from '../../doc/ids'
import { limits } from '../../sync/limits'
import { StepId } from '../../workshop/schema'
import { Answer, Method } from './methods'

export const RoundId = idSchema('round')
export type RoundId = z.infer<typeof RoundId>
export const OptionId = idSchema('opt')
export type OptionId = z.infer<typeof OptionId>

export const TextHash = z.string().regex(/^[0-9a-f]{64}$/)

/** The wording a round is about, bound to its exact text. */
export const RoundSubject = z.object({ draftId: idSchema('draft'), textHash: TextHash })
export type RoundSubject = z.infer<typeof RoundSubject>

/** One thing to vote on, as it stood when the round was made: later edits elsewhere do not alter it. */
export const RoundOption = z.object({
  id: OptionId,
  label: z.string().min(1).max(limits.titleLength),
  /** Where it comes from, in words, for example `One door for every learner · 6 notes`. */
  detail: z.string().max(limits.titleLength).optional(),
  ref: RecordRef.optional(),
})
export type RoundOption = z.infer<typeof RoundOption>

export const breakdownKinds = ['sector', 'level', 'organisation'] as const

/** People told apart by one trait, by the name that breakdowns give them, for example the sector `Employers`. */
export const Constituency = z.object({ by: z.enum(breakdownKinds), name: z.string().min(1).max(limits.titleLength) })
export type Constituency = z.infer<typeof Constituency>

/** What must hold for a verdict of passed; fixed when the round is made. Shares are of 1. */
export const RoundRule = z.object({
  /** Share of the eligible who must have answered. */
  quorum: z.number().min(0).max(1).optional(),
  /** Least share of the answers, or of the votes cast, that must support. */
  support: z.number().min(0).max(1).optional(),
  /** Weakest answer of the scale that still counts as support. */
  supportAt: Answer.optional(),
  /** Answers of which a single one stops the round from passing. */
  blockedBy: z.array(Answer).max(8).optional(),
  /** Majority votes: how many of the votes cast the first option needs. */
  threshold: z.enum(['more-than-half', 'two-thirds', 'three-quarters']).optional(),
  /** Majority votes: `organisation` gives every organisation one vote, which its people share. Absent: one each person. */
  oneVotePer: z.enum(['person', 'organisation']).optional(),
  /** Checks on a wording: who must agree beside the whole, each among its own answers. */
  required: z.array(Constituency).max(limits.options).optional(),
})
export type RoundRule = z.infer<typeof RoundRule>

/** How a round follows an earlier one: again, the tied options of it, or the answers of people who were absent from it. */
export const RoundAfter = z.object({ roundId: RoundId, as: z.enum(['again', 'run-off', 'late']) })
export type RoundAfter = z.infer<typeof RoundAfter>

/** Non-zero entries only; a missing option is 0. */
export const Allocation = z.record(z.string().max(64), z.number().int().min(0).max(limits.budgetUnits))
export type Allocation = z.infer<typeof Allocation>

/** How many may vote, how many have a ballot, how many said they are done. Never more than this before the close. */
export const Turnout = z.object({ eligible: z.number().int(), begun: z.number().int(), done: z.number().int() })
export type Turnout = z.infer<typeof Turnout>

/**
 * How one constituency stands that must agree. Of `of` answers at least `least` and at most `most` are at or above the
 * threshold; all three are absent where nothing may be said, or there is nothing to say.
 */
export const ConstituencyStanding = Constituency.extend({
  /** `absent`: nobody of it could answer. `silent`: nobody did. `untold`: too small to be told apart in a secret check. */
  state: z.enum(['holds', 'below', 'absent', 'silent', 'untold']),
  least: z.number().int().optional(),
  most: z.number().int().optional(),
  of: z.number().int().optional(),
})
export type ConstituencyStanding = z.infer<typeof ConstituencyStanding>

export const Verdict = z.object({
  passed: z.boolean(),
  quorumMet: z.boolean(),
  /** The arithmetic in words, all people together. */
  words: z.string(),
  /** Those who must agree, in the order of the rule. */
  required: z.array(ConstituencyStanding).optional(),
})
export type Verdict = z.infer<typeof Verdict>

/** One option of a result, in rank order. */
export const OptionResult = z.object({
  id: OptionId,
  /** Dots, votes, summed scores, first choices, units of money: what the method counts. */
  dots: z.number().int(),
  people: z.number().int(),
  /** Absent in a secret round with fewer than 5 voters. */
  organisations: z.number().int().optional(),
  /** Shared by ties: 1, 2, 2, 4. */
  rank: z.number().int(),
  tied: z.boolean(),
  /** Scores: mean of those who scored it. Impact and effort: mean impact. */
  mean: z.number().optional(),
  /** Impact and effort: mean effort. */
  meanEffort: z.number().optional(),
  /** How many people gave 0, 1, 2 ... of it; absent for ranks, impact and effort, money, and in a secret round with fewer than 5 voters. */
  spread: z.array(z.number().int()).optional(),
  /** Scores: the spread is wide enough to talk about. */
  polarised: z.boolean().optional(),
})
export type OptionResult = z.infer<typeof OptionResult>

export const LevelResult = z.object({ answer: Answer, people: z.number().int(), organisations: z.number().int().optional() })
export type LevelResult = z.infer<typeof LevelResult>

/**
 * A result told apart by who gave it. `counts` stand in the order of the round's options, or of its method's levels;
 * null is a hidden cell. They are people: who put anything on it, in ranked choice whose first choice it is, who scored it 4 or 5.
 * In secret rounds no cell, sum or remainder smaller than 3 people can be worked out.
 */
export const Breakdown = z.object({
  by: z.enum(breakdownKinds),
  groups: z.array(z.object({ name: z.string(), voters: z.number().int().nullable(), counts: z.array(z.number().int().nullable()) })),
})
export type Breakdown = z.infer<typeof Breakdown>

/** Options whose words are nearly the same and which together would have come first; both counts as in `dots`. */
export const SplitVote = z.object({ optionIds: z.array(OptionId), together: z.number().int(), first: z.number().int() })
export type SplitVote = z.infer<typeof SplitVote>

/** One person's answer, only in rounds that are not secret. */
export const NamedAnswer = z.object({
  participantId: ParticipantId,
  answer: Answer,
  reason: z.string().max(limits.noteLength).optional(),
  binding: z.enum(['wording', 'spirit']).optional(),
  /** The text this answer was given on. */
  textHash: z.string().optional(),
  /** Texts of which its author says that they change the sense; no mark carries the answer over to them. */
  contested: z.array(z.string()).optional(),
})
export type NamedAnswer = z.infer<typeof NamedAnswer>

/** A facilitator's word that a change of the text did not change its sense. */
export const SenseMark = z.object({
  from: TextHash,
  to: TextHash,
  byName: z.string(),
  atMs: z.number(),
  /** How many said that it does, for them; in a secret check nobody learns who. */
  contested: z.number().int(),
})
export type SenseMark = z.infer<typeof SenseMark>

/** Answers that do not stand on the words as they are: how many people must renew theirs, and the texts they were given on. */
export const Lapsed = z.object({ people: z.number().int(), texts: z.array(z.string()) })
export type Lapsed = z.infer<typeof Lapsed>

/** What everybody may know once a round is closed. */
export const RoundResult = z.object({
  voters: z.number().int(),
  /** A secret round with fewer than 3 ballots says nothing more than how many there were. */
  withheld: z.literal(true).optional(),
  /** Organisations among the voters; absent in a secret round with fewer than 5 voters. */
  organisations: z.number().int().optional(),
  options: z.array(OptionResult).optional(),
  /** Ranked choice: what was counted, round after round. */
  counts: z.array(z.object({ votes: z.record(z.string(), z.number().int()), exhausted: z.number().int() })).optional(),
  levels: z.array(LevelResult).optional(),
  /** The weakest way in of anybody whose ballot was counted. */
  identity: IdentityLevel.optional(),
  breakdowns: z.array(Breakdown).optional(),
  /** Near-identical options that together would have won. */
  split: z.array(SplitVote).optional(),
  verdict: Verdict.optional(),
  /** Whether first place would change if any one organisation's ballots were taken away; names none. */
  margin: z.enum(['stands', 'one-organisation-decides']).optional(),
  /** Who gave what, only in rounds that are not secret. */
  ballots: z.array(z.object({ participantId: ParticipantId, allocation: Allocation })).optional(),
  answers: z.array(NamedAnswer).optional(),
  /** Checks: the text as it stood when it closed, which the answers counted stand on. */
  textHash: z.string().optional(),
  /** Answers that did not stand on it; none of them is counted. */
  lapsed: z.number().int().optional(),
  /** Who gave those, only in rounds that are not secret. */
  earlier: z.array(NamedAnswer).optional(),
  /** Reasons without names, only in secret rounds with at least 5 voters. */
  reasons: z.array(z.object({ answer: Answer, reason: z.string() })).optional(),
  /** Secret rounds with at least 5 voters: unlinked ballots sorted by receipt, for a recount. Of those that had lapsed nothing else is said. */
  published: z
    .array(
      z.object({
        receipt: z.string(),
        allocation: Allocation.optional(),
        answer: Answer.optional(),
        lapsed: z.literal(true).optional(),
      }),
    )
    .optional(),
})
export type RoundResult = z.infer<typeof RoundResult>

/** What a result lacks: seats that the round waited for and that nobody spoke for when it closed. */
export const Provisional = z.object({ missing: z.array(z.string()).min(1) })
export type Provisional = z.infer<typeof Provisional>

/** Why a final result has no sum of both tallies: nobody was asked or answered, or a sum would give somebody's choice away. */
export const finalWithoutSum = ['not-asked', 'nobody-answered', 'too-few-first', 'too-few-late', 'shared-votes'] as const

/** What a provisional round came to in the end. Its own result stays as it was closed. */
export const FinalResult = z.object({
  atMs: z.number(),
  /** The round in which those who were absent answered; absent when the result stands without asking them. */
  lateRoundId: RoundId.optional(),
  /** How many could answer in one of the two, and did. */
  eligible: z.number().int(),
  voters: z.number().int(),
  /** The ballots of both counted as one; absent where the first result stands. */
  together: RoundResult.optional(),
  standsBecause: z.enum(finalWithoutSum).optional(),
})
export type FinalResult = z.infer<typeof FinalResult>

/** Places of a result shown on the room display so far, beginning with the last or the first; tied options are one place. */
export const Reveal = z.object({ shown: z.number().int().min(0).max(limits.options), from: z.enum(['last', 'first']) })
export type Reveal = z.infer<typeof Reveal>

/** Deciding by consent goes step by step; announcing is adopting the wording. Source: decision-methods.json. */
export const consentSteps = ['present', 'clarify', 'react', 'amend', 'round', 'integrate'] as const
export const ConsentStep = z.enum(consentSteps)
export type ConsentStep = z.infer<typeof ConsentStep>

/** How far a group has come in deciding by consent. */
export const ConsentState = z.object({
  step: ConsentStep,
  stepAtMs: z.number(),
  /** 1 at first; a repetition on a changed text is one more. */
  pass: z.number().int().min(1),
  /** The text as it stood when the round of answers began. */
  textHash: TextHash.optional(),
})
export type ConsentState = z.infer<typeof ConsentState>

export const roundStates = ['draft', 'open', 'closing', 'closed', 'cancelled'] as const
export const RoundState = z.enum(roundStates)
export type RoundState = z.infer<typeof RoundState>

/** A round as everybody sees it in `record`. Ballots are in no document. */
export const Round = z.object({
  id: RoundId,
  question: z.string().min(1).max(limits.titleLength),
  method: Method,
  secret: z.boolean(),
  /** Dots, or units of money, per person. */
  dots: z.number().int().min(1).max(limits.budgetUnits),
  maxPerOption: z.number().int().min(1).max(limits.budgetUnits),
  options: z.array(RoundOption).max(limits.options),
  rule: RoundRule,
  subject: RoundSubject.optional(),
  /** Agenda step it was made in; absent for rounds made by other programs. */
  stepId: StepId.optional(),
  /** Facilitators vote only where they said so when the round was made. */
  facilitatorsVote: z.boolean(),
  /** What putting a dot on an option says, for example `Most important to discuss first`; printed on the ballot. */
  meaning: z.string().max(limits.titleLength).optional(),
  /** Only people from the lobby or with a personal invite may vote. */
  binding: z.boolean().optional(),
  after: RoundAfter.optional(),
  /** Empty seats, in words, without whose answer the result is provisional. */
  awaits: z.array(z.string().min(1).max(limits.titleLength)).max(limits.options).optional(),
  /** Late answers only: server time at which the round closes by itself. */
  untilMs: z.number().int().optional(),
  /** SHA-256 of everything frozen, from the opening on. */
  termsHash: TextHash.optional(),
  /** Consent only. */
  consent: ConsentState.optional(),
  state: RoundState,
  turnout: Turnout,
  /** Rises when somebody begins or finishes: when to fetch again who has. */
  revision: z.number().int(),
  createdAtMs: z.number(),
  openedAtMs: z.number().optional(),
  /** Server time at which a closing round takes its last ballot. */
  closesAtMs: z.number().optional(),
  closedAtMs: z.number().optional(),
  result: RoundResult.optional(),
  provisional: Provisional.optional(),
  /** Ends being provisional. */
  final: FinalResult.optional(),
  /** Resonance checks only: answers by participant, from the start. */
  answers: z.record(z.string(), NamedAnswer).optional(),
  /** Checks on a wording: changes of the text that were marked as none of the sense. */
  marks: z.array(SenseMark).optional(),
  /** Checks while they are open; absent while every answer stands. */
  lapsed: Lapsed.optional(),
  /** How much of the result the room display shows; absent: all of it. People's own devices always show all. */
  reveal: Reveal.optional(),
  /** What the group recorded as decided. */
  recorded: z.object({ words: z.string(), reservations: z.string().optional(), byName: z.string(), atMs: z.number() }).optional(),
})
export type Round = z.infer<typeof Round>
