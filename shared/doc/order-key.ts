import { z } from 'zod'

/** A fractional key: records sort by it as plain strings, and there is always room between two. */
export const OrderKey = z.string().min(1).max(256)
export type OrderKey = z.infer<typeof OrderKey>

/** What sorts by such a key. */
export interface Ordered {
  readonly id: string
  readonly order: OrderKey
}

/** Compares by order key, then by id, so that every replica shows equal keys in one order. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
