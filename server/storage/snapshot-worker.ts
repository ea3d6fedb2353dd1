import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { snapshotOf } from './snapshot'

/** Where this very file is, in source and in the built server, so that a thread can be started from it. */
export const workerUrl = import.meta.url

/** What tells a thread of ours from any other that happens to load this file. */
export const workerMark = 'convene/snapshot'

/** What the thread says about a document's updates; no state when they must stay as they are. */
export interface SnapshotAnswer {
  readonly state: Uint8Array | undefined
}

function serve(port: MessagePort): void {
  port.on('message', (updates: readonly Uint8Array[]) => {
    const answer: SnapshotAnswer = { state: snapshotOf(updates) }
    port.postMessage(answer)
  })
}

if (!isMainThread && parentPort && workerData === workerMark) serve(parentPort)
