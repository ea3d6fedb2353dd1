import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Proposal } from './proposal'

/**
 * Proposals as one update, with what of them the document lacks and nothing else: a struct of which it has the beginning
 * is cut there, since Yjs cannot integrate the rest of one whose beginning was deleted for good. Each client's structs
 * must come in one proposal only. Source: the update format of Yjs, version 1.
 */
export function compose(doc: Y.Doc, proposals: readonly Proposal[]): Uint8Array {
  const [first] = proposals
  if (first?.whole && proposals.length === 1) return first.whole
  const encoder = new Y.UpdateEncoderV1()
  const structs = proposals.flatMap((proposal) => proposal.structs)
  const deletes = proposals.flatMap((proposal) => proposal.deletes)
  writeStructs(
    encoder,
    doc,
    byClient(structs, ({ id }) => id.client),
  )
  writeDeletes(
    encoder.restEncoder,
    byClient(deletes, ({ client }) => client),
  )
  return encoder.toUint8Array()
}

function writeStructs(encoder: Y.UpdateEncoderV1, doc: Y.Doc, clients: Groups<Proposal['structs'][number]>): void {
  encoding.writeVarUint(encoder.restEncoder, clients.size)
  for (const [client, structs] of clients) {
    const [first] = structs
    const from = Math.max(first?.id.clock ?? 0, Y.getState(doc.store, client))
    encoding.writeVarUint(encoder.restEncoder, structs.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, from)
    for (const struct of structs) struct.write(encoder, struct === first ? from - struct.id.clock : 0)
  }
}

function writeDeletes(encoder: encoding.Encoder, clients: Groups<Proposal['deletes'][number]>): void {
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of clients) {
    const inOrder = ranges.toSorted((a, b) => a.clock - b.clock)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, inOrder.length)
    for (const { clock, length } of inOrder) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
}

type Groups<T> = ReadonlyMap<number, readonly T[]>

/** By client, the highest first: `Y.mergeUpdates` loses what comes in another order. */
function byClient<T>(all: readonly T[], clientOf: (each: T) => number): Groups<T> {
  const groups = new Map<number, T[]>()
  for (const each of all) {
    const client = clientOf(each)
    const group = groups.get(client)
    if (group) group.push(each)
    else groups.set(client, [each])
  }
  return groups.size < 2 ? groups : new Map([...groups].sort(([a], [b]) => b - a))
}
