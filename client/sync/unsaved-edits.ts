import * as Y from 'yjs'
import type { CountedFrame } from './counting-socket'

interface Edit {
  readonly update: Uint8Array
  readonly atMs: number
  /** Number of the frame on this connection that carries it; undefined while none does. */
  frame: number | undefined
}

/** Edits this close together read as one change to a person who is told how many are kept. */
const oneChangeMs = 1_500

/**
 * What a person did in one document that the server has not acknowledged.
 *
 * An edit leaves only by the server's count of durable frames, never because a socket took it.
 */
export class UnsavedEdits {
  #edits: Edit[] = []
  #sent = 0
  #unclaimed = false

  /** A frame left; a SyncStep2 carries everything the server lacks. */
  frameSent(frame: CountedFrame): void {
    this.#sent += 1
    if (frame === 'update') this.#unclaimed = true
    else for (const edit of this.#edits) edit.frame = this.#sent
  }

  /** A change of this device; the provider has already sent its frame if it could. */
  edited(update: Uint8Array, atMs: number): void {
    this.#edits.push({ update, atMs, frame: this.#unclaimed ? this.#sent : undefined })
    this.#unclaimed = false
  }

  /** A change that is no edit (read from the device's own copy) also made the provider send a frame. */
  passedOver(): void {
    this.#unclaimed = false
  }

  /** The server has stored the first `count` frames of this connection. */
  saved(count: number): void {
    this.#edits = this.#edits.filter(({ frame }) => frame === undefined || frame > count)
  }

  /** Frames are counted per connection: what was under way must go out again. */
  disconnected(): void {
    this.#sent = 0
    this.#unclaimed = false
    for (const edit of this.#edits) edit.frame = undefined
  }

  /** Takes up what an earlier page of this device left unacknowledged. */
  restore(update: Uint8Array, atMs: number): void {
    this.#edits.unshift({ update, atMs, frame: undefined })
  }

  /** In changes as a person would count them: a run of typing is one. */
  get count(): number {
    let changes = 0
    let last = Number.NEGATIVE_INFINITY
    for (const { atMs } of this.#edits) {
      if (atMs - last > oneChangeMs) changes += 1
      last = atMs
    }
    return changes
  }

  /** When the oldest of them was made. */
  get sinceMs(): number | undefined {
    return this.#edits[0]?.atMs
  }

  /** All of them as one update; undefined when there are none. */
  merged(): Uint8Array | undefined {
    return this.#edits.length === 0 ? undefined : Y.mergeUpdates(this.#edits.map(({ update }) => update))
  }
}
