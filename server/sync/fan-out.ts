import * as Y from 'yjs'
import { updateFrame } from './send'
import type { Session } from './session'

/** A durable update and who wrote it; undefined for the server. */
export interface Durable {
  readonly update: Uint8Array
  readonly from: Session | undefined
}

/**
 * Sends the durable updates of one commit to everybody whose first sync was answered, as one message encoded once.
 *
 * A sole writer is spared its own words; with several writers each gets them back, which changes nothing.
 */
export function fanOut(sessions: Iterable<Session>, durable: readonly Durable[]): void {
  const updates = durable.filter(({ update }) => update.byteLength > 0)
  const first = updates[0]
  if (!first) return
  const soleWriter = updates.every(({ from }) => from === first.from) ? first.from : undefined
  const frame = updateFrame(updates.length === 1 ? first.update : Y.mergeUpdates(updates.map(({ update }) => update)))
  for (const session of sessions) if (session.isFollowing && session !== soleWriter) session.send(frame)
}

/** Sends one encoded message to everybody but its source. */
export function forward(sessions: Iterable<Session>, frame: Uint8Array, source: Session | undefined): void {
  for (const session of sessions) if (session !== source) session.send(frame)
}
