import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Person } from './rules'

/** One client's state as y-protocols carries it; null means gone. */
interface Entry {
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

  /** Takes states in, stamped with the person's identity; returns what to forward. */
  set(entries: readonly Entry[], person: Person): Uint8Array {
    for (const { clientId, state } of entries) {
      if (state) this.#states.set(clientId, { ...state, user: userOf(person) })
      else this.#states.delete(clientId)
      this.#tick(clientId)
    }
    return this.#encode(entries.map(({ clientId }) => clientId))
  }

  /** Removes clients that left; undefined when none of them had a state. */
  remove(clientIds: Iterable<number>): Uint8Array | undefined {
    const gone = [...clientIds].filter((clientId) => this.#states.delete(clientId))
    if (gone.length === 0) return undefined
    for (const clientId of gone) this.#tick(clientId)
    return this.#encode(gone)
  }

  has(clientId: number): boolean {
    return this.#states.has(clientId)
  }

  /** Everybody's state; undefined while nobody has one. */
  all(): Uint8Array | undefined {
    return this.#states.size === 0 ? undefined : this.#encode([...this.#states.keys()])
  }

  #tick(clientId: number): void {
    this.#clocks.set(clientId, Math.max((this.#clocks.get(clientId) ?? 0) + 1, Date.now()))
  }

  #encode(clientIds: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clientIds.length)
      for (const clientId of clientIds) {
        encoding.writeVarUint(encoder, clientId)
        encoding.writeVarUint(encoder, this.#clocks.get(clientId) ?? 0)
        encoding.writeVarString(encoder, JSON.stringify(this.#states.get(clientId) ?? null))
      }
    })
  }
}

/** Reads an awareness message; undefined when it cannot be read. */
export function readAwareness(update: Uint8Array): readonly Entry[] | undefined {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    const entries: Entry[] = []
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder) // the client's own clock: ours replaces it
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
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
