import type { Session } from './session'

/** One update frame of a client, and the message that brought it. */
export interface UpdateFrame {
  readonly message: Uint8Array
  readonly update: Uint8Array
}

/** Gathers the updates that one turn of the event loop brings, so that a writer's are judged and applied as one. */
export class Turn {
  readonly #take: (session: Session, frames: readonly UpdateFrame[]) => void
  readonly #gathered = new Map<Session, UpdateFrame[]>()
  #isScheduled = false

  constructor(take: (session: Session, frames: readonly UpdateFrame[]) => void) {
    this.#take = take
  }

  add(session: Session, frame: UpdateFrame): void {
    const frames = this.#gathered.get(session)
    if (frames) frames.push(frame)
    else this.#gathered.set(session, [frame])
    if (this.#isScheduled) return
    this.#isScheduled = true
    setImmediate(() => this.#end())
  }

  /** Hands over what has gathered of one session, before anything else of it is taken. */
  endOf(session: Session): void {
    const frames = this.#gathered.get(session)
    this.#gathered.delete(session)
    if (frames) this.#take(session, frames)
  }

  #end(): void {
    this.#isScheduled = false
    for (const session of [...this.#gathered.keys()]) this.endOf(session)
  }
}
