import * as Y from 'yjs'
import { limits } from '../../shared/sync/limits'
import type { RoomName, RoomRef } from '../../shared/sync/room-name'
import { type Binding, serverOwner } from '../storage/bindings'
import type { UpdateLog } from '../storage/update-log'
import type { CommitSink, PendingUpdate, Writer } from '../storage/writer'
import { RoomAwareness, readAwareness } from './awareness'
import type { ClientOwners } from './client-owners'
import { fanOut, forward } from './fan-out'
import { inspect, isEmpty, maxBytes, maxStructs, propose, type Refusal } from './gate'
import { receive } from './receive'
import type { RoomRules } from './rules'
import { awarenessFrame, step1Frame, step2Frame } from './send'
import type { Session } from './session'
import { snapshotRecords, touchedRecords } from './touched'
import { validate } from './validate'

/** What a room needs from its hub. */
export interface RoomServices {
  readonly writer: Writer
  readonly log: UpdateLog
  readonly rules: RoomRules
  /** While a governed act runs, the workshop's rooms take no client updates. */
  isHeld(workshopId: string): boolean
  /** After updates of the room became durable and were forwarded. */
  committed(room: RoomName): void
  /** The room lost its document and could not read it again. */
  failed(room: Room, cause: unknown): void
}

/** Something applied and on its way to disk, with what to do when it is there. */
interface InFlight extends PendingUpdate {
  readonly from: Session
  /** How many of the session's frames are durable once this is. */
  count: number
  readonly forwardAfter?: () => void
}

const unsavedBytesPerProcess = 64 * 1024 * 1024
const nothing = new Uint8Array(0)

/** One live document, the sessions that share it, and its way to disk. */
export class Room implements CommitSink {
  readonly name: RoomName
  readonly ref: RoomRef
  readonly epoch: number
  readonly #services: RoomServices
  readonly #owners: ClientOwners
  readonly #sessions = new Set<Session>()
  readonly #awareness = new RoomAwareness()
  /** The server's own client id here: fresh per boot and room, so the state vector does not grow with each act. */
  readonly #writerId = new Y.Doc().clientID
  #isWriterBound = false
  #doc: Y.Doc
  #fork: Y.Doc | undefined
  #inFlight: InFlight[] = []
  #waiting: ((doc: Y.Doc) => void)[] = []
  /** Governed updates that landed while the document is being rebuilt; undefined when it is not. */
  #rebuild: Uint8Array[] | undefined
  #usedAtMs = performance.now()
  /** Updates in the log that no snapshot covers yet. */
  tail: number

  private constructor(name: RoomName, ref: RoomRef, epoch: number, tail: number, doc: Y.Doc, owners: ClientOwners, services: RoomServices) {
    this.name = name
    this.ref = ref
    this.epoch = epoch
    this.tail = tail
    this.#doc = doc
    this.#owners = owners
    this.#services = services
    owners.claim([this.#writerId], serverOwner)
  }

  /** @throws when the log cannot be read */
  static async open(name: RoomName, ref: RoomRef, owners: ClientOwners, services: RoomServices): Promise<Room> {
    const history = await services.log.load(name)
    return new Room(name, ref, history.epoch, history.updates.length, docOf(history.updates), owners, services)
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions
  }

  /** The document with everything applied, saved or not. For questions that stay on the server. */
  get doc(): Y.Doc {
    return this.#doc
  }

  /** Whether nobody needs the room in memory. */
  isIdle(forMs: number): boolean {
    const isBusy = this.#sessions.size > 0 || this.#inFlight.length > 0 || this.#waiting.length > 0 || this.#rebuild !== undefined
    return !isBusy && performance.now() - this.#usedAtMs >= forMs
  }

  /** Somebody uses the room just now. */
  touch(): void {
    this.#usedAtMs = performance.now()
  }

  /** Reads the document as it is on disk: at once, or after the pending commit. */
  async whenDurable<T>(read: (doc: Y.Doc) => T): Promise<T> {
    this.touch()
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

  join(session: Session): void {
    this.#sessions.add(session)
    session.send(step1Frame(this.#doc))
    const present = this.#awareness.all()
    if (present) session.send(awarenessFrame(present))
  }

  leave(session: Session): void {
    if (!this.#sessions.delete(session)) return
    this.touch()
    this.#forgetAwareness(session)
  }

  /** Takes one message of a client. */
  receive(session: Session, message: Uint8Array): void {
    if (!session.isOpen) return
    session.heard()
    if (!session.hasPostponed && !this.#isHeld && session.hasRate(message)) return this.#handle(session, message)
    if (!session.postpone(message)) return session.close('rate')
    session.tryLater(() => this.#drain(session))
  }

  /** Takes what was put off meanwhile. */
  resume(): void {
    for (const session of this.#sessions) this.#drain(session)
  }

  /** Asks anew what each session may do; who may not even read is sent away. */
  recheck(): void {
    for (const session of this.#sessions) {
      const person = this.#services.rules.person(this.ref.workshopId, session.participantId)
      if (!person || this.#services.rules.access(this.ref, person.actor).right === 'none') session.close('notFound')
      else if (!mayShowPresence(person.actor.role)) this.#forgetAwareness(session)
    }
  }

  committed(updates: readonly PendingUpdate[]): void {
    const done = this.#inFlight.splice(0, updates.length)
    this.tail += done.length
    fanOut(followers(this.#sessions), done)
    for (const { from, count, forwardAfter } of done) {
      from.saved(count)
      forwardAfter?.()
    }
    this.#services.committed(this.name)
    this.#settle()
  }

  paused(): void {
    const waiting = this.#waiting.splice(0)
    if (waiting.length === 0) return
    void this.#fromDisk().then(
      (doc) => {
        for (const tell of waiting) tell(doc)
        this.resume()
      },
      (cause) => this.#services.failed(this, cause),
    )
  }

  /**
   * Computes what `writes` would change, without touching the live document.
   *
   * @returns undefined when they change nothing
   * @throws whatever a write throws; then call `abandon`
   */
  propose(writes: readonly ((doc: Y.Doc) => void)[], act: string): { update: Uint8Array; bindings: readonly Binding[] } | undefined {
    this.touch()
    const fork = this.#fork ?? docOf([Y.encodeStateAsUpdate(this.#doc)])
    this.#fork = fork
    fork.clientID = this.#writerId // set after the state is in: Yjs changes an id that it sees others use
    const update = collectUpdate(fork, () => {
      fork.transact(
        () => {
          for (const write of writes) write(fork)
        },
        { source: 'governed', act },
      )
    })
    const binding = { workshopId: this.ref.workshopId, clientId: this.#writerId, owner: serverOwner }
    return update && { update, bindings: this.#isWriterBound ? [] : [binding] }
  }

  /** Applies and forwards what the server wrote, after its commit. */
  adopt(update: Uint8Array, act: string): void {
    this.tail += 1
    this.#isWriterBound = true
    Y.applyUpdate(this.#doc, update, { source: 'governed', act })
    this.#rebuild?.push(update)
    fanOut(followers(this.#sessions), [{ update, from: undefined }])
    this.#services.committed(this.name)
  }

  /** Forgets what was proposed and not committed. */
  abandon(): void {
    this.#fork = undefined
  }

  destroy(): void {
    this.#doc.destroy()
    this.#fork?.destroy()
  }

  get #isHeld(): boolean {
    // A newcomer's first sync must hold nothing that is not on disk: what would come after the pending commit waits.
    return this.#rebuild !== undefined || this.#waiting.length > 0 || this.#services.isHeld(this.ref.workshopId)
  }

  #drain(session: Session): void {
    while (session.isOpen && !this.#isHeld) {
      const message = session.nextPostponed()
      if (!message) break
      this.#handle(session, message)
    }
    if (session.isOpen && session.hasPostponed) session.tryLater(() => this.#drain(session))
  }

  #settle(): void {
    if (this.#inFlight.length > 0 || this.#rebuild) return
    for (const tell of this.#waiting.splice(0)) tell(this.#doc)
    this.resume()
  }

  #handle(session: Session, message: Uint8Array): void {
    const received = receive(message)
    switch (received.kind) {
      case 'step1':
        return this.#answerStep1(session, received.stateVector)
      case 'step2':
      case 'update':
        return this.#takeUpdate(session, received.kind, received.update)
      case 'awareness':
        return this.#takeAwareness(session, received.update)
      case 'queryAwareness': {
        const present = this.#awareness.all()
        return present && session.send(awarenessFrame(present))
      }
      case 'malformed':
        return session.refuse({ reason: 'malformed', code: 'room/malformed' })
    }
  }

  #answerStep1(session: Session, stateVector: Uint8Array): void {
    // Reading from disk takes a moment; what commits meanwhile must reach this session too.
    if (this.#services.writer.health.failingSinceMs !== undefined) session.isFollowing = true
    this.whenDurable((doc) => {
      session.send(step2Frame(doc, stateVector))
      session.isFollowing = true
    }).catch(() => session.refuse({ reason: 'malformed', code: 'room/malformed' }))
  }

  #takeUpdate(session: Session, kind: 'step2' | 'update', update: Uint8Array): void {
    if (update.byteLength > (kind === 'step2' ? maxBytes.firstSync : maxBytes.update)) {
      return session.refuse({ reason: 'tooLarge', code: 'room/too-large' })
    }
    if (kind === 'update' && !session.hasSynced) {
      if (!session.holdBack(update)) session.refuse({ reason: 'tooLarge', code: 'room/too-large' })
      return
    }
    this.#admit(session, update, kind === 'step2' ? maxStructs.firstSync : maxStructs.update)
    if (kind === 'update') return
    session.hasSynced = true
    for (const held of session.takeHeldBack()) if (session.isOpen) this.#admit(session, held, maxStructs.update)
  }

  #admit(session: Session, update: Uint8Array, structLimit: number): void {
    const { rules, writer } = this.#services
    const count = ++session.received
    const person = rules.person(this.ref.workshopId, session.participantId)
    const access = person && rules.access(this.ref, person.actor)
    if (!person || !access || access.right === 'none') return session.close('notFound')
    const proposal = propose(this.#doc, update)
    if (!proposal) return session.refuse({ reason: 'malformed', code: 'room/malformed' })
    if (isEmpty(proposal)) return this.#acknowledge(session, count)
    if (session.outdated) return session.refuse({ reason: 'forbidden', code: 'room/outdated', detail: 'Reload the page to edit.' })
    if (access.right === 'read') {
      return session.refuse({ reason: access.refusal, code: access.refusal === 'locked' ? 'room/locked' : 'room/read-only' })
    }
    const verdict = inspect(this.#doc, proposal, {
      roots: rules.roots(this.ref),
      isLocked: (root) => rules.isLocked(this.ref, root),
      ownerOf: (clientId) => this.#owners.ownerOf(clientId),
      participantId: session.participantId,
      maxStructs: structLimit,
    })
    if ('refused' in verdict) return session.refuse(verdict.refused)
    if ('gap' in verdict) return this.#resync(session)
    const unsavedBytes = this.#inFlight.reduce((sum, entry) => sum + entry.update.byteLength, update.byteLength)
    if (unsavedBytes > limits.documentBytes || writer.health.pendingBytes > unsavedBytesPerProcess) return session.close('later')

    const { records, newClients } = verdict.admitted
    const before = snapshotRecords(this.#doc, records)
    const applied = this.#apply(update, session)
    if (!applied) return this.#reject(session, { reason: 'malformed', code: 'room/malformed' })
    const touched = touchedRecords(this.#doc, records, before, (clientId) =>
      newClients.includes(clientId) ? session.participantId : this.#owners.authorOf(clientId),
    )
    const refusal = validate(this.ref, person.actor, touched, rules)
    if (refusal) return this.#reject(session, refusal)
    const bindings = this.#owners.claim(newClients, session.participantId)
    if (!bindings) return this.#reject(session, { reason: 'rate', code: 'room/too-many-clients' })
    this.#commit(session, count, applied, bindings)
  }

  #apply(update: Uint8Array, session: Session): Uint8Array | undefined {
    this.#fork = undefined
    try {
      const applied = collectUpdate(this.#doc, () => Y.applyUpdate(this.#doc, update, { source: 'session', sessionId: session.id }))
      return this.#doc.store.pendingStructs || this.#doc.store.pendingDs ? undefined : (applied ?? nothing)
    } catch {
      return undefined
    }
  }

  #commit(session: Session, count: number, update: Uint8Array, bindings: readonly Binding[], forwardAfter?: () => void): void {
    const { workshopId } = this.ref
    const entry: InFlight = { workshopId, room: this.name, update, bindings, sink: this, from: session, count, forwardAfter }
    this.#inFlight.push(entry)
    this.#services.writer.append(entry)
  }

  /** An update without content counts as saved as soon as everything before it is. */
  #acknowledge(session: Session, count: number): void {
    const last = this.#inFlight.findLast((entry) => entry.from === session)
    if (last) last.count = count
    else session.saved(count)
  }

  #resync(session: Session): void {
    if (session.hasBeenResynced) return session.refuse({ reason: 'malformed', code: 'room/gap' })
    session.hasBeenResynced = true
    session.send(step1Frame(this.#doc))
  }

  /** Undoes an applied update: nothing has left the process, so the log and what is in flight are the truth. */
  #reject(session: Session, refusal: Refusal): void {
    session.refuse(refusal)
    if (this.#rebuild) return
    const landed: Uint8Array[] = []
    this.#rebuild = landed
    const inFlight = this.#inFlight.map((entry) => entry.update)
    this.#fromDisk(inFlight).then(
      (doc) => {
        for (const update of landed) Y.applyUpdate(doc, update, { source: 'log' })
        this.#doc.destroy()
        this.#doc = doc
        this.#fork = undefined
        this.#rebuild = undefined
        if (this.#inFlight.length === 0) this.#settle()
        else this.resume()
      },
      (cause) => this.#services.failed(this, cause),
    )
  }

  async #fromDisk(more: readonly Uint8Array[] = []): Promise<Y.Doc> {
    const { updates } = await this.#services.log.load(this.name)
    return docOf([...updates, ...more.filter((update) => update.byteLength > 0)])
  }

  #takeAwareness(session: Session, update: Uint8Array): void {
    const { rules } = this.#services
    if (update.byteLength > limits.awarenessBytes * 32 || !session.awareness.take()) return
    const person = rules.person(this.ref.workshopId, session.participantId)
    if (!person || !mayShowPresence(person.actor.role) || rules.access(this.ref, person.actor).right === 'none') return
    const entries = readAwareness(update)
    if (!entries) return session.refuse({ reason: 'malformed', code: 'room/malformed' })
    // The provider echoes other people's states; only the sender's own count.
    const own = entries.filter(({ clientId, state }) => {
      const owner = this.#owners.ownerOf(clientId)
      const isOwn = owner === session.participantId || (owner === undefined && state !== null && !this.#awareness.has(clientId))
      return isOwn && JSON.stringify(state).length <= limits.awarenessBytes
    })
    if (own.length === 0) return
    const bindings = this.#owners.claim(
      own.map(({ clientId }) => clientId),
      session.participantId,
    )
    if (!bindings) return
    for (const { clientId } of own) session.awarenessClients.add(clientId)
    const send = () => {
      if (session.isOpen) forward(this.#sessions, awarenessFrame(this.#awareness.set(own, person)), session)
    }
    // A client id is forwarded only once it is known for ever whose it is.
    if (bindings.length === 0) send()
    else this.#commit(session, 0, nothing, bindings, send)
  }

  #forgetAwareness(session: Session): void {
    const gone = this.#awareness.remove(session.awarenessClients)
    session.awarenessClients.clear()
    if (gone) forward(this.#sessions, awarenessFrame(gone), session)
  }
}

function mayShowPresence(role: string): boolean {
  return role !== 'observer' && role !== 'voter'
}

function followers(sessions: ReadonlySet<Session>): Session[] {
  return [...sessions].filter((session) => session.isFollowing)
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update, { source: 'log' })
  })
  return doc
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
