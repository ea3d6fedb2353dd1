import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { Collection, Identified } from '../../shared/doc/collection'

/** Every record of a collection, current; unchanged records and lists keep their identity. */
export function useRecords<T extends Identified>(collection: Collection<T>, doc: Y.Doc): readonly T[] {
  const view = collection.live(doc)
  const subscribe = useCallback((listener: () => void) => view.subscribe(listener), [view])
  return useSyncExternalStore(subscribe, () => view.all())
}

/** A selector over a collection, computed again only when the collection or the selector changed. */
export function useSelected<T extends Identified, S>(collection: Collection<T>, doc: Y.Doc, select: (all: readonly T[]) => S): S {
  const all = useRecords(collection, doc)
  return useMemo(() => select(all), [all, select])
}

/** One record, or undefined; renders again only when that record changed. */
export function useRecord<T extends Identified>(collection: Collection<T>, doc: Y.Doc, id: string): T | undefined {
  const view = collection.live(doc)
  const subscribe = useCallback((listener: () => void) => view.subscribe(listener), [view])
  return useSyncExternalStore(subscribe, () => view.get(id))
}
