import * as Y from 'yjs'
import type { Connection, Device } from '../../../../support/server'
import { lettersOf } from './needles'

// Every provider waits for the end of this process to say goodbye.
process.setMaxListeners(0)

/** What a GET route of the API takes. Source: the server's own description of its API. */
export interface Route {
  readonly path: string
  readonly query: readonly { readonly name: string; readonly required: boolean; readonly choices: readonly string[] }[]
}

interface Described {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: { readonly enum?: readonly string[] }
  }[]
}

/** Every GET route that there is. */
export async function routesOf(device: Device): Promise<readonly Route[]> {
  const { paths } = (await device.get('/api/openapi.json')).body as { paths: Record<string, { get?: Described }> }
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get) return []
    const inQuery = (get.parameters ?? []).filter((parameter) => parameter.in === 'query')
    return [{ path, query: inQuery.map(({ name, required, schema }) => ({ name, required, choices: schema.enum ?? [] })) }]
  })
}

/**
 * The addresses of a route with these values: plain, and once for each choice that it offers.
 *
 * @throws Error when a route asks for something that has no value here
 */
export function addressesOf(route: Route, values: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const known = (name: string) => {
    const found = values[name]
    if (!found) throw new Error(`${route.path} asks for ${name}: give the crawl a value for it`)
    return found
  }
  let paths: readonly string[] = [route.path]
  for (const [, name = ''] of route.path.matchAll(/\{(\w+)\}/g)) {
    paths = paths.flatMap((path) => known(name).map((value) => path.replace(`{${name}}`, value)))
  }
  const required = route.query.filter((parameter) => parameter.required).map(({ name }) => `${name}=${known(name)[0]}`)
  const chosen = route.query.flatMap(({ name, choices }) => choices.map((choice) => `${name}=${choice}`))
  const queries = [required, ...chosen.map((choice) => [...required, choice])].map((parts) => parts.join('&'))
  return paths.flatMap((path) => queries.map((query) => (query === '' ? path : `${path}?${query}`)))
}

/** Somebody who listens to everything that reaches them. */
export class Spy {
  readonly who: string
  readonly device: Device
  /** Their participant id; empty for those who have none. */
  readonly id: string
  readonly #connections: Connection[] = []
  readonly #frames: Buffer[] = []

  constructor(who: string, device: Device, id = '') {
    this.who = who
    this.device = device
    this.id = id
  }

  /** Opens documents as the stock client does; those that are not theirs stay shut. */
  listen(rooms: readonly string[]): void {
    for (const room of rooms) {
      const connection = this.device.connect(room)
      connection.provider.ws?.addEventListener('message', (event) => this.#frames.push(Buffer.from(event.data as ArrayBuffer)))
      this.#connections.push(connection)
    }
  }

  /** Until every document has come, or was refused. */
  isSettled(): boolean {
    return this.#connections.every(({ provider, closed }) => provider.synced || closed !== undefined)
  }

  get frameCount(): number {
    return this.#frames.length
  }

  /** Every byte that came over its sockets, and everything that its stores keep. */
  heard(): string {
    const stores = this.#connections.map(({ doc }) => lettersOf(Y.encodeStateAsUpdate(doc)) + JSON.stringify(contentsOf(doc)))
    return [...this.#frames.map(lettersOf), ...stores].join('\n')
  }

  /** What its stores keep, as records. */
  stores(): readonly unknown[] {
    return this.#connections.map(({ doc }) => contentsOf(doc))
  }

  close(): void {
    for (const connection of this.#connections) connection.destroy()
  }
}

/** All roots of a document; those of wordings are texts. */
function contentsOf(doc: Y.Doc): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...doc.share.keys()].map((name) => [name, name === 'body' ? String(doc.getXmlFragment(name)) : doc.getMap(name).toJSON()]),
  )
}
