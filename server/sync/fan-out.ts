import * as Y from 'yjs'
import { limits } from '../../shared/sync/limits'
import { updateFrame, wireFrame } from './send'
import type { Session } from './session'

/** What one commit made durable, and who wrote it; nobody for the server. */
export interface Durable {
  /** Empty when there is only to say that something is saved. */
  readonly update: Uint8Array
  readonly writers: ReadonlySet<Session>
}

/**
 * What a room owes its sessions: durable updates and word of what is durable, sent together.
 *
 * The first in a quiet room leaves at once. Clients' edits come here in the pace of the intake, which is slower; it is
 * the server's own writes, each with a commit of its own, that gather here while there are many.
 */
export class FanOut {
  readonly #sessions: ReadonlySet<Session>
  readonly #writers = new Set<Session>()
  #durable: Durable[] = []
  #timer: NodeJS.Timeout | undefined
  #sentAtMs = Number.NEGATIVE_INFINITY

  constructor(sessions: ReadonlySet<Session>) {
    this.#sessions = sessions
  }

  /** Everybody whose first sync was answered will get these. */
  put(durable: Durable): void {
    if (durable.update.byteLength > 0) this.#durable.push(durable)
    for (const writer of durable.writers) this.#writers.add(writer)
    if (this.#timer) return
    const waitMs = this.#sentAtMs + limits.paceMs / 2 - performance.now()
    if (waitMs <= 0) this.flush()
    else this.#timer = setTimeout(() => this.flush(), waitMs)
  }

  /** Sends what has gathered. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#sentAtMs = performance.now()
    const durable = this.#durable
    const writers = [...this.#writers]
    this.#durable = []
    this.#writers.clear()
    const frame = durable.length > 0 ? frameOf(durable.map(({ update }) => update)) : undefined
    const spared = soleWriter(durable)
    for (const session of writers) {
      const saved = session.takeSaved()
      const isReader = frame && session.isFollowing && session !== spared
      if (saved && isReader) session.write(Buffer.concat([saved, frame]))
      else if (saved) session.write(saved)
      else if (isReader) session.write(frame)
    }
    if (!frame) return
    const told = new Set(writers)
    for (const session of this.#sessions) if (session.isFollowing && !told.has(session)) session.write(frame)
  }
}

/** A sole writer is spared its own words; with several, each gets them back, which changes nothing. */
function soleWriter(durable: readonly Durable[]): Session | undefined {
  const writers = new Set(durable.flatMap((each) => [...each.writers]))
  const [first] = writers
  return writers.size === 1 && durable.every((each) => each.writers.size === 1) ? first : undefined
}

function frameOf(updates: readonly Uint8Array[]): Buffer {
  const [first = new Uint8Array(0)] = updates
  return wireFrame(updateFrame(updates.length === 1 ? first : Y.mergeUpdates([...updates])))
}
