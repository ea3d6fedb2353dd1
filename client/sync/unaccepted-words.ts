import * as Y from 'yjs'

/** Fields that hold no words of a person. */
const technicalField = /^(id|order|kind|state|type|colour|letter|tool|removed|private)$|(Id|Ids|Ms|At|By)$/
const identifier = /^[a-z]+_[A-Za-z0-9-]{8,}$/

/** A part of an item, in characters from its beginning. */
interface Part {
  readonly item: Y.Item
  readonly from: number
  readonly to: number
}

/**
 * The words that an update brought into `doc`, for a person whose change the server refused: what they typed into
 * texts, without what others wrote around it, and texts of records. Each once.
 *
 * @param doc the replica in which the update was made
 */
export function wordsOf(doc: Y.Doc, update: Uint8Array): readonly string[] {
  const words = new Set<string>()
  const parts = partsOf(doc, update)
  const texts = new Set<Y.Text>()
  for (const { item } of parts) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString && item.parent instanceof Y.Text) texts.add(item.parent)
    else if (item.content instanceof Y.ContentAny && !technicalField.test(item.parentSub ?? '')) {
      for (const value of item.content.arr) if (typeof value === 'string' && !identifier.test(value)) add(words, value)
    }
  }
  for (const text of texts) for (const run of runsIn(text, parts)) add(words, run)
  return [...words]
}

function add(words: Set<string>, text: string): void {
  const trimmed = text.trim()
  if (trimmed) words.add(trimmed)
}

/** What the parts hold of a text, in reading order; words of others end a run. */
function runsIn(text: Y.Text, parts: readonly Part[]): readonly string[] {
  const runs: string[] = []
  let run = ''
  function end() {
    runs.push(run)
    run = ''
  }
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    let read = 0
    for (const { from, to } of parts.filter((part) => part.item === item).sort((a, b) => a.from - b.from)) {
      if (from > read) end()
      run += item.content.str.slice(from, to)
      read = to
    }
    if (read < item.length) end()
  }
  end()
  return runs
}

/** The items as they stand in the document now: only there are parents and deletions known. */
function partsOf(doc: Y.Doc, update: Uint8Array): readonly Part[] {
  const parts: Part[] = []
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    for (const struct of doc.store.clients.get(id.client) ?? []) {
      const from = Math.max(0, id.clock - struct.id.clock)
      const to = Math.min(struct.length, id.clock + length - struct.id.clock)
      if (from < to && struct instanceof Y.Item) parts.push({ item: struct, from, to })
    }
  }
  return parts
}
