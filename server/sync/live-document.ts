import * as Y from 'yjs'
import type { ParticipantId } from '../../shared/access/actor'
import type { Origin } from '../../shared/doc/origin'
import { limits } from '../../shared/sync/limits'
import type { RoomName } from '../../shared/sync/room-name'
import { type Binding, serverOwner } from '../storage/bindings'
import { documentOf } from '../storage/snapshot'
import type { RoomHistory, Tail, UpdateLog } from '../storage/update-log'
import type { CommitSink, PendingUpdate, Writer } from '../storage/writer'
import { Ceiling } from './ceiling'
import { fullFrame, step2Frame, wireFrame } from './send'
import type { Session } from './session'

/** How many of a session's frames are durable once something is. */
export interface Credit {
  readonly session: Session
  count: number
}

/** Something applied and on its way to disk, with what to do when it is there. */
export interface InFlight extends PendingUpdate {
  readonly credits: readonly Credit[]
  readonly forwardAfter: (() => void) | undefined
}

/** Whoever shares the document with people. */
export interface DocumentOwner {
  /** One commit's updates are on disk, in order; `merged` holds them all. */
  durable(done: readonly InFlight[], merged: Uint8Array): void
  /** Nothing stands in the way of further frames. */
  ready(): void
  /** The document is lost and cannot be read again. */
  failed(cause: unknown): void
}

/** Who the server is in a document. */
export interface ServerIdentity {
  readonly workshopId: string
  /** The client id under which the server writes here. */
  readonly clientId: number
}

export interface DocumentServices {
  readonly log: UpdateLog
  readonly writer: Writer
}

/** What the server is about to write in a governed act. */
export interface Proposed {
  readonly update: Uint8Array
  readonly bindings: readonly Binding[]
}

/** What the server does to a document in a governed act. */
export interface Write {
  readonly write: (doc: Y.Doc) => void
  /** Whose words they are; the server's own without it. */
  readonly author?: ParticipantId
}

/** Gives a participant a fresh client id; undefined when they have too many. */
type ClaimFor = (author: ParticipantId) => readonly Binding[] | undefined

const nothing = new Uint8Array(0)

/** One document in memory and its way to disk: what is applied, what of it is not saved yet, and how to take it back. */
export class LiveDocument implements CommitSink {
  readonly #name: RoomName
  readonly #workshopId: string
  readonly #services: DocumentServices
  readonly #owner: DocumentOwner
  /** The server's own client id here, one per boot, so that the state vector does not grow with each act. */
  readonly #writerId: number
  #isWriterBound = false
  #doc: Y.Doc
  /** The whole document as the answer to a newcomer, shared by a herd of them; undefined when it is out of date. */
  #firstSync: Buffer | undefined
  /** A copy to try governed writes on; undefined when it is out of date. */
  #fork: Y.Doc | undefined
  #forkUsedAtMs = 0
  #inFlight: InFlight[] = []
  #waiting: ((doc: Y.Doc) => void)[] = []
  /** Governed updates that landed while the document is being rebuilt; undefined when it is not. */
  #rebuild: Uint8Array[] | undefined
  #rebuilt: Promise<void> = Promise.resolve()
  readonly #bytes: Ceiling
  /** Characters of rich text. An update of so many bytes brings at most so many. */
  readonly #text: Ceiling
  #tail: Tail
  #hasGrown = false

  constructor(name: RoomName, history: RoomHistory, identity: ServerIdentity, services: DocumentServices, owner: DocumentOwner) {
    this.#name = name
    this.#workshopId = identity.workshopId
    this.#writerId = identity.clientId
    this.#services = services
    this.#owner = owner
    this.#doc = documentOf(history.updates)
    this.#tail = history.tail
    const [first, ...later] = history.updates
    if (first && later.length === 0) this.#firstSync = wireFrame(fullFrame(first))
    const bytes = history.updates.reduce((sum, update) => sum + update.byteLength, 0)
    this.#bytes = new Ceiling(limits.documentBytes, bytes)
    this.#text = new Ceiling(limits.draftText, bytes)
  }

  /** With everything applied, saved or not: for questions that stay on the server. Must not be kept. */
  get doc(): Y.Doc {
    return this.#doc
  }

  /**
   * The answer to a SyncStep1, ready for the socket. Ask only when all is durable.
   *
   * @throws when the state vector cannot be read
   */
  firstSync(stateVector: Uint8Array): Buffer {
    if (!isEmptyVector(stateVector)) return wireFrame(step2Frame(this.#doc, stateVector))
    this.#firstSync ??= wireFrame(step2Frame(this.#doc, stateVector))
    return this.#firstSync
  }

  /** Whether frames must wait: what a newcomer is about to get must hold nothing that is not on disk. */
  get isSettling(): boolean {
    return this.#rebuild !== undefined || this.#waiting.length > 0
  }

  get isBusy(): boolean {
    return this.isSettling || this.#inFlight.length > 0
  }

  get unsavedBytes(): number {
    return this.#inFlight.reduce((sum, entry) => sum + entry.update.byteLength, 0)
  }

  get tail(): Tail {
    return this.#tail
  }

  /** Whether anything was written since it was opened: opening alone writes nothing, a snapshot included. */
  get hasGrown(): boolean {
    return this.#hasGrown
  }

  /** A snapshot covers so many more of its updates. */
  rolledUp({ updates, bytes }: Tail): void {
    this.#tail = { updates: this.#tail.updates - updates, bytes: this.#tail.bytes - bytes }
  }

  /** Resolves when the document holds nothing that was refused. */
  get rebuilt(): Promise<void> {
    return this.#rebuilt
  }

  /** Whether the document stays within its limits with so much more. */
  hasSpaceFor(bytes: number): boolean {
    return this.#bytes.allows(bytes, () => Y.encodeStateAsUpdate(this.#doc).byteLength)
  }

  /** Whether the rich text under these roots is within its limit. */
  hasTextWithin(roots: readonly string[]): boolean {
    return this.#text.allows(0, () => roots.reduce((sum, root) => sum + textLength(this.#doc.getXmlFragment(root)), 0))
  }

  /** What the session gets for the last of its updates that is not on disk yet. */
  lastCredit(session: Session): Credit | undefined {
    for (const { credits } of this.#inFlight.toReversed()) {
      const credit = credits.find((each) => each.session === session)
      if (credit) return credit
    }
    return undefined
  }

  /** Reads the document as it is on disk: at once, or after the pending commit. */
  async whenDurable<T>(read: (doc: Y.Doc) => T): Promise<T> {
    if (this.#inFlight.length === 0 && !this.#rebuild) return read(this.#doc)
    if (this.#services.writer.health.failingSinceMs !== undefined) return read(await this.#fromDisk())
    return new Promise((resolve, reject) => {
      this.#waiting.push((doc) => {
        try {
          resolve(read(doc))
        } catch (error) {
          reject(error)
        }
      })
    })
  }

  /**
   * Applies clients' updates in memory; nothing leaves the process before their commit.
   *
   * @returns what they really changed. Only that may be stored and sent: a struct that refers to something deleted for
   * good is deleted here, but would not be on a replica that has not collected its garbage yet. Undefined when something
   * is left pending: then call `rebuild`
   */
  apply(update: Uint8Array): Uint8Array | undefined {
    this.#fork = undefined
    try {
      const applied = collectUpdate(this.#doc, () => Y.applyUpdate(this.#doc, update, { source: 'clients' } satisfies Origin))
      if (applied) this.#grow(applied)
      const isPending = this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null
      return isPending ? undefined : (applied ?? nothing)
    } catch {
      return undefined
    }
  }

  /** Puts an applied update (or bindings alone) on its way to disk. */
  commit(update: Uint8Array, credits: readonly Credit[], bindings: readonly Binding[], forwardAfter?: () => void): void {
    const entry: InFlight = { workshopId: this.#workshopId, room: this.#name, update, bindings, sink: this, credits, forwardAfter }
    this.#inFlight.push(entry)
    this.#services.writer.append(entry)
  }

  /** Bindings alone, on their way to disk. */
  bind(bindings: readonly Binding[], forwardAfter: () => void): void {
    this.commit(nothing, [], bindings, forwardAfter)
  }

  committed(updates: readonly PendingUpdate[], merged: Uint8Array): void {
    const done = this.#inFlight.splice(0, updates.length)
    if (merged.byteLength > 0) this.#lengthen(merged)
    this.#owner.durable(done, merged)
    this.#settle()
  }

  paused(): void {
    const waiting = this.#waiting.splice(0)
    if (waiting.length === 0) return
    this.#fromDisk().then(
      (doc) => {
        for (const tell of waiting) tell(doc)
        this.#owner.ready()
      },
      (cause) => this.#owner.failed(cause),
    )
  }

  /** Takes back what was applied last: the log and what is on its way there are the truth. */
  rebuild(): void {
    if (this.#rebuild) return
    const landed: Uint8Array[] = []
    this.#rebuild = landed
    const inFlight = this.#inFlight.map((entry) => entry.update)
    this.#rebuilt = this.#fromDisk(inFlight).then(
      (doc) => {
        for (const update of landed) Y.applyUpdate(doc, update, { source: 'log' } satisfies Origin)
        this.#doc.destroy()
        this.#doc = doc
        this.#fork = undefined
        this.#firstSync = undefined
        this.#rebuild = undefined
        this.#settle()
      },
      (cause) => this.#owner.failed(cause),
    )
  }

  /**
   * Computes what `writes` would change, without touching the live document.
   *
   * @returns undefined when they change nothing
   * @throws whatever a write throws; then call `abandon`
   */
  propose(writes: readonly Write[], act: string, claimFor: ClaimFor): Proposed | undefined {
    const fork = this.#fork ?? documentOf([Y.encodeStateAsUpdate(this.#doc)])
    this.#fork = fork
    this.#forkUsedAtMs = performance.now()
    const bindings: Binding[] = this.#isWriterBound ? [] : [{ workshopId: this.#workshopId, clientId: this.#writerId, owner: serverOwner }]
    const update = collectUpdate(fork, () => {
      for (const { author, own } of byAuthor(writes)) {
        const claimed = (author && claimFor(author)) ?? []
        bindings.push(...claimed)
        fork.clientID = claimed[0]?.clientId ?? this.#writerId // set after the state is in: Yjs changes an id that it sees others use
        fork.transact(
          () => {
            for (const { write } of own) write(fork)
          },
          { source: 'governed', act } satisfies Origin,
        )
      }
    })
    return update && { update, bindings }
  }

  /** Applies what the server wrote, after its commit. */
  adopt(update: Uint8Array, act: string): void {
    this.#lengthen(update)
    this.#grow(update)
    this.#isWriterBound = true
    Y.applyUpdate(this.#doc, update, { source: 'governed', act } satisfies Origin)
    this.#rebuild?.push(update)
  }

  /** Forgets what was proposed and not committed. */
  abandon(): void {
    this.#fork = undefined
  }

  /** Lets go of what is kept only to be quick, and has not been used for so long. */
  slim(unusedMs: number): void {
    if (performance.now() - this.#forkUsedAtMs < unusedMs) return
    this.#fork?.destroy()
    this.#fork = undefined
    this.#firstSync = undefined
  }

  destroy(): void {
    this.#doc.destroy()
    this.#fork?.destroy()
  }

  /** The log has one more update. */
  #lengthen(update: Uint8Array): void {
    this.#tail = { updates: this.#tail.updates + 1, bytes: this.#tail.bytes + update.byteLength }
  }

  #grow(update: Uint8Array): void {
    this.#hasGrown = true
    this.#firstSync = undefined
    this.#bytes.add(update.byteLength)
    this.#text.add(update.byteLength)
  }

  #settle(): void {
    if (this.#rebuild) return
    if (this.#inFlight.length === 0) for (const tell of this.#waiting.splice(0)) tell(this.#doc)
    if (!this.isSettling) this.#owner.ready()
  }

  async #fromDisk(more: readonly Uint8Array[] = []): Promise<Y.Doc> {
    const { updates } = await this.#services.log.load(this.#name)
    return documentOf([...updates, ...more.filter((update) => update.byteLength > 0)])
  }
}

/** The writes of each author together, those of the server first. */
function byAuthor(writes: readonly Write[]): { readonly author: ParticipantId | undefined; readonly own: readonly Write[] }[] {
  const authors = new Set([undefined, ...writes.map(({ author }) => author)])
  return [...authors]
    .map((author) => ({ author, own: writes.filter((write) => write.author === author) }))
    .filter(({ own }) => own.length > 0)
}

/** Whether it is the state vector of somebody who has nothing: no entries. */
function isEmptyVector(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 1 && stateVector[0] === 0
}

function textLength(parent: Y.XmlFragment): number {
  let length = 0
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) length += child.length
    else if (child instanceof Y.XmlFragment) length += textLength(child)
  }
  return length
}

/** Runs `change` and returns all updates it caused as one; undefined when it caused none. */
function collectUpdate(doc: Y.Doc, change: () => void): Uint8Array | undefined {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  doc.on('update', collect)
  try {
    change()
  } finally {
    doc.off('update', collect)
  }
  return updates.length > 1 ? Y.mergeUpdates(updates) : updates[0]
}
