import { z } from 'zod'
import { ParticipantId } from '../../access/actor'
import { ComposedFrom } from '../../doc/composed'
import { idSchema } from '../../doc/ids'
import { OrderKey } from '../../doc/order'
import { limits } from '../../sync/limits'
import { Evidence } from './evidence/evidence-schema'
import { Minority } from './minority/minority-schema'

export const DraftId = idSchema('draft')
export type DraftId = z.infer<typeof DraftId>

export const statementKinds = ['vision', 'mission', 'value', 'goal', 'objective', 'name', 'agreement', 'other'] as const
export const StatementKind = z.enum(statementKinds)
export type StatementKind = z.infer<typeof StatementKind>

export const VersionId = idSchema('version')
export type VersionId = z.infer<typeof VersionId>

/** `automatic` ones the server takes; of the others somebody named the text, brought it back, accepted it as a proposed one, or adopted it. */
export const VersionKind = z.enum(['automatic', 'named', 'restored', 'accepted', 'adopted'])
export type VersionKind = z.infer<typeof VersionKind>

/** A wording's text as it was at one moment. */
export const Version = z.object({
  versionId: VersionId,
  atMs: z.number(),
  kind: VersionKind,
  /** Absent unless somebody named it. */
  name: z.string().optional(),
  /** Who named, restored, accepted or adopted it; absent for automatic ones. */
  by: ParticipantId.optional(),
  /** Who wrote since the version before. */
  writers: z.array(ParticipantId),
  /** Words that the version before did not have. */
  wordsNew: z.number().int(),
  /** Words that only the version before had. */
  wordsGone: z.number().int(),
  textHash: z.string(),
})
export type Version = z.infer<typeof Version>

/** A day as people write it in forms: `2027-11-22`. */
export const Day = z.iso.date()

/** An answer below agreement, kept in the person's own words. */
export const Reservation = z.object({
  /** Absent when the check was secret. */
  name: z.string().optional(),
  answer: z.string(),
  reason: z.string().optional(),
})
export type Reservation = z.infer<typeof Reservation>

/** Something said against a wording in one of its checks, and how it stood. */
export const KeptConcern = z.object({
  /** Absent when no reason was given. */
  words: z.string().optional(),
  /** Absent when the check was secret. */
  by: z.string().optional(),
  /** The answer it came with, in words. */
  answer: z.string(),
  /** `refused`: open, since its author said no to the change that was linked. */
  state: z.enum(['open', 'refused', 'answered', 'met', 'dissent', 'withdrawn']),
})
export type KeptConcern = z.infer<typeof KeptConcern>
/** How many of an organisation's people answered a check. */
export const Participation = z.object({
  /** Absent for everybody else: people who named none, and in a secret check organisations with too few people to be told apart. */
  organisation: z.string().optional(),
  eligible: z.number().int(),
  answered: z.number().int(),
})
export type Participation = z.infer<typeof Participation>

/** What a check came to. */
const outcome = {
  roundId: z.string(),
  eligible: z.number().int(),
  answered: z.number().int(),
  passed: z.boolean(),
  /** Whether its rule was met, with the arithmetic and whose agreement it lacked; absent while the answers are sealed or stay unsaid. */
  verdict: z.string().optional(),
}

/** How the check on a wording stood when it was adopted. */
export const Agreement = z.object({
  ...outcome,
  method: z.string(),
  /** Absent in adoptions from before it was kept. */
  secret: z.boolean().optional(),
  levels: z.array(z.object({ answer: z.string(), people: z.number().int() })),
  reservations: z.array(Reservation),
  /** How many of the eligible have answered only on an earlier wording; absent when there are none. */
  answeredEarlier: z.number().int().optional(),
  /** What the last closed check came to, which was on an earlier wording; absent where there was none, or one passed on this text. */
  onEarlier: z.object(outcome).optional(),
  /** Names of those who had not answered; absent when the check was secret. */
  missing: z.array(z.string()).optional(),
  /** From all checks of the wording, open ones first; absent when there are none. */
  concerns: z.array(KeptConcern).optional(),
  /** By organisation, as it stood at the adoption; absent while the answers are sealed. */
  participation: z.array(Participation).optional(),
})
export type Agreement = z.infer<typeof Agreement>

/** What was adopted. Written once; nothing in it ever changes. */
export const Adoption = z.object({
  /** The canonical text. */
  text: z.string(),
  /** The same wording as blocks of the outline model, in JSON: `textHash(blocksText(blocks))` is `textHash`. */
  blocksJson: z.string(),
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  atMs: z.number(),
  byName: z.string(),
  /** Absent when nobody was asked. */
  agreement: Agreement.optional(),
  /** Why it was adopted although the check did not pass, or without one. */
  overrideReason: z.string().optional(),
  reviewOn: Day.optional(),
  /** Where the words come from; absent in adoptions from before it was kept. */
  evidence: Evidence.optional(),
})
export type Adoption = z.infer<typeof Adoption>

/** A look at an adopted wording that left it as it is. */
export const Review = z.object({
  atMs: z.number(),
  byName: z.string(),
  /** When it is looked at next; absent when no day was set. */
  nextOn: Day.optional(),
})
export type Review = z.infer<typeof Review>

const common = {
  id: DraftId,
  kind: StatementKind,
  title: z.string().min(1).max(limits.titleLength),
  /** Rises with each revision of an adopted wording. */
  version: z.number().int().min(1),
  /** The working draft that this is another wording for. */
  rivalOf: DraftId.optional(),
  /** The adopted wording that this is a new version of. */
  revises: DraftId.optional(),
  /** What should change in the wording that it revises, and why. */
  why: z.string().optional(),
  /** The wording whose minority statement this is; then `minority` is there too. */
  minorityOf: DraftId.optional(),
  minority: Minority.optional(),
  /** What it was put together from; absent where people began it themselves. */
  composedFrom: ComposedFrom.optional(),
  order: OrderKey,
  createdBy: ParticipantId,
  createdAtMs: z.number(),
}

/** One wording of a statement. Its rich text is in the document `draft/<id>`, its frozen text in `adopted`. */
export const Statement = z.discriminatedUnion('state', [
  z.object({ ...common, state: z.literal('open') }),
  z.object({ ...common, state: z.literal('locked'), lockedByName: z.string() }),
  z.object({ ...common, state: z.literal('adopted'), adopted: Adoption, reviews: z.array(Review).optional() }),
  /** `adopted` is there when a later version took its place. */
  z.object({ ...common, state: z.literal('retired'), adopted: Adoption.optional(), reviews: z.array(Review).optional() }),
])
export type Statement = z.infer<typeof Statement>
export type StatementState = Statement['state']
export type AdoptedStatement = Extract<Statement, { state: 'adopted' }>
