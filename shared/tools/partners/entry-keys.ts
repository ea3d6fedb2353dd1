/** Fields of a partner that are lists of short entries; each entry is stored under a key of its own. */
export const entryFields = ['people', 'populations', 'skills'] as const

export type EntryField = (typeof entryFields)[number]

/** The lists of a partner. */
export type Lists = { readonly [field in EntryField]?: readonly string[] | undefined }

/** One entry of a list; the same words under two keys, from two people at once, are one entry. */
export interface StoredEntry {
  /** For example `people:entry_x1`. */
  readonly key: string
  readonly text: string
  readonly order: string
}

/** The entries of a list as they are stored, in their order. */
export function storedEntries(row: object, field: EntryField): readonly StoredEntry[] {
  return Object.entries(row)
    .flatMap(([key, value]): StoredEntry[] => (key.startsWith(`${field}:`) && isEntry(value) ? [{ key, ...value }] : []))
    .sort((a, b) => compare(a.order, b.order) || compare(a.text, b.text))
}

/** A stored partner with its entries as lists; a list that was stored whole stays, with its entries first. */
export function withLists(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return stored
  const row: Record<string, unknown> = { ...stored }
  for (const field of entryFields) {
    const texts = storedEntries(stored, field).map(({ text }) => text)
    const whole: unknown = row[field]
    if (texts.length > 0) row[field] = [...new Set([...(Array.isArray(whole) ? whole : []), ...texts])]
  }
  return row
}

function isEntry(value: unknown): value is Omit<StoredEntry, 'key'> {
  if (typeof value !== 'object' || value === null) return false
  return 'text' in value && typeof value.text === 'string' && 'order' in value && typeof value.order === 'string'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
