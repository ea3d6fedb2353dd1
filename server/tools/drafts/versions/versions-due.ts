import type { ParticipantId } from '../../../../shared/access/actor'
import { limits } from '../../../../shared/sync/limits'
import { parseRoomName, type RoomName } from '../../../../shared/sync/room-name'
import type { ServerContext } from '../../server-tool'
import { roomsToLookAt } from './versions-ledger'

/** Who has written since the last version, and when it is due. */
interface Waiting {
  /** Whether all who wrote have been heard; not what was written before the server started. */
  readonly isWhole: boolean
  readonly sinceMs: number
  lastMs: number
  readonly writers: Set<ParticipantId>
}

/** The people heard writing since the last version, those included who only deleted. */
export interface Heard {
  readonly people: readonly ParticipantId[]
  /** False when others may have written before the server started. */
  readonly isWhole: boolean
}

/** When the server takes versions by itself. */
export interface VersionsDue {
  /** Told after every commit. */
  committed(room: RoomName, senders: readonly ParticipantId[]): void
  /** After boot: looks at what was written and not looked at before the server stopped. */
  resume(): Promise<void>
  /** Who has written in a document since its last version. */
  writersOf(room: RoomName): Heard
  /** A version was taken. */
  taken(room: RoomName): void
}

/** A restart must not look at every document of the house at once. */
const apartMs = 50

/** Calls `take` for each wording that was changed and has rested, or was written in for long enough. */
export function createVersionsDue(context: ServerContext, take: (room: RoomName) => Promise<void>): VersionsDue {
  const { now, at, db } = context
  const waiting = new Map<RoomName, Waiting>()

  function dueMs({ sinceMs, lastMs }: Waiting): number {
    return Math.max(sinceMs, Math.min(lastMs + limits.versionRestMs, sinceMs + limits.versionEveryMs))
  }

  function wait(room: RoomName, changed: Waiting): void {
    waiting.set(room, changed)
    at(dueMs(changed), () => look(room))
  }

  async function look(room: RoomName): Promise<void> {
    const changed = waiting.get(room)
    if (!changed) return
    if (now() < dueMs(changed)) {
      at(dueMs(changed), () => look(room))
      return
    }
    try {
      await take(room)
    } catch (cause) {
      // The store may be full or away: the words are in the document, and the next rest tries again.
      if (waiting.get(room) === changed) wait(room, { ...changed, sinceMs: now(), lastMs: now() })
      throw cause
    }
  }

  return {
    committed(room, senders) {
      if (parseRoomName(room)?.zone !== 'draft') return
      const changed = waiting.get(room)
      if (changed) {
        changed.lastMs = now()
        for (const sender of senders) changed.writers.add(sender)
      } else wait(room, { isWhole: true, sinceMs: now(), lastMs: now(), writers: new Set(senders) })
    },
    async resume() {
      const rooms = await roomsToLookAt(db)
      for (const [index, room] of rooms.entries()) {
        const atMs = now() + index * apartMs
        wait(room, { isWhole: false, sinceMs: atMs, lastMs: atMs, writers: new Set() })
      }
    },
    writersOf(room) {
      const { writers = [], isWhole = true } = waiting.get(room) ?? {}
      return { people: [...writers], isWhole }
    },
    taken: (room) => void waiting.delete(room),
  }
}
