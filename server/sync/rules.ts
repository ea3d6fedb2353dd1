import type * as Y from 'yjs'
import type { Actor } from '../../shared/access/actor'
import type { RoomRight } from '../../shared/access/room-rights'
import type { CloseName } from '../../shared/sync/close'
import type { RoomRef } from '../../shared/sync/room-name'
import type { AnyCollection, TouchedRecord } from '../../shared/tools/tool'

/** Somebody as the record shows them now. */
export interface Person {
  readonly actor: Actor
  readonly name: string
  /** 1-8. */
  readonly colour: number
}

/** What a root of a document holds, for the gate. */
export type RootRule =
  | { readonly kind: 'records'; readonly collection: AnyCollection; readonly tool?: string }
  /** Rich text. */
  | { readonly kind: 'text' }

/** An answer with the reason, where it is less than `write`. */
export interface Access {
  readonly right: RoomRight
  /** What to close with when somebody writes all the same. */
  readonly refusal: CloseName
}

/** What the composition root hands in, so that rooms need to know no tool. Every question is asked anew for each frame. */
export interface RoomRules {
  /** Undefined when the participant was removed or never admitted. */
  person(workshopId: string, participantId: string): Person | undefined
  access(ref: RoomRef, actor: Actor): Access
  roots(ref: RoomRef): ReadonlyMap<string, RootRule>
  isLocked(ref: RoomRef, root: string): boolean
  /** Refuses a change that a tool's rules forbid: a sentence for the person, or undefined when it is fine. */
  check(ref: RoomRef, actor: Actor, touched: readonly TouchedRecord[], doc: Y.Doc): string | undefined
}
