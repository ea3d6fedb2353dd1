import * as Y from 'yjs'
import { limits } from '../../shared/sync/limits'
import { updateFrame, wireFrame } from './send'
import type { Session } from './session'

/** A durable update and who wrote it; undefined for the server. */
export interface Durable {
  readonly update: Uint8Array
  readonly from: Session | undefined
}

/**
 * What a room owes its sessions: durable updates and word of what is durable, sent together.
 *
 * The first in a quiet room leaves at once; while the room is busy, what gathers leaves as one frame per pace.
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
  put(durable: readonly Durable[]): void {
    for (const each of durable) {
      if (each.update.byteLength > 0) this.#durable.push(each)
      if (each.from) this.#writers.add(each.from)
    }
    if (this.#timer) return
    const waitMs = this.#sentAtMs + limits.paceMs - performance.now()
    if (waitMs <= 0) this.flush()
    else this.#timer = setTimeout(() => this.flush(), waitMs)
  }

  /** Sends what has gathered. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#sentAtMs = performance.now()
    const durable = this.#durable
    this.#durable = []
    const writers = [...this.#writers]
    this.#writers.clear()
    const [first] = durable
    // A sole writer is spared its own words; with several, each gets them back, which changes nothing.
    const soleWriter = first && durable.every(({ from }) => from === first.from) ? first.from : undefined
    const frame = first && frameOf(durable.map(({ update }) => update))
    for (const session of writers) {
      const saved = session.takeSaved()
      const isReader = frame && session.isFollowing && session !== soleWriter
      if (saved && isReader) session.write(saved, frame)
      else if (saved) session.write(saved)
      else if (isReader) session.write(frame)
    }
    if (!frame) return
    const told = new Set(writers)
    for (const session of this.#sessions) if (session.isFollowing && !told.has(session)) session.write(frame)
  }
}

function frameOf(updates: readonly Uint8Array[]): Buffer {
  const [first = new Uint8Array(0)] = updates
  return wireFrame(updateFrame(updates.length === 1 ? first : Y.mergeUpdates([...updates])))
}
