import * as Y from 'yjs'

/** Fields that hold no words of a person. */
const technicalField = /^(id|order|kind|state|type|colour|letter|tool|removed|private)$|(Id|Ids|Ms|At|By)$/
const identifier = /^[a-z]+_[A-Za-z0-9-]{8,}$/

/**
 * The words that an update brought into `doc`, for a person whose change the server refused: whole paragraphs of
 * text, and texts of records, each once.
 *
 * @param doc the replica in which the update was made
 */
export function wordsOf(doc: Y.Doc, update: Uint8Array): readonly string[] {
  const words = new Set<string>()
  for (const item of itemsOf(doc, update)) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString && item.parent instanceof Y.Text) add(words, textOf(item.parent))
    else if (item.content instanceof Y.ContentAny && !technicalField.test(item.parentSub ?? '')) {
      for (const value of item.content.arr) if (typeof value === 'string' && !identifier.test(value)) add(words, value)
    }
  }
  return [...words]
}

function add(words: Set<string>, text: string): void {
  const trimmed = text.trim()
  if (trimmed) words.add(trimmed)
}

function textOf(text: Y.Text): string {
  return text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
    .join('')
}

/** The items as they stand in the document now: only there are parents and deletions known. */
function itemsOf(doc: Y.Doc, update: Uint8Array): Y.Item[] {
  const items: Y.Item[] = []
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    for (const struct of doc.store.clients.get(id.client) ?? []) {
      const overlaps = struct.id.clock < id.clock + length && struct.id.clock + struct.length > id.clock
      if (overlaps && struct instanceof Y.Item) items.push(struct)
    }
  }
  return items
}
