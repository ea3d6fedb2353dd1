import * as Y from 'yjs'
import type { ParticipantId } from '../../shared/access/actor'
import type { CloseName } from '../../shared/sync/close'
import type { RoomName, RoomRef } from '../../shared/sync/room-name'
import type { RoomHistory, UpdateLog } from '../storage/update-log'
import type { Writer } from '../storage/writer'
import { Admissions } from './admissions'
import type { ClientOwners } from './client-owners'
import { FanOut } from './fan-out'
import { malformed, maxBytes, maxStructs, type Refusal } from './gate'
import { Intake, type Offer, type UpdateFrame } from './intake'
import { type DocumentOwner, type InFlight, LiveDocument, type Proposed, type Write } from './live-document'
import { mayShowPresence, Presence } from './presence'
import { receive } from './receive'
import type { Person, RoomRules } from './rules'
import { keepAliveFrame, step1Frame, step2Frame, wireFrame } from './send'
import type { Session } from './session'

/** What a room needs from its hub. */
export interface RoomServices {
  readonly writer: Writer
  readonly log: UpdateLog
  readonly rules: RoomRules
  /** While a governed act runs, the workshop's rooms take no client updates. */
  isHeld(workshopId: string): boolean
  /** So many update frames of a client were admitted. */
  admitted(frames: number): void
  /** An update of a session was refused. */
  refused(session: Session, refusal: Refusal): void
  /** A session's line was closed for the way it was used. */
  cut(session: Session, reason: CloseName): void
  /** A message of the session could not be handled, which is a fault of the server. */
  faulted(session: Session, cause: unknown): void
  /** After updates of the room became durable and were forwarded; `senders` is empty for what the server wrote. */
  committed(room: RoomName, senders: readonly ParticipantId[]): void
  /** The room lost its document and could not read it again. */
  failed(room: Room, cause: unknown): void
}

const nothing = new Uint8Array(0)
const nobody: ReadonlySet<Session> = new Set()
const fault: Refusal = { reason: 'malformed', code: 'room/fault' }

/** One live document and the sessions that share it: admits, persists, forwards, acknowledges. */
export class Room implements DocumentOwner {
  readonly name: RoomName
  readonly ref: RoomRef
  readonly epoch: number
  readonly document: LiveDocument
  readonly #services: RoomServices
  readonly #admissions: Admissions
  readonly #owners: ClientOwners
  readonly #sessions = new Set<Session>()
  readonly #fanOut = new FanOut(this.#sessions)
  readonly #presence: Presence
  readonly #intake = new Intake((offers) => this.#takeOffers(offers))
  #usedAtMs = performance.now()
  #ended: CloseName | undefined

  private constructor(name: RoomName, ref: RoomRef, history: RoomHistory, owners: ClientOwners, clientId: number, services: RoomServices) {
    this.name = name
    this.ref = ref
    this.epoch = history.epoch
    this.#services = services
    this.#owners = owners
    this.document = new LiveDocument(name, history, { workshopId: ref.workshopId, clientId }, services, this)
    this.#presence = new Presence(owners, this.document, this.#sessions)
    const { rules, writer } = services
    const admitted = (frames: number) => services.admitted(frames)
    this.#admissions = new Admissions({ ref, document: this.document, owners, rules, writer, admitted })
  }

  /**
   * @param clientId the server's own client id in this document
   * @throws when the log cannot be read
   */
  static async open(name: RoomName, ref: RoomRef, owners: ClientOwners, clientId: number, services: RoomServices): Promise<Room> {
    return new Room(name, ref, await services.log.load(name), owners, clientId, services)
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions
  }

  /** Whether nobody has needed the room for so long. */
  isIdle(forMs: number): boolean {
    return this.#sessions.size === 0 && !this.document.isBusy && performance.now() - this.#usedAtMs >= forMs
  }

  /** Somebody uses the room just now. */
  touch(): void {
    this.#usedAtMs = performance.now()
  }

  /** Reads the document as it is on disk: at once, or after the pending commit. */
  read<T>(read: (doc: Y.Doc) => T): Promise<T> {
    this.touch()
    return this.document.whenDurable(read)
  }

  join(session: Session): void {
    if (this.#ended) {
      session.close(this.#ended)
      return
    }
    this.#sessions.add(session)
    session.send(step1Frame(this.document.doc))
    this.#presence.tell(session)
  }

  /** Sends everybody away, whoever arrives later included: the hub has let go of the room. */
  end(reason: CloseName): void {
    this.#ended = reason
    for (const session of this.#sessions) session.close(reason)
  }

  leave(session: Session): void {
    if (!this.#sessions.has(session)) return
    this.#intake.endOf(session)
    this.#sessions.delete(session)
    this.touch()
    this.#presence.forget(session)
  }

  /** Takes one message of a client. */
  receive(session: Session, message: Uint8Array): void {
    if (!session.isOpen) return
    session.heard()
    if (!session.hasPostponed && !this.#isHeld && session.hasRate(message)) this.#guarded(session, () => this.#take(session, message))
    else if (session.postpone(message)) session.tryLater(() => this.#drain(session))
    else this.cut(session, 'rate')
  }

  /** Gives every line a sign of life, and cuts those that cannot keep up. */
  keepAlive(): void {
    for (const session of this.#sessions) {
      session.send(keepAliveFrame)
      if (!session.checkLine()) this.cut(session, 'slow')
    }
  }

  /** Closes a line that is used as no page of ours uses it. */
  cut(session: Session, reason: CloseName): void {
    session.close(reason)
    this.#services.cut(session, reason)
  }

  /** Takes what was put off meanwhile. */
  resume(): void {
    for (const session of this.#sessions) if (session.hasPostponed) this.#drain(session)
  }

  /** Asks anew what each session may do; who may not even read is sent away. */
  recheck(): void {
    for (const session of this.#sessions) {
      const person = this.#personOf(session)
      if (!person) session.close('notFound')
      else if (!mayShowPresence(person)) this.#presence.forget(session)
    }
  }

  durable(done: readonly InFlight[], merged: Uint8Array): void {
    const writers = new Set<Session>()
    for (const { credits } of done) {
      for (const { session, count } of credits) {
        session.markDurable(count)
        writers.add(session)
      }
    }
    this.#fanOut.put({ update: merged, writers })
    for (const { forwardAfter } of done) forwardAfter?.()
    this.#services.committed(this.name, [...new Set([...writers].map(({ participantId }) => participantId))])
  }

  ready(): void {
    this.resume()
  }

  failed(cause: unknown): void {
    this.#services.failed(this, cause)
  }

  /** Takes in what has gathered, as the document stands now. */
  takeGathered(): void {
    this.#intake.end()
  }

  /** Takes in and sends at once what waits for the room's pace. */
  flush(): void {
    this.takeGathered()
    this.#fanOut.flush()
    this.#presence.flush()
  }

  /** Computes what the server would write. See `LiveDocument.propose`. */
  propose(writes: readonly Write[], act: string): Proposed | undefined {
    this.touch()
    return this.document.propose(writes, act, (author) => this.#owners.claim([new Y.Doc().clientID], author))
  }

  /** Applies and forwards what the server wrote, after its commit. */
  adopt(update: Uint8Array, act: string): void {
    this.document.adopt(update, act)
    this.#fanOut.put({ update, writers: nobody })
    this.#services.committed(this.name, [])
  }

  #refuse(session: Session, refusal: Refusal): void {
    if (!session.isOpen) return
    session.refuse(refusal)
    this.#services.refused(session, refusal)
  }

  get #isHeld(): boolean {
    return this.document.isSettling || this.#services.isHeld(this.ref.workshopId)
  }

  /** The session's person, if they may at least read here. */
  #personOf(session: Session): Person | undefined {
    const { rules } = this.#services
    const person = rules.person(this.ref.workshopId, session.participantId)
    return person && rules.access(this.ref, person.actor).right !== 'none' ? person : undefined
  }

  #drain(session: Session): void {
    this.#intake.endOf(session) // it came before what was put off
    while (session.isOpen && !this.#isHeld) {
      const message = session.nextPostponed()
      if (!message) break
      this.#guarded(session, () => this.#take(session, message, true))
    }
    if (session.isOpen && session.hasPostponed) session.tryLater(() => this.#drain(session))
  }

  /** Whatever a message does, it ends its own line at most: what it may have left is taken back. */
  #guarded(session: Session, handle: () => void): void {
    try {
      handle()
    } catch (cause) {
      this.#services.faulted(session, cause)
      this.document.rebuild()
      this.#refuse(session, fault)
    }
  }

  /** @param alone whether an update is judged by itself instead of with the others of its pace */
  #take(session: Session, message: Uint8Array, alone = false): void {
    const received = receive(message)
    switch (received.kind) {
      case 'step1':
        this.#answerStep1(session, received.stateVector)
        break
      case 'step2':
        this.#intake.endOf(session)
        this.#takeFirstSync(session, received.update)
        break
      case 'update':
        this.#takeUpdate(session, { message, update: received.update }, alone)
        break
      case 'awareness':
        if (!this.#presence.take(session, received.update, this.#personOf(session))) this.#refuse(session, malformed)
        break
      case 'queryAwareness':
        this.#presence.tell(session)
        break
      case 'malformed':
        this.#refuse(session, malformed)
    }
  }

  #answerStep1(session: Session, stateVector: Uint8Array): void {
    // Reading from disk takes a moment; what commits meanwhile must reach this session too.
    if (this.#services.writer.health.failingSinceMs !== undefined) session.isFollowing = true
    this.document
      .whenDurable((doc) => {
        const isLive = doc === this.document.doc
        session.write(isLive ? this.document.firstSync(stateVector) : wireFrame(step2Frame(doc, stateVector)))
        session.isFollowing = true
      })
      .catch(() => this.#refuse(session, malformed))
  }

  #takeFirstSync(session: Session, update: Uint8Array): void {
    if (update.byteLength > maxBytes.firstSync) {
      this.#refuse(session, { reason: 'tooLarge', code: 'room/too-large' })
      return
    }
    this.#admit(session, update, maxStructs.firstSync)
    session.answered()
    for (const held of session.takeHeldBack()) if (session.isOpen) this.#admit(session, held, maxStructs.update)
  }

  #takeUpdate(session: Session, frame: UpdateFrame, alone: boolean): void {
    const { update } = frame
    const isTooLarge = update.byteLength > maxBytes.update || (!session.hasSynced && !session.holdBack(update))
    if (isTooLarge) this.#refuse(session, { reason: 'tooLarge', code: 'room/too-large' })
    else if (session.hasSynced && alone) this.#admit(session, update, maxStructs.update)
    else if (session.hasSynced) this.#intake.add(session, frame)
  }

  /** What gathered: as one update what can be admitted so, the rest one after another. */
  #takeOffers(offers: readonly Offer[]): void {
    for (const offer of this.#isHeld ? offers : this.#takeTogether(offers)) {
      if (this.#isHeld) this.#putBack(offer)
      else this.#guarded(offer.session, () => this.#takeOneByOne(offer))
    }
  }

  /** Returns those that must be judged one by one. */
  #takeTogether(offers: readonly Offer[]): readonly Offer[] {
    const [first] = offers
    if (offers.length === 1 && first?.frames.length === 1) return offers
    try {
      return this.#admissions.admitTogether(offers)
    } catch {
      this.document.rebuild()
      return offers
    }
  }

  #takeOneByOne({ session, frames }: Offer): void {
    // Of somebody who has left meanwhile all counts; of somebody who was refused nothing more.
    for (const { update } of frames) if (!this.#admit(session, update, maxStructs.update)) return
  }

  /** It will be judged one by one. */
  #putBack({ session, frames }: Offer): void {
    session.putBack(frames.map(({ message }) => message))
    session.tryLater(() => this.#drain(session))
  }

  /** False when nothing more of the session is to be taken. */
  #admit(session: Session, update: Uint8Array, structLimit: number): boolean {
    const rejection = this.#admissions.admit(session, update, structLimit)
    switch (rejection?.kind) {
      case undefined:
        return true
      case 'refuse':
        session.countFrames()
        this.#refuse(session, rejection.refusal)
        return false
      case 'close':
        session.countFrames()
        session.close(rejection.reason)
        return false
      case 'empty':
        this.#acknowledge(session, session.countFrames())
        return true
      case 'gap':
        session.countFrames()
        return this.#askAgain(session)
    }
  }

  /** What comes between the question and its answer is in the answer too. */
  #askAgain(session: Session): boolean {
    const next = session.missing()
    if (next === 'ask') session.send(step1Frame(this.document.doc))
    if (next === 'refuse') this.#refuse(session, { reason: 'malformed', code: 'room/gap' })
    return next !== 'refuse'
  }

  /** An update without content counts as saved as soon as everything before it is. */
  #acknowledge(session: Session, count: number): void {
    const last = this.document.lastCredit(session)
    if (last) last.count = count
    else {
      session.markDurable(count)
      this.#fanOut.put({ update: nothing, writers: new Set([session]) })
    }
  }
}
