import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import { syncType } from '../../../../shared/sync/frames'
import type { Room, Seat } from '../servers/server'
import { FrameCache } from './frame-cache'
import { askAll, type Frame, readFrame, syncFrame } from './frames'

/** What a line tells its owner. */
export interface LineEvents {
  frame?(frame: Frame, bytes: number): void
  /** So many of this line's updates are on disk. */
  saved?(count: number): void
  /** So many of this line's updates were taken in. */
  taken?(count: number): void
  closed?(code: number): void
}

const nothing = Uint8Array.of(0, 0)
const caches = new WeakMap<Room, FrameCache<ReturnType<typeof read>>>()

/** All zeros: masking is work for the load alone. */
const generateMask = () => {}

/** One socket that speaks y-protocols without holding a document. */
export class Line {
  readonly #socket: WebSocket
  readonly #room: Room
  /** Resolves when the server has answered the first sync. */
  readonly synced: Promise<void>

  constructor(room: Room, seat: Seat, events: LineEvents, whole: Uint8Array = nothing) {
    this.#room = room
    this.#socket = new WebSocket(seat.url, { headers: { ...seat.headers }, perMessageDeflate: false, maxPayload: 0, generateMask })
    const cache = caches.get(room) ?? new FrameCache((message: Uint8Array) => read(room, message))
    caches.set(room, cache)
    let taken = 0
    this.synced = new Promise((resolve, reject) => {
      this.#socket.on('error', reject)
      this.#socket.on('close', (code) => {
        events.closed?.(code)
        reject(new Error(`closed with ${code}`))
      })
      this.#socket.on('open', () => {
        if (room.greeting) this.#socket.send(room.greeting)
        this.send(askAll)
      })
      this.#socket.on('message', (message: Buffer) => {
        const incoming = cache.get(message)
        if (!incoming) return
        if ('saved' in incoming) return events.saved?.(incoming.saved)
        if ('taken' in incoming) return events.taken?.(++taken)
        if (incoming.kind === 'step1') this.send(syncFrame(syncType.step2, whole))
        events.frame?.(incoming, message.length)
        if (incoming.kind === 'step2') resolve()
      })
    })
    // A line that is cut later has nobody waiting for its first sync.
    this.synced.catch(() => {})
  }

  get opened(): Promise<void> {
    return new Promise((resolve) => this.#socket.once('open', () => resolve()))
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  send(frame: Uint8Array): void {
    if (this.isOpen) this.#socket.send(this.#room.wrap(frame))
  }

  /** Writes bytes below the message layer. */
  sendBytes(bytes: Uint8Array): void {
    // ws keeps its TCP socket there; only an attack reaches for it.
    const { _socket: tcp } = this.#socket as unknown as { _socket: Socket }
    if (this.isOpen) tcp.write(bytes)
  }

  /** Stops reading, as a phone without reception would. */
  stopReading(): void {
    this.#socket.pause()
  }

  leave(): void {
    this.#socket.terminate()
  }
}

function read(room: Room, message: Uint8Array) {
  const incoming = room.unwrap(message)
  return incoming && 'frame' in incoming ? readFrame(incoming.frame) : incoming
}
