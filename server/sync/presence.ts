import { limits } from '../../shared/sync/limits'
import { RoomAwareness, readAwareness } from './awareness'
import type { ClientOwners } from './client-owners'
import { forward } from './fan-out'
import type { LiveDocument } from './live-document'
import type { Person } from './rules'
import { awarenessFrame } from './send'
import type { Session } from './session'

/** A message may echo everybody's state; only the sender's own counts, and that one is small. */
const maxMessageBytes = 512 * 1024

/** Who is where in one room: taken from clients, stamped with their identity, forwarded, removed when they leave. */
export class Presence {
  readonly #awareness = new RoomAwareness()
  readonly #owners: ClientOwners
  readonly #document: LiveDocument
  readonly #sessions: ReadonlySet<Session>

  constructor(owners: ClientOwners, document: LiveDocument, sessions: ReadonlySet<Session>) {
    this.#owners = owners
    this.#document = document
    this.#sessions = sessions
  }

  /** Tells a session who is here. */
  tell(session: Session): void {
    const present = this.#awareness.all()
    if (present) session.send(awarenessFrame(present))
  }

  /** Takes a client's message; false when it cannot be read. Beyond the limits it is dropped. */
  take(session: Session, update: Uint8Array, person: Person | undefined): boolean {
    if (update.byteLength > maxMessageBytes || !session.awareness.take()) return true
    if (!person || !mayShowPresence(person)) return true
    const entries = readAwareness(update)
    if (!entries) return false
    const own = entries.filter(({ clientId, state }) => {
      const owner = this.#owners.ownerOf(clientId)
      const isOwn = owner === session.participantId || (owner === undefined && state !== null)
      return isOwn && JSON.stringify(state).length <= limits.awarenessBytes
    })
    const bindings = this.#owners.claim(
      own.map(({ clientId }) => clientId),
      session.participantId,
    )
    if (own.length === 0 || !bindings) return true
    for (const { clientId } of own) session.awarenessClients.add(clientId)
    const send = () => {
      if (session.isOpen) forward(this.#sessions, awarenessFrame(this.#awareness.set(own, person)), session)
    }
    // A client id is forwarded only once it is known for ever whose it is.
    if (bindings.length === 0) send()
    else this.#document.bind(session, bindings, send)
    return true
  }

  /** Removes what the session showed, unless the person's other connection shows it too. */
  forget(session: Session): void {
    const gone = [...session.awarenessClients].filter((clientId) => !this.#isShownElsewhere(clientId, session))
    session.awarenessClients.clear()
    const update = this.#awareness.remove(gone)
    if (update) forward(this.#sessions, awarenessFrame(update), session)
  }

  #isShownElsewhere(clientId: number, session: Session): boolean {
    for (const other of this.#sessions) if (other !== session && other.awarenessClients.has(clientId)) return true
    return false
  }
}

/** Observers and voters watch; they do not appear. Source: THREATS I6. */
export function mayShowPresence({ actor }: Person): boolean {
  return actor.role !== 'observer' && actor.role !== 'voter'
}
