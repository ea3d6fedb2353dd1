import type { Logger } from 'pino'
import type { RoomName } from '../../shared/sync/room-name'
import type { SnapshotMaker } from '../storage/snapshot-maker'
import type { Tail, UpdateLog } from '../storage/update-log'
import type { Writer } from '../storage/writer'

/** What compaction stands on. */
export interface CompactorServices {
  readonly log: UpdateLog
  readonly writer: Writer
  readonly snapshots: SnapshotMaker
  readonly logger: Logger
}

/** Rolls rooms' logs up in the background, one after another; the log itself is only ever added to meanwhile. */
export class Compactor {
  readonly #services: CompactorServices
  readonly #asked = new Map<RoomName, (covered: Tail) => void>()
  #running: Promise<void> | undefined
  #isClosed = false

  constructor(services: CompactorServices) {
    this.#services = services
  }

  /** Asks for a snapshot of a room; `done` hears what it covers that none covered before. */
  ask(room: RoomName, done: (covered: Tail) => void): void {
    if (this.#isClosed || this.#asked.has(room)) return
    this.#asked.set(room, done)
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
  }

  /** Resolves when nothing is being rolled up. */
  async idle(): Promise<void> {
    await this.#running
  }

  /** Finishes what is under way. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#running
    await this.#services.snapshots.close()
  }

  async #run(): Promise<void> {
    for (const [room, done] of this.#asked) {
      try {
        if (!this.#isClosed) done(await this.#roll(room))
      } catch (err) {
        this.#services.logger.error({ err, room }, 'compaction failed; the log stays as it is')
      }
      this.#asked.delete(room)
    }
  }

  async #roll(room: RoomName): Promise<Tail> {
    const { log, writer, snapshots } = this.#services
    const { seq, epoch, tail, updates } = await log.load(room)
    if (tail.updates === 0) return tail
    const state = await snapshots.make(updates)
    if (!state) throw new Error('the snapshot does not read back as what it was made of')
    await writer.act({ workshopId: '', run: (tx) => log.addSnapshot(tx, room, { seq, epoch, state }) })
    return tail
  }
}
