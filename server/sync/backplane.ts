import type { RoomName } from '../../shared/sync/room-name'

/** Carries a doorbell between nodes that share one database: "this room has new updates". Never data. */
export interface Backplane {
  ring(room: RoomName): void
  /** Calls `hear` for other nodes' doorbells; returns the way to stop. */
  listen(hear: (room: RoomName) => void): () => void
  close(): Promise<void>
}

/** The backplane of a single node: nobody else to ring. */
export const singleNode: Backplane = {
  ring() {},
  listen: () => () => {},
  close: () => Promise.resolve(),
}
