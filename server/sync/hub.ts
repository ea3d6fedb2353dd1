import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { ParticipantId } from '../../shared/access/actor'
import type { CloseName } from '../../shared/sync/close'
import { limits } from '../../shared/sync/limits'
import { parseRoomName, type RoomName, recordRoom } from '../../shared/sync/room-name'
import { serverOwner } from '../storage/bindings'
import type { Store } from '../storage/database'
import type { Tail, UpdateLog } from '../storage/update-log'
import type { Writer } from '../storage/writer'
import { ClientOwners } from './client-owners'
import type { Compactor } from './compactor'
import type { Meter } from './meter'
import { Room } from './room'
import type { RoomRules } from './rules'
import type { Session } from './session'
import { Suspensions } from './suspensions'

/** What the hub stands on. */
export interface HubServices {
  readonly store: Store
  readonly log: UpdateLog
  readonly writer: Writer
  readonly rules: RoomRules
  readonly compactor: Compactor
  readonly meter: Meter
  readonly logger: Logger
  /** After a room's updates became durable. */
  committed(room: RoomName, senders: readonly ParticipantId[]): void
}

const beatMs = limits.pingMs - 5_000
/** What no snapshot covers before a room in use is rolled up, and one that is let go. */
const compactAfter = {
  inUse: { updates: 2_000, bytes: 8 * 1024 * 1024 },
  idle: { updates: 50, bytes: 256 * 1024 },
} satisfies Record<string, Tail>

/** Every open room: opened once however many ask, closed when nobody needs it. */
export class RoomHub {
  readonly #services: HubServices
  readonly #opening = new Map<RoomName, Promise<Room>>()
  readonly #rooms = new Map<RoomName, Room>()
  readonly #byWorkshop = new Map<string, Set<Room>>()
  readonly #owners = new Map<string, Promise<ClientOwners>>()
  readonly #held = new Set<string>()
  /** The server's own client id in each document, for the life of the process. */
  readonly #clientIds = new Map<RoomName, number>()
  readonly suspensions = new Suspensions()
  readonly #beat: NodeJS.Timeout
  readonly #sweep: NodeJS.Timeout
  #isClosed = false

  constructor(services: HubServices) {
    this.#services = services
    this.#beat = setInterval(() => this.keepAlive(), beatMs)
    this.#sweep = setInterval(() => {
      this.unloadIdle(limits.idleUnloadMs)
      for (const { document } of this.#rooms.values()) document.slim(limits.idleUnloadMs / 3)
    }, limits.idleUnloadMs / 3)
    this.#beat.unref()
    this.#sweep.unref()
  }

  /**
   * The room, loaded if need be; its workshop's record is loaded with it, since every right is read there.
   *
   * @throws RangeError when the name is not a room's
   */
  open(name: RoomName): Promise<Room> {
    let opening = this.#opening.get(name)
    this.#rooms.get(name)?.touch()
    if (!opening) {
      opening = this.#load(name)
      this.#opening.set(name, opening)
      opening.catch(() => this.#opening.delete(name))
    }
    return opening
  }

  /** The room if it is open now. */
  peek(name: RoomName): Room | undefined {
    return this.#rooms.get(name)
  }

  /** The open rooms of one workshop. */
  roomsOf(workshopId: string): Iterable<Room> {
    return this.#byWorkshop.get(workshopId) ?? []
  }

  /** Live sockets, of one workshop or of all. */
  countSessions(workshopId?: string): number {
    let count = 0
    for (const room of workshopId === undefined ? this.#rooms.values() : this.roomsOf(workshopId)) count += room.sessions.size
    return count
  }

  /** Documents in memory. */
  countRooms(): number {
    return this.#rooms.size
  }

  /** Bytes that wait for readers. */
  queuedBytes(): number {
    let bytes = 0
    for (const room of this.#rooms.values()) for (const session of room.sessions) bytes += session.queuedBytes
    return bytes
  }

  /** Resolves when no open room of the workshop holds anything that was refused. */
  async rebuilt(workshopId: string): Promise<void> {
    for (const room of [...this.roomsOf(workshopId)]) await room.document.rebuilt
  }

  /** Asks anew what everybody connected to the workshop may do. */
  recheck(workshopId: string): void {
    for (const room of this.roomsOf(workshopId)) room.recheck()
  }

  /** Until `release`, the workshop's rooms put clients' frames off. What came before counts as the workshop stands now. */
  hold(workshopId: string): void {
    for (const room of this.roomsOf(workshopId)) room.takeGathered()
    this.#held.add(workshopId)
  }

  release(workshopId: string): void {
    this.#held.delete(workshopId)
    for (const room of this.roomsOf(workshopId)) room.resume()
  }

  /** Gives every line a sign of life, and cuts those that are dead or cannot keep up. */
  keepAlive(): void {
    for (const room of this.#rooms.values()) room.keepAlive()
  }

  /** Lets go of the rooms that nobody has needed for so long; a long log is rolled into one update first. */
  unloadIdle(forMs: number): void {
    for (const room of [...this.#rooms.values()]) {
      if (!room.isIdle(forMs) || this.#isNeeded(room)) continue
      this.#drop(room)
      if (isLong(room)) this.#services.compactor.ask(room.name, () => undefined)
    }
  }

  /** Asks for snapshots of documents with a long log, so that they open quickly the next time. */
  rollUp(): void {
    for (const room of this.#rooms.values()) {
      if (isLong(room)) this.#services.compactor.ask(room.name, (covered) => room.document.rolledUp(covered))
    }
  }

  /** Lets go of a document that begins again from another state; everybody connected starts afresh from it. */
  restart(name: RoomName): void {
    const room = this.#rooms.get(name)
    if (!room) return
    room.flush()
    this.#drop(room, 'epoch')
  }

  /** Tells every socket that the server restarts, and lets go of all rooms. The caller flushes the writer before. */
  closeSessions(): void {
    this.#isClosed = true
    for (const room of this.#rooms.values()) {
      room.flush()
      for (const session of room.sessions) session.close('restart')
    }
  }

  close(): void {
    clearInterval(this.#beat)
    clearInterval(this.#sweep)
    for (const room of this.#rooms.values()) room.document.destroy()
    this.#rooms.clear()
    this.#byWorkshop.clear()
    this.#opening.clear()
  }

  async #load(name: RoomName): Promise<Room> {
    const ref = parseRoomName(name)
    if (!ref) throw new RangeError('not a room name')
    if (this.#isClosed) throw new Error('the server is closing')
    const { workshopId } = ref
    const [owners] = await Promise.all([this.#ownersOf(workshopId), ref.zone === 'record' ? undefined : this.open(recordRoom(workshopId))])
    const clientId = this.#clientIds.get(name) ?? new Y.Doc().clientID
    this.#clientIds.set(name, clientId)
    owners.claim([clientId], serverOwner)
    const { writer, log, rules, committed, meter, logger } = this.#services
    const room = await Room.open(name, ref, owners, clientId, {
      writer,
      log,
      rules,
      refused: (session, refusal) => {
        const { code } = refusal
        meter.refusal(code)
        logger.info({ room: name, participant: session.participantId, code }, 'refused')
        if (this.suspensions.count(session.device, refusal)) this.#suspend(session, workshopId)
      },
      cut: (session, reason) => {
        meter.refusal(`line/${reason}`)
        logger.info({ room: name, participant: session.participantId, reason }, 'line cut')
      },
      faulted: (session, err) => logger.error({ room: name, participant: session.participantId, err }, 'a message could not be handled'),
      admitted: (frames) => meter.update(frames),
      committed: (committedRoom, senders) => {
        committed(committedRoom, senders)
        this.#compactIfLong(committedRoom)
      },
      isHeld: (id) => this.#held.has(id),
      failed: (failed, cause) => {
        logger.error({ room: failed.name, err: cause }, 'room cannot be read')
        this.#drop(failed, 'later')
      },
    })
    this.#rooms.set(name, room)
    const siblings = this.#byWorkshop.get(workshopId)
    if (siblings) siblings.add(room)
    else this.#byWorkshop.set(workshopId, new Set([room]))
    return room
  }

  /** Sends all of a device's lines to the workshop away. */
  #suspend({ device, participantId }: Session, workshopId: string): void {
    this.#services.logger.warn({ participant: participantId }, 'device suspended')
    for (const room of this.roomsOf(workshopId)) {
      for (const session of room.sessions) if (session.device === device) session.end('suspended', 'room/suspended')
    }
  }

  #ownersOf(workshopId: string): Promise<ClientOwners> {
    let owners = this.#owners.get(workshopId)
    if (!owners) {
      owners = ClientOwners.load(this.#services.store.reading, workshopId)
      this.#owners.set(workshopId, owners)
      owners.catch(() => this.#owners.delete(workshopId))
    }
    return owners
  }

  #compactIfLong(name: RoomName): void {
    const room = this.#rooms.get(name)
    if (!room || !reaches(room.document.tail, compactAfter.inUse)) return
    this.#services.compactor.ask(name, (covered) => room.document.rolledUp(covered))
  }

  /** A record stays while any other room of its workshop is open: every right is read there. */
  #isNeeded({ ref }: Room): boolean {
    return ref.zone === 'record' && (this.#byWorkshop.get(ref.workshopId)?.size ?? 0) > 1
  }

  #drop(room: Room, reason: CloseName = 'later'): void {
    room.end(reason)
    this.#rooms.delete(room.name)
    this.#opening.delete(room.name)
    const { workshopId } = room.ref
    const siblings = this.#byWorkshop.get(workshopId)
    siblings?.delete(room)
    if (siblings?.size === 0) {
      this.#byWorkshop.delete(workshopId)
      this.#owners.delete(workshopId)
    }
    room.document.destroy()
  }
}

/** Whether a room that is let go has a log worth a snapshot. */
function isLong({ document }: Room): boolean {
  return document.hasGrown && reaches(document.tail, compactAfter.idle)
}

function reaches(tail: Tail, most: Tail): boolean {
  return tail.updates >= most.updates || tail.bytes >= most.bytes
}
