import type { Transaction } from 'kysely'
import * as Y from 'yjs'
import { limits } from '../../shared/sync/limits'
import type { Binding } from './bindings'
import type { Store } from './database'
import { type Group, type GroupCommit, writeGroup } from './group-commit'
import type { Database } from './tables'
import type { LogEntry, UpdateLog } from './update-log'

export type Tx = Transaction<Database>

/** A document update on its way to disk, and whom to tell when it is there. */
export interface PendingUpdate extends LogEntry {
  /** Client ids first shown by this update; an empty update may carry some too. */
  readonly bindings: readonly Binding[]
  readonly sink: CommitSink
}

/** Told after the commit, once per commit, with its own updates in order. Must not throw. */
export interface CommitSink {
  /** @param merged all of them as one update; empty when none of them has content */
  committed(updates: readonly PendingUpdate[], merged: Uint8Array): void
  /** The store refused them for now; they stay queued. */
  paused(): void
}

/** Something that runs alone in the queue, in one transaction. */
export interface Act<T> {
  /** Whose unsaved updates the transaction takes in first. */
  readonly workshopId: string
  run(tx: Tx): Promise<T>
  /** Just before the transaction begins. */
  begin?(): void
  /** Right after the commit, before anything else is written. Must not throw. */
  settle?(result: T): void
  /** When the act or its commit failed. Must not throw. */
  failed?(): void
  /** At the end, whatever happened. */
  end?(): void
}

/** How the store is doing, for /readyz and for the limits of the unsaved queue. */
export interface WriterHealth {
  readonly failingSinceMs: number | undefined
  readonly pendingBytes: number
  readonly cause: unknown
}

const retryMs = 250

/**
 * The one writer of the database: group commits of document updates, and governed acts, strictly one after another.
 *
 * While the store refuses, updates stay queued in order and are tried again; nobody is told that they are saved.
 */
export class Writer {
  readonly #store: Store
  readonly #log: UpdateLog
  readonly #commits: GroupCommit
  readonly #committed: (tookMs: number) => void
  readonly #acts: (() => Promise<void>)[] = []
  #group: PendingUpdate[] = []
  #pendingBytes = 0
  #busy = false
  #scheduled = false
  #committedAtMs = Number.NEGATIVE_INFINITY
  /** Group commits wait for the next try. */
  #paused = false
  #retry: NodeJS.Timeout | undefined
  #failingSinceMs: number | undefined
  #cause: unknown
  #idle: (() => void)[] = []

  /** @param committed hears how many milliseconds each group commit took */
  constructor(store: Store, log: UpdateLog, commits: GroupCommit, committed: (tookMs: number) => void = () => undefined) {
    this.#store = store
    this.#log = log
    this.#commits = commits
    this.#committed = committed
  }

  get health(): WriterHealth {
    return { failingSinceMs: this.#failingSinceMs, pendingBytes: this.#pendingBytes, cause: this.#cause }
  }

  /** Queues an update for the next group commit. */
  append(update: PendingUpdate): void {
    this.#group.push(update)
    this.#pendingBytes += update.update.byteLength
    if (this.#paused) return
    if (this.#group.length >= limits.groupCommitFrames) void this.#work()
    else this.#schedule()
  }

  /** The first update in quiet times leaves with its turn of the event loop; in busy ones what gathers leaves together. */
  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    const due = () => {
      this.#scheduled = false
      void this.#work()
    }
    const waitMs = this.#committedAtMs + limits.groupCommitMs - performance.now()
    if (waitMs <= 0) setImmediate(due)
    else setTimeout(due, waitMs)
  }

  /**
   * Runs an act alone, in one transaction, which first takes in what the workshop's rooms have applied but not saved.
   *
   * @throws whatever the act or the commit throws; then nothing of it is stored
   */
  act<T>(act: Act<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#acts.push(async () => {
        try {
          act.begin?.()
          resolve(await this.#perform(act))
        } catch (error) {
          reject(error)
        } finally {
          act.end?.()
        }
      })
      void this.#work()
    })
  }

  /** Resolves when nothing is waiting; at once when the store refuses. */
  flush(): Promise<void> {
    if (!this.#busy && this.#acts.length === 0 && this.#group.length === 0) return Promise.resolve()
    if (this.#paused && !this.#busy) return Promise.resolve()
    return new Promise((resolve) => {
      this.#idle.push(resolve)
      void this.#work()
    })
  }

  /** Flushes what can be flushed and stops trying. */
  async close(): Promise<void> {
    clearTimeout(this.#retry)
    this.#paused = false
    await this.flush()
    clearTimeout(this.#retry)
    await this.#commits.close()
  }

  async #work(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      while (this.#acts.length > 0 || this.#isDue) {
        if (!this.#paused) await this.#commitGroup()
        await this.#acts.shift()?.()
      }
    } finally {
      this.#busy = false
      for (const resolve of this.#idle.splice(0)) resolve()
      if (this.#group.length > 0 && !this.#paused) this.#schedule()
    }
  }

  get #isDue(): boolean {
    if (this.#group.length === 0 || this.#paused) return false
    const isFull = this.#group.length >= limits.groupCommitFrames
    return isFull || this.#idle.length > 0 || performance.now() - this.#committedAtMs >= limits.groupCommitMs
  }

  async #perform<T>(act: Act<T>): Promise<T> {
    const taken = this.#take(act.workshopId)
    const shares = sharesOf(taken)
    let result: T
    try {
      result = await this.#store.writing.transaction().execute(async (tx) => {
        await writeGroup(tx, this.#log, groupOf(shares))
        return act.run(tx)
      })
    } catch (error) {
      this.#group.unshift(...taken)
      act.failed?.()
      throw error
    }
    this.#recovered()
    this.#told(shares)
    act.settle?.(result)
    return result
  }

  async #commitGroup(): Promise<void> {
    const group = this.#group
    if (group.length === 0) return
    this.#group = []
    const shares = sharesOf(group)
    const beganMs = performance.now()
    try {
      await this.#commits.commit(groupOf(shares))
      this.#committedAtMs = performance.now()
      this.#committed(this.#committedAtMs - beganMs)
    } catch (error) {
      this.#group.unshift(...group)
      this.#pause(error)
      return
    }
    this.#recovered()
    this.#told(shares)
  }

  #pause(cause: unknown): void {
    this.#paused = true
    this.#failingSinceMs ??= Date.now()
    this.#cause = cause
    for (const sink of new Set(this.#group.map((update) => update.sink))) sink.paused()
    this.#retry = setTimeout(() => {
      this.#paused = false
      void this.#work()
    }, retryMs)
  }

  #recovered(): void {
    this.#failingSinceMs = undefined
    this.#cause = undefined
  }

  #take(workshopId: string): PendingUpdate[] {
    const taken = this.#group.filter((update) => update.workshopId === workshopId)
    if (taken.length > 0) this.#group = this.#group.filter((update) => update.workshopId !== workshopId)
    return taken
  }

  #told(shares: readonly Share[]): void {
    for (const { sink, updates, merged } of shares) {
      for (const { update } of updates) this.#pendingBytes -= update.byteLength
      sink.committed(updates, merged)
    }
  }
}

/** What one commit holds of one sink's document. */
interface Share {
  readonly sink: CommitSink
  readonly updates: PendingUpdate[]
  merged: Uint8Array
}

const nothing = new Uint8Array(0)

/** Updates by document, each document's as one: what one turn brought is stored and sent as one. */
function sharesOf(group: readonly PendingUpdate[]): readonly Share[] {
  const shares = new Map<CommitSink, Share>()
  for (const update of group) {
    const share = shares.get(update.sink)
    if (share) share.updates.push(update)
    else shares.set(update.sink, { sink: update.sink, updates: [update], merged: nothing })
  }
  for (const share of shares.values()) {
    const contents = share.updates.map(({ update }) => update).filter((update) => update.byteLength > 0)
    share.merged = contents.length > 1 ? Y.mergeUpdates(contents) : (contents[0] ?? nothing)
  }
  return [...shares.values()]
}

function groupOf(shares: readonly Share[]): Group {
  const bindings = shares.flatMap(({ updates }) => updates.flatMap((update) => update.bindings))
  const updates = shares.flatMap(({ updates: [first], merged }) =>
    first && merged.byteLength > 0 ? [{ workshopId: first.workshopId, room: first.room, update: merged }] : [],
  )
  return { bindings, updates }
}
