import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { ParticipantId } from '../../shared/access/actor'
import { type CloseName, closeReasons } from '../../shared/sync/close'
import { frameType, syncType } from '../../shared/sync/frames'
import { limits } from '../../shared/sync/limits'
import type { Refusal } from './gate'
import { TokenBucket } from './rate'
import { refusedFrame, savedFrame, wireFrame } from './send'

const retryMs = 20
/** Frames beyond the rate that may wait before the connection is cut. */
const maxPostponed = 2_000

let lastNumber = 0

/** Whose socket it is. */
export interface Bearer {
  readonly participantId: ParticipantId
  readonly device: string
  /** Its page is older than our documents' schema. */
  readonly isOutdated: boolean
}

/** One socket of one participant on one room: its limits, its counts, its end. */
export class Session {
  readonly id = `s${++lastNumber}`
  readonly participantId: ParticipantId
  readonly device: string
  /** True for a client whose documents' schema is older than ours: it may read only. */
  readonly isOutdated: boolean
  /** Client ids that this connection has shown in awareness. */
  readonly awarenessClients = new Set<number>()
  readonly awareness = new TokenBucket(limits.awarenessPerSecond, limits.awarenessPerSecond)
  hasSynced = false
  /** Whether its SyncStep1 was answered; from then on it gets every update. */
  isFollowing = false
  readonly #answers = new TokenBucket(limits.answersPerSecond, limits.answersBurst)
  readonly #frames = new TokenBucket(limits.updatesPerSecond, limits.updatesBurst)
  readonly #bytes = new TokenBucket(limits.updateBytesPerSecond, limits.updateBytesBurst)
  /** Messages that arrived while the room was not to be touched, in order. */
  #postponed: Uint8Array[] = []
  #postponedBytes = 0
  #retry: NodeJS.Timeout | undefined
  /** Updates that came before this connection's SyncStep2. */
  #heldBack: Uint8Array[] = []
  #heldBackBytes = 0
  readonly #socket: WebSocket
  /** Below the socket: takes frames that are encoded already. */
  readonly #line: Duplex
  /** SyncStep2 and Update frames taken in so far, in order. */
  #received = 0
  #durable = 0
  #toldDurable = 0
  #question: 'none' | 'asked' | 'answered' = 'none'
  #slowSinceMs: number | undefined
  #aliveAtMs = performance.now()

  constructor(socket: WebSocket, line: Duplex, { participantId, device, isOutdated }: Bearer) {
    this.#socket = socket
    this.#line = line
    this.participantId = participantId
    this.device = device
    this.isOutdated = isOutdated
    socket.on('pong', () => this.heard())
  }

  get hasPostponed(): boolean {
    return this.#postponed.length > 0
  }

  /**
   * Takes the message from the session's rate, if it is within; the first sync may be one large frame.
   * Who does not read what was answered is not answered more.
   */
  hasRate(message: Uint8Array): boolean {
    if (this.queuedBytes > limits.slowReaderBytes) return false
    if (message[0] !== frameType.sync) return true
    if (message[1] === syncType.step1) return this.#answers.take()
    if (!this.hasSynced) return true
    return this.#frames.take() && this.#bytes.take(Math.min(message.byteLength, limits.updateBytesBurst))
  }

  /** Keeps a message for later; false when the client sends far more than can be taken. */
  postpone(message: Uint8Array): boolean {
    this.#postponed.push(message)
    this.#postponedBytes += message.byteLength
    return this.#postponedBytes <= 2 * limits.messageBytes && this.#postponed.length <= maxPostponed
  }

  /** Puts messages off that came before all that were postponed. */
  putBack(messages: readonly Uint8Array[]): void {
    this.#postponed.unshift(...messages)
    for (const message of messages) this.#postponedBytes += message.byteLength
  }

  /** The next postponed message that the rate allows. */
  nextPostponed(): Uint8Array | undefined {
    const message = this.#postponed[0]
    if (!message || !this.hasRate(message)) return undefined
    this.#postponed.shift()
    this.#postponedBytes -= message.byteLength
    return message
  }

  tryLater(again: () => void): void {
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined
      again()
    }, retryMs)
  }

  /** Keeps an update until this connection's SyncStep2 is in; false when there are too many. */
  holdBack(update: Uint8Array): boolean {
    this.#heldBack.push(update)
    this.#heldBackBytes += update.byteLength
    return this.#heldBackBytes <= limits.firstSyncBytes
  }

  takeHeldBack(): readonly Uint8Array[] {
    const held = this.#heldBack
    this.#heldBack = []
    return held
  }

  /** Counts SyncStep2 or Update frames; returns how many there have been. */
  countFrames(frames = 1): number {
    this.#received += frames
    return this.#received
  }

  /** Something before an update is missing. A second time after it was asked for is not an accident. */
  missing(): 'ask' | 'wait' | 'refuse' {
    if (this.#question === 'answered') return 'refuse'
    const isNew = this.#question === 'none'
    this.#question = 'asked'
    return isNew ? 'ask' : 'wait'
  }

  /** The client has sent all it has. */
  answered(): void {
    this.hasSynced = true
    if (this.#question === 'asked') this.#question = 'answered'
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  /** Bytes that wait for the line. */
  get queuedBytes(): number {
    return this.#socket.bufferedAmount
  }

  send(message: Uint8Array): void {
    this.write(wireFrame(message))
  }

  /** Sends what was encoded for the line already: one frame, or several as one write. */
  write(frames: Buffer): void {
    if (this.isOpen) this.#line.write(frames)
  }

  /** So many of its frames are durable; the client hears it with the next `saved`. */
  markDurable(count: number): void {
    this.#durable = Math.max(this.#durable, count)
  }

  /** The frame that tells the client how many of its frames are durable; undefined when it knows. */
  takeSaved(): Buffer | undefined {
    if (this.#durable <= this.#toldDurable) return undefined
    this.#toldDurable = this.#durable
    return wireFrame(savedFrame(this.#durable))
  }

  /** Says what is durable and why an update was not taken, then closes. */
  refuse({ reason, code, detail }: Refusal): void {
    const saved = this.takeSaved()
    if (saved) this.write(saved)
    this.end(reason, code, detail)
  }

  /** Says why, then closes. */
  end(reason: CloseName, code: string, detail: string = closeReasons[reason].message): void {
    this.send(refusedFrame(code, detail))
    this.close(reason)
  }

  close(reason: CloseName): void {
    if (!this.isOpen) return
    this.#socket.close(closeReasons[reason].code, reason)
    // A peer that never answers the closing handshake must not keep its socket.
    setTimeout(() => this.#socket.terminate(), 2_000).unref()
  }

  /** The client gave a sign of life. */
  heard(): void {
    this.#aliveAtMs = performance.now()
  }

  /** Ends a line that is dead; otherwise asks it for a sign of life. False when it has not kept up for too long. */
  checkLine(): boolean {
    const now = performance.now()
    if (this.queuedBytes <= limits.slowReaderBytes) this.#slowSinceMs = undefined
    else this.#slowSinceMs ??= now
    if (now - this.#aliveAtMs > limits.deadAfterMs) this.#socket.terminate()
    else if (this.isOpen) this.#socket.ping()
    return this.#slowSinceMs === undefined || now - this.#slowSinceMs < limits.slowReaderMs
  }
}
