import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { DocumentModel } from '../../../shared/tools/document/schema'
import type { SetDocument } from './pdf/typst'

/** Where this very file is, in source and in the built server, so that a thread can be started from it. */
export const workerUrl = import.meta.url

/** What tells a thread of ours from any other that happens to load this file. */
export const workerMark = 'convene/press'

/** What the thread is handed. */
export interface PressJob {
  readonly format: 'pdf' | 'docx'
  readonly model: DocumentModel
}

/** What the thread says about it. */
export type PressAnswer = { readonly pdf: SetDocument } | { readonly docx: Uint8Array } | { readonly fault: string }

function serve(port: MessagePort): void {
  let typeset: Promise<(model: DocumentModel) => Promise<SetDocument>> | undefined

  async function make({ format, model }: PressJob): Promise<PressAnswer> {
    if (format === 'docx') return { docx: await (await import('./word/word')).renderWord(model) }
    typeset ??= import('./pdf/typst').then(({ startTypst }) => startTypst())
    return { pdf: await (await typeset)(model) }
  }

  port.on('message', async (job: PressJob) => {
    port.postMessage(await make(job).catch((cause: unknown) => ({ fault: cause instanceof Error ? cause.message : String(cause) })))
  })
}

if (!isMainThread && parentPort && workerData === workerMark) serve(parentPort)
