import { use, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { Progress, WorkshopDocs } from '../../shared/tools/tool'
import type { DocsFactory, DocsSources } from './docs-sources'
import { DocsFactoryContext, DocsSourcesContext } from './docs-sources'

const everyMs = 150

/** The reading side of a workshop: a new one, at most every 150 ms, after something it folds over changed. */
export class LiveDocs {
  readonly factory: Promise<DocsFactory>
  readonly #sources: DocsSources
  readonly #listeners = new Set<() => void>()
  #docs: WorkshopDocs | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #stop: (() => void) | undefined

  constructor(factory: Promise<DocsFactory>, sources: DocsSources) {
    this.factory = factory
    this.#sources = sources
  }

  /** The same object until something changed. */
  read(make: DocsFactory): WorkshopDocs {
    const { record, board, docAt } = this.#sources
    this.#docs ??= make.workshopDocs(record, board, docAt)
    return this.#docs
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.#stop ??= this.#watch()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#stop?.()
      this.#stop = undefined
    }
  }

  #watch(): () => void {
    const { record, board, openDrafts, subscribeDrafts } = this.#sources
    const changed = () => this.#changed()
    let watched: readonly Y.Doc[] = []
    function watchDrafts() {
      for (const doc of watched) doc.off('update', changed)
      watched = [record, board, ...openDrafts()]
      for (const doc of watched) doc.on('update', changed)
    }
    watchDrafts()
    // What happened while nobody looked.
    this.#docs = undefined
    const stopDrafts = subscribeDrafts(() => {
      watchDrafts()
      changed()
    })
    return () => {
      stopDrafts()
      clearTimeout(this.#timer)
      this.#timer = undefined
      for (const doc of watched) doc.off('update', changed)
    }
  }

  #changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#docs = undefined
      for (const listener of this.#listeners) listener()
    }, everyMs)
  }
}

const opened = new WeakMap<DocsSources, LiveDocs>()

/** One for all who ask, made for the first of them. */
function useLiveDocs(): LiveDocs {
  const load = use(DocsFactoryContext)
  const sources = use(DocsSourcesContext)
  if (!sources) throw new Error('useDocs outside a workshop')
  const live = opened.get(sources) ?? new LiveDocs(load(), sources)
  opened.set(sources, live)
  return live
}

/**
 * The workshop's reading side, live. Suspends once while the tools' shared sides load.
 *
 * @throws Error outside a workshop
 */
export function useDocs(): WorkshopDocs {
  const live = useLiveDocs()
  const make = use(live.factory)
  return useSyncExternalStore(live.subscribe, () => live.read(make))
}

/**
 * How far the workshop has come with one tool, live.
 *
 * @throws Error outside a workshop
 */
export function useProgress(toolId: string): Progress | undefined {
  const { progressOf } = use(useLiveDocs().factory)
  return progressOf(useDocs(), toolId)
}
