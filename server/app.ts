import type { Server } from 'node:http'
import path from 'node:path'
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import { limits } from '../shared/sync/limits'
import { tools } from '../shared/tools/registry'
import { problem } from '../shared/workshop/problems'
import { addressOf, createDevices } from './auth/devices'
import { createDoor } from './auth/door'
import { createGuesses } from './auth/guesses'
import { isLoopback, type OwnOrigin, ownOrigin } from './auth/own-origin'
import { actorOfDevice, isDueForRenewal, renewDevice, seatOfDevice } from './auth/seats'
import { type Config, ConfigError } from './config'
import { securityHeaders } from './http/headers'
import { serveHealth } from './http/health'
import { listen } from './http/listen'
import { carriesToken, type Metric, serveMetrics } from './http/metrics'
import { type MountedApi, mountApi } from './http/mount'
import { openApi } from './http/openapi'
import { answerError, problemResponse } from './http/problem-response'
import { serveClient } from './http/static-files'
import { projectRoot } from './project-root'
import { openStore } from './storage/database'
import { openSync, type Sync } from './sync/sync'
import { toolMigrations } from './tools/migrations'
import { createServerTools } from './tools/registry'
import type { ServerContext, ServerTool } from './tools/server-tool'
import { catchUpRoutes } from './workshop/catching-up'
import { findPerson } from './workshop/ledger'
import { type DevicePorts, workshopRoutes } from './workshop/routes'
import { Visits } from './workshop/visits'

/** A running server. */
export interface App {
  /** Absolute origin of its links. */
  readonly origin: string
  readonly server: Server
  /** For what runs beside the routes, such as the demo. */
  readonly context: ServerContext
  /** A request without a socket, for tests. */
  fetch(request: Request): Response | Promise<Response>
  /** Tells the sockets, writes what is pending, lets go of the port and the database. */
  close(): Promise<void>
}

/**
 * Composes everything and listens.
 *
 * @throws ConfigError when the port is taken or the data folder cannot be used
 */
export async function openApp(config: Config, log: Logger): Promise<App> {
  Object.assign(limits, config.limits)
  const listening = await listen(config)
  try {
    return await compose(config, log, listening)
  } catch (cause) {
    listening.server.close()
    throw cause
  }
}

async function compose(config: Config, log: Logger, { server, port, serve }: Awaited<ReturnType<typeof listen>>): Promise<App> {
  const own = ownOrigin(originSettings(config), port)
  const store = await openStore(config.dataDir, toolMigrations).catch((cause: Error) => {
    throw new ConfigError(cause.message, { cause })
  })
  // From source a thread would have to learn TypeScript first, once for each of a test's servers.
  const inThreads = import.meta.url.endsWith('.js')
  const sync = openSync({ store, definitions: Object.values(tools), origin: own.origin, log, inThreads })
  const { context } = sync
  const toolsById = createServerTools(context)
  const serverTools: readonly ServerTool[] = Object.values(toolsById)
  const visits = new Visits(context, (err) => log.warn({ err }, 'visits could not be noted'))
  sync.bind(serverTools)
  const app = createHttp(config, sync, own, { tools: serverTools, missed: catchUpRoutes(visits, toolsById) }, log)
  await serveClient(app, path.join(projectRoot(), 'dist', 'client'))
  const door = createDoor({ db: context.db, own, secure: isHttps(config), proxyHops: config.proxyHops, now: () => context.now() })
  sync.attach(server, door, visits)
  for (const tool of serverTools) await tool.resume?.()
  serve(app.fetch)
  return {
    origin: own.origin,
    server,
    context,
    fetch: (request) => app.fetch(request),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      await visits.close()
      await sync.close()
      server.closeAllConnections()
      await closed
      await store.close()
    },
  }
}

/** What is mounted besides the kernel's own endpoints. */
interface Mounted {
  readonly tools: readonly ServerTool[]
  /** The one endpoint that folds over all of them. */
  readonly missed: (api: MountedApi) => void
}

function createHttp(config: Config, sync: Sync, own: OwnOrigin, { tools: serverTools, missed }: Mounted, log: Logger): Hono {
  const { context } = sync
  const devices = createDevices({ ...config, secure: isHttps(config) }, createGuesses())
  const app = new Hono()
  app.use(securityHeaders(isHttps(config)))
  app.onError((error) => answerError(error, (fault) => log.error({ err: fault }, 'request failed')))
  serveHealth(app, async () => {
    await context.db.selectFrom('migrations').select('name').limit(1).execute()
    return sync.health.failingSinceMs === undefined
  })
  serveMetrics(app, operatorCheck(config), () => syncMetrics(sync))
  const api: MountedApi = mountApi(app, {
    isOwnOrigin: own.isOwn,
    actorOf: actorReader(context, devices, log),
    guarded: devices.guarded,
    wasRemoved: removalReader(context, devices),
  })
  workshopRoutes(context, devices, sync.rightIn, serverTools)(api)
  for (const tool of serverTools) tool.routes(api)
  missed(api)
  app.get('/api/openapi.json', (c) => c.json(openApi(api.endpoints, own.origin)))
  app.all('/api/*', () => problemResponse(problem('request/not-found')))
  return app
}

/** Behind a proxy every request comes from loopback, so with PUBLIC_URL only the token counts. */
function operatorCheck({ publicOrigin, operatorToken, proxyHops }: Config): (http: Context) => boolean {
  return (http) =>
    carriesToken(http.req.header('authorization'), operatorToken) || (publicOrigin === undefined && isLoopback(addressOf(http, proxyHops)))
}

function syncMetrics({ hub, health, meter }: Sync): readonly Metric[] {
  const { count, totalMs } = meter.commits
  const late = meter.takeLoopDelay()
  return [
    { name: 'convene_rooms', help: 'Documents in memory.', value: hub.countRooms() },
    { name: 'convene_sockets', help: 'Open document connections.', value: hub.countSessions() },
    { name: 'convene_sockets_queued_bytes', help: 'Bytes that wait for readers.', value: hub.queuedBytes() },
    { name: 'convene_updates_total', help: 'Updates of clients that were admitted.', type: 'counter', value: meter.updates },
    {
      name: 'convene_refusals_total',
      help: 'Clients that were refused, by code.',
      type: 'counter',
      value: { label: 'code', by: meter.refusals },
    },
    { name: 'convene_commits_total', help: 'Commits of document updates.', type: 'counter', value: count },
    { name: 'convene_commit_seconds_total', help: 'Time those commits took together.', type: 'counter', value: totalMs / 1000 },
    { name: 'convene_store_pending_bytes', help: 'Updates that wait to be written.', value: health.pendingBytes },
    { name: 'convene_store_failing', help: 'Whether the store refuses writes.', value: health.failingSinceMs === undefined ? 0 : 1 },
    { name: 'nodejs_eventloop_lag_p99_seconds', help: 'How late the event loop was since the last reading.', value: late.p99 / 1000 },
    { name: 'nodejs_eventloop_lag_max_seconds', help: 'The same, at most.', value: late.max / 1000 },
  ]
}

function actorReader({ db, governed, now }: ServerContext, devices: DevicePorts, log: Logger): Parameters<typeof mountApi>[1]['actorOf'] {
  return async (http, workshopId) => {
    const token = devices.tokenOf(http)
    if (token === undefined) return undefined
    const actor = await actorOfDevice(db, token, workshopId, now())
    if (actor && (await isDueForRenewal(db, token, now()))) {
      devices.giveToken(http)
      // Reading goes on while nothing can be written; the next request renews.
      await governed(workshopId, async (tx) => ({ result: await renewDevice(tx, token, now()) })).catch((cause: unknown) =>
        log.warn({ err: cause }, 'a device could not be renewed'),
      )
    }
    return actor
  }
}

function removalReader({ db }: ServerContext, devices: DevicePorts): Parameters<typeof mountApi>[1]['wasRemoved'] {
  return async (http, workshopId) => {
    const token = devices.tokenOf(http)
    if (token === undefined) return false
    const seat = await seatOfDevice(db, token, workshopId)
    return seat !== undefined && (await findPerson(db, workshopId, seat)) === undefined
  }
}

function originSettings({ publicOrigin, host, room, dev, tls }: Config): Parameters<typeof ownOrigin>[0] {
  // The development client is served by another process, which hands /api and /sync on.
  return { publicOrigin, host, room, https: tls !== undefined, extra: dev ? ['http://localhost:5173', 'http://127.0.0.1:5173'] : [] }
}

/** Whether people reach this server over https: it decides the cookie's name and what headers promise. */
function isHttps({ publicOrigin, tls }: Config): boolean {
  return tls !== undefined || publicOrigin?.startsWith('https:') === true
}
