import { z } from 'zod'
import { ParticipantId, Role, WorkshopId } from '../access/actor'
import { IdentityLevel } from '../access/identity'
import { RecordRef } from '../doc/ids'
import { OrderKey } from '../doc/order-key'
import { limits } from '../sync/limits'

/** Tools that an agenda step may use; not all are built yet (see the registry). */
export const toolIds = [
  'ideas',
  'drafts',
  'votes',
  'partners',
  'roles',
  'service-map',
  'assessment',
  'plan',
  'measures',
  'communication',
  'decisions',
  'document',
] as const
export const StepTool = z.enum([...toolIds, 'talk'])
export type StepTool = z.infer<typeof StepTool>
export type ToolId = (typeof toolIds)[number]

export const StepId = z.string().regex(/^step_[A-Za-z0-9-]{1,48}$/)

/** One step of the agenda. Facilitators' scripts stay in SQL and are fetched. */
export const AgendaStep = z.object({
  id: StepId,
  title: z.string().min(1).max(limits.titleLength),
  minutes: z.number().int().min(0).max(600),
  tool: StepTool,
  /** What everybody is asked, in the group's voice. */
  prompt: z.string().max(limits.titleLength).optional(),
  /** Record the step is about; steps of a template with one subjectKey share it. */
  subject: RecordRef.optional(),
  /** Its notes begin in private writing. */
  privately: z.boolean().optional(),
  /** Why the server added it by itself, in a few words beside the title, while that still holds. */
  mark: z.string().optional(),
  order: OrderKey,
})
export type AgendaStep = z.infer<typeof AgendaStep>

/** The step timer by the server's clock. */
export const Timer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('running'), endsAtMs: z.number(), totalMs: z.number() }),
  z.object({ state: z.literal('paused'), remainingMs: z.number(), totalMs: z.number() }),
])
export type Timer = z.infer<typeof Timer>

/** How people who hold the code or a link come in: at once, by a passphrase, or let in one by one. */
export const DoorKind = z.enum(['open', 'passphrase', 'knock'])
export type DoorKind = z.infer<typeof DoorKind>

/** The single record of the workshop itself; its id is the workshop's. */
export const Workshop = z.object({
  id: WorkshopId,
  title: z.string().min(1).max(limits.titleLength),
  /** The title it was opened with, once the group has adopted a name, which then is the title. */
  openedAs: z.string().optional(),
  focusQuestion: z.string().max(limits.titleLength).optional(),
  /** Name of the built-in plan it began from. */
  template: z.string().optional(),
  stepId: StepId,
  /** The last time that the board was brought back, and to when; for everybody to read. */
  restored: z.object({ toMs: z.number().int(), atMs: z.number().int(), byName: z.string() }).optional(),
  /** Rises with each "Bring everyone here"; the step everybody is asked to come to. */
  summons: z.object({ number: z.number().int(), stepId: StepId, byName: z.string() }).optional(),
  timer: Timer,
  /** Absent means open. */
  door: DoorKind.optional(),
  /** Six digits. */
  joinCode: z.string(),
  /** Absolute address for joining, without any secret: `<origin>/j/<code>`. */
  joinUrl: z.string(),
  /** Rises when something fetched over HTTP (scripts, links, knocks) changed. */
  revision: z.number().int(),
  createdAtMs: z.number(),
})
export type Workshop = z.infer<typeof Workshop>

/** Who somebody is in a workshop. */
export const Seat = z.object({ participantId: ParticipantId, role: Role })

/** A participant as everybody sees them. */
export const Participant = z.object({
  id: ParticipantId,
  name: z.string().min(1).max(limits.nameLength),
  organisation: z.string().max(limits.nameLength).optional(),
  sector: z.string().max(64).optional(),
  level: z.string().max(64).optional(),
  role: Role,
  /** 1-8, the person's colour everywhere. */
  colour: z.number().int().min(1).max(8),
  joinedAtMs: z.number(),
  /** How they came in; absent where it was not asked yet, which is as an open link. */
  identity: IdentityLevel.optional(),
  removed: z.boolean().optional(),
  /** The seat of the same person that is kept; this one is removed and bears its name. */
  mergedInto: ParticipantId.optional(),
})
export type Participant = z.infer<typeof Participant>

/** A tool whose documents nobody may change just now. The id is the tool's. */
export const Lock = z.object({
  id: z.enum(toolIds),
  byName: z.string(),
  atMs: z.number(),
})
export type Lock = z.infer<typeof Lock>
