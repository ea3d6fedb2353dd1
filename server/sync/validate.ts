import type { Actor } from '../../shared/access/actor'
import type { RoomRef } from '../../shared/sync/room-name'
import type { TouchedRecord } from '../../shared/tools/tool'
import type { Refusal } from './gate'
import type { RoomRules } from './rules'

/** Checks what an update touched, after the apply: every record by its schema, then by its tool's own rules. */
export function validate(ref: RoomRef, actor: Actor, touched: readonly TouchedRecord[], rules: RoomRules): Refusal | undefined {
  if (touched.length === 0) return undefined
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
  const sentence = rules.check(ref, actor, touched)
  return sentence === undefined ? undefined : { reason: 'forbidden', code: 'room/rule', detail: sentence }
}
