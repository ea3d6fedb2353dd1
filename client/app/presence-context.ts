import { createContext } from 'react'
import type { Awareness } from 'y-protocols/awareness'

/** Awareness of `record`: who is connected and on which step. */
export const PresenceContext = createContext<Awareness | null>(null)
