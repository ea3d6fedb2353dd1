import { createContext, use } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Actor } from '../../shared/access/actor'
import type { RoomHandle } from '../sync/room-handle'

/** The workshop a person is in: who they are, its documents, the server's clock. */
export interface WorkshopSession {
  /** Present role included; changes when the host promotes or demotes. */
  readonly actor: Actor
  readonly name: string
  readonly record: Y.Doc
  readonly board: Y.Doc
  /** Awareness of the board: cursors, notes in hand. The server stamps `user: {id, name, colour}` into every state. */
  readonly awareness: Awareness
  /** The workshop's title as it is now. */
  readonly title: string
  /** The server's documents are newer than this page: it may read them and must not write. */
  readonly outdated?: boolean
  /** Milliseconds since the epoch by the server's clock. */
  serverNow(): number
  /** Opens a draft, comments or private document while a screen shows it; `close` gives it back. */
  openRoom(zone: 'draft' | 'comments' | 'private', id: string): RoomHandle
}

export const WorkshopContext = createContext<WorkshopSession | null>(null)

/** @throws Error outside a workshop */
export function useWorkshop(): WorkshopSession {
  const session = use(WorkshopContext)
  if (!session) throw new Error('useWorkshop outside a workshop')
  return session
}
