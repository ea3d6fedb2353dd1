import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

/** One connected document. */
export interface RoomHandle {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Resolves once the first sync with the server (or the device's own copy, when offline) is in. */
  readonly ready: Promise<void>
  close(): void
}
