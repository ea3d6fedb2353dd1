/** What the bar says about a person's work. */
export type SavedStatus =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** The connection is gone for a moment. */
  | { readonly state: 'reconnecting' }
  | { readonly state: 'offline'; readonly changes: number }
  /** Connected, but the server cannot store just now. */
  | { readonly state: 'paused'; readonly changes: number }
  /** The server refused words that are still kept in the panel. */
  | { readonly state: 'refused' }

/** One open document, as far as saving goes. */
export interface RoomSaving {
  readonly online: boolean
  /** Not connected for the first time yet; that alone is no trouble. */
  readonly opening: boolean
  /** When the connection was lost, or first sought; undefined while online. */
  readonly offlineSinceMs: number | undefined
  /** The server said it cannot save. */
  readonly paused: boolean
  readonly unsaved: number
  readonly unsavedSinceMs: number | undefined
}

/** Shorter losses of the connection are not worth a word about being offline. */
export const reconnectingMs = 3_000
/** An acknowledgement that takes longer than this means that saving stands still. */
export const stuckMs = 10_000

/** One status for all open documents; the worst counts, and `saved` only when every edit is acknowledged. */
export function savedStatus(rooms: readonly RoomSaving[], refusals: number, nowMs: number): SavedStatus {
  const changes = rooms.reduce((sum, room) => sum + room.unsaved, 0)
  if (refusals > 0) return { state: 'refused' }
  if (rooms.some((room) => room.paused)) return { state: 'paused', changes }
  const offline = rooms.filter((room) => !room.online && !(room.opening && nowMs - (room.offlineSinceMs ?? nowMs) < reconnectingMs))
  if (offline.length > 0) {
    const longest = Math.max(...offline.map(({ offlineSinceMs }) => nowMs - (offlineSinceMs ?? nowMs)))
    return longest < reconnectingMs ? { state: 'reconnecting' } : { state: 'offline', changes }
  }
  if (changes === 0) return { state: 'saved' }
  const waiting = Math.max(...rooms.map(({ unsavedSinceMs }) => (unsavedSinceMs === undefined ? 0 : nowMs - unsavedSinceMs)))
  return waiting > stuckMs ? { state: 'paused', changes } : { state: 'saving' }
}

/** The status in words. Source: DESIGN, section 4. */
export function savedWords(status: SavedStatus): string {
  switch (status.state) {
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'reconnecting':
      return 'Reconnecting…'
    case 'offline':
      return status.changes === 0 ? 'Offline' : `Offline, ${changeWords(status.changes)} kept`
    case 'paused':
      return 'Saving paused'
    case 'refused':
      return 'Not saved'
  }
}

/** `1 change`, `3 changes`. */
export function changeWords(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`
}
