import { hostname, networkInterfaces } from 'node:os'

/** What decides the server's own origin: configuration and the port it listens on, never a request. */
export interface OriginSettings {
  /** Origin of PUBLIC_URL. */
  readonly publicOrigin?: string | undefined
  readonly https: boolean
  /** Address the process listens on. */
  readonly host: string
  /** Whether the room's network may come in (`--host`). */
  readonly room: boolean
  /** Further origins, for the development server. */
  readonly extra?: readonly string[]
}

/** Where this server is, as people and browsers write it. */
export interface OwnOrigin {
  /** For absolute links. */
  readonly origin: string
  /** Whether an `Origin` header is exactly ours. A missing one is not. */
  isOwn(origin: string | undefined | null): boolean
}

/**
 * Tells the server's own origins. Without PUBLIC_URL these are scheme and port with every name or address the
 * process listens on, so a foreign name that was rebound to our address is not ours.
 */
export function ownOrigin(settings: OriginSettings, port: number): OwnOrigin {
  const { publicOrigin, https, extra = [] } = settings
  if (publicOrigin) return fixed(publicOrigin, [publicOrigin, ...extra])
  const scheme = https ? 'https' : 'http'
  const suffix = port === (https ? 443 : 80) ? '' : `:${port}`
  const names = listeningNames(settings)
  const origins = names.map((name) => `${scheme}://${name}${suffix}`.toLowerCase())
  const shown = settings.room ? (roomAddress() ?? 'localhost') : 'localhost'
  return fixed(`${scheme}://${shown}${suffix}`, [...origins, ...extra])
}

/** The machine's address on the room's network; undefined without one. Private IPv4 first: phones can type it. */
export function roomAddress(): string | undefined {
  const addresses = outwardAddresses().filter(({ family }) => family === 'IPv4')
  const isPrivate = (address: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
  return (addresses.find(({ address }) => isPrivate(address)) ?? addresses[0])?.address
}

function fixed(origin: string, own: readonly string[]): OwnOrigin {
  const set = new Set(own)
  return { origin, isOwn: (given) => typeof given === 'string' && set.has(given) }
}

function listeningNames({ host, room }: OriginSettings): string[] {
  const everywhere = room || host === '0.0.0.0' || host === '::'
  if (!everywhere) return isLoopback(host) ? ['localhost', '127.0.0.1', '[::1]'] : [bracket(host)]
  const machine = hostname()
  const names = machine.includes('.') ? [machine] : [machine, `${machine}.local`]
  return ['localhost', '127.0.0.1', '[::1]', ...names, ...outwardAddresses().map(({ address }) => bracket(address))]
}

/** Whether an address or name reaches only this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.') || host.startsWith('::ffff:127.')
}

function bracket(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

function outwardAddresses() {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal }) => !internal)
}
