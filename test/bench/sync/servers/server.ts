import type { PinnedProcess } from './pinned-process'

/** What scenarios know of a server: how to run it, and how to take part in its rooms. */
export interface BenchServer {
  readonly name: ServerName
  /** Whether it holds documents, so that a newcomer can be brought up to date. */
  readonly holdsDocuments: boolean
  /** Whether documents are meant to survive the end of the process. */
  readonly keepsDocuments: boolean
  /** Its process: start, stop, kill, restart, what it costs. */
  readonly process: PinnedProcess
  /** A fresh room and a seat for each person. */
  openRoom(people: number): Promise<Room>
}

export const serverNames = ['convene', 'hocuspocus', 'y-websocket', 'y-leveldb', 'relay'] as const
export type ServerName = (typeof serverNames)[number]

/** One document and those who may write it. */
export interface Room {
  readonly seats: readonly Seat[]
  /** Sent first on each socket. */
  readonly greeting: Uint8Array | undefined
  /** A frame of y-protocols as this server wants it. */
  wrap(frame: Uint8Array): Uint8Array
  /** A message of this server as a frame of y-protocols; `ack` counts of the sender's updates are taken. */
  unwrap(message: Uint8Array): Incoming
}

export interface Seat {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Who the server says writes here. */
  readonly authorId: string
}

/** A sync or awareness frame, an acknowledgement of one update or of so many, or nothing of interest. */
export type Incoming = { readonly frame: Uint8Array } | { readonly saved: number } | { readonly taken: true } | undefined

/** What a scenario asks of a server's start. */
export interface StartOptions {
  /** Lifts the rates that protect a room from one client; a closed loop is far beyond them. */
  readonly liftRates?: boolean
  /** Lets `heapBytes` be asked. */
  readonly withHeap?: boolean
}

let lastRoom = 0
/** Fresh names for rooms of servers that take any. */
export const roomNames = { next: () => `room-${++lastRoom}` }

/** A room of a server that speaks y-protocols as they are and asks nobody who they are. */
export function plainRoom(origin: string, people: number): Room {
  const seat = { url: `${origin.replace(/^http/, 'ws')}/${roomNames.next()}`, headers: {}, authorId: 'p_bench' }
  return { seats: Array(people).fill(seat), greeting: undefined, wrap: (frame) => frame, unwrap: (message) => ({ frame: message }) }
}
