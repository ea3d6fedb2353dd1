import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readVarString, readVarUint } from 'lib0/decoding'
import pino from 'pino'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type App, openApp } from '../../server/app'
import { readConfig } from '../../server/config'

/** An answer of the API, read whole. */
export interface Answer {
  readonly status: number
  // A test knows what it asked for.
  // biome-ignore lint/suspicious/noExplicitAny: every endpoint answers something else
  readonly body: any
}

/** One person at one device: a cookie jar and the ways to reach the server. */
export interface Device {
  /** The cookie header; empty before the first seat. */
  readonly cookie: string
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  put(path: string, body?: unknown): Promise<Answer>
  patch(path: string, body?: unknown): Promise<Answer>
  delete(path: string, body?: unknown): Promise<Answer>
  /** A document through the stock provider. */
  connect(room: string, options?: ConnectOptions): Connection
}

export interface ConnectOptions {
  readonly doc?: Y.Doc
  readonly params?: Record<string, string>
  readonly origin?: string
}

/** A stock provider with its document and what the server told it. */
export interface Connection {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** The last `saved` count of the present socket. */
  readonly saved: number
  /** The highest `saved` count of the latest socket that got one, even after it closed. */
  readonly lastSaved: number
  /** The last refusal, as `code: detail`. */
  readonly refused: string | undefined
  /** The last close code. */
  readonly closed: number | undefined
  /** SyncStep2 and Update frames sent on the present socket. */
  readonly sent: number
  synced(): Promise<void>
  /** Resolves when everything sent so far is durable. */
  allSaved(): Promise<void>
  destroy(): void
}

export interface TestServer {
  readonly app: App
  readonly origin: string
  readonly dataDir: string
  device(): Device
  /** Opens a workshop and returns its host. */
  openWorkshop(title?: string): Promise<OpenedWorkshop>
  close(): Promise<void>
}

export interface OpenedWorkshop {
  readonly workshopId: string
  readonly participantId: string
  readonly host: Device
  readonly joinCode: string
  readonly links: { readonly host: string; readonly join: string; readonly observe: string }
  /** Lets a new person in by the code. */
  join(name: string, as?: 'contributor' | 'observer'): Promise<Device & { readonly participantId: string }>
}

export interface TestServerOptions {
  /** Environment variables of the product. */
  readonly env?: Readonly<Record<string, string>>
  /** Keeps this folder instead of a fresh one that is deleted at the end. */
  readonly dataDir?: string
}

/** Starts the whole server in this process: own port, own data. */
export async function startTestServer({ env = {}, dataDir }: TestServerOptions = {}): Promise<TestServer> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'convene-test-')))
  const config = readConfig([], { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'silent', ...env })
  const app = await openApp(config, pino({ level: config.logLevel }))
  const connections = new Set<Connection>()
  const origin = app.origin
  const device = () => createDevice(origin, connections)
  return {
    app,
    origin,
    dataDir: folder,
    device,
    openWorkshop: (title = 'A shared vision') => openWorkshop(device, title),
    async close() {
      for (const connection of connections) connection.destroy()
      await app.close()
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openWorkshop(device: () => Device, title: string): Promise<OpenedWorkshop> {
  const host = device()
  const opened = await host.post('/api/workshops', { title, agenda: { template: 'shared-vision-90' }, host: { name: 'Hanna Host' } })
  if (opened.status !== 201) throw new Error(`the workshop was not opened: ${JSON.stringify(opened.body)}`)
  const { workshopId, participantId, joinCode, links } = opened.body
  return {
    workshopId,
    participantId,
    joinCode,
    links,
    host,
    async join(name, as = 'contributor') {
      const guest = device()
      const joined = await guest.post(`/api/workshops/${workshopId}/join`, { code: joinCode, name, as })
      if (joined.status !== 201) throw new Error(`${name} was not let in: ${JSON.stringify(joined.body)}`)
      return Object.assign(guest, { participantId: String(joined.body.participantId) })
    },
  }
}

/** One person at one device of a running server. */
export function createDevice(origin: string, connections: Set<Connection> = new Set()): Device {
  let cookie = ''
  async function send(method: string, target: string, body?: unknown): Promise<Answer> {
    const headers: Record<string, string> = { origin, ...(cookie ? { cookie } : {}) }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await fetch(origin + target, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const given = response.headers.getSetCookie()[0]?.split(';')[0]
    if (given) cookie = given
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text }
  }
  const device = {
    get: (target: string) => send('GET', target),
    post: (target: string, body?: unknown) => send('POST', target, body ?? {}),
    put: (target: string, body?: unknown) => send('PUT', target, body ?? {}),
    patch: (target: string, body?: unknown) => send('PATCH', target, body ?? {}),
    delete: (target: string, body?: unknown) => send('DELETE', target, body),
    connect: (room: string, options?: ConnectOptions) => connect(origin, room, cookie, connections, options),
  }
  return Object.defineProperty(device, 'cookie', { get: () => cookie, enumerable: true }) as Device
}

/** Connects a document through the stock provider, counting frames as our own client does. */
export function connect(
  origin: string,
  room: string,
  cookie: string,
  connections: Set<Connection> = new Set(),
  { doc = new Y.Doc(), params = {}, origin: asOrigin = origin }: ConnectOptions = {},
): Connection {
  const state = { saved: 0, lastSaved: 0, sent: 0, refused: undefined as string | undefined, closed: undefined as number | undefined }
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin: asOrigin } })
      state.saved = 0
      state.sent = 0
      this.on('close', (code) => {
        state.closed = code
      })
    }
    // biome-ignore lint/suspicious/noExplicitAny: ws overloads send; we only count
    override send(data: any, ...rest: any[]): void {
      const bytes = new Uint8Array(data)
      if (bytes[0] === 0 && (bytes[1] === 1 || bytes[1] === 2)) state.sent += 1
      // biome-ignore lint/suspicious/noExplicitAny: passes the overload on
      super.send(data, ...(rest as [any]))
    }
  }
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/sync`, room, doc, {
    // The polyfill's constructor type is the browser's; ws is close enough for the provider.
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params,
  })
  provider.messageHandlers[4] = (_encoder, decoder) => {
    state.saved = readVarUint(decoder)
    state.lastSaved = state.saved
  }
  provider.messageHandlers[5] = (_encoder, decoder) => {
    state.refused = `${readVarString(decoder)}: ${readVarString(decoder)}`
  }
  const connection: Connection = {
    doc,
    provider,
    get saved() {
      return state.saved
    },
    get lastSaved() {
      return state.lastSaved
    },
    get refused() {
      return state.refused
    },
    get closed() {
      return state.closed
    },
    get sent() {
      return state.sent
    },
    synced: () => until(() => provider.synced, 'the first sync'),
    allSaved: () => until(() => provider.synced && state.sent > 0 && state.saved >= state.sent, 'the acknowledgement'),
    destroy() {
      connections.delete(connection)
      provider.destroy()
    },
  }
  connections.add(connection)
  return connection
}

/** Waits for a condition, never for a time. */
export async function until(condition: () => boolean | Promise<boolean>, what: string, withinMs = 15_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
