import type { Worker } from 'node:worker_threads'
import { startThread } from '../thread'
import { snapshotOf } from './snapshot'
import type { SnapshotAnswer } from './snapshot-worker'

/** Rolls a document's updates into one. */
export interface SnapshotMaker {
  /** @returns undefined when they must stay as they are */
  make(updates: readonly Uint8Array[]): Promise<Uint8Array | undefined>
  close(): Promise<void>
}

const idleMs = 30_000

/** In this thread: for small documents only. */
export const snapshotsInPlace: SnapshotMaker = { make: async (updates) => snapshotOf(updates), close: async () => undefined }

/** In a thread of its own, so that no room waits for a large document; it ends when it has had nothing to do. */
export function snapshotsInThread(): SnapshotMaker {
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined

  async function stop(): Promise<void> {
    clearTimeout(idle)
    const ending = thread
    thread = undefined
    await ending?.terminate()
  }

  return {
    async make(updates) {
      clearTimeout(idle)
      thread ??= await start()
      try {
        return (await ask(thread, updates)).state
      } catch (cause) {
        await stop()
        throw cause
      } finally {
        idle = setTimeout(() => void stop(), idleMs).unref()
      }
    },
    close: stop,
  }
}

async function start(): Promise<Worker> {
  // In a chunk of its own, so that the thread does not load the server.
  const { workerUrl, workerMark } = await import('./snapshot-worker')
  const thread = startThread(workerUrl, workerMark)
  thread.on('error', () => undefined)
  thread.unref()
  return thread
}

function ask(thread: Worker, updates: readonly Uint8Array[]): Promise<SnapshotAnswer> {
  return new Promise((resolve, reject) => {
    const answered = (answer: SnapshotAnswer) => settle(() => resolve(answer))
    const ended = () => settle(() => reject(new Error('the thread that rolls up documents ended')))
    const failed = (cause: Error) => settle(() => reject(cause))
    function settle(end: () => void): void {
      thread.off('message', answered).off('exit', ended).off('error', failed)
      end()
    }
    thread.on('message', answered).on('exit', ended).on('error', failed)
    thread.postMessage(updates)
  })
}
