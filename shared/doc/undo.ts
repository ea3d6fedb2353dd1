import * as Y from 'yjs'
import { CommandOrigin } from './origin'

/**
 * Takes back what this person did through commands, on the given roots of one or more documents, newest first.
 * Never touches what others wrote: a field that somebody changed since stays as they left it, and a record that
 * somebody else has written into is not removed.
 */
export class PersonUndo {
  readonly #managers = new Map<Y.Doc, Y.UndoManager>()
  readonly #roots: readonly string[]
  /** Documents in the order of their steps; the last one's manager holds the next step to take back. */
  #done: Y.UndoManager[] = []
  #undone: Y.UndoManager[] = []
  /** What the step being taken back or done again had inserted. */
  #taking: Step | undefined

  constructor(roots: readonly string[]) {
    this.#roots = roots
  }

  /** Begins to follow a document; returns the way to stop, which forgets its steps. */
  track(doc: Y.Doc): () => void {
    const manager = new Y.UndoManager(
      this.#roots.map((name) => doc.getMap(name)),
      { doc, trackedOrigins: new Set([CommandOrigin]), captureTimeout: 0, deleteFilter: (item) => mayDelete(item, this.#taking) },
    )
    manager.on('stack-item-added', ({ type, origin }: { type: 'undo' | 'redo'; origin: unknown }) => {
      if (type === 'redo' || origin === manager) return
      this.#done.push(manager)
      this.#undone = []
    })
    this.#managers.set(doc, manager)
    return () => {
      if (this.#managers.get(doc) === manager) this.#managers.delete(doc)
      this.#done = this.#done.filter((each) => each !== manager)
      this.#undone = this.#undone.filter((each) => each !== manager)
      manager.destroy()
    }
  }

  /** Makes every command that `run` gives to `doc` one step. */
  async group(doc: Y.Doc, run: () => Promise<void>): Promise<void> {
    const manager = this.#managers.get(doc)
    if (!manager) return run()
    manager.stopCapturing()
    manager.captureTimeout = Number.POSITIVE_INFINITY
    try {
      await run()
    } finally {
      manager.captureTimeout = 0
      manager.stopCapturing()
    }
  }

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  /** False when there was nothing to take back, or others have built on it since. */
  undo(): boolean {
    const manager = this.#done.pop()
    if (!manager || !this.#take(manager.undoStack, () => manager.undo())) return false
    this.#undone.push(manager)
    return true
  }

  redo(): boolean {
    const manager = this.#undone.pop()
    if (!manager || !this.#take(manager.redoStack, () => manager.redo())) return false
    this.#done.push(manager)
    return true
  }

  /** Shows the manager one step only: it would go on to the next when a step has no effect. */
  #take(stack: Step[], run: () => unknown): boolean {
    const earlier = stack.splice(0, stack.length - 1)
    this.#taking = stack[0]
    const took = run() !== null
    stack.unshift(...earlier)
    this.#taking = undefined
    return took
  }
}

type Step = Y.UndoManager['undoStack'][number]

/**
 * Whether undo may delete an item. A record goes as a whole and only while nobody else wrote into it; the fields
 * it was created with stay with it.
 */
function mayDelete(item: Y.Item, step: Step | undefined): boolean {
  if (isRecord(item)) return !isShared(item)
  const record = item.parent instanceof Y.AbstractType ? item.parent._item : null
  if (!record || !isRecord(record) || !step || !Y.isDeleted(step.insertions, record.id)) return true
  return !isShared(record)
}

/** A record's item: the nested map under a key of a root. */
function isRecord(item: Y.Item): boolean {
  return item.content instanceof Y.ContentType && item.parent instanceof Y.AbstractType && item.parent._item === null
}

function isShared(record: Y.Item): boolean {
  if (!(record.content instanceof Y.ContentType)) return false
  for (const latest of record.content.type._map.values()) {
    for (let item: Y.Item | null = latest; item; item = item.left) if (item.id.client !== record.id.client) return true
  }
  return false
}
