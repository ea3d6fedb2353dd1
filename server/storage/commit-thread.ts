import type { Worker } from 'node:worker_threads'
import { startThread } from '../thread'
import type { CommitAnswer, CommitWorkerData } from './commit-worker'
import type { Group, GroupCommit } from './group-commit'
import { pack } from './parcel'

/** All that it makes is short-lived; by itself it would let tens of megabytes of that gather. */
const memory = { maxYoungGenerationSizeMb: 2 }

/**
 * Group commits in a thread with a connection of its own, so that no room waits for the disk.
 *
 * Whoever writes on another connection meanwhile has to wait for the answer: the writer queue sees to it.
 */
export function commitsInThread(file: string): GroupCommit {
  let thread: Promise<Worker> | undefined

  async function start(): Promise<Worker> {
    // In a chunk of its own, so that the thread does not load the server.
    const { workerUrl } = await import('./commit-worker')
    const data: CommitWorkerData = { mark: 'convene/commit', file }
    const started = startThread(workerUrl, data, memory)
    // One that died is replaced for the next group.
    started.once('exit', () => {
      thread = undefined
    })
    started.on('error', () => undefined)
    return started
  }

  return {
    async commit(group) {
      thread ??= start()
      await ask(await thread, group)
    },
    async close() {
      const ending = await thread
      if (!ending) return
      const ended = new Promise((resolve) => ending.once('exit', resolve))
      ending.postMessage('close')
      await ended
    },
  }
}

function ask(thread: Worker, group: Group): Promise<void> {
  return new Promise((resolve, reject) => {
    function answered(answer: CommitAnswer): void {
      settle()
      if (answer.ok) resolve()
      else reject(Object.assign(new Error(answer.message), { code: answer.code }))
    }
    function ended(): void {
      settle()
      reject(new Error('the thread that writes to disk ended'))
    }
    function failed(cause: Error): void {
      settle()
      reject(cause)
    }
    function settle(): void {
      thread.off('message', answered).off('exit', ended).off('error', failed)
    }
    thread.on('message', answered).on('exit', ended).on('error', failed)
    thread.postMessage(pack(group))
  })
}
