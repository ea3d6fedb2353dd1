import type { Worker } from 'node:worker_threads'
import { limits } from '../../../shared/sync/limits'
import { problem } from '../../../shared/tools/document/problems'
import type { DocumentModel } from '../../../shared/tools/document/schema'
import { startThread } from '../../thread'
import type { SetDocument } from './pdf/typst'
import type { PressAnswer, PressJob } from './press-worker'

/** Makes the heavy formats in a thread of its own, so that no room ever waits for a page. */
export interface Press {
  /** @throws WorkshopError `export/too-slow` after the time limit */
  pdf(model: DocumentModel): Promise<SetDocument>
  /** @throws WorkshopError `export/too-slow` after the time limit */
  word(model: DocumentModel): Promise<Uint8Array>
  close(): Promise<void>
}

interface PressOptions {
  readonly timeoutMs?: number
  /** The thread, with its 60 MB of compiler and fonts, ends after so long without work. */
  readonly idleMs?: number
}

/** One thread, started when first needed; documents are made one after the other. */
export function createPress({ timeoutMs = limits.exportTimeoutMs, idleMs = 120_000 }: PressOptions = {}): Press {
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function run(job: PressJob): Promise<PressAnswer> {
    clearTimeout(idle)
    thread ??= await startPress()
    try {
      return await ask(thread, job, timeoutMs)
    } catch (cause) {
      // Whatever went wrong in it, the next document begins in a fresh one.
      await stop()
      throw cause
    } finally {
      idle = setTimeout(() => void stop(), idleMs).unref()
    }
  }

  async function stop(): Promise<void> {
    clearTimeout(idle)
    const ending = thread
    thread = undefined
    await ending?.terminate()
  }

  function inTurn(job: PressJob): Promise<PressAnswer> {
    const made = last.then(() => run(job))
    last = made.catch(() => undefined)
    return made
  }

  return {
    async pdf(model) {
      const answer = await inTurn({ format: 'pdf', model })
      return 'pdf' in answer ? answer.pdf : unmade(answer)
    },
    async word(model) {
      const answer = await inTurn({ format: 'docx', model })
      return 'docx' in answer ? answer.docx : unmade(answer)
    },
    async close() {
      await last
      await stop()
    },
  }
}

function unmade(answer: PressAnswer): never {
  throw new Error(`the document could not be made: ${'fault' in answer ? answer.fault : 'another format came back'}`)
}

async function startPress(): Promise<Worker> {
  const { workerUrl, workerMark } = await import('./press-worker')
  const thread = startThread(workerUrl, workerMark)
  // Between documents nobody listens; an error then must not end the server.
  thread.on('error', () => undefined)
  thread.unref()
  return thread
}

function ask(thread: Worker, job: PressJob, timeoutMs: number): Promise<PressAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(problem('export/too-slow'))), timeoutMs)
    const answered = (answer: PressAnswer) => settle(() => resolve(answer))
    const ended = () => settle(() => reject(new Error('the press ended early')))
    const failed = (cause: Error) => settle(() => reject(cause))

    function settle(end: () => void): void {
      clearTimeout(timer)
      thread.off('message', answered).off('exit', ended).off('error', failed)
      end()
    }
    thread.on('message', answered).on('exit', ended).on('error', failed)
    thread.postMessage(job)
  })
}
