import * as Y from 'yjs'

/** One update with the state of all, garbage collected; undefined unless reading it back gives exactly that state. */
export function snapshotOf(updates: readonly Uint8Array[]): Uint8Array | undefined {
  const whole = documentOf(updates)
  const snapshot = Y.encodeStateAsUpdate(whole)
  const copy = documentOf([snapshot])
  const isSame = !copy.store.pendingStructs && !copy.store.pendingDs && Y.equalSnapshots(Y.snapshot(whole), Y.snapshot(copy))
  whole.destroy()
  copy.destroy()
  return isSame ? snapshot : undefined
}

/** The document that updates make. Applying them in one transaction is several times quicker than merging them first. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}
