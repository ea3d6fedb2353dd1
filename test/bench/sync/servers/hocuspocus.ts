import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { frameType } from '../../../../shared/sync/frames'
import { PinnedProcess } from './pinned-process'
import { type BenchServer, type Incoming, type Room, roomNames, type StartOptions } from './server'

/** Its own frame types: an answer to a sync frame, and the notice that an update was taken. */
const theirs = { auth: 2, syncReply: 4, syncStatus: 8 }

/** Hocuspocus with its SQLite extension and its defaults. */
export async function startHocuspocus(options: StartOptions): Promise<BenchServer> {
  const process = await PinnedProcess.start('test/bench/peers/hocuspocus.mjs', {}, options)
  return {
    name: 'hocuspocus',
    holdsDocuments: true,
    keepsDocuments: true,
    process,
    openRoom: async (people) => roomOf(process.origin, people),
  }
}

/** Each of its frames begins with the document's name. */
function roomOf(origin: string, people: number): Room {
  const name = roomNames.next()
  const seat = { url: origin.replace(/^http/, 'ws'), headers: {}, authorId: 'p_bench' }
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, name))
  const token = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, theirs.auth)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'bench')
  })
  const wrap = (frame: Uint8Array) => Buffer.concat([prefix, frame])
  return { seats: Array(people).fill(seat), greeting: wrap(token), wrap, unwrap: (message) => unwrap(message.subarray(prefix.length)) }
}

function unwrap(message: Uint8Array): Incoming {
  switch (message[0]) {
    case theirs.syncReply:
      return { frame: Buffer.concat([Uint8Array.of(frameType.sync), message.subarray(1)]) }
    case theirs.syncStatus:
      return decoding.readVarUint(decoding.createDecoder(message.subarray(1))) === 1 ? { taken: true } : undefined
    case theirs.auth:
      return undefined
    default:
      return { frame: message }
  }
}
