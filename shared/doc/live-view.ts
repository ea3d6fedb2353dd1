import * as Y from 'yjs'

/**
 * Parsed records of one root, kept current. A record that did not change keeps its identity, and so does the
 * list while nothing changed, so a view can be compared by `===`.
 */
export class LiveView<T> {
  readonly #root: Y.Map<unknown>
  readonly #parse: (id: string, stored: unknown) => T | undefined
  readonly #records = new Map<string, T>()
  readonly #listeners = new Set<() => void>()
  #all: readonly T[] = []
  #stale = true

  constructor(root: Y.Map<unknown>, parse: (id: string, stored: unknown) => T | undefined) {
    this.#root = root
    this.#parse = parse
    root.forEach((stored, id) => {
      this.#read(id, stored)
    })
    root.observeDeep((events) => this.#follow(events))
  }

  /** Every record that parses; the same array until something changes. */
  all(): readonly T[] {
    if (this.#stale) {
      this.#all = [...this.#records.values()]
      this.#stale = false
    }
    return this.#all
  }

  get(id: string): T | undefined {
    return this.#records.get(id)
  }

  /** Calls `listener` after each transaction that touched the collection; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #follow(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    const touched = new Set<string>()
    for (const event of events) {
      if (event.path.length > 0) touched.add(String(event.path[0]))
      else if (event instanceof Y.YMapEvent) for (const id of event.keysChanged) touched.add(String(id))
    }
    for (const id of touched) this.#read(id, this.#root.get(id))
    this.#stale = true
    for (const listener of this.#listeners) listener()
  }

  #read(id: string, stored: unknown): void {
    const record = this.#parse(id, stored)
    if (record === undefined) this.#records.delete(id)
    else this.#records.set(id, record)
  }
}
