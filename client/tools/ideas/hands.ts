import { createContext, use, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'
import type { IdeaId } from '../../../shared/tools/ideas/schema'

/** Somebody else who holds a note just now. */
export interface Hand {
  readonly name: string
  readonly colour: number
}

const HandState = z.object({
  user: z.object({ id: z.string(), name: z.string(), colour: z.number() }),
  inHand: z.array(z.string().max(64)).min(1).max(20),
})

const shownAtMost = 20

/** Which notes other people are dragging, from the board's awareness. */
export class Hands {
  readonly #awareness: Awareness
  readonly #listeners = new Set<() => void>()
  #held = new Map<string, Hand>()

  constructor(awareness: Awareness) {
    this.#awareness = awareness
  }

  /** Tells the others; an empty list puts the notes down. Anonymous steps never call it. */
  hold(ids: readonly IdeaId[]): void {
    this.#awareness.setLocalStateField('inHand', ids.slice(0, shownAtMost))
  }

  of(id: IdeaId): Hand | undefined {
    return this.#held.get(id)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#awareness.on('change', this.#read)
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#awareness.off('change', this.#read)
    }
  }

  readonly #read = (): void => {
    const held = new Map<string, Hand>()
    for (const [clientId, state] of this.#awareness.getStates()) {
      const read = HandState.safeParse(state)
      if (!read.success || clientId === this.#awareness.clientID) continue
      const { name, colour } = read.data.user
      for (const id of read.data.inHand) held.set(id, this.#same(id, { name, colour }))
    }
    if (held.size === 0 && this.#held.size === 0) return
    this.#held = held
    for (const listener of this.#listeners) listener()
  }

  /** Keeps an unchanged hand's identity, so that its note does not render again. */
  #same(id: string, hand: Hand): Hand {
    const before = this.#held.get(id)
    return before?.name === hand.name && before.colour === hand.colour ? before : hand
  }
}

export const HandsContext = createContext<Hands | null>(null)

export function useHand(id: IdeaId): Hand | undefined {
  const hands = use(HandsContext)
  return useSyncExternalStore(hands?.subscribe ?? noHands, () => hands?.of(id))
}

function noHands(): () => void {
  return () => {}
}
