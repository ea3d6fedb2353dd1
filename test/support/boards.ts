import * as Y from 'yjs'
import type { Actor, Role } from '../../shared/access/actor'

/** A person for commands; the same id for the same name. */
export function person(name: string, role: Role = 'contributor'): Actor {
  return { workshopId: 'ws_test', id: `p_${name}`, role }
}

/** Replicas of one document that exchange updates only when told to. */
export function replicas(count: number, seed?: (doc: Y.Doc) => void): { readonly docs: readonly Y.Doc[]; readonly sync: () => void } {
  const docs = Array.from({ length: count }, () => new Y.Doc())
  const [first] = docs
  if (first) seed?.(first)
  function sync(): void {
    const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
    for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update)
  }
  sync()
  return { docs, sync }
}
