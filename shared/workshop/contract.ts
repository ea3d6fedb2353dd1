import { z } from 'zod'
import { ParticipantId, Role, WorkshopId } from '../access/actor'
import { defineEndpoint } from '../http/endpoint'
import { limits } from '../sync/limits'
import { Lock, StepId, StepTool, Timer, toolIds } from './schema'

const oneLine = /^[^\p{Cc}]*$/u

/** A person's or an organisation's name as typed: trimmed, one line, 1 to 80 characters. */
export const PersonName = z
  .string()
  .trim()
  .min(1, 'Write a name.')
  .max(limits.nameLength, `A name has at most ${limits.nameLength} characters.`)
  .regex(oneLine, 'A name stands on one line.')

const Organisation = z
  .string()
  .trim()
  .max(limits.nameLength, `An organisation’s name has at most ${limits.nameLength} characters.`)
  .regex(oneLine, 'A name stands on one line.')
  .transform((text) => text || undefined)
  .optional()

const ShortText = z
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

const Prompt = z
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

const Host = z.object({ name: PersonName, organisation: Organisation })

/** Roles that a link may give; hosting is handed over, never linked. */
export const LinkRole = z.enum(['facilitator', 'contributor', 'voter', 'observer'])
export type LinkRole = z.infer<typeof LinkRole>

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

const Seat = z.object({ participantId: ParticipantId, role: Role })
const OneOf = { key: LinkKey.optional(), code: JoinCode.optional() }
const exactlyOne = (given: { key?: string | undefined; code?: string | undefined }) =>
  (given.key === undefined) !== (given.code === undefined)
const exactlyOneMessage = { message: 'Send either a code or the key of a link.', path: ['code'] }

const nothing = z.object({})

/** The kernel's own endpoints: opening, joining, leading. Source: HOUSE section 6. */
export const workshopContract = {
  create: defineEndpoint({
    method: 'POST',
    path: '/api/workshops',
    summary: 'Open a workshop; the caller becomes its host',
    body: z.object({
      title: Title,
      focusQuestion: Prompt,
      agenda: AgendaChoice.optional(),
      host: Host,
      createKey: z.string().max(128).optional(),
    }),
    result: z.object({
      workshopId: WorkshopId,
      participantId: ParticipantId,
      role: z.literal('host'),
      links: z.object({ host: z.string(), join: z.string(), observe: z.string() }),
      joinCode: z.string(),
    }),
    status: 201,
  }),
  lookUp: defineEndpoint({
    method: 'POST',
    path: '/api/join',
    summary: 'Find the workshop of a six-digit code',
    body: z.object({ code: JoinCode }),
    result: z.object({ workshopId: WorkshopId, title: z.string(), needs: z.enum(['none', 'passphrase', 'knock']) }),
    status: 200,
  }),
  lobby: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/lobby',
    summary: 'What somebody with a code or a link may know before joining',
    body: z.object(OneOf).refine(exactlyOne, exactlyOneMessage),
    result: z.object({
      workshopId: WorkshopId,
      title: z.string(),
      focusQuestion: z.string().optional(),
      host: z.object({ name: z.string(), organisation: z.string().optional() }),
      steps: z.array(z.object({ title: z.string(), minutes: z.number(), prompt: z.string().optional() })),
      people: z.array(z.object({ name: z.string(), colour: z.number().int() })),
      peopleCount: z.number().int(),
      organisations: z.array(z.string()),
      /** The most that the link gives. */
      role: Role,
      /** A link for one person who has a seat already. */
      personal: z.boolean(),
    }),
    status: 200,
  }),
  join: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/join',
    summary: 'Take a seat; the same device gets its old seat back',
    body: z
      .object({
        ...OneOf,
        name: PersonName,
        organisation: Organisation,
        sector: ShortText,
        level: ShortText,
        as: z.enum(['contributor', 'observer']).optional(),
        passphrase: z.string().max(128).optional(),
      })
      .refine(exactlyOne, exactlyOneMessage),
    result: z.object({ workshopId: WorkshopId, participantId: ParticipantId, role: Role, returnLink: z.string() }),
    status: 201,
  }),
  session: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/session',
    summary: 'Come back to one’s own seat with a host or return link',
    body: z.object({ key: LinkKey }),
    result: Seat,
    status: 200,
  }),
  returnLink: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/session/return-link',
    summary: 'Make one’s own return link anew; earlier ones stop working',
    result: z.object({ returnLink: z.string() }),
    status: 201,
  }),
  leave: defineEndpoint({
    method: 'DELETE',
    path: '/api/workshops/:id/session',
    summary: 'Give up the seat on this device',
    result: nothing,
    status: 200,
  }),
  read: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id',
    summary: 'The workshop, who I am in it, and its documents',
    result: z.object({
      workshopId: WorkshopId,
      title: z.string(),
      me: Seat,
      agenda: z.array(z.object({ id: StepId, title: z.string(), minutes: z.number().int(), tool: StepTool })),
      stepId: StepId,
      rooms: z.array(z.object({ name: z.string(), epoch: z.number().int(), schema: z.number().int(), write: z.boolean() })),
      /** Milliseconds since the epoch. */
      serverTime: z.number(),
    }),
    status: 200,
  }),
  seats: defineEndpoint({
    method: 'GET',
    path: '/api/workshops',
    summary: 'The workshops in which this device has a seat',
    result: z.object({
      workshops: z.array(z.object({ workshopId: WorkshopId, title: z.string(), role: Role, name: z.string(), createdAtMs: z.number() })),
    }),
    status: 200,
  }),
  changeTitle: defineEndpoint({
    method: 'PATCH',
    path: '/api/workshops/:id',
    summary: 'Change the title or the focus question',
    body: z.object({ title: Title.optional(), focusQuestion: z.string().trim().max(limits.titleLength).optional() }),
    result: nothing,
    status: 200,
  }),
  setStep: defineEndpoint({
    method: 'PUT',
    path: '/api/workshops/:id/step',
    summary: 'Make a step the current one',
    body: z.object({ stepId: StepId }),
    result: z.object({ stepId: StepId }),
    status: 200,
  }),
  addStep: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/steps',
    summary: 'Add a step to the agenda, after another or at the end',
    body: StepDraft.omit({ subjectKey: true }).extend({ after: StepId.nullable().optional() }),
    result: z.object({ stepId: StepId }),
    status: 201,
  }),
  editStep: defineEndpoint({
    method: 'PATCH',
    path: '/api/workshops/:id/steps/:stepId',
    summary: 'Change or move a step; `after: null` makes it the first',
    body: StepDraft.omit({ subjectKey: true, prompt: true })
      .partial()
      .extend({ prompt: z.string().trim().max(limits.titleLength).optional(), after: StepId.nullable().optional() }),
    result: nothing,
    status: 200,
  }),
  removeStep: defineEndpoint({
    method: 'DELETE',
    path: '/api/workshops/:id/steps/:stepId',
    summary: 'Take a step out of the agenda; what was written in it stays',
    result: nothing,
    status: 200,
  }),
  scripts: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id/scripts',
    summary: 'What facilitators read to themselves, by step',
    result: z.object({ scripts: z.array(z.object({ stepId: StepId, notes: z.string() })) }),
    status: 200,
  }),
  setTimer: defineEndpoint({
    method: 'PUT',
    path: '/api/workshops/:id/timer',
    summary: 'Start, pause, resume, extend or clear the timer',
    body: z.discriminatedUnion('action', [
      z.object({ action: z.literal('start'), minutes: z.number().min(0.1).max(600) }),
      z.object({ action: z.literal('pause') }),
      z.object({ action: z.literal('resume') }),
      z.object({ action: z.literal('extend'), minutes: z.number().min(-60).max(60) }),
      z.object({ action: z.literal('clear') }),
    ]),
    result: z.object({ timer: Timer }),
    status: 200,
  }),
  setLock: defineEndpoint({
    method: 'PUT',
    path: '/api/workshops/:id/lock',
    summary: 'Lock or open everything one tool holds',
    body: z.object({ tool: z.enum(toolIds), locked: z.boolean() }),
    result: z.object({ tool: Lock.shape.id, locked: z.boolean() }),
    status: 200,
  }),
  summon: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/summon',
    summary: 'Bring everyone to a step, which becomes the current one',
    body: z.object({ stepId: StepId.optional() }),
    result: z.object({ number: z.number().int(), stepId: StepId }),
    status: 200,
  }),
  rotateCode: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/join-code',
    summary: 'Replace the six-digit code; the old one stops working',
    result: z.object({ joinCode: z.string(), joinUrl: z.string() }),
    status: 201,
  }),
  links: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id/links',
    summary: 'The links that work now, without their secrets',
    result: z.object({ links: z.array(LinkSummary) }),
    status: 200,
  }),
  makeLink: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/links',
    summary: 'Make a link; its address is shown this once',
    body: z.object({
      role: LinkRole,
      /** Hours from now; absent means until revoked. */
      expiresInHours: z
        .number()
        .min(0.01)
        .max(24 * 365)
        .optional(),
      /** How many people it may admit; absent means any number. */
      uses: z.number().int().min(1).max(limits.participants).optional(),
    }),
    result: LinkSummary.extend({ url: z.string() }),
    status: 201,
  }),
  revokeLink: defineEndpoint({
    method: 'DELETE',
    path: '/api/workshops/:id/links',
    summary: 'Revoke a link',
    body: z.object({ linkId: z.string().max(64) }),
    result: nothing,
    status: 200,
  }),
  changeParticipant: defineEndpoint({
    method: 'PATCH',
    path: '/api/workshops/:id/participants/:pid',
    summary: 'Change somebody’s role, remove somebody, or correct one’s own name',
    body: z.union([
      z.strictObject({ role: LinkRole }),
      z.strictObject({ removed: z.literal(true) }),
      z.strictObject({ name: PersonName, organisation: Organisation, sector: ShortText, level: ShortText }),
    ]),
    result: z.object({ participantId: ParticipantId, role: Role, removed: z.boolean() }),
    status: 200,
  }),
  handOver: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/host',
    summary: 'Hand the workshop over; the old host stays on as a facilitator',
    body: z.object({ participantId: ParticipantId }),
    result: z.object({ hostId: ParticipantId }),
    status: 200,
  }),
} as const
