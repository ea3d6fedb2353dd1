import type { RoomRef } from '../sync/room-name'
import { type Actor, atLeast } from './actor'

/** What somebody may do with a document just now. */
export type RoomRight = 'write' | 'read' | 'none'

/** A wording's state, as far as rights depend on it. */
export type DraftState = 'open' | 'locked' | 'adopted' | 'retired'

/** What the record says that rights depend on. */
export interface RightsState {
  readonly lockedTools: ReadonlySet<string>
  /** Undefined when there is no such draft. */
  draftState(draftId: string): DraftState | undefined
  /** The only people who may write in a draft, whatever their role above observer; undefined where it is all who contribute. */
  draftWriters?(draftId: string): readonly string[] | undefined
  /** Whether observers may comment in this workshop. */
  readonly observersComment?: boolean
}

/** The tool whose lock covers the wordings' documents. */
const draftsTool = 'drafts'

/**
 * The right of an admitted participant on one document. Source: HOUSE section 3, THREATS section 7.
 *
 * `board` is answered as a whole; a locked root of it is refused at the gate.
 */
export function roomRight(actor: Actor, ref: RoomRef, state: RightsState): RoomRight {
  if (actor.workshopId !== ref.workshopId) return 'none'
  const contributes = atLeast(actor.role, 'contributor')
  switch (ref.zone) {
    case 'record':
      return 'read'
    case 'board':
      return contributes ? 'write' : 'read'
    case 'private':
      return contributes && ref.id === actor.id ? 'write' : 'none'
    case 'draft': {
      const draft = state.draftState(ref.id)
      if (!draft) return 'none'
      const writers = state.draftWriters?.(ref.id)
      const writes = writers ? atLeast(actor.role, 'voter') && writers.includes(actor.id) : contributes
      return writes && draft === 'open' && !state.lockedTools.has(draftsTool) ? 'write' : 'read'
    }
    case 'comments': {
      if (!state.draftState(ref.id)) return 'none'
      return atLeast(actor.role, 'voter') || state.observersComment ? 'write' : 'read'
    }
  }
}

/** Whether a read-only answer is due to a lock rather than to the person's role. */
export function isLockedFor(actor: Actor, ref: RoomRef): boolean {
  return ref.zone === 'draft' && atLeast(actor.role, 'contributor')
}
