import { createContext, useContext } from 'react'
import type { Knock } from '../../../shared/workshop/door-contract'

/** Who stands at the door, as facilitators know it; nobody for everybody else. */
export const KnocksContext = createContext<readonly Knock[]>([])

/** Those at the door who wait for an answer. */
export function useWaiting(): readonly Knock[] {
  return useContext(KnocksContext).filter(({ state }) => state === 'waiting')
}

/** Those who were turned away and are still at the door. */
export function useTurnedAway(): readonly Knock[] {
  return useContext(KnocksContext).filter(({ state }) => state === 'turned-away')
}
