import type * as Y from 'yjs'
import { z } from 'zod'
import { defineCollection } from '../../doc/collection'
import { newId } from '../../doc/ids'
import { type OrderKey, orderBetween, ordersAfter } from '../../doc/order'
import { type EntryField, entryFields, type Lists, type StoredEntry, storedEntries } from './entry-keys'
import { type PartnerFields, PartnerId } from './schema'

/** Partners as they are stored, with a field for each entry of a list. */
const rows = defineCollection('partners', z.looseObject({ id: PartnerId }))

/**
 * Changes a partner. Of a list only the entries that were added or taken away since it was read are written, so that
 * two people who edit one list at once both win. A list stored whole, as it once was, is parted into entries here.
 *
 * @param seen the lists as the person read them; without them a list becomes what the changes say
 */
export function patchPartner(board: Y.Doc, id: string, changes: Partial<PartnerFields>, seen?: Lists): boolean {
  const row = rows.get(board, id)
  if (!row) return false
  const lists = entryFields.filter((field) => field in changes)
  const others = Object.fromEntries(Object.entries(changes).filter(([field]) => !lists.some((list) => list === field)))
  const entries = lists.flatMap((field) => entryChanges(row, field, changes[field] ?? [], seenOf(seen, field)))
  return rows.patch(board, id, { ...others, ...Object.fromEntries(entries) })
}

/** The lists of a partner after these changes, as `patchPartner` leaves them; absent where nothing is left or changed. */
export function mergedLists(partner: Lists, changes: Lists, seen?: Lists): { [field in EntryField]?: string[] } {
  const merged = entryFields
    .filter((field) => field in changes)
    .map((field) => [field, mergedEntries(partner[field] ?? [], changes[field] ?? [], seenOf(seen, field))] as const)
  return Object.fromEntries(merged.map(([field, entries]) => [field, entries.length > 0 ? entries : undefined]))
}

/** A list that the person did not read is taken as it stands. */
function seenOf(seen: Lists | undefined, field: EntryField): readonly string[] | undefined {
  return seen && (seen[field] ?? [])
}

/** A list after somebody who read `seen` wants it as `wanted`, while it has become `current`. */
function mergedEntries(current: readonly string[], wanted: readonly string[], seen = current): string[] {
  const stays = wanted.filter((entry) => current.includes(entry) || !seen.includes(entry))
  const addedMeanwhile = current.filter((entry) => !wanted.includes(entry) && !seen.includes(entry))
  return [...stays, ...addedMeanwhile]
}

type EntryChange = readonly [key: string, value: Pick<StoredEntry, 'text' | 'order'> | undefined]

function entryChanges(
  row: Readonly<Record<string, unknown>>,
  field: EntryField,
  wanted: readonly string[],
  seen: readonly string[] | undefined,
): (EntryChange | readonly [EntryField, undefined])[] {
  const whole = Array.isArray(row[field]) ? row[field].map(String) : []
  const stored = storedEntries(row, field)
  const places = ordersAfter(null, whole.length)
  const current = [...whole.map((text, index) => ({ text, order: places[index] ?? 'a0' })), ...stored]
  const known = new Map([...current].reverse().map(({ text, order }) => [text, order])) // the first of equal words counts
  const texts = [...new Set(current.map(({ text }) => text))]
  const after = ordersOf(mergedEntries(texts, wanted, seen), known)
  const gone = stored.flatMap(({ key, text }): EntryChange[] => (after.has(text) ? [] : [[key, undefined]]))
  const kept = [...after].map(([text, order]): EntryChange => {
    const key = stored.find((entry) => entry.text === text)?.key ?? `${field}:${newId('entry')}`
    return [key, { text, order }]
  })
  return [[field, undefined], ...gone, ...kept]
}

/** Keys that keep these entries in this order: those they have where these ascend, new ones between them otherwise. */
function ordersOf(entries: readonly string[], known: ReadonlyMap<string, OrderKey>): Map<string, OrderKey> {
  const kept = entries.flatMap((entry) => known.get(entry) ?? [])
  if (kept.some((order, index) => index > 0 && order <= (kept[index - 1] ?? ''))) {
    const fresh = ordersAfter(null, entries.length)
    return new Map(entries.map((entry, index) => [entry, fresh[index] ?? 'a0']))
  }
  const orders = new Map<string, OrderKey>()
  let last: OrderKey | null = null
  for (const [index, entry] of entries.entries()) {
    const next: string | undefined = entries.slice(index).find((each) => known.has(each))
    last = known.get(entry) ?? orderBetween(last, (next !== undefined && known.get(next)) || null)
    orders.set(entry, last)
  }
  return orders
}
