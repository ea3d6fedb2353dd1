import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { newId } from '../../shared/doc/ids'
import { WorkshopError } from '../../shared/http/problem'
import type { CloseReason } from '../../shared/sync/close'
import { closeReasons } from '../../shared/sync/close'
import { boardRoom, recordRoom } from '../../shared/sync/room-name'
import type { ServerClock } from './clock'
import { RoomConnection } from './connection'
import type { Refusal } from './refusal'
import type { RoomHandle } from './room-handle'
import type { SavedStatus } from './saved-status'
import { savedStatus } from './saved-status'

/** What the server says about a workshop and me; the part that connecting needs. */
export interface WorkshopAnswer {
  readonly workshopId: string
  readonly me: { readonly participantId: string }
  readonly rooms: readonly { readonly name: string; readonly epoch: number }[]
  readonly serverTime: number
}

/** Why the person is no longer in the workshop. */
export interface Departure {
  /** `turned-away`: the seat is there, but the server takes no connection of this page for now. */
  readonly kind: 'signed-out' | 'not-found' | 'turned-away'
  readonly message: string
}

export interface ClientState {
  /** Rises when documents were replaced; what shows them must start anew. */
  readonly generation: number
  readonly record: Y.Doc
  readonly board: Y.Doc
  readonly recordAwareness: Awareness
  readonly boardAwareness: Awareness
  /** Both documents have content. */
  readonly loaded: boolean
  readonly saved: SavedStatus
  readonly refusals: readonly Refusal[]
  readonly departure: Departure | undefined
}

export interface ClientOptions {
  readonly answer: WorkshopAnswer
  readonly address: string
  readonly clock: ServerClock
  /** Asks the server again: new epochs, or that I am out. */
  readonly ask: () => Promise<WorkshopAnswer>
  readonly socket?: typeof WebSocket
  /** What stands in the field that the person is writing in. */
  readonly wordsInField?: () => string
  /** Keeps no copies on this device; for tests. */
  readonly keepNothing?: boolean
}

interface OpenRoom {
  connection: RoomConnection
  holders: number
  closing: ReturnType<typeof setTimeout> | undefined
}

const lingerMs = 3_000
const endsWindowMs = 60_000
const endsInWindow = 8
const statusEveryMs = 1_000
const askAgainMs = 3_000

/** Brings in what keeps copies on this device; begun while the server is asked, it costs nobody a wait. */
export function loadCopies() {
  return import('./local-copy')
}

/** Everything of one workshop that lives while a person is in it: documents, saving, refusals, the way out. */
export class WorkshopClient {
  readonly #options: ClientOptions
  readonly #rooms = new Map<string, OpenRoom>()
  readonly #listeners = new Set<() => void>()
  readonly #roomListeners = new Set<() => void>()
  #answer: WorkshopAnswer
  #state: ClientState
  #endTimes: number[] = []
  #started = false
  #ticker: ReturnType<typeof setInterval> | undefined
  #wordsAtDeparture: readonly string[] | undefined

  constructor(options: ClientOptions) {
    this.#options = options
    this.#answer = options.answer
    const record = this.#open(recordRoom(options.answer.workshopId))
    const board = this.#open(boardRoom(options.answer.workshopId))
    this.#state = {
      generation: 1,
      ...documentsOf(record, board),
      loaded: false,
      saved: { state: 'saved' },
      refusals: [],
      departure: undefined,
    }
    this.#watchLoading(record, board)
  }

  /** The participant under whose name this device keeps things: whoever came in, also when a merge made them somebody else. */
  get owner(): string {
    return this.#options.answer.me.participantId
  }

  /** Connects; may be called again after `stop`. */
  start(): void {
    if (this.#started) return
    this.#started = true
    for (const { connection } of this.#rooms.values()) connection.connect()
    void loadCopies().then(({ mayHoldBack }) => {
      if (mayHoldBack(this.owner)) this.#keptBack(({ takeUp }) => takeUp(this))
    })
    this.#ticker = setInterval(() => this.#refreshStatus(), statusEveryMs)
  }

  stop(): void {
    this.#started = false
    clearInterval(this.#ticker)
    for (const { connection } of this.#rooms.values()) connection.disconnect()
  }

  /** Opens a draft, comments or private document, or joins those who have it open. */
  openRoom(zone: 'draft' | 'comments' | 'private', id: string): RoomHandle {
    const name = `${this.#answer.workshopId}/${zone}/${id}`
    const room = this.#rooms.get(name) ?? this.#openRoom(name)
    room.holders += 1
    clearTimeout(room.closing)
    room.closing = undefined
    let held = true
    const { connection } = room
    return {
      doc: connection.doc,
      awareness: connection.awareness,
      ready: connection.ready,
      close: () => {
        if (held) this.#release(name, connection)
        held = false
      },
    }
  }

  /** The document at `<zone>/<id>`, when it is open. */
  docAt(path: string): Y.Doc | undefined {
    return this.#rooms.get(`${this.#answer.workshopId}/${path}`)?.connection.doc
  }

  /** Every document beside `record` and `board` that is open now. */
  openDrafts(): readonly Y.Doc[] {
    return [...this.#rooms].filter(([name]) => name.split('/')[2]).map(([, { connection }]) => connection.doc)
  }

  /** Calls back when drafts are opened or closed. */
  subscribeRooms(listener: () => void): () => void {
    this.#roomListeners.add(listener)
    return () => this.#roomListeners.delete(listener)
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  state(): ClientState {
    return this.#state
  }

  /** Shows these in place of the ones before; `kept-back` keeps them on this device and lets them go. */
  showRefusals(refusals: readonly Refusal[]): void {
    this.#set({ refusals })
    this.#refreshStatus()
  }

  /** The network came back, or went: look at once. */
  networkChanged(online: boolean): void {
    for (const { connection } of this.#rooms.values()) {
      if (online) connection.retryNow()
      else connection.probe()
    }
  }

  /** All words not acknowledged yet, in every open document. */
  unsavedWords(): readonly string[] {
    return [...this.#rooms.values()].flatMap(({ connection }) => connection.unsavedWords())
  }

  /** What the person loses by leaving: words not acknowledged, and those in a field when first asked, while it is still there. */
  wordsAtDeparture(): readonly string[] {
    this.#wordsAtDeparture ??= this.#withField(this.unsavedWords(), [])
    return this.#wordsAtDeparture
  }

  /** Leaves: nothing of the workshop stays on this device. */
  async forget(): Promise<void> {
    this.stop()
    await Promise.all([...this.#rooms.values()].map(({ connection }) => connection.forget()))
    const { wipeCopies } = await loadCopies()
    await wipeCopies(this.#options.answer.me.participantId)
  }

  #openRoom(name: string): OpenRoom {
    this.#open(name)
    const room = this.#rooms.get(name)
    if (!room) throw new Error(`room ${name} did not open`)
    if (this.#started) room.connection.connect()
    for (const listener of this.#roomListeners) listener()
    return room
  }

  #open(name: string): RoomConnection {
    const { address, socket, keepNothing } = this.#options
    const epoch = this.#answer.rooms.find((room) => room.name === name)?.epoch
    // Whoever a merge makes of this person later, what this page keeps is kept under who came in.
    const { participantId } = this.#options.answer.me
    const connection = new RoomConnection({
      address,
      name,
      epoch,
      ...(socket ? { socket } : {}),
      // Without its epoch a copy could be mixed into a restored document, so then none is kept.
      ...(epoch === undefined || keepNothing
        ? {}
        : { openCopy: async (doc) => (await loadCopies()).openLocalCopy(doc, { participantId, room: name, epoch }) }),
      changed: () => this.#refreshStatus(),
      ended: (reason, detail) => void this.#ended(connection, reason, detail),
    })
    this.#rooms.set(name, { connection, holders: 0, closing: undefined })
    return connection
  }

  #release(name: string, connection: RoomConnection): void {
    const room = this.#rooms.get(name)
    if (room?.connection !== connection) return
    room.holders -= 1
    if (room.holders === 0) room.closing = setTimeout(() => this.#closeWhenSaved(name, connection), lingerMs)
  }

  /** Words on their way are waited for; a document that is only looked at closes at once. */
  #closeWhenSaved(name: string, connection: RoomConnection): void {
    const room = this.#rooms.get(name)
    if (room?.connection !== connection || room.holders > 0) return
    if (this.#started && connection.saving.unsaved > 0) {
      room.closing = setTimeout(() => this.#closeWhenSaved(name, connection), lingerMs)
      return
    }
    this.#rooms.delete(name)
    connection.destroy()
    for (const listener of this.#roomListeners) listener()
    this.#refreshStatus()
  }

  async #ended(connection: RoomConnection, reason: CloseReason, detail: string | undefined): Promise<void> {
    if (this.#rooms.get(connection.name)?.connection !== connection) return
    if (reason.fresh) this.#keepWords(connection, detail ?? reason.message)
    if (this.#endsTooOften()) {
      this.#set({ departure: { kind: 'turned-away', message: detail ?? reason.message } })
      return
    }
    const answer = await this.#askAgain()
    if (!answer || this.#rooms.get(connection.name)?.connection !== connection) return
    this.#answer = answer
    const isMain = connection.doc === this.#state.record || connection.doc === this.#state.board
    if (reason.fresh) await this.#startFresh(connection)
    else if (isMain || reason.code !== closeReasons.notFound.code) connection.connect()
  }

  /** A server that keeps ending what it just accepted would otherwise be asked for ever. */
  #endsTooOften(): boolean {
    const nowMs = Date.now()
    this.#endTimes = [...this.#endTimes.filter((atMs) => nowMs - atMs < endsWindowMs), nowMs]
    return this.#endTimes.length > endsInWindow
  }

  #keepWords(connection: RoomConnection, message: string): void {
    const told = this.#state.refusals.flatMap((refusal) => refusal.words)
    const words = this.#withField(connection.unsavedWords(), told)
    if (words.length === 0) return
    const refusal: Refusal = { key: newId('refusal'), room: connection.name, message, words, replica: connection.replica() }
    this.showRefusals([...this.#state.refusals, refusal])
    this.#keptBack(({ keepRefusal }) => keepRefusal(this.owner, refusal))
  }

  /** Loaded by those who need it: a first screen does without. Where nothing can be kept, the page has it while it lives. */
  #keptBack(act: (keptBack: typeof import('./kept-back')) => Promise<void>): void {
    if (!this.#options.keepNothing) import('./kept-back').then(act).catch(() => undefined)
  }

  #withField(words: readonly string[], told: readonly string[]): readonly string[] {
    const inField = this.#options.wordsInField?.() ?? ''
    return inField === '' || [...words, ...told].some((each) => each.includes(inField)) ? words : [...words, inField]
  }

  /** Drops the replica and its copy on this device, and begins again with a fresh document and client id. */
  async #startFresh(connection: RoomConnection): Promise<void> {
    await connection.forget()
    const replaced = this.#open(connection.name)
    if (this.#started) replaced.connect()
    const record = this.#main(recordRoom(this.#answer.workshopId))
    const board = this.#main(boardRoom(this.#answer.workshopId))
    // What shows a main document waits until the fresh one has content, so that nobody sees an empty workshop.
    await Promise.race([replaced.ready, new Promise((resolve) => setTimeout(resolve, askAgainMs))])
    this.#set({ generation: this.#state.generation + 1, ...documentsOf(record, board) })
    // Whoever showed the old document opens the fresh one now; should nobody, it closes again.
    const room = this.#rooms.get(connection.name)
    if (room && connection.name !== recordRoom(this.#answer.workshopId) && connection.name !== boardRoom(this.#answer.workshopId)) {
      room.closing = setTimeout(() => this.#closeWhenSaved(connection.name, replaced), lingerMs)
    }
    for (const listener of this.#roomListeners) listener()
    this.#refreshStatus()
  }

  #main(name: string): RoomConnection {
    const room = this.#rooms.get(name)
    if (!room) throw new Error(`room ${name} is not open`)
    return room.connection
  }

  /** The server's answer now; undefined when I am out, which is said. Asks until the server can be reached. */
  async #askAgain(): Promise<WorkshopAnswer | undefined> {
    while (this.#started) {
      try {
        return await this.#options.ask()
      } catch (cause) {
        if (!(cause instanceof WorkshopError)) throw cause
        if (!cause.kind.retry && cause.kind.status < 429) {
          const kind = cause.kind.status === 401 ? 'signed-out' : 'not-found'
          this.#set({ departure: { kind, message: cause.message } })
          return undefined
        }
        await new Promise((resolve) => setTimeout(resolve, askAgainMs))
      }
    }
    return undefined
  }

  #watchLoading(record: RoomConnection, board: RoomConnection): void {
    void Promise.all([record.ready, board.ready]).then(() => this.#set({ loaded: true }))
  }

  #refreshStatus(): void {
    const saved = savedStatus(
      [...this.#rooms.values()].map(({ connection }) => connection.saving),
      this.#state.refusals.filter(({ settled }) => !settled).length,
      Date.now(),
    )
    if (JSON.stringify(saved) !== JSON.stringify(this.#state.saved)) this.#set({ saved })
  }

  #set(changes: Partial<ClientState>): void {
    this.#state = { ...this.#state, ...changes }
    for (const listener of this.#listeners) listener()
  }
}

function documentsOf(record: RoomConnection, board: RoomConnection) {
  return { record: record.doc, board: board.doc, recordAwareness: record.awareness, boardAwareness: board.awareness }
}
