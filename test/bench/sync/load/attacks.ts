import { randomBytes } from 'node:crypto'
import * as encoding from 'lib0/encoding'
import { frameType, syncType } from '../../../../shared/sync/frames'
import type { Room } from '../servers/server'
import { askAll, awarenessFrame, syncFrame } from './frames'
import * as hostile from './hostile-updates'
import { Line } from './line'
import { pause } from './pause'

const mib = 1024 * 1024
const depth = 20_000
/** What a server gets to answer before the next attack. */
const answerMs = 400
const stalledReaders = 20
const stalledMs = 3_000

/** Something a member of a room might send to harm it. What is sent is made beforehand, so that the load does not stall itself. */
export interface Attack {
  readonly name: string
  run(room: Room): Promise<void>
}

/** @param history state vector of what others wrote in the room */
export function attacksOn(victim: string, history: ReadonlyMap<number, number>): readonly Attack[] {
  const update = (payload: Uint8Array) => syncFrame(syncType.update, payload)
  const whole = update(hostile.forgedNote(victim))
  const truncated = Array.from({ length: 40 }, (_, cut) => whole.subarray(0, Math.floor((whole.length * cut) / 40)))
  return [
    sending('garbage', ...Array.from({ length: 50 }, (_, index) => randomBytes(1 + index * 40))),
    sending('truncated', ...truncated),
    sending('a message of 64 MiB', new Uint8Array(64 * mib)),
    claiming('a message header that claims 120 MiB', websocketHeader(120 * mib)),
    sending('an update that claims 120 MiB', claimedUpdate(120 * mib)),
    sending('an update of 1e6 items', update(hostile.manyItems(1_000_000))),
    sending('a first sync of 1e6 items', syncFrame(syncType.step2, hostile.manyItems(1_000_000))),
    sending('awareness of 8 MiB', awarenessFrame(1, 1, { text: 'x'.repeat(8 * mib) })),
    sending('awareness of 20,000 clients', crowdedAwareness(20_000)),
    sending('awareness nested deep', nestedAwareness(depth)),
    sending('a value nested deep', update(hostile.deepValue(depth))),
    sending('maps nested deep', update(hostile.deepMaps(depth))),
    sending('__proto__ as a key', update(hostile.prototypeKey())),
    sending('__proto__ in a value', update(hostile.prototypeValue())),
    sending('clock burn', update(hostile.clockBurn(2 ** 31)), update(hostile.clockBurn(2 ** 52))),
    sending('delete-all', update(hostile.deleteAll(history))),
    sending('a forged author', whole),
    { name: 'readers that stop reading', run: stopReading },
  ]
}

/** Sends each frame on a line of its own, since a server may close it at the first. */
function sending(name: string, ...frames: readonly Uint8Array[]): Attack {
  return {
    name,
    async run(room) {
      for (const frame of frames) {
        const line = await memberOf(room)
        line?.send(frame)
        await pause(frames.length > 1 ? 20 : answerMs)
        line?.leave()
      }
    },
  }
}

/** Begins a message that never comes. */
function claiming(name: string, header: Uint8Array): Attack {
  return {
    name,
    async run(room) {
      const lines = await Promise.all(Array.from({ length: 10 }, () => memberOf(room)))
      for (const line of lines) line?.sendBytes(header)
      await pause(answerMs)
      for (const line of lines) line?.leave()
    },
  }
}

/** Asks for the whole of a large document again and again, and takes nothing of it. */
async function stopReading(room: Room): Promise<void> {
  const author = await memberOf(room)
  author?.send(syncFrame(syncType.update, hostile.manyNotes(room.seats[1]?.authorId ?? '', 500, 1_000)))
  await pause(answerMs)
  const lines = await Promise.all(Array.from({ length: stalledReaders }, () => memberOf(room)))
  for (const line of lines) {
    line?.stopReading()
    for (let ask = 0; ask < 100; ask++) line?.send(askAll)
  }
  await pause(stalledMs)
  for (const line of [author, ...lines]) line?.leave()
}

/** Undefined when the server lets nobody in any more. */
async function memberOf(room: Room): Promise<Line | undefined> {
  const seat = room.seats[1]
  if (!seat) return undefined
  const line = new Line(room, seat, {})
  return Promise.race([line.synced.then(() => line), pause(5_000).then(() => undefined)]).catch(() => undefined)
}

function claimedUpdate(bytes: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.sync)
    encoding.writeVarUint(encoder, syncType.update)
    encoding.writeVarUint(encoder, bytes)
    encoding.writeUint8Array(encoder, new Uint8Array(64))
  })
}

/** A masked binary message of so many bytes, of which only the beginning follows. */
function websocketHeader(bytes: number): Uint8Array {
  const header = Buffer.alloc(14 + 64)
  header.set([0x82, 0xff])
  header.writeBigUInt64BE(BigInt(bytes), 2)
  return header
}

function crowdedAwareness(clients: number): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients)
    for (let client = 1; client <= clients; client++) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, '{}')
    }
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })
}

function nestedAwareness(levels: number): Uint8Array {
  const state = `{"deep":${'['.repeat(levels)}${']'.repeat(levels)}}`
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 77)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, state)
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })
}
