import { z } from 'zod'
import { ParticipantId, Role } from '../access/actor'
import { limits } from '../sync/limits'
import { StepTool } from './schema'

const oneLine = /^[^\p{Cc}]*$/u

/** A person's or an organisation's name as typed: trimmed, one line, 1 to 80 characters. */
export const PersonName = z
  .string()
  .trim()
  .min(1, 'Write a name.')
  .max(limits.nameLength, `A name has at most ${limits.nameLength} characters.`)
  .regex(oneLine, 'A name stands on one line.')

/** An organisation’s name; empty and absent mean none. */
export const Organisation = z
  .string()
  .trim()
  .max(limits.nameLength, `An organisation’s name has at most ${limits.nameLength} characters.`)
  .regex(oneLine, 'A name stands on one line.')
  .transform((text) => text || undefined)
  .optional()

/** A short word such as a sector or a level; empty and absent mean not said. */
export const ShortText = z
  .string()
  .trim()
  .max(64, 'At most 64 characters.')
  .transform((text) => text || undefined)
  .optional()

/** A workshop's or a step's title as typed. */
export const Title = z
  .string()
  .trim()
  .min(1, 'Write a title.')
  .max(limits.titleLength, `A title has at most ${limits.titleLength} characters.`)
  .regex(oneLine, 'A title stands on one line.')

/** What the group is asked; empty and absent mean nothing. */
export const Prompt = z
  .string()
  .trim()
  .max(limits.titleLength, `A prompt has at most ${limits.titleLength} characters.`)
  .transform((text) => text || undefined)
  .optional()

/** The join code as typed: `482 913` and `482-913` are `482913`. */
export const JoinCode = z
  .string()
  .max(32)
  .transform((text) => text.replace(/[\s\-–.]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'A code has six digits.'))

/** A link's secret: what stands after `#k=`. */
export const LinkKey = z.string().min(1).max(128)

/** What lets somebody in: a code or a link's secret. */
export const oneOf = { key: LinkKey.optional(), code: JoinCode.optional() }
/** Whether one of them was sent, and not both. */
export const exactlyOne = (given: { key?: string | undefined; code?: string | undefined }) =>
  (given.key === undefined) !== (given.code === undefined)
/** What is said otherwise. */
export const exactlyOneMessage = { message: 'Send either a code or the key of a link.', path: ['code'] }

/** One step of an agenda as sent by whoever makes a workshop or edits its agenda. */
export const StepDraft = z.object({
  title: Title,
  minutes: z.number().int().min(0).max(600),
  tool: StepTool,
  prompt: Prompt,
  /** What the facilitators read to themselves. */
  notes: z.string().trim().max(limits.noteLength).optional(),
  /** Steps of one key work on the same notes or the same wording. */
  subjectKey: z.string().max(64).optional(),
  /** A step of notes that everybody writes alone until the reveal. */
  privately: z.boolean().optional(),
})
export type StepDraft = z.infer<typeof StepDraft>

/** The agenda a new workshop begins with. */
export const AgendaChoice = z.union([
  z.strictObject({ template: z.string().max(64) }),
  z.strictObject({
    steps: z.array(StepDraft).min(1, 'An agenda has at least one step.').max(limits.agendaSteps),
    template: z.string().max(64).optional(),
  }),
])

/** Roles that a link may give; hosting is handed over, never linked. */
export const LinkRole = z.enum(['facilitator', 'contributor', 'voter', 'observer'])
export type LinkRole = z.infer<typeof LinkRole>

/** What is said to come in: 6 characters or more. Capitals and extra spaces do not count. */
export const Passphrase = z
  .string()
  .trim()
  .min(6, 'A passphrase has at least 6 characters.')
  .max(limits.passphraseLength, `A passphrase has at most ${limits.passphraseLength} characters.`)

/** Roles that a personal invite may give. */
export const InviteRole = z.enum(['contributor', 'voter', 'observer'])
export type InviteRole = z.infer<typeof InviteRole>

/** A link as facilitators see it: never its secret. */
export const LinkSummary = z.object({
  linkId: z.string(),
  role: Role,
  expiresAtMs: z.number().optional(),
  usesLeft: z.number().int().optional(),
  createdAtMs: z.number(),
  createdBy: ParticipantId.optional(),
})
export type LinkSummary = z.infer<typeof LinkSummary>
