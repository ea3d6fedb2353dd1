import type { Duplex } from 'node:stream'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Room } from '../../server/sync/room'
import { step1Frame, step2Frame, updateFrame } from '../../server/sync/send'
import { Session } from '../../server/sync/session'
import type { ParticipantId } from '../../shared/access/actor'
import { frameType, syncType } from '../../shared/sync/frames'

/** A session of a real room whose socket is two arrays: what it was sent, and how it ended. */
export class Socketless {
  readonly session: Session
  readonly #room: Room
  readonly #sent: Uint8Array[] = []
  #closed: number | undefined
  #saved = 0

  constructor(room: Room, participantId: ParticipantId) {
    this.#room = room
    const socket = {
      OPEN: 1,
      readyState: 1,
      bufferedAmount: 0,
      on() {},
      ping() {},
      terminate() {},
      close: (code: number) => this.#end(code, socket),
    }
    const line = {
      write: (frames: Buffer) => {
        for (const message of messagesIn(frames)) this.#hear(message)
      },
    }
    // A session uses no more of either than is here.
    this.session = new Session(socket as unknown as WebSocket, line as unknown as Duplex, {
      participantId,
      device: participantId,
      isOutdated: false,
    })
    room.join(this.session)
  }

  /** The close code, once the server has closed. */
  get closed(): number | undefined {
    return this.#closed
  }

  send(message: Uint8Array): void {
    this.#room.receive(this.session, message)
  }

  /** What arrived since the last time somebody asked. */
  take(): readonly Uint8Array[] {
    return this.#sent.splice(0)
  }

  /** How many of its frames the server has told to be saved. */
  get saved(): number {
    return this.#saved
  }

  #hear(message: Uint8Array): void {
    if (message[0] === frameType.saved) this.#saved = decoding.readVarUint(decoding.createDecoder(message.subarray(1)))
    else this.#sent.push(message)
  }

  #end(code: number, socket: { readyState: number }): void {
    this.#closed = code
    socket.readyState = 3
    this.#room.leave(this.session)
  }
}

/** A person's replica on such a session. What it writes and what it is sent both wait until they are let through. */
export class Replica {
  readonly doc = new Y.Doc()
  readonly line: Socketless
  #written: Uint8Array[] = []

  /** @param clientId where a failure must come again with the same seed */
  constructor(room: Room, participantId: ParticipantId, clientId = this.doc.clientID) {
    this.doc.clientID = clientId
    this.line = new Socketless(room, participantId)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#written.push(update)
    })
    this.line.send(step1Frame(this.doc))
    this.line.send(step2Frame(new Y.Doc(), Uint8Array.of(0)))
  }

  /** Sends what was written. */
  push(): void {
    for (const update of this.#written.splice(0)) this.line.send(updateFrame(update))
  }

  /** Takes in what has arrived. */
  pull(): void {
    for (const message of this.line.take()) {
      const decoder = decoding.createDecoder(message)
      if (decoding.readVarUint(decoder) !== frameType.sync || decoding.readVarUint(decoder) === syncType.step1) continue
      Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this)
    }
  }
}

/** What wire frames carry: final, binary and unmasked, as the server writes them. */
function messagesIn(frames: Buffer): Uint8Array[] {
  const messages: Uint8Array[] = []
  for (let at = 0; at < frames.byteLength; ) {
    const short = frames.readUInt8(at + 1) & 0x7f
    const headBytes = short < 126 ? 2 : short === 126 ? 4 : 10
    const length = short < 126 ? short : short === 126 ? frames.readUInt16BE(at + 2) : Number(frames.readBigUInt64BE(at + 2))
    messages.push(new Uint8Array(frames.subarray(at + headBytes, at + headBytes + length)))
    at += headBytes + length
  }
  return messages
}
