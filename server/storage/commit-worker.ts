import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openWriting } from './database'
import { type Group, writeGroup } from './group-commit'
import { type Parcel, unpack } from './parcel'
import { createUpdateLog } from './update-log'

/** Where this very file is, in source and in the built server, so that a thread can be started from it. */
export const workerUrl = import.meta.url

/** What a thread of ours is started with. */
const CommitWorkerData = z.object({ mark: z.literal('convene/commit'), file: z.string() })
export type CommitWorkerData = z.output<typeof CommitWorkerData>

/** What the thread says about a group. */
export type CommitAnswer = { readonly ok: true } | { readonly ok: false; readonly message: string; readonly code: string | undefined }

function serve(port: MessagePort, file: string): void {
  const db = openWriting(file)
  const log = createUpdateLog(db)

  async function commit(group: Group): Promise<CommitAnswer> {
    try {
      await db.transaction().execute((tx) => writeGroup(tx, log, group))
      return { ok: true }
    } catch (cause) {
      const { message, code } = cause as Error & { code?: string }
      return { ok: false, message, code }
    }
  }

  port.on('message', async (parcel: Parcel | 'close') => {
    if (parcel !== 'close') return port.postMessage(await commit(unpack(parcel)))
    await db.destroy()
    port.close()
  })
}

const data = CommitWorkerData.safeParse(workerData)
if (!isMainThread && parentPort && data.success) serve(parentPort, data.data.file)
