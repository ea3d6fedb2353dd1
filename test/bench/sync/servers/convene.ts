import * as decoding from 'lib0/decoding'
import { frameType } from '../../../../shared/sync/frames'
import { boardRoom } from '../../../../shared/sync/room-name'
import { PinnedProcess } from './pinned-process'
import type { BenchServer, Incoming, Room, Seat, StartOptions } from './server'

const plenty = '1000000000'
/** Every client comes from one address, and a benchmark opens a thousand workshops. */
const oneAddress = { LIMIT_WORKSHOPS_PER_HOUR: plenty, LIMIT_SOCKETS_PER_ADDRESS: plenty }
/** A device that is kept away after three refusals could not go on with the attacks. */
const patient = { LIMIT_REFUSALS: plenty }
const noRates = {
  LIMIT_UPDATES_PER_SECOND: plenty,
  LIMIT_UPDATES_BURST: plenty,
  LIMIT_UPDATE_BYTES_PER_SECOND: plenty,
  LIMIT_UPDATE_BYTES_BURST: plenty,
}
const agenda = { steps: [{ title: 'What do we see?', minutes: 10, tool: 'ideas' }] }

/** The built product with everything on: gate, validation, full synchronous writes. */
export async function startConvene(options: StartOptions): Promise<BenchServer> {
  const env = { LOG_LEVEL: 'error', ...oneAddress, ...patient, ...(options.liftRates ? noRates : {}) }
  const process = await PinnedProcess.start('dist/server/main.js', env, options)
  return {
    name: 'convene',
    holdsDocuments: true,
    keepsDocuments: true,
    process,
    openRoom: (people) => openBoard(process.origin, people),
  }
}

/** A workshop's board, with the host on the first seat and everybody else joined by the code. */
async function openBoard(origin: string, people: number): Promise<Room> {
  const opened = await post(origin, '/api/workshops', { title: 'Benchmark', agenda, host: { name: 'Host' } })
  const { workshopId, joinCode: code } = opened.body
  const url = `${origin.replace(/^http/, 'ws')}/sync/${boardRoom(String(workshopId))}`
  const seatOf = ({ cookie, body }: Posted): Seat => ({ url, headers: { cookie, origin }, authorId: String(body.participantId) })
  const seats = [seatOf(opened)]
  for (let index = 1; index < people; index++) {
    seats.push(seatOf(await post(origin, `/api/workshops/${workshopId}/join`, { code, name: `Person ${index}` })))
  }
  return { seats, greeting: undefined, wrap: (frame) => frame, unwrap }
}

function unwrap(message: Uint8Array): Incoming {
  if (message[0] === frameType.saved) return { saved: decoding.readVarUint(decoding.createDecoder(message.subarray(1))) }
  return message[0] === frameType.refused ? undefined : { frame: message }
}

interface Posted {
  readonly cookie: string
  readonly body: Readonly<Record<string, unknown>>
}

async function post(origin: string, path: string, body: unknown): Promise<Posted> {
  const headers = { origin, 'content-type': 'application/json' }
  const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await answer.text()
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${text}`)
  const [cookie = ''] = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '')
  return { cookie, body: JSON.parse(text) }
}
