import { syncType } from '../../../../shared/sync/frames'
import type { BenchServer, Room } from '../servers/server'
import { type Frame, spansIn, syncFrame } from './frames'
import { Line } from './line'
import { Writer } from './writer'

/** Told when an edit has reached everybody else. */
export type Settled = (writer: number) => void

/** Who comes into a room. */
export interface Group {
  readonly people: number
  /** How many of them write. */
  readonly writers: number
  readonly notesPerWriter?: number
}

interface Hand {
  readonly writer: Writer
  readonly line: Line
  /** The clock at which counting began. */
  base: number
  /** How far the server has told the writer that its work is taken in: on disk with ours, in memory with Hocuspocus. */
  acknowledged: number
  /** By edit since `base`: when it was sent, and how many people it has not reached yet. */
  readonly sentAtMs: number[]
  readonly missing: number[]
}

/** The people of one room: the first few write, all read, and every edit is counted at every reader. */
export class Crowd {
  readonly room: Room
  readonly lines: Line[] = []
  readonly hands: Hand[] = []
  /** Edits that reached a reader. */
  deliveries = 0
  /** Edits that a reader got out of order or never. */
  gaps = 0
  /** Lines that the server closed. */
  cut = 0
  awarenessStates = 0
  /** From sending to reading, in milliseconds, while `isTimed`. */
  readonly latenciesMs: number[] = []
  isTimed = false
  settled: Settled = () => {}
  readonly #index = new Map<number, number>()
  /** Per reader and writer: how far the reader has got. */
  #reached: number[][] = []
  #isLeaving = false
  #expected = 0

  private constructor(room: Room) {
    this.room = room
  }

  /** Resolves when everybody is there and has what everybody has. */
  static async join(server: BenchServer, people: number, writers: number): Promise<Crowd> {
    return Crowd.in(await server.openRoom(people), server, { writers, people })
  }

  static async in(room: Room, { holdsDocuments }: BenchServer, { writers, people, notesPerWriter = 1 }: Group): Promise<Crowd> {
    const crowd = new Crowd(room)
    for (const [index, seat] of room.seats.slice(0, people).entries()) {
      const writer = index < writers ? new Writer(seat.authorId, notesPerWriter) : undefined
      const line = new Line(
        room,
        seat,
        {
          frame: (frame) => crowd.#read(index, frame),
          saved: (count) => crowd.#acknowledge(index, count),
          taken: (count) => crowd.#acknowledge(index, count),
          closed: () => {
            if (!crowd.#isLeaving) crowd.cut += 1
          },
        },
        writer?.whole,
      )
      crowd.lines.push(line)
      await (holdsDocuments ? line.synced : line.opened)
      if (!writer) continue
      crowd.#index.set(writer.clientId, crowd.hands.length)
      crowd.hands.push({ writer, line, base: writer.clock, acknowledged: 0, sentAtMs: [], missing: [] })
      // A server without documents asks nobody for what they have.
      if (!holdsDocuments) line.send(syncFrame(syncType.update, writer.whole))
    }
    crowd.#reached = crowd.lines.map(() => crowd.hands.map(({ base }) => base))
    return crowd
  }

  /** Sends the next edit of a writer. */
  edit(index: number): void {
    const hand = this.hands[index]
    if (!hand) return
    const frame = hand.writer.edit()
    this.#expected += this.lines.length - 1
    hand.sentAtMs.push(performance.now())
    hand.missing.push(this.lines.length - 1)
    hand.line.send(frame)
  }

  /** Deliveries still to come. */
  get outstanding(): number {
    return this.#expected - this.deliveries
  }

  /**
   * Waits until every edit has reached everybody else.
   *
   * @throws when it does not within a minute: then no figure of this run is worth anything
   */
  async drained(): Promise<void> {
    const deadline = Date.now() + 60_000
    while (this.outstanding > 0) {
      if (Date.now() > deadline || this.cut > 0) throw new Error(`${this.outstanding} deliveries missing, ${this.cut} lines cut`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    if (this.gaps > 0) throw new Error(`${this.gaps} edits came out of order`)
  }

  /** How far anybody else has got in what a writer wrote. */
  seenUpTo(index: number): number {
    return Math.max(...this.#reached.map((reached, reader) => (reader === index ? 0 : (reached[index] ?? 0))))
  }

  leave(): void {
    this.#isLeaving = true
    for (const line of this.lines) line.leave()
  }

  /** The first frame of a line is what its writer had before it came. */
  #acknowledge(index: number, frames: number): void {
    const hand = this.hands[index]
    if (hand) hand.acknowledged = hand.base + frames - 1
  }

  #read(reader: number, frame: Frame): void {
    if (frame.kind === 'awareness') this.awarenessStates += frame.states
    if (frame.kind !== 'update' && frame.kind !== 'step2') return
    const reached = this.#reached[reader]
    if (!reached) return
    const now = performance.now()
    for (const { client, from, to } of spansIn(frame)) {
      const index = this.#index.get(client)
      if (index === undefined || index === reader) continue
      this.#reach(reached, index, from, to, now)
    }
  }

  #reach(reached: number[], index: number, from: number, to: number, now: number): void {
    const hand = this.hands[index]
    const before = reached[index] ?? 0
    if (!hand || to <= before) return
    if (from > before) this.gaps += 1
    reached[index] = to
    this.deliveries += to - before
    for (let clock = before; clock < to; clock++) {
      const edit = clock - hand.base
      if (this.isTimed) this.latenciesMs.push(now - (hand.sentAtMs[edit] ?? now))
      hand.missing[edit] = (hand.missing[edit] ?? 0) - 1
      if (hand.missing[edit] === 0) this.settled(index)
    }
  }
}
