import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

// Every provider waits for the end of this process to say goodbye.
process.setMaxListeners(0)

/** The answer to one request. */
export interface Reply {
  readonly status: number
  // Journeys read the contract's fields; the product's own schemas are tested elsewhere.
  readonly body: Record<string, unknown>
}

/** Somebody who takes part through the public API and the stock provider only, in no browser. */
export class ApiPerson {
  readonly #origin: string
  readonly #providers: WebsocketProvider[] = []
  #cookie = ''
  workshopId = ''
  participantId = ''
  role = ''

  constructor(origin: string) {
    this.#origin = origin
  }

  /** `name=value` of the seat, for a browser that is to sit in it. */
  get cookie(): string {
    return this.#cookie
  }

  /** Joins by the six-digit code. */
  static async join(origin: string, code: string, name: string, organisation?: string, sector?: string): Promise<ApiPerson> {
    const person = new ApiPerson(origin)
    const found = await person.request('POST', '/api/join', { code })
    const workshopId = String(found.body.workshopId)
    const joined = await person.request('POST', `/api/workshops/${workshopId}/join`, { code, name, organisation, sector })
    if (joined.status !== 201) throw new Error(`${name} could not join: ${JSON.stringify(joined)}`)
    person.#become(joined.body)
    return person
  }

  /** Comes in by a host or return link's key. */
  static async enter(origin: string, workshopId: string, key: string): Promise<ApiPerson> {
    const person = new ApiPerson(origin)
    const entered = await person.request('POST', `/api/workshops/${workshopId}/session`, { key })
    if (entered.status !== 200) throw new Error(`no entry: ${JSON.stringify(entered)}`)
    person.#become({ ...entered.body, workshopId })
    return person
  }

  async request(method: string, path: string, body?: unknown): Promise<Reply> {
    const response = await fetch(this.#origin + path, {
      method,
      headers: {
        origin: this.#origin,
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    if (set.length > 0) this.#cookie = set.join('; ')
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } }
  }

  /** A request below `/api/workshops/<own workshop>`. */
  workshop(method: string, path = '', body?: unknown): Promise<Reply> {
    return this.request(method, `/api/workshops/${this.workshopId}${path}`, body)
  }

  /** Opens a document with the stock provider; resolves after its first sync. */
  async open(zone: string): Promise<Y.Doc> {
    const doc = new Y.Doc()
    const { cookie, origin } = { cookie: this.#cookie, origin: this.#origin }
    class CookieSocket extends WebSocket {
      constructor(url: string) {
        super(url, { headers: { cookie, origin } })
      }
    }
    const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, `${this.workshopId}/${zone}`, doc, {
      disableBc: true,
      // ws offers the same interface as the browser's WebSocket.
      WebSocketPolyfill: CookieSocket as unknown as typeof globalThis.WebSocket,
    })
    // The server's receipts (`saved`, `refused`) are frames that the stock provider does not know and would complain about.
    for (const type of [4, 5]) provider.messageHandlers[type] = () => {}
    this.#providers.push(provider)
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
    return doc
  }

  /** Writes a note into an open document, as any program with a Yjs library could. */
  writeNote(doc: Y.Doc, promptId: string, text: string): void {
    const id = `idea_${randomUUID()}`
    const note = { id, promptId, text, kind: 'idea', authorId: this.participantId, clusterId: null, order: 'a0', createdAtMs: Date.now() }
    doc.getMap('ideas').set(id, new Y.Map(Object.entries(note)))
  }

  leave(): void {
    for (const provider of this.#providers) {
      provider.destroy()
      provider.awareness.destroy()
    }
  }

  #become(seat: Record<string, unknown>): void {
    this.workshopId = String(seat.workshopId)
    this.participantId = String(seat.participantId)
    this.role = String(seat.role)
  }
}
