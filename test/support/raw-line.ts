import WebSocket from 'ws'
import * as Y from 'yjs'
import { step1Frame, step2Frame } from '../../server/sync/send'
import { until } from './server'
import type { SyncServer } from './sync-server'

const nothing = new Y.Doc()

/** A socket that says what it is told to, without a provider's manners. */
export class RawLine {
  readonly socket: WebSocket
  readonly received: Uint8Array[] = []
  #closed: number | undefined

  /** @param cookie `seat=<participant>`; without it nobody is signed in */
  constructor(server: SyncServer, room: string, cookie = '', query = '') {
    this.socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${server.workshopId}/${room}${query}`, {
      headers: { origin: 'http://test', cookie },
      perMessageDeflate: false,
    })
    this.socket.on('message', (message: Buffer) => this.received.push(new Uint8Array(message)))
    this.socket.on('close', (code) => {
      this.#closed = code
    })
    this.socket.on('error', () => undefined) // a refused upgrade; its close tells
  }

  /** The close code, once it is closed. */
  get closed(): number | undefined {
    return this.#closed
  }

  async opened(): Promise<void> {
    await until(() => this.socket.readyState !== WebSocket.CONNECTING, 'the socket to open')
  }

  send(...messages: readonly Uint8Array[]): void {
    for (const message of messages) if (this.socket.readyState === WebSocket.OPEN) this.socket.send(message)
  }

  /** Asks for everything, and says that it has nothing. */
  greet(): void {
    this.send(step1Frame(nothing), step2Frame(nothing, Uint8Array.of(0)))
  }

  /** Whether a frame of this kind has come. */
  has(...head: readonly number[]): boolean {
    return this.received.some((message) => head.every((byte, i) => message[i] === byte))
  }

  end(): void {
    this.socket.terminate()
  }
}
