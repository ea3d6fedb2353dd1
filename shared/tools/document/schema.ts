import { z } from 'zod'
import { type Block, type DocumentPart, documentParts, type Inline, type OutlineSection } from '../../doc/outline'
import { safeHref } from '../../doc/safe-href'
import { limits } from '../../sync/limits'

export const Part: z.ZodType<DocumentPart> = z.enum(documentParts)

/** What a person chose to have in the document. */
export interface DocumentChoice {
  readonly parts: readonly DocumentPart[]
  readonly names: boolean
  readonly reservations: boolean
}

const Mark = z.union([
  z.enum(['bold', 'italic', 'strike', 'code']),
  z.strictObject({ href: z.string().refine((href) => safeHref(href) !== undefined, 'only http, https and mailto') }),
])

const InlineRun: z.ZodType<Inline> = z.strictObject({ text: z.string(), marks: z.array(Mark).readonly().optional() })
const runs = z.array(InlineRun).readonly()

const DocumentBlock: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]), text: runs }),
    z.strictObject({ type: z.literal('paragraph'), text: runs, style: z.enum(['statement', 'meta']).optional() }),
    z.strictObject({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.number().int().optional(),
      items: z.array(z.strictObject({ blocks: z.array(DocumentBlock).readonly(), checked: z.boolean().optional() })).readonly(),
    }),
    z.strictObject({ type: z.literal('quote'), blocks: z.array(DocumentBlock).readonly() }),
    z.strictObject({ type: z.literal('code'), text: z.string() }),
    z.strictObject({ type: z.literal('rule') }),
    z.strictObject({
      type: z.literal('table'),
      caption: z.string().optional(),
      head: z.array(runs).readonly(),
      rows: z.array(z.array(runs).readonly()).readonly(),
      toSign: z.boolean().optional(),
    }),
  ]),
)

const DocumentSection: z.ZodType<OutlineSection> = z.strictObject({
  part: Part,
  title: z.string(),
  blocks: z.array(DocumentBlock).readonly(),
  draft: z.boolean().optional(),
  note: z.string().optional(),
})

/**
 * The document that every format renders, and what `document.json` holds. A reader of the JSON may rely on `format` and
 * `version`; a later version only adds.
 */
export const DocumentModel = z.strictObject({
  format: z.literal('convene-document'),
  version: z.literal(1),
  /** BCP 47, the language of headings and dates. */
  language: z.literal('en'),
  title: z.string(),
  focusQuestion: z.string().optional(),
  /** The day it was made, `YYYY-MM-DD`. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  parts: z.array(Part).readonly(),
  sections: z.array(DocumentSection).readonly(),
})
export type DocumentModel = z.infer<typeof DocumentModel>

/** The page that the public may read, as everybody in the workshop sees it. One record, id `publication`. */
export const Publication = z.object({
  id: z.literal('publication'),
  state: z.enum(['live', 'withdrawn']),
  slug: z.string().max(64),
  /** Absolute address. */
  url: z.string().max(limits.linkLength),
  /** Rises with every press of Publish. */
  version: z.number().int().min(1),
  atMs: z.number(),
  byName: z.string(),
  parts: z.array(Part).readonly(),
})
export type Publication = z.infer<typeof Publication>
