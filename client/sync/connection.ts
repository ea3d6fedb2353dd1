import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { CloseReason } from '../../shared/sync/close'
import { closeReasons } from '../../shared/sync/close'
import { frameType, schemaVersion } from '../../shared/sync/frames'
import { countingSocket } from './counting-socket'
import type { LocalCopy } from './local-copy'
import type { RoomSaving } from './saved-status'
import { wordsOf } from './unaccepted-words'
import { UnsavedEdits } from './unsaved-edits'

export interface ConnectionOptions {
  /** Base address of the sockets, for example `wss://host/sync`. */
  readonly address: string
  /** Room name. */
  readonly name: string
  /** Undefined when not known yet; the server then takes the client as current. */
  readonly epoch: number | undefined
  readonly socket?: typeof WebSocket
  /** Opens the copy on this device; absent where nothing is kept. */
  readonly openCopy?: (doc: Y.Doc) => Promise<LocalCopy | undefined>
  /** The saving state may have changed. */
  readonly changed: () => void
  /** The server closed for good. */
  readonly ended: (reason: CloseReason, detail: string | undefined) => void
}

const jitterMs = 3_000
const keepUnsavedEveryMs = 1_000
const copyWaitMs = 4_000

/** One document, its socket and its copy on this device. Made once, connected and disconnected by its owner. */
export class RoomConnection {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly awareness: Awareness
  /** First sync with the server, or the device's own copy while the server cannot be reached. */
  readonly ready: Promise<void>
  readonly #options: ConnectionOptions
  readonly #provider: WebsocketProvider
  readonly #unsaved = new UnsavedEdits()
  readonly #copy: Promise<LocalCopy | undefined>
  #takenUp: Promise<void> | undefined
  #online = false
  #opening = true
  #offlineSinceMs: number | undefined = Date.now()
  #paused = false
  #wanted = false
  #refusal: string | undefined
  #keepTimer: ReturnType<typeof setTimeout> | undefined

  constructor(options: ConnectionOptions) {
    this.name = options.name
    this.#options = options
    this.#provider = new WebsocketProvider(options.address, options.name, this.doc, {
      connect: false,
      disableBc: true,
      params: { schema: String(schemaVersion), ...(options.epoch === undefined ? {} : { epoch: String(options.epoch) }) },
      WebSocketPolyfill: countingSocket(options.socket ?? WebSocket, (frame) => this.#unsaved.frameSent(frame)),
    })
    this.awareness = this.#provider.awareness
    this.#copy = options.openCopy?.(this.doc) ?? Promise.resolve(undefined)
    // The provider's own listener was added first, so an edit's frame has left before it is noted here.
    this.doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin !== this.#provider) this.#follow(update, transaction)
    })
    this.#listen()
    this.ready = this.#firstContent()
  }

  /** Connects once the device's copy is in, so that it goes out with the first sync. */
  connect(): void {
    if (this.#wanted) return
    this.#wanted = true
    this.#takenUp ??= this.#takeUpCopy()
    void this.#takenUp.then(() => {
      if (this.#wanted) this.#provider.connect()
    })
  }

  disconnect(): void {
    this.#wanted = false
    this.#provider.disconnect()
  }

  /** Tries at once instead of waiting for the next attempt. */
  retryNow(): void {
    if (this.#wanted && !this.#online) this.#provider.connect()
  }

  /** Lets the socket go and tries again; a network that is gone shows at once. */
  probe(): void {
    if (!this.#wanted) return
    this.#provider.disconnect()
    this.#provider.connect()
  }

  /** Stops for good; the document stays readable. */
  destroy(): void {
    clearTimeout(this.#keepTimer)
    this.disconnect()
    this.#provider.destroy()
    void this.#copy.then((copy) => copy?.close())
  }

  /** Stops for good and removes the copy from this device. */
  async forget(): Promise<void> {
    this.destroy()
    await (await this.#copy)?.wipe()
  }

  get saving(): RoomSaving {
    return {
      online: this.#online,
      opening: this.#opening,
      offlineSinceMs: this.#offlineSinceMs,
      paused: this.#paused,
      unsaved: this.#unsaved.count,
      unsavedSinceMs: this.#unsaved.sinceMs,
    }
  }

  /** The words of the edits that were never acknowledged. */
  unsavedWords(): readonly string[] {
    const update = this.#unsaved.merged()
    return update ? wordsOf(this.doc, update) : []
  }

  /** The document as this device has it, as one update. */
  replica(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }

  #follow(update: Uint8Array, { local }: Y.Transaction): void {
    if (!local) {
      this.#unsaved.passedOver()
      return
    }
    this.#unsaved.edited(update, Date.now())
    this.#keepSoon()
    this.#options.changed()
  }

  #listen(): void {
    const provider = this.#provider
    provider.messageHandlers[frameType.saved] = (_encoder, decoder) => {
      this.#unsaved.saved(decoding.readVarUint(decoder))
      this.#paused = false
      this.#keepSoon()
      this.#options.changed()
    }
    provider.messageHandlers[frameType.refused] = (_encoder, decoder) => {
      decoding.readVarString(decoder)
      this.#refusal = decoding.readVarString(decoder)
    }
    provider.on('sync', (synced: boolean) => {
      this.#online = synced
      if (synced) this.#opening = false
      this.#offlineSinceMs = synced ? undefined : Date.now()
      if (synced) this.#paused = false
      this.#options.changed()
    })
    provider.on('connection-close', (event: CloseEvent | null) => {
      // The provider waits min(2^n x 100 ms, maxBackoffTime): a large n leaves our own jitter, so that a room full
      // of people does not come back in the same instant.
      provider.wsUnsuccessfulReconnects = 30
      provider.maxBackoffTime = Math.random() * jitterMs
      this.#unsaved.disconnected()
      this.#online = false
      this.#offlineSinceMs ??= Date.now()
      this.#paused = event?.code === closeReasons.later.code
      this.#options.changed()
    })
    provider.on('closed', ({ code }: { code: number }) => {
      this.#wanted = false
      this.#options.ended(reasonOf(code), this.#refusal)
    })
  }

  async #takeUpCopy(): Promise<void> {
    const copy = await this.#copy
    if (!copy) return
    const [, leftOver] = await Promise.all([copy.loaded, copy.leftOver])
    if (!leftOver) return
    this.#unsaved.restore(leftOver, Date.now())
    this.#options.changed()
  }

  async #firstContent(): Promise<void> {
    const synced = new Promise<void>((resolve) => this.#provider.once('sync', () => resolve()))
    const copy = await this.#copy
    if (!copy || !(await copy.loaded)) return synced
    await Promise.race([synced, new Promise((resolve) => setTimeout(resolve, copyWaitMs))])
  }

  #keepSoon(): void {
    this.#keepTimer ??= setTimeout(() => {
      this.#keepTimer = undefined
      void this.#copy.then((copy) => copy?.keepUnsaved(this.#unsaved.merged()))
    }, keepUnsavedEveryMs)
  }
}

/** What a final close code means; one we do not know ends the connection without touching the replica. */
function reasonOf(code: number): CloseReason {
  const known: readonly CloseReason[] = Object.values(closeReasons)
  return known.find((reason) => reason.code === code) ?? { code, retry: false, fresh: false, message: 'The server ended the connection.' }
}
