import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { ClientState, WorkshopClient } from '../../sync/workshop-client'

/** The connection side of the workshop, for the shell alone; tools see `useWorkshop`. */
export const ClientContext = createContext<WorkshopClient | null>(null)

/** @throws Error outside a workshop */
export function useClient(): WorkshopClient {
  const client = use(ClientContext)
  if (!client) throw new Error('useClient outside a workshop')
  return client
}

/** One part of the connection's state; renders again only when that part changed. */
export function useClientState<Part>(pick: (state: ClientState) => Part): Part {
  const client = useClient()
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client])
  return useSyncExternalStore(subscribe, () => pick(client.state()))
}
