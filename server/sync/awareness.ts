import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { limits } from '../../shared/sync/limits'
import type { Person } from './rules'

/** One client's state as y-protocols carries it; null means gone. */
export interface Entry {
  readonly clientId: number
  readonly state: Readonly<Record<string, unknown>> | null
}

/** Identity in an awareness state; only the server writes it. */
export interface AwarenessUser {
  readonly id: string
  readonly name: string
  /** 1-8. */
  readonly colour: number
}

/**
 * Who is where in one room. The server keeps its own clocks, which only rise, so that a client that comes back
 * with an old clock is seen at once.
 */
export class RoomAwareness {
  readonly #states = new Map<number, Readonly<Record<string, unknown>>>()
  readonly #clocks = new Map<number, number>()

  /** Takes a state in, stamped with the person's identity. */
  set({ clientId, state }: Entry, person: Person): void {
    if (state) this.#states.set(clientId, { ...state, user: userOf(person) })
    else this.#states.delete(clientId)
    this.#tick(clientId)
  }

  /** Removes a client that left; false when it had no state. */
  remove(clientId: number): boolean {
    const had = this.#states.delete(clientId)
    if (had) this.#tick(clientId)
    return had
  }

  /** Everybody who has a state. */
  get clientIds(): Iterable<number> {
    return this.#states.keys()
  }

  /** One client's entry as it stands in an awareness message. */
  encoded(clientId: number): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, this.#clocks.get(clientId) ?? 0)
      encoding.writeVarString(encoder, JSON.stringify(this.#states.get(clientId) ?? null))
    })
  }

  #tick(clientId: number): void {
    this.#clocks.set(clientId, Math.max((this.#clocks.get(clientId) ?? 0) + 1, Date.now()))
  }
}

/** The body of an awareness message made of entries. */
export function awarenessOf(entries: readonly Uint8Array[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const entry of entries) encoding.writeUint8Array(encoder, entry)
  })
}

/** Reads an awareness message without what is too large; undefined when it cannot be read. */
export function readAwareness(update: Uint8Array): readonly Entry[] | undefined {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    const entries: Entry[] = []
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder) // the client's own clock: ours replaces it
      const json = decoding.readVarString(decoder)
      // A message may echo everybody's state; what is too large for one is dropped unread.
      if (json.length > limits.awarenessBytes) continue
      const state: unknown = JSON.parse(json)
      if (state === null) entries.push({ clientId, state })
      else if (typeof state === 'object' && !Array.isArray(state)) entries.push({ clientId, state: state as Record<string, unknown> })
      else return undefined
    }
    return entries
  } catch {
    return undefined
  }
}

function userOf({ actor, name, colour }: Person): AwarenessUser {
  return { id: actor.id, name, colour }
}
