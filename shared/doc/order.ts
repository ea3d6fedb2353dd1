import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Ordered, OrderKey } from './order-key'

/** Reading keys is apart from making them, which a first screen never does. */
export { byOrder, OrderKey } from './order-key'

/**
 * A key between two neighbours; null means the list's end on that side.
 *
 * Equal or reversed neighbours can arise from concurrent moves; then the key goes after the first.
 */
export function orderBetween(before: OrderKey | null, after: OrderKey | null): OrderKey {
  return generateKeyBetween(before, before !== null && after !== null && before >= after ? null : after)
}

/** `count` ascending keys after `before`; null means an empty list. */
export function ordersAfter(before: OrderKey | null, count: number): OrderKey[] {
  return generateNKeysBetween(before, null, count)
}

/** `count` ascending keys between two neighbours; the rule for equal or reversed ones is that of `orderBetween`. */
export function ordersBetween(before: OrderKey | null, after: OrderKey | null, count: number): OrderKey[] {
  return generateNKeysBetween(before, before !== null && after !== null && before >= after ? null : after, count)
}

/** Whether a key is one that new keys can be made next to. */
export function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}

/** The last key of records in any order; null when there are none. */
export function lastOrder(records: Iterable<Ordered>): OrderKey | null {
  let last: OrderKey | null = null
  for (const { order } of records) if (last === null || order > last) last = order
  return last
}
