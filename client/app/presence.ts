import { use, useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'
import { PresenceContext } from './presence-context'

/** Where a person is just now. */
export interface Presence {
  /** Step, or `log` / `document`. */
  readonly stepId: string | undefined
  readonly state: 'here' | 'away'
}

const PresenceState = z.object({
  user: z.object({ id: z.string() }),
  stepId: z.string().max(64).optional(),
  away: z.boolean().optional(),
})

/** Who is connected now, by participant; several devices of one person count once, the most awake one. */
export function usePresence(): ReadonlyMap<string, Presence> {
  const awareness = use(PresenceContext)
  const version = useAwarenessVersion(awareness)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the awareness' content
  return useMemo(() => (awareness ? readPresence(awareness) : new Map()), [awareness, version])
}

function readPresence(awareness: Awareness): ReadonlyMap<string, Presence> {
  const people = new Map<string, Presence>()
  for (const state of awareness.getStates().values()) {
    const read = PresenceState.safeParse(state)
    if (!read.success) continue
    const { user, stepId, away } = read.data
    if (people.get(user.id)?.state !== 'here') people.set(user.id, { stepId, state: away ? 'away' : 'here' })
  }
  return people
}

const versions = new WeakMap<Awareness, number>()

function useAwarenessVersion(awareness: Awareness | null): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      function changed() {
        if (!awareness) return
        versions.set(awareness, (versions.get(awareness) ?? 0) + 1)
        listener()
      }
      awareness?.on('change', changed)
      return () => awareness?.off('change', changed)
    },
    [awareness],
  )
  return useSyncExternalStore(subscribe, () => (awareness ? (versions.get(awareness) ?? 0) : 0))
}
