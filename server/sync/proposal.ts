import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { contradicts } from './contradiction'
import { decode } from './decode'

export type Struct = Y.Item | Y.GC

/** What of decoded updates the document does not have yet. */
export interface Proposal {
  readonly structs: readonly Struct[]
  /** Ranges that would be newly deleted, or that nobody knows. */
  readonly deletes: readonly { readonly client: number; readonly clock: number; readonly length: number }[]
  /** It says something else than what the document has under the same id. */
  readonly isContradiction: boolean
  /** The one update that says all this and nothing else; undefined when there is more than one, or it also says what is known. */
  readonly whole: Uint8Array | undefined
}

/**
 * Decodes one writer's updates, in order and as one, against a document; undefined when one of them cannot be decoded,
 * carries a Skip, or when they say something twice.
 *
 * @param most structs and deleted ranges of one update
 */
export function propose(doc: Y.Doc, updates: readonly Uint8Array[], most: number): Proposal | 'tooMany' | undefined {
  const structs: Struct[] = []
  const deletes: Proposal['deletes'][number][] = []
  const ends = new Map<number, number>()
  let isContradiction = false
  let isWhole = updates.length === 1
  for (const update of updates) {
    const decoded = decode(update, most)
    if (decoded === 'tooMany') return decoded
    if (!decoded || !areApart(decoded.ds.clients)) return undefined
    for (const struct of decoded.structs) {
      const { client, clock } = struct.id
      if (struct instanceof Y.Skip || (ends.get(client) ?? clock) !== clock) return undefined
      const known = Y.getState(doc.store, client)
      isWhole &&= clock >= known
      ends.set(client, clock + struct.length)
      isContradiction ||= contradicts(doc, struct)
      if (clock + struct.length > known) structs.push(struct)
    }
    addNewDeletes(doc, decoded.ds.clients, deletes)
    // Yjs reads only the last of several runs of one client.
    isWhole &&= runsIn(update) === ends.size && lengthOf(deletes) === lengthOf(rangesIn(decoded.ds.clients))
  }
  return { structs, deletes, isContradiction, whole: isWhole ? updates[0] : undefined }
}

/** How many clients' structs an update announces. Source: the update format of Yjs, version 1. */
function runsIn(update: Uint8Array): number {
  return decoding.readVarUint(decoding.createDecoder(update))
}

function rangesIn(ranges: Ranges): readonly { readonly length: number }[] {
  return [...ranges.values()].flatMap((items) => items.map(({ len }) => ({ length: len })))
}

function lengthOf(ranges: readonly { readonly length: number }[]): number {
  return ranges.reduce((sum, { length }) => sum + length, 0)
}

/** Whether the update would change nothing; the stock provider always sends such a one when it connects. */
export function isEmpty({ structs, deletes }: Proposal): boolean {
  return structs.length === 0 && deletes.length === 0
}

type Ranges = ReadonlyMap<number, readonly { clock: number; len: number }[]>

/** Whether ranges follow one another, as Yjs writes them; each that overlaps others would cost as much as all of them. */
function areApart(ranges: Ranges): boolean {
  return [...ranges.values()].every((items) => items.every(({ clock }, i) => i === 0 || clock >= endOf(items[i - 1])))
}

function endOf(range: { clock: number; len: number } | undefined): number {
  return range ? range.clock + range.len : 0
}

function addNewDeletes(doc: Y.Doc, ranges: Ranges, found: Proposal['deletes'][number][]): void {
  for (const [client, items] of ranges) {
    const state = Y.getState(doc.store, client)
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, len } of items) {
      const known = Math.min(clock + len, state)
      if (clock < known) {
        for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
          const struct = structs[i]
          if (!struct || struct.id.clock >= known) break
          if (!struct.deleted) {
            const from = Math.max(clock, struct.id.clock)
            found.push({ client, clock: from, length: Math.min(known, struct.id.clock + struct.length) - from })
          }
        }
      }
      const from = Math.max(clock, state)
      if (from < clock + len) found.push({ client, clock: from, length: clock + len - from })
    }
  }
}
