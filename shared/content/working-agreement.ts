import { z } from 'zod'
import source from './working-agreement.json' with { type: 'json' }

/** Something a text is filled with: from what the workshop holds, or else asked for. */
export const Placeholder = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(['text', 'richText', 'list', 'table', 'date', 'number']),
  /** What the workshop holds that it comes from; null where a person is asked. */
  fillFrom: z.string().nullable(),
})
export type Placeholder = z.infer<typeof Placeholder>

export const AgreementSection = z.object({
  id: z.string(),
  heading: z.string(),
  purpose: z.string(),
  required: z.boolean(),
  mustState: z.array(z.string()),
  /** With `{{key}}` for a placeholder, and `...` where people go on writing. */
  starterText: z.string(),
})
export type AgreementSection = z.infer<typeof AgreementSection>

/** The outline of one kind of agreement. */
export const AgreementOutline = z.object({ id: z.string(), title: z.string(), sections: z.array(AgreementSection) })
export type AgreementOutline = z.infer<typeof AgreementOutline>

export const placeholders: readonly Placeholder[] = z.array(Placeholder).parse(source.placeholders)

/** Every kind of agreement, the one between partners first. */
export const agreementOutlines: readonly AgreementOutline[] = z.array(AgreementOutline).parse(source.agreements)

/** That it is no legal advice, and what to do about it. */
export const agreementNotice: string = source.notice

/** Questions to ask before anybody signs. */
export const signingChecks: readonly { readonly id: string; readonly text: string }[] = z
  .array(z.object({ id: z.string(), text: z.string() }))
  .parse(source.preSigningCheck)
