import type { Room, Seat } from '../servers/server'
import { spansIn } from './frames'
import { Line } from './line'

/** How far each writer's history goes in a whole document. */
export type Whole = ReadonlyMap<number, number>

/** Somebody who wants the document and stays until they leave. */
export interface Newcomer {
  /** Milliseconds from dialling until the document was there whole, however many frames it took. */
  readonly arrived: Promise<number>
  readonly leave: () => void
}

const patienceMs = 60_000

/** Comes into a room; a server's own word that it has synced does not count, since some say so before they have loaded. */
export function comeIn(room: Room, seat: Seat, whole: Whole): Newcomer {
  const dialledMs = performance.now()
  const missing = new Map(whole)
  let leave = () => {}
  const arrived = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`${missing.size} histories are still missing`)), patienceMs).unref()
    const line = new Line(room, seat, {
      frame: (frame) => {
        const nowMs = performance.now()
        if (frame.kind !== 'update' && frame.kind !== 'step2') return
        for (const { client, to } of spansIn(frame)) if (to >= (missing.get(client) ?? Number.POSITIVE_INFINITY)) missing.delete(client)
        if (missing.size === 0) resolve(nowMs - dialledMs)
      },
      closed: (code) => reject(new Error(`closed with ${code}`)),
    })
    leave = () => line.leave()
  })
  arrived.catch(() => {})
  return { arrived, leave }
}
