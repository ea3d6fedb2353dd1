import * as Y from 'yjs'

/** What directly holds a struct; `deleted` when that was deleted and only its id is left. */
export type Container = 'root' | 'deleted' | Y.AbstractType<unknown>

/** Where a struct stands in its document. */
export interface Place {
  readonly root: string
  /** Key in the root map: the record's id. Absent in rich text. */
  readonly record: string | undefined
  /** Key in the record's map. Absent for the record itself. */
  readonly field: string | undefined
  /** 0 directly in the root. */
  readonly depth: number
  /** Key in the direct parent, null in a sequence. */
  readonly key: string | null
  readonly container: Container
}

/** `gone`: its container was deleted; `unknown`: it refers to something that neither the document nor the update has. */
export type Located = Place | 'gone' | 'unknown'

type Struct = Y.Item | Y.GC

/** An item's parent as an update carries it: a root's name, the parent item's id, or nothing (then a neighbour tells). */
type WireParent = string | Y.ID | null | Y.AbstractType<unknown>

/** Finds out, before anything is applied, which root, record and field each struct of an update belongs to. */
export class Locator {
  readonly #doc: Y.Doc
  readonly #incoming: ReadonlyMap<number, readonly Struct[]>
  readonly #known = new Map<Struct, Located>()
  #rootNames: ReadonlyMap<Y.AbstractType<unknown>, string> | undefined

  constructor(doc: Y.Doc, incoming: ReadonlyMap<number, readonly Struct[]>) {
    this.#doc = doc
    this.#incoming = incoming
  }

  /** The struct with this id, in the document or in the update. */
  find(id: Y.ID): Struct | undefined {
    const stored = this.#doc.store.clients.get(id.client)
    if (stored && id.clock < Y.getState(this.#doc.store, id.client)) return stored[Y.findIndexSS(stored, id.clock)]
    return within(this.#incoming.get(id.client), id.clock)
  }

  locate(struct: Struct): Located {
    return this.#known.get(struct) ?? this.#locateBeside(struct) ?? this.#locateFar(struct)
  }

  /** Where what it stands in or beside was located before, as in an update that is read in order. */
  #locateBeside(struct: Struct): Located | undefined {
    if (struct instanceof Y.GC) return 'gone'
    const { parent } = struct as { parent: WireParent }
    if (typeof parent === 'string') return this.#note(struct, this.#child(struct, parent, undefined))
    if (parent instanceof Y.AbstractType && !parent._item) return undefined
    const next = this.#next(struct, parent)
    const place = next && this.#known.get(next)
    if (!next || !place) return undefined
    return this.#note(struct, parent ? this.#within(struct, next, place) : place)
  }

  #note(item: Y.Item, place: Located): Located {
    this.#known.set(item, place)
    return place
  }

  #within(item: Y.Item, parent: Struct, place: Located): Located {
    if (typeof place === 'string') return place
    const container = containerIn(parent)
    return container ? this.#child(item, place.root, { place, container }) : 'unknown'
  }

  #locateFar(start: Struct): Located {
    const trail: { readonly item: Y.Item; readonly parent: Struct | undefined }[] = []
    const seen = new Set<Struct>()
    let current: Struct | undefined = start
    let found: Located | undefined
    // A loop, not recursion: a long line of typed characters is a chain of thousands of neighbours.
    while (found === undefined) {
      if (current === undefined || seen.has(current)) found = 'unknown'
      else if (current instanceof Y.GC) found = 'gone'
      else {
        found = this.#known.get(current)
        if (found) break
        seen.add(current)
        const { parent } = current as { parent: WireParent }
        if (typeof parent === 'string') found = this.#child(current, parent, undefined)
        else if (parent instanceof Y.AbstractType && !parent._item) found = this.#child(current, this.#nameOf(parent), undefined)
        else {
          const next = this.#next(current, parent)
          trail.push({ item: current, parent: parent ? next : undefined })
          current = next
        }
      }
    }
    if (current instanceof Y.Item && trail.at(-1)?.item !== current) this.#known.set(current, found)
    for (const { item, parent } of trail.reverse()) {
      if (parent) found = this.#within(item, parent, found)
      this.#known.set(item, found)
    }
    return found
  }

  #next(item: Y.Item, parent: WireParent): Struct | undefined {
    if (parent instanceof Y.AbstractType) return parent._item ?? undefined
    if (parent && typeof parent !== 'string') return this.find(parent)
    const neighbour = item.origin ?? item.rightOrigin
    return neighbour ? this.find(neighbour) : undefined
  }

  #nameOf(root: Y.AbstractType<unknown>): string {
    this.#rootNames ??= new Map([...this.#doc.share].map(([name, type]) => [type as Y.AbstractType<unknown>, name]))
    return this.#rootNames.get(root) ?? ''
  }

  #child(item: Y.Item, root: string, parent: { readonly place: Place; readonly container: Container } | undefined): Place {
    const key = item.parentSub
    const depth = parent ? parent.place.depth + 1 : 0
    return {
      root,
      key,
      depth,
      container: parent?.container ?? 'root',
      record: depth === 0 ? (key ?? undefined) : parent?.place.record,
      field: depth === 1 ? (key ?? undefined) : parent?.place.field,
    }
  }
}

/** What a struct is as somebody's parent; undefined when it holds nothing. */
function containerIn(struct: Struct): Container | undefined {
  if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) return 'deleted'
  return struct.content instanceof Y.ContentType ? struct.content.type : undefined
}

/** The struct that covers `clock` in a gapless run. */
function within(run: readonly Struct[] | undefined, clock: number): Struct | undefined {
  const first = run?.[0]
  const last = run?.at(-1)
  if (!run || !first || !last || clock < first.id.clock || clock >= last.id.clock + last.length) return undefined
  return run[Y.findIndexSS(run as Struct[], clock)]
}
