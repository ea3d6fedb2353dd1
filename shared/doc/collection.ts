import * as Y from 'yjs'
import type { z } from 'zod'
import { LiveView } from './live-view'

/** What every record has. */
export interface Identified {
  readonly id: string
}

/** A typed view of one root `Y.Map` of a document: id -> nested `Y.Map` of fields. */
export interface Collection<T extends Identified> {
  /** The root's name in the document, also the `collection` of a RecordRef. */
  readonly name: string
  readonly schema: z.ZodType<T>
  /** The record, or undefined when it is absent or does not parse. */
  get(doc: Y.Doc, id: string): T | undefined
  /** Every record that parses, in no particular order. Never throws. */
  all(doc: Y.Doc): readonly T[]
  /** Adds a new record. Never use it to edit: it would replace what others are editing. */
  put(doc: Y.Doc, record: T): void
  /** Writes only the changed fields; a field set to undefined is removed. False when the record is gone. */
  patch(doc: Y.Doc, id: string, changes: Partial<T>): boolean
  /** Writes one entry of a map field, so that two people editing two entries both win. */
  putEntry(doc: Y.Doc, id: string, field: keyof T & string, key: string, value: unknown): boolean
  removeEntry(doc: Y.Doc, id: string, field: keyof T & string, key: string): boolean
  /** False when it was gone already. */
  remove(doc: Y.Doc, id: string): boolean
  /** The live view of this collection in `doc`; one per document, shared. */
  live(doc: Y.Doc): LiveView<T>
}

/** How a collection stores its records. */
export interface CollectionOptions<T> {
  /** Fields that are string-keyed maps edited entry by entry; each is a nested `Y.Map`. */
  readonly maps?: readonly (keyof T & string)[]
}

/**
 * Declares a collection once; every read and write of its records goes through it.
 *
 * @param name the document root, `[A-Za-z0-9_:.-]{1,64}`
 */
export function defineCollection<T extends Identified>(
  name: string,
  schema: z.ZodType<T>,
  { maps = [] }: CollectionOptions<T> = {},
): Collection<T> {
  const isMapField = (field: string) => (maps as readonly string[]).includes(field)
  const views = new WeakMap<Y.Doc, LiveView<T>>()
  const rootOf = (doc: Y.Doc) => doc.getMap<unknown>(name)

  function recordMap(doc: Y.Doc, id: string): Y.Map<unknown> | undefined {
    const stored = rootOf(doc).get(id)
    return stored instanceof Y.Map ? stored : undefined
  }

  function parse(id: string, stored: unknown): T | undefined {
    if (!(stored instanceof Y.Map)) return undefined
    const result = schema.safeParse(stored.toJSON())
    return result.success && result.data.id === id ? result.data : undefined
  }

  function entriesOf(doc: Y.Doc, id: string, field: string): Y.Map<unknown> | undefined {
    const record = recordMap(doc, id)
    if (!record) return undefined
    const entries = record.get(field)
    if (entries instanceof Y.Map) return entries
    return record.set(field, new Y.Map<unknown>())
  }

  return {
    name,
    schema,
    get: (doc, id) => parse(id, rootOf(doc).get(id)),
    all(doc) {
      const records: T[] = []
      rootOf(doc).forEach((stored, id) => {
        const record = parse(id, stored)
        if (record) records.push(record)
      })
      return records
    },
    put(doc, record) {
      const fields = new Y.Map<unknown>()
      for (const [field, value] of Object.entries(record)) {
        if (value === undefined) continue
        fields.set(field, isMapField(field) ? new Y.Map(Object.entries(value as object)) : value)
      }
      rootOf(doc).set(record.id, fields)
    },
    patch(doc, id, changes) {
      const record = recordMap(doc, id)
      if (!record) return false
      doc.transact(() => {
        for (const [field, value] of Object.entries(changes)) {
          if (value === undefined) record.delete(field)
          else if (isMapField(field)) record.set(field, new Y.Map(Object.entries(value as object)))
          else if (!sameJson(record.get(field), value)) record.set(field, value)
        }
      })
      return true
    },
    putEntry(doc, id, field, key, value) {
      const entries = entriesOf(doc, id, field)
      if (!entries) return false
      if (!sameJson(entries.get(key), value)) entries.set(key, value)
      return true
    },
    removeEntry(doc, id, field, key) {
      const entries = recordMap(doc, id)?.get(field)
      if (!(entries instanceof Y.Map) || !entries.has(key)) return false
      entries.delete(key)
      return true
    },
    remove(doc, id) {
      const root = rootOf(doc)
      if (!root.has(id)) return false
      root.delete(id)
      return true
    },
    live(doc) {
      let view = views.get(doc)
      if (!view) {
        view = new LiveView(rootOf(doc), parse)
        views.set(doc, view)
      }
      return view
    },
  }
}

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && a !== null && JSON.stringify(a) === JSON.stringify(b))
}
