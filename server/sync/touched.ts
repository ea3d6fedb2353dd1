import * as Y from 'yjs'
import type { TouchedRecord } from '../../shared/tools/tool'

type Keys = ReadonlyMap<string, ReadonlySet<string>>
type Snapshot = ReadonlyMap<string, unknown>

/** The records as plain JSON, before or after an update; keyed by `root/id`. */
export function snapshotRecords(doc: Y.Doc, keys: Keys): Snapshot {
  const found = new Map<string, unknown>()
  for (const [root, ids] of keys) {
    const map = doc.getMap(root)
    for (const id of ids) {
      const record = map.get(id)
      found.set(`${root}/${id}`, record instanceof Y.Map ? record.toJSON() : record)
    }
  }
  return found
}

/** What really changed between a snapshot and the document as it is now. */
export function touchedRecords(
  doc: Y.Doc,
  keys: Keys,
  before: Snapshot,
  authorOf: (clientId: number) => string | undefined,
): readonly TouchedRecord[] {
  const after = snapshotRecords(doc, keys)
  const touched: TouchedRecord[] = []
  for (const [root, ids] of keys) {
    for (const id of ids) {
      const was = before.get(`${root}/${id}`)
      const is = after.get(`${root}/${id}`)
      if (was === undefined && is === undefined) continue
      const fields = is === undefined ? [] : changedFields(was, is)
      if (is !== undefined && fields.length === 0) continue
      const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'edited'
      const createdBy = (change === 'removed' ? soleAuthorOf : creatorOf)(doc, root, id, authorOf)
      touched.push({ collection: root, id, change, fields, before: was, after: is, createdBy })
    }
  }
  return touched
}

function changedFields(before: unknown, after: unknown): string[] {
  const was = fieldsOf(before)
  const is = fieldsOf(after)
  if (before === undefined) return Object.keys(is)
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => !isSame(was[field], is[field]))
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (isObject(a) && isObject(b) && JSON.stringify(a) === JSON.stringify(b))
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function fieldsOf(record: unknown): Readonly<Record<string, unknown>> {
  return typeof record === 'object' && record !== null ? (record as Record<string, unknown>) : {}
}

/** Who first put the record there: the oldest entry of its key, so that undoing a removal changes no author. */
function creatorOf(doc: Y.Doc, root: string, id: string, authorOf: (clientId: number) => string | undefined): string | undefined {
  let item = doc.getMap(root)._map.get(id)
  while (item?.left) item = item.left
  return item && authorOf(item.id.client)
}

/** Who alone ever put something under the key: an entry slipped in beside somebody's record makes it nobody's own to remove. */
function soleAuthorOf(doc: Y.Doc, root: string, id: string, authorOf: (clientId: number) => string | undefined): string | undefined {
  let item = doc.getMap(root)._map.get(id) ?? null
  const author = item ? authorOf(item.id.client) : undefined
  for (; item; item = item.left) if (authorOf(item.id.client) !== author) return undefined
  return author
}
