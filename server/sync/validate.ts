import type * as Y from 'yjs'
import type { Actor } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import type { RoomRef } from '../../shared/sync/room-name'
import type { TouchedRecord } from '../../shared/tools/tool'
import type { Refusal } from './gate'
import type { RoomRules } from './rules'

/** An update that has been applied and not left the process. */
export interface Applied {
  readonly ref: RoomRef
  readonly doc: Y.Doc
  readonly actor: Actor
  readonly touched: readonly TouchedRecord[]
  readonly rules: RoomRules
}

/** Checks what an update touched: how many records there are now, each by its schema, then by its tool's own rules. */
export function validate({ ref, doc, actor, touched, rules }: Applied): Refusal | undefined {
  const grown = new Set(touched.filter(({ change }) => change === 'added').map(({ collection }) => collection))
  for (const root of grown) {
    if (doc.getMap(root).size > limits.notesPerBoard) return { reason: 'tooLarge', code: 'room/too-many-records' }
  }
  const roots = rules.roots(ref)
  for (const { collection, id, before, after } of touched) {
    const rule = roots.get(collection)
    if (rule?.kind !== 'records' || after === undefined) continue
    const { schema } = rule.collection
    const isWhole = schema.safeParse(after).success && (after as { id?: unknown }).id === id
    // A record that was broken already must not stop people from mending it field by field.
    const wasWhole = before === undefined || schema.safeParse(before).success
    if (!isWhole && wasWhole) return { reason: 'malformed', code: 'room/invalid-record' }
  }
  const sentence = touched.length > 0 ? rules.check(ref, actor, touched, doc) : undefined
  return sentence === undefined ? undefined : { reason: 'forbidden', code: 'room/rule', detail: sentence }
}
