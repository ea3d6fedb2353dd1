import { z } from 'zod'
import { defineEndpoint } from '../../../http/endpoint'
import { limits } from '../../../sync/limits'
import { SignatureId } from './signature-schema'

const base = '/api/workshops/:id/drafts/:draftId/signatures'

/** Endpoints of signing an adopted agreement. */
export const signingContract = {
  signDraft: defineEndpoint({
    method: 'POST',
    path: base,
    summary: 'Sign an adopted agreement for a partner, or write down a signature given elsewhere',
    body: z.object({
      textHash: z.string().regex(/^[0-9a-f]{64}$/),
      partyId: z.string().min(1).max(64),
      name: z.string().trim().min(1).max(limits.nameLength),
      roleTitle: z.string().trim().min(1).max(limits.titleLength),
      day: z.iso.date(),
    }),
    result: z.object({ signatureId: SignatureId }),
    status: 201,
  }),
  takeSignatureBack: defineEndpoint({
    method: 'POST',
    path: `${base}/:signatureId/take-back`,
    summary: 'Take a signature back; that it was there stays to be read',
    result: z.object({ signatureId: SignatureId }),
    status: 200,
  }),
} as const
