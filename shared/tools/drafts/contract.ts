import { z } from 'zod'
import { ParticipantId } from '../../access/actor'
import { RecordRef } from '../../doc/ids'
import { defineEndpoint } from '../../http/endpoint'
import { limits } from '../../sync/limits'
import { StepId } from '../../workshop/schema'
import { proposalContract } from './proposals/proposal-contract'
import { Agreement, Day, DraftId, StatementKind, Version, VersionId } from './schema'
import { signingContract } from './signing/signing-contract'

const base = '/api/workshops/:id/drafts'
const Title = z.string().trim().min(1).max(limits.titleLength)
const TextHash = z.string().regex(/^[0-9a-f]{64}$/)
const VersionName = z.string().trim().min(1).max(limits.nameLength)
const Reason = z.string().trim().min(1).max(limits.noteLength)

/** A wording as programs read it. `text` is the canonical text, `textHash` its SHA-256. */
export const DraftView = z.object({
  draftId: DraftId,
  kind: StatementKind,
  title: z.string(),
  state: z.enum(['open', 'locked', 'adopted', 'retired']),
  version: z.number().int(),
  text: z.string(),
  textHash: TextHash,
  rivalOf: DraftId.optional(),
  revises: DraftId.optional(),
})
export type DraftView = z.infer<typeof DraftView>

/** A piece of a merged text: words picked from one of the statement's wordings, or written fresh between them. */
export const PickedPhrase = z.object({
  text: z.string().trim().min(1).max(limits.phraseLength),
  /** The wording that the words are picked from; absent for words written fresh. */
  draftId: DraftId.optional(),
  /** How many visible characters came before them there when they were picked. */
  at: z.number().int().min(0).optional(),
  /** They begin a new line. */
  line: z.boolean().optional(),
})
export type PickedPhrase = z.output<typeof PickedPhrase>

export const NewDraft = z
  .object({
    kind: StatementKind,
    title: Title,
    rivalOf: DraftId.optional(),
    /** The agenda step whose own draft this becomes, so that two facilitators who begin at once make one. */
    stepId: StepId.optional(),
    /** Plain words that it begins with, for example the name that a vote came to. */
    words: Title.optional(),
    /** Another wording is put together from these, in this order; each picked one must stand in its wording as it is now. */
    phrases: z.array(PickedPhrase).min(1).max(limits.phrases).optional(),
    /** The wording begins with the words of these notes, a whole cluster by its own reference. */
    notes: z.array(RecordRef).min(1).max(limits.notesPerWording).optional(),
  })
  .refine(({ phrases, notes, rivalOf }) => !phrases || (rivalOf !== undefined && !notes), {
    error: 'Phrases make another wording of a statement, and come without notes',
  })
export type NewDraft = z.output<typeof NewDraft>

export const AdoptDraft = z.object({
  /** The hash of the text the facilitator read; whatever is not the present one is refused as changed. */
  textHash: z.string().max(128),
  roundId: z.string().max(64).optional(),
  override: z.object({ reason: Reason }).optional(),
  reviewOn: Day.optional(),
})
export type AdoptDraft = z.output<typeof AdoptDraft>

/** Where an imported text goes: beside a working draft, into a wording nobody has written in, or as a new statement. */
export const ImportTarget = z.union([
  z.object({ draftId: DraftId }),
  z.object({
    rivalOf: DraftId,
    title: Title,
    /** Asked again with the same key, the same person gets the wording that is there already. */
    key: z.string().min(1).max(64).optional(),
  }),
  z.object({ kind: StatementKind, title: Title }),
])

export const ImportDraft = z.object({
  target: ImportTarget,
  file: z.discriminatedUnion('format', [
    z.object({ format: z.literal('markdown'), text: z.string() }),
    /** A Word file in base64. */
    z.object({ format: z.literal('docx'), base64: z.base64() }),
  ]),
})
export type ImportDraft = z.output<typeof ImportDraft>

/** Endpoints of the drafts tool. */
export const contract = {
  createDraft: defineEndpoint({
    method: 'POST',
    path: base,
    summary: 'Begin a statement, or another wording of one (rivalOf)',
    body: NewDraft,
    result: z.object({ draftId: DraftId }),
    status: 201,
  }),
  importDraft: defineEndpoint({
    method: 'POST',
    path: `${base}/import`,
    summary: 'Bring in a Markdown or Word file as a wording',
    // Base64 is a third longer than the file.
    maxBodyBytes: Math.ceil(limits.importBytes * 1.4),
    body: ImportDraft,
    result: z.object({ draftId: DraftId }),
    status: 201,
  }),
  getDraft: defineEndpoint({
    method: 'GET',
    path: `${base}/:draftId`,
    summary: 'A wording with its canonical text and hash',
    result: DraftView,
    status: 200,
  }),
  changeDraft: defineEndpoint({
    method: 'PATCH',
    path: `${base}/:draftId`,
    summary: 'Rename a wording, lock or open it, set it aside or bring it back',
    body: z
      .object({ title: Title.optional(), state: z.enum(['open', 'locked', 'retired']).optional() })
      .refine((change) => change.title !== undefined || change.state !== undefined, { error: 'Nothing to change' }),
    result: z.object({ draftId: DraftId, title: z.string(), state: z.enum(['open', 'locked', 'retired']) }),
    status: 200,
  }),
  getAgreement: defineEndpoint({
    method: 'GET',
    path: `${base}/:draftId/agreement`,
    summary: 'How the check on exactly this text stands; absent when there was none',
    query: z.object({ textHash: TextHash }),
    result: z.object({ textHash: TextHash, agreement: Agreement.optional() }),
    status: 200,
  }),
  adoptDraft: defineEndpoint({
    method: 'POST',
    path: `${base}/:draftId/adopt`,
    summary: 'Adopt a wording: its text is frozen for ever. Asked again with the same hash, it answers the same',
    body: AdoptDraft,
    result: z.object({
      draftId: DraftId,
      state: z.literal('adopted'),
      version: z.number().int(),
      textHash: TextHash,
      adoptedAt: z.number(),
      reservations: z.number().int(),
    }),
    status: 200,
  }),
  reviseDraft: defineEndpoint({
    method: 'POST',
    path: `${base}/:draftId/revise`,
    summary: 'Open a new version of an adopted wording, saying what should change and why; the adopted one stays in force',
    body: z.object({ why: Reason }),
    result: z.object({ draftId: DraftId, version: z.number().int() }),
    status: 201,
  }),
  reviewDraft: defineEndpoint({
    method: 'POST',
    path: `${base}/:draftId/review`,
    summary: 'Say that an adopted wording was looked at and stays as it is',
    body: z.object({
      /** The day on which this look was due, as the page showed it: the second of two facilitators is told. */
      dueOn: Day.optional(),
      nextOn: Day.optional(),
    }),
    result: z.object({ draftId: DraftId, nextOn: Day.optional() }),
    status: 200,
  }),
  getAuthors: defineEndpoint({
    method: 'GET',
    path: `${base}/:draftId/authors`,
    summary: 'Who wrote which words of a wording',
    result: z.object({ draftId: DraftId, runs: z.array(z.object({ text: z.string(), participantId: ParticipantId.optional() })) }),
    status: 200,
  }),
  getMinority: defineEndpoint({
    method: 'GET',
    path: `${base}/:draftId/minority`,
    summary: 'The minority statement of a wording, and whether the asker may begin or write it',
    result: z.object({ draftId: DraftId.optional(), may: z.enum(['begin', 'write', 'read']) }),
    status: 200,
  }),
  beginMinority: defineEndpoint({
    method: 'POST',
    path: `${base}/:draftId/minority`,
    summary: 'Begin the one minority statement of a wording; for those who answered below the threshold of its check',
    result: z.object({ draftId: DraftId }),
    status: 201,
  }),
  standBehind: defineEndpoint({
    method: 'POST',
    path: `${base}/:draftId/stand`,
    summary: 'Put your name under exactly these words of a minority statement, or take it back',
    body: z.object({ textHash: TextHash, stands: z.boolean() }),
    result: z.object({ draftId: DraftId, stands: z.boolean() }),
    status: 200,
  }),
  closeMinority: defineEndpoint({
    method: 'POST',
    path: `${base}/:draftId/close`,
    summary: 'Name the day at whose start the minority statement of an adopted wording closes',
    body: z.object({ closesOn: Day }),
    result: z.object({ draftId: DraftId, closesOn: Day }),
    status: 200,
  }),
  listVersions: defineEndpoint({
    method: 'GET',
    path: `${base}/:draftId/versions`,
    summary: 'Versions of a wording, latest first, a page at a time',
    /** The version after which the next page begins. */
    query: z.object({ after: VersionId.optional() }),
    result: z.object({ versions: z.array(Version), hasMore: z.boolean() }),
    status: 200,
  }),
  getVersion: defineEndpoint({
    method: 'GET',
    path: `${base}/:draftId/versions/:versionId`,
    summary: 'A version with its canonical text',
    /** `blocksJson` is the same wording as blocks of the outline model. */
    result: Version.extend({ text: z.string(), blocksJson: z.string() }),
    status: 200,
  }),
  nameVersion: defineEndpoint({
    method: 'POST',
    path: `${base}/:draftId/versions`,
    summary: 'Keep the present text as a version with a name',
    body: z.object({ name: VersionName }),
    result: Version,
    status: 201,
  }),
  restoreVersion: defineEndpoint({
    method: 'POST',
    path: `${base}/:draftId/versions/:versionId/restore`,
    summary: 'Bring the text of a version back; the present text stays as the version before',
    /** `before` is the version that holds what the draft said until now. */
    result: z.object({ restored: Version, before: Version.optional() }),
    status: 200,
  }),
  ...proposalContract,
  ...signingContract,
} as const
