import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { limits } from '../../shared/sync/limits'
import { type Config, ConfigError } from '../config'

export type Handle = (request: Request, env?: object) => Response | Promise<Response>

const headers = { maxHeaderSize: 16 * 1024 }

/** A listening server whose handler comes later: links need the real port before there is anything to serve. */
export interface Listening {
  readonly server: Server
  readonly port: number
  /** From now on requests go here; before, they were asked to come again. */
  serve(handle: Handle): void
}

/** @throws ConfigError when the port is taken or the address is not this machine's */
export async function listen(config: Pick<Config, 'tls' | 'port' | 'host'>): Promise<Listening> {
  let handle: Handle = () => new Response('Convene is starting. Try again in a moment.', { status: 503, headers: { 'retry-after': '1' } })
  const listener = getRequestListener((request, env) => handle(request, env))
  const server: Server = config.tls ? createTlsServer({ ...config.tls, ...headers }, listener) : createServer(headers, listener)
  server.requestTimeout = limits.httpTimeoutMs
  server.maxHeadersCount = 100
  // Node lets in one connection for each turn of its loop: a room that acts at once had better have them open.
  server.keepAliveTimeout = limits.httpKeepAliveMs
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(new ConfigError(listenSentence(cause, config), { cause })))
    server.listen(config.port, config.host, resolve)
  })
  return {
    server,
    port: (server.address() as AddressInfo).port, // a TCP server that listens has one
    serve(next) {
      handle = next
    },
  }
}

function listenSentence(cause: NodeJS.ErrnoException, { port, host }: Pick<Config, 'port' | 'host'>): string {
  if (cause.code === 'EADDRINUSE') return `Port ${port} is in use: stop what listens there, or choose another with PORT=${port + 1}.`
  if (cause.code === 'EACCES') return `Port ${port} may not be used by this account: choose one above 1023 with PORT=3000.`
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND') return `HOST ${host} is not an address of this machine.`
  return `The server cannot listen on ${host}:${port} (${cause.code ?? cause.message}).`
}
