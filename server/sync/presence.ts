import { limits } from '../../shared/sync/limits'
import { awarenessOf, type Entry, RoomAwareness, readAwareness } from './awareness'
import type { ClientOwners } from './client-owners'
import type { LiveDocument } from './live-document'
import type { Person } from './rules'
import { awarenessFrame, wireFrame } from './send'
import type { Session } from './session'

/** A message may echo everybody's state; only the sender's own counts, and that one is small. */
const maxMessageBytes = 512 * 1024

/**
 * Who is where in one room: taken from clients, stamped with their identity, forwarded, removed when they leave.
 *
 * Nothing is sent while a message comes in. What is newest of each client leaves as one frame per pace.
 */
export class Presence {
  readonly #awareness = new RoomAwareness()
  readonly #owners: ClientOwners
  readonly #document: LiveDocument
  readonly #sessions: ReadonlySet<Session>
  /** Through which session each client was shown last, also when that has left. */
  readonly #homes = new Map<number, Session['id']>()
  /** Clients that changed since the last frame, with whom they changed through. */
  #fresh = new Map<number, Session | undefined>()
  /** Sessions whose line was not free for the last frame. */
  readonly #behind = new Set<Session>()
  #timer: NodeJS.Timeout | undefined
  #sentAtMs = Number.NEGATIVE_INFINITY

  constructor(owners: ClientOwners, document: LiveDocument, sessions: ReadonlySet<Session>) {
    this.#owners = owners
    this.#document = document
    this.#sessions = sessions
  }

  /** Tells a session who is here. */
  tell(session: Session): void {
    const others = [...this.#awareness.clientIds].filter((clientId) => !session.awarenessClients.has(clientId))
    if (others.length > 0) session.write(this.#frameOf(others))
  }

  /** Takes a client's message; false when it cannot be read. Beyond the limits it is dropped. */
  take(session: Session, update: Uint8Array, person: Person | undefined): boolean {
    if (update.byteLength > maxMessageBytes || !session.awareness.take()) return true
    if (!person || !mayShowPresence(person)) return true
    const entries = readAwareness(update)
    if (!entries) return false
    const own = entries.filter(({ clientId, state }) => {
      const owner = this.#owners.ownerOf(clientId)
      return owner === session.participantId ? this.#isItsOwn(session, clientId) : owner === undefined && state !== null
    })
    const bindings = this.#owners.claim(
      own.map(({ clientId }) => clientId),
      session.participantId,
    )
    if (own.length === 0 || !bindings) return true
    for (const { clientId } of own) {
      this.#homes.set(clientId, session.id)
      session.awarenessClients.add(clientId)
    }
    // A client id is forwarded only once it is known for ever whose it is.
    if (bindings.length === 0) this.#show(session, own, person)
    else this.#document.bind(bindings, () => this.#show(session, own, person))
    return true
  }

  /** Removes what was shown last through the session. */
  forget(session: Session): void {
    this.#behind.delete(session)
    for (const clientId of session.awarenessClients) {
      if (this.#homes.get(clientId) === session.id && this.#awareness.remove(clientId)) this.#send(clientId, undefined)
    }
    session.awarenessClients.clear()
  }

  /** Sends what has gathered. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#sentAtMs = performance.now()
    const fresh = this.#fresh
    this.#fresh = new Map()
    const behind = [...this.#behind]
    this.#behind.clear()
    for (const session of behind) if (this.#isFree(session)) this.tell(session)
    if (fresh.size === 0) return
    const entries = new Map([...fresh.keys()].map((clientId) => [clientId, this.#awareness.encoded(clientId)]))
    const sources = new Set(fresh.values())
    const forAll = wireFrame(awarenessFrame(awarenessOf([...entries.values()])))
    for (const session of this.#sessions) {
      if (!this.#isFree(session)) continue
      if (!sources.has(session)) session.write(forAll)
      else {
        // A client that got its own state back would take it for its newest.
        const others = [...entries].filter(([clientId]) => fresh.get(clientId) !== session).map(([, entry]) => entry)
        if (others.length > 0) session.write(wireFrame(awarenessFrame(awarenessOf(others))))
      }
    }
  }

  #show(session: Session, own: readonly Entry[], person: Person): void {
    if (!session.isOpen) return
    for (const entry of own) {
      this.#awareness.set(entry, person)
      this.#send(entry.clientId, session)
    }
  }

  #send(clientId: number, source: Session | undefined): void {
    this.#fresh.set(clientId, source)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#timer) return
    const waitMs = this.#sentAtMs + limits.awarenessPaceMs - performance.now()
    this.#timer = setTimeout(() => this.flush(), Math.max(0, waitMs))
  }

  /** Whether presence may go out to it now; a line with a queue gets everybody's newest state later. */
  #isFree(session: Session): boolean {
    if (session.queuedBytes === 0) return true
    this.#behind.add(session)
    this.#schedule()
    return false
  }

  #frameOf(clientIds: readonly number[]): Buffer {
    return wireFrame(awarenessFrame(awarenessOf(clientIds.map((clientId) => this.#awareness.encoded(clientId)))))
  }

  /**
   * Whether the session speaks for a client of its person. The stock provider echoes what it hears of the person's other
   * pages, which must not keep those here when they have left. It begins with its own, so that a line that replaces
   * another takes over what that one showed.
   */
  #isItsOwn(session: Session, clientId: number): boolean {
    const home = this.#homes.get(clientId)
    return home === undefined || home === session.id || session.awarenessClients.size === 0
  }
}

/** Observers and voters watch; they do not appear. Source: THREATS I6. */
export function mayShowPresence({ actor }: Person): boolean {
  return actor.role !== 'observer' && actor.role !== 'voter'
}
