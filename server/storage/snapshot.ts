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

/** The document that updates make; they are merged first, which is quicker than applying one after another. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  if (updates.length > 0) Y.applyUpdate(doc, updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates([...updates]))
  return doc
}
