import { z } from 'zod'
import { ParticipantId } from '../../access/actor'
import { idSchema } from '../../doc/ids'
import { OrderKey } from '../../doc/order'
import { limits } from '../../sync/limits'

export const IdeaId = idSchema('idea')
export type IdeaId = z.infer<typeof IdeaId>
export const ClusterId = idSchema('cluster')
export type ClusterId = z.infer<typeof ClusterId>
export const PromptId = idSchema('prompt')
export type PromptId = z.infer<typeof PromptId>

/** What a note is. Its paper, its glyph and its word always say the same. */
export const ideaKinds = ['strength', 'barrier', 'idea', 'question', 'doubt', 'prior-attempt'] as const
export const IdeaKind = z.enum(ideaKinds)
export type IdeaKind = z.infer<typeof IdeaKind>

/** The kinds offered where a prompt names none of its own. */
export const defaultKinds: readonly IdeaKind[] = ['strength', 'barrier', 'idea', 'question']

export const kindLabels: Record<IdeaKind, string> = {
  strength: 'Strength',
  barrier: 'Barrier',
  idea: 'Idea',
  question: 'Question',
  doubt: 'Doubt',
  'prior-attempt': 'Prior attempt',
}

/** What a step asks; agenda steps with the same subject share one. */
export const Prompt = z.object({
  id: PromptId,
  text: z.string().max(limits.noteLength),
  kinds: z.array(IdeaKind).min(1).optional(),
})
export type Prompt = z.infer<typeof Prompt>

/** One sticky note. */
export const Idea = z.object({
  id: IdeaId,
  promptId: PromptId,
  /** Plain text. */
  text: z.string().min(1).max(limits.noteLength),
  kind: IdeaKind,
  /** Who created it, by the server's binding; null when the server published it without its author. */
  authorId: ParticipantId.nullable(),
  /** Written in an anonymous step: to be published without its author. */
  anonymous: z.boolean().optional(),
  /** Whose words an imported note holds, as the file said. */
  byline: z.string().max(limits.nameLength).optional(),
  /** Cluster that holds the note; null, or a cluster that is gone, means not yet sorted. */
  clusterId: ClusterId.nullable(),
  /** Fractional key; notes sort by it within their cluster. */
  order: OrderKey,
  createdAtMs: z.number(),
  /** Deleted, and restorable for 30 days. */
  deletedAtMs: z.number().optional(),
})
export type Idea = z.infer<typeof Idea>

/** A named group of notes. */
export const Cluster = z.object({
  id: ClusterId,
  promptId: PromptId,
  /** Empty until somebody names it; only named clusters can be voted on. */
  name: z.string().max(limits.nameLength),
  order: OrderKey,
  collapsed: z.boolean().optional(),
  deletedAtMs: z.number().optional(),
})
export type Cluster = z.infer<typeof Cluster>

/** How a prompt's notes are being written. The id is the prompt's; without a record see `effectiveMode`. */
export const IdeaMode = z.object({
  id: PromptId,
  writing: z.enum(['open', 'private']),
  /** Notes written from now on are published without their authors. */
  anonymous: z.boolean(),
  /** Notes that only their authors can see. */
  privateCount: z.number().int().min(0),
})
export type IdeaMode = z.infer<typeof IdeaMode>

/** How long a deleted note can be restored. */
export const restorableMs = 30 * 24 * 60 * 60 * 1000
