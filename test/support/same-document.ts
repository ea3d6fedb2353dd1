import * as Y from 'yjs'

/** What two replicas must share to be one document: content, history, deletions, and nothing that still waits for something. */
export function portrait(doc: Y.Doc): unknown {
  const { clients } = Y.snapshot(doc).ds
  return {
    notes: doc.getMap('notes').toJSON(),
    secrets: doc.getMap('secrets').toJSON(),
    body: doc.getXmlFragment('body').toString(),
    states: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b),
    deleted: [...clients]
      .map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])])
      .sort(([a], [b]) => Number(a) - Number(b)),
    waiting: [doc.store.pendingStructs, doc.store.pendingDs],
  }
}
