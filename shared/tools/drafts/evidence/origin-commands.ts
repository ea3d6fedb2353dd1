import type * as Y from 'yjs'
import type { Actor } from '../../../access/actor'
import { newId, type RecordRef } from '../../../doc/ids'
import { commandOrigin } from '../../../doc/origin'
import { limits } from '../../../sync/limits'
import { wordsAt } from '../anchor'
import { origins } from '../collections'
import type { Anchor } from '../comments/comment-schema'
import { can, canChangeComment } from '../permissions'
import { type Span, type WordingText, wordsIn } from '../wording-text'
import type { OriginId } from './origin-schema'
import { originsFor, type Trace } from './traces'

/** Says where some words come from; undefined when `actor` may not, or nothing can be seen of them. */
export function linkWords(
  doc: Y.Doc,
  actor: Actor,
  {
    text,
    span,
    refs,
    nowMs,
  }: { readonly text: WordingText; readonly span: Span; readonly refs: readonly RecordRef[]; readonly nowMs: number },
): OriginId | undefined {
  const words = wordsAt(text, span)
  if (!can(actor, 'comments/write') || !words || refs.length === 0) return undefined
  const id = newId('origin')
  const quote = wordsIn(text, span).slice(0, limits.originQuote).trim()
  const origin = { id, anchor: words.anchor, quote, refs: refs.slice(0, limits.originRefs), how: 'linked', authorId: actor.id } as const
  doc.transact(() => origins.put(doc, { ...origin, createdAtMs: nowMs }), commandOrigin('origins/link', actor))
  return id
}

/** Takes back where words come from. False when `actor` may not. */
export function unlinkWords(doc: Y.Doc, actor: Actor, id: OriginId, nowMs: number): boolean {
  return change(doc, actor, id, { deletedAtMs: nowMs })
}

export function restoreLink(doc: Y.Doc, actor: Actor, id: OriginId): boolean {
  return change(doc, actor, id, { deletedAtMs: undefined })
}

function change(doc: Y.Doc, actor: Actor, id: OriginId, changes: { readonly deletedAtMs: number | undefined }): boolean {
  const origin = origins.get(doc, id)
  if (!origin || !canChangeComment(actor, origin.authorId)) return false
  return doc.transact(() => origins.patch(doc, id, changes), commandOrigin('origins/change', actor))
}

/** Takes an origin along with its words, which an edit has moved into another block. */
export function reAnchorOrigin(doc: Y.Doc, actor: Actor, id: OriginId, anchor: Anchor): void {
  if (!can(actor, 'comments/re-anchor')) return
  doc.transact(() => origins.patch(doc, id, { anchor }), commandOrigin('origins/re-anchor', actor))
}

/** Keeps where words come from that were just brought in from another wording. */
export function keepTraces(doc: Y.Doc, actor: Actor, text: WordingText, traces: readonly Trace[], nowMs: number): void {
  if (!can(actor, 'comments/re-anchor')) return
  // Who brings words in says where these come from: what notes gave to the other wording, they give to this one by it.
  const fresh = originsFor(
    text,
    traces.map((trace) => ({ ...trace, how: 'rival' as const })),
    { authorId: actor.id, nowMs },
  )
  doc.transact(
    () => {
      for (const origin of fresh) origins.put(doc, origin)
    },
    commandOrigin('origins/bring-in', actor),
  )
}
