import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import { type CloseName, closeReasons } from '../../shared/sync/close'
import { schemaVersion } from '../../shared/sync/frames'
import { limits } from '../../shared/sync/limits'
import { parseRoomName, recordRoom } from '../../shared/sync/room-name'
import type { Door } from './door'
import type { RoomHub } from './hub'
import type { Room } from './room'
import type { RoomRules } from './rules'
import { refusedFrame } from './send'
import { Session } from './session'
import type { Visitors } from './visitors'

const prefix = '/sync/'
/** How long the other end has to read why it is sent away. */
const goodbyeMs = 1_000

/** What ws holds back before a message is whole; the types of ws do not know the number of fragments yet. */
const socketOptions: ServerOptions & { maxFragments: number } = {
  noServer: true,
  maxPayload: limits.messageBytes,
  maxFragments: limits.messageFragments,
  perMessageDeflate: false,
}

/** What a socket needs to become a session. */
export interface EndpointServices {
  readonly hub: RoomHub
  readonly rules: RoomRules
  readonly logger: Logger
  /** Told who has a live line; nobody by default. */
  readonly visitors?: Visitors | undefined
}

/** A socket, and the connection that it frames. */
interface Ends {
  readonly socket: WebSocket
  readonly line: Duplex
}

/** What the door decided about a socket. */
type Entry = { readonly refused: CloseName } | { readonly room: Room; readonly session: Session }

/**
 * Serves `/sync/<room name>` on a server's upgrades. A wrong Origin is refused there; everything else is accepted and
 * then closed with its code, since a browser cannot read an HTTP status.
 */
export function attachSync(server: Pick<Server, 'on'>, door: Door, services: EndpointServices): void {
  const sockets = new WebSocketServer(socketOptions)
  const perAddress = new Map<string, number>()

  /** Counts a socket until it closes; false when its address has too many. */
  function count(socket: WebSocket, address: string): boolean {
    const open = perAddress.get(address) ?? 0
    perAddress.set(address, open + 1)
    socket.once('close', () => {
      const left = (perAddress.get(address) ?? 1) - 1
      if (left > 0) perAddress.set(address, left)
      else perAddress.delete(address)
    })
    return open < limits.socketsPerAddress
  }

  function accept(ends: Ends, request: IncomingMessage): void {
    const { socket } = ends
    endOnFault(ends, services.logger)
    if (!count(socket, door.addressOf?.(request) ?? request.socket.remoteAddress ?? '')) refuse(socket, 'rate')
    else if (sockets.clients.size >= limits.socketsPerProcess) refuse(socket, 'later')
    else serve(ends, request, door, services)
  }

  server.on('upgrade', (request: IncomingMessage, line: Duplex, head: Buffer) => {
    endOnError(line)
    if (!request.url?.startsWith(prefix)) return turnAway(line, '404 Not Found')
    if (!door.originAllowed(request)) return turnAway(line, '403 Forbidden')
    sockets.handleUpgrade(request, line, head, (socket) => accept({ socket, line }, request))
  })
}

// Listeners are made where the request is out of sight: they live as long as the socket and would keep it.

/** Without a listener an error of the line would end the process. */
function endOnError(line: Duplex): void {
  line.on('error', () => line.destroy())
}

/** After a frame that breaks the protocol ws says goodbye, and would read the rest of a huge one only to drop it. */
function endOnFault({ socket, line }: Ends, logger: Logger): void {
  socket.on('error', (err) => {
    logger.debug({ err }, 'socket error')
    setImmediate(() => line.pause()) // ws makes it flow first
    setTimeout(() => socket.terminate(), goodbyeMs).unref()
  })
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Messages that come while the room is being opened wait for it. */
function serve(ends: Ends, request: IncomingMessage, door: Door, services: EndpointServices): void {
  const { socket } = ends
  let early: Uint8Array[] | undefined = []
  let earlyBytes = 0
  let entry: Extract<Entry, { room: Room }> | undefined
  socket.on('message', (data, isBinary) => {
    const message = bytesOf(data)
    if (!isBinary) return refuse(socket, 'malformed')
    if (entry) return entry.room.receive(entry.session, message)
    earlyBytes += message.byteLength
    if (earlyBytes > 2 * limits.messageBytes) return refuse(socket, 'tooLarge')
    early?.push(message)
  })
  socket.on('error', () => entry?.room.cut(entry.session, 'malformed'))
  socket.on('close', () => {
    if (!entry) return
    entry.room.leave(entry.session)
    services.visitors?.went(entry.room.ref.workshopId, entry.session.participantId)
  })
  enter(ends, request, door, services).then(
    (decided) => {
      if ('refused' in decided) return refuse(socket, decided.refused)
      if (socket.readyState !== socket.OPEN) return
      entry = decided
      entry.room.join(entry.session)
      services.visitors?.came(entry.room.ref.workshopId, entry.session.participantId)
      for (const message of early ?? []) entry.room.receive(entry.session, message)
      early = undefined
    },
    (err) => {
      services.logger.error({ err }, 'a room could not be opened')
      refuse(socket, 'later')
    },
  )
}

async function enter({ socket, line }: Ends, request: IncomingMessage, door: Door, { hub, rules }: EndpointServices): Promise<Entry> {
  const url = new URL(request.url ?? '', 'http://localhost')
  const name = url.pathname.slice(prefix.length) // room names need no escaping; an escaped one is not a room's
  const ref = parseRoomName(name)
  const device = await door.deviceOf(request)
  if (device === undefined) return { refused: 'signedOut' }
  if (hub.suspensions.isSuspended(device)) return { refused: 'suspended' }
  const participantId = ref && (await door.participantOf(request, ref.workshopId))
  if (!ref || !participantId) return { refused: 'notFound' }
  await hub.open(recordRoom(ref.workshopId))
  const person = rules.person(ref.workshopId, participantId)
  if (!person || rules.access(ref, person.actor).right === 'none') return { refused: 'notFound' }
  if (hub.countSessions(ref.workshopId) >= limits.socketsPerWorkshop) return { refused: 'later' }
  if (socketsOf(hub, ref.workshopId, participantId) >= limits.socketsPerParticipant) return { refused: 'rate' }
  const room = await hub.open(name)
  const epoch = url.searchParams.get('epoch')
  if (epoch !== null && epoch !== '' && Number(epoch) !== room.epoch) return { refused: 'epoch' }
  const schema = url.searchParams.get('schema')
  const isOutdated = schema !== null && schema !== '' && Number(schema) < schemaVersion
  return { room, session: new Session(socket, line, { participantId, device, isOutdated }) }
}

function socketsOf(hub: RoomHub, workshopId: string, participantId: string): number {
  let count = 0
  for (const room of hub.roomsOf(workshopId)) for (const session of room.sessions) if (session.participantId === participantId) count += 1
  return count
}

function refuse(socket: WebSocket, reason: CloseName): void {
  // Its code alone would read as signed out.
  if (reason === 'suspended') socket.send(refusedFrame('room/suspended', closeReasons.suspended.message))
  socket.close(closeReasons[reason].code, reason)
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
