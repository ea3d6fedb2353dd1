import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

/** Somebody whose caret is in the text. */
export interface Writer {
  readonly id: string
  readonly name: string
  readonly colour: number
}

/** The server stamps `user` into every state; the editor keeps `cursor` there while it has the focus. */
const WriterState = z.object({
  user: z.object({ id: z.string(), name: z.string(), colour: z.number() }),
  cursor: z.looseObject({}),
})

const nobody: readonly Writer[] = []

/** Everybody whose caret is in the text now, each person once. */
export function useWriters(awareness: Awareness | undefined): readonly Writer[] {
  const last = useRef(nobody)
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness?.on('change', listener)
      return () => awareness?.off('change', listener)
    },
    [awareness],
  )
  return useSyncExternalStore(subscribe, () => {
    const writers = awareness ? readWriters(awareness) : nobody
    if (JSON.stringify(writers) !== JSON.stringify(last.current)) last.current = writers
    return last.current
  })
}

function readWriters(awareness: Awareness): readonly Writer[] {
  const writers = new Map<string, Writer>()
  for (const state of awareness.getStates().values()) {
    const read = WriterState.safeParse(state)
    if (read.success) writers.set(read.data.user.id, read.data.user)
  }
  return [...writers.values()]
}

/** For example `3 people are editing`; undefined while nobody is. */
export function writersInWords(writers: readonly Writer[], ownId: string): string | undefined {
  const [only] = writers
  if (!only) return undefined
  if (writers.length > 1) return `${writers.length} people are editing`
  return only.id === ownId ? 'Only you are editing' : `${only.name} is editing`
}
