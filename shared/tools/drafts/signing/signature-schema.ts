import { z } from 'zod'
import { ParticipantId } from '../../../access/actor'
import { idSchema } from '../../../doc/ids'
import { limits } from '../../../sync/limits'

export const SignatureId = idSchema('signature')
export type SignatureId = z.infer<typeof SignatureId>

/** A partner's signature under exactly one adopted text. Written once; it may be taken back, and then stays to be read. */
export const Signature = z.object({
  id: SignatureId,
  draftId: z.string(),
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  partyId: z.string().max(64),
  /** The partner's name when it signed. */
  partyName: z.string().max(limits.titleLength),
  /** Who signs, and as what. */
  name: z.string().max(limits.nameLength),
  roleTitle: z.string().max(limits.titleLength),
  /** The day of the signature, `YYYY-MM-DD`. */
  day: z.iso.date(),
  atMs: z.number(),
  by: ParticipantId,
  byName: z.string(),
  /** Signed elsewhere, for example on paper, and written down here by somebody else. */
  recorded: z.boolean(),
  takenBack: z.object({ atMs: z.number(), byName: z.string() }).optional(),
})
export type Signature = z.infer<typeof Signature>
