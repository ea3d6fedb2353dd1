import type { Context, Hono } from 'hono'
import type { Actor } from '../../shared/access/actor'
import type { Endpoint } from '../../shared/http/endpoint'
import { limits } from '../../shared/sync/limits'
import { problem } from '../../shared/workshop/problems'
import type { ApiApp, FileAnswer } from './api'
import { readBody, readQuery } from './read-input'

/** What mounting needs to know about the world. */
export interface MountPorts {
  /** The admitted participant behind a request; undefined for everybody else. */
  actorOf(c: Context, workshopId: string): Promise<Actor | undefined>
  isOwnOrigin(origin: string | undefined): boolean
  /** Counts a wrong secret against the address. @throws WorkshopError `request/too-many` */
  guarded<T>(c: Context, attempt: () => Promise<T>): Promise<T>
  /** Whether the person behind a request had a seat in the workshop that was removed. */
  wasRemoved(c: Context, workshopId: string): Promise<boolean>
}

/** An ApiApp that also remembers what was mounted, for the description of the API. */
export interface MountedApi extends ApiApp {
  readonly endpoints: readonly MountedEndpoint[]
}
export interface MountedEndpoint {
  readonly endpoint: Endpoint
  readonly access: 'open' | 'member'
  readonly answers: 'json' | 'file'
}

type Prepared = { params: Record<string, string>; body: never; query: never; http: Context }

/** Mounts endpoints on a Hono app: Origin, session, schema, handler, schema again, in this order. */
export function mountApi(app: Hono, ports: MountPorts): MountedApi {
  const endpoints: MountedEndpoint[] = []

  function mount(mounted: MountedEndpoint, answer: (call: Prepared) => Promise<Response>): void {
    endpoints.push(mounted)
    const { endpoint } = mounted
    app.on(endpoint.method, endpoint.path, async (c) => {
      if (endpoint.method !== 'GET' && !ports.isOwnOrigin(c.req.header('origin'))) throw problem('request/wrong-origin')
      return answer({
        params: c.req.param() as Record<string, string>,
        // The endpoint's own schemas make these exact; the caller's types say the same.
        body: undefined as never,
        query: undefined as never,
        http: c,
      })
    })
  }

  async function withInput(endpoint: Endpoint, call: Prepared): Promise<Prepared> {
    const body = endpoint.body ? await readBody(call.http, endpoint.body, endpoint.maxBodyBytes ?? limits.httpBodyBytes) : undefined
    const query = endpoint.query ? readQuery(call.http, endpoint.query) : undefined
    return { ...call, body: body as never, query: query as never }
  }

  /** Who acts is asked before the body is read, so that strangers learn nothing from its checks. */
  async function memberOf(call: Prepared): Promise<Actor> {
    const actor = await ports.actorOf(call.http, call.params.id ?? '')
    if (!actor) throw problem('request/not-found')
    return actor
  }

  /** Answers with the endpoint's status, unless the handler sets another one. */
  async function json(c: Context, endpoint: Endpoint, handle: () => Promise<unknown>): Promise<Response> {
    c.status(endpoint.status)
    // Parsing drops whatever the contract does not list, so nothing withheld can slip out by a wider object.
    return c.json(endpoint.result.parse(await handle()) as object)
  }

  return {
    endpoints,
    open(endpoint, handle) {
      mount({ endpoint, access: 'open', answers: 'json' }, async (call) =>
        json(call.http, endpoint, async () => handle(await withInput(endpoint, call))),
      )
    },
    secret(endpoint, handle) {
      mount({ endpoint, access: 'open', answers: 'json' }, async (call) =>
        json(call.http, endpoint, async () => {
          const input = await withInput(endpoint, call)
          if (await ports.wasRemoved(call.http, call.params.id ?? '')) throw problem('join/removed')
          return ports.guarded(call.http, () => handle(input))
        }),
      )
    },
    member(endpoint, handle) {
      mount({ endpoint, access: 'member', answers: 'json' }, async (call) => {
        const actor = await memberOf(call)
        return json(call.http, endpoint, async () => handle({ ...(await withInput(endpoint, call)), actor }))
      })
    },
    memberFile(endpoint, handle) {
      mount({ endpoint, access: 'member', answers: 'file' }, async (call) => {
        const actor = await memberOf(call)
        return fileResponse(await handle({ ...(await withInput(endpoint, call)), actor }))
      })
    },
    page(path, handle) {
      app.get(path, handle)
    },
  }
}

function fileResponse({ bytes, type, fileName, headers = {} }: FileAnswer): Response {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...headers,
      'content-type': type,
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  })
}
