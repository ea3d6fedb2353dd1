import { limits } from '../../shared/sync/limits'
import type { Session } from './session'

/** One update frame of a client, and the message that brought it. */
export interface UpdateFrame {
  readonly message: Uint8Array
  readonly update: Uint8Array
}

/** What a session brought, in order. */
export interface Offer {
  readonly session: Session
  readonly frames: readonly UpdateFrame[]
}

/**
 * Gathers the updates that a room is sent, so that they are judged, applied, stored and sent as one.
 *
 * The first in a quiet room is taken with its turn of the event loop; while the room is busy, what comes within a pace
 * is taken together.
 */
export class Intake {
  readonly #take: (offers: readonly Offer[]) => void
  readonly #gathered = new Map<Session, UpdateFrame[]>()
  #timer: NodeJS.Timeout | undefined
  #isScheduled = false
  #tookAtMs = Number.NEGATIVE_INFINITY

  constructor(take: (offers: readonly Offer[]) => void) {
    this.#take = take
  }

  add(session: Session, frame: UpdateFrame): void {
    const frames = this.#gathered.get(session)
    if (frames) frames.push(frame)
    else this.#gathered.set(session, [frame])
    if (this.#isScheduled) return
    this.#isScheduled = true
    const waitMs = this.#tookAtMs + limits.paceMs - performance.now()
    if (waitMs <= 0) setImmediate(() => this.end())
    else this.#timer = setTimeout(() => this.end(), waitMs)
  }

  /** Hands over what has gathered of one session, before anything else of it is taken. */
  endOf(session: Session): void {
    const frames = this.#gathered.get(session)
    this.#gathered.delete(session)
    if (frames) this.#take([{ session, frames }])
  }

  /** Hands over what has gathered. */
  end(): void {
    clearTimeout(this.#timer)
    this.#isScheduled = false
    if (this.#gathered.size === 0) return
    this.#tookAtMs = performance.now()
    const offers = [...this.#gathered].map(([session, frames]) => ({ session, frames }))
    this.#gathered.clear()
    this.#take(offers)
  }
}
