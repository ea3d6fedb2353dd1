/** A child process that serves one workshop from a folder, until it is killed. Prints one JSON line when it is ready. */
import { startSyncServer } from './sync-server'

const [dataDir, workshopId] = process.argv.slice(2)
if (!dataDir) throw new RangeError('usage: sync-process <folder> [<workshop>]')
const server = await startSyncServer({ dataDir, ...(workshopId ? { workshopId: workshopId as `ws_${string}` } : {}) })
const people: string[] = []
if (!workshopId) for (let i = 0; i < 5; i++) people.push(await server.admit(`Writer ${i}`))
process.stdout.write(`${JSON.stringify({ origin: server.origin, workshopId: server.workshopId, people })}\n`)
