import { Worker } from 'node:worker_threads'
import { limits } from '../../../../shared/sync/limits'
import { problem } from '../../../../shared/tools/document/problems'
import type { DocumentModel } from '../../../../shared/tools/document/schema'
import type { TypstAnswer } from './typst-worker'

/** A set document, and the scripts whose letters the fonts do not hold. */
export interface SetDocument {
  readonly pdf: Uint8Array
  readonly unsetScripts: readonly string[]
}

/** Sets documents in a thread of its own, so that no room ever waits for a page. */
export interface Typesetter {
  /** @throws WorkshopError `export/too-slow` after the time limit */
  typeset(model: DocumentModel): Promise<SetDocument>
  close(): Promise<void>
}

interface TypesetterOptions {
  readonly timeoutMs?: number
  /** The thread, with its 60 MB of compiler and fonts, ends after so long without work. */
  readonly idleMs?: number
}

/** One thread, started when first needed; documents are set one after the other. */
export function createTypesetter({ timeoutMs = limits.exportTimeoutMs, idleMs = 120_000 }: TypesetterOptions = {}): Typesetter {
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function run(model: DocumentModel): Promise<SetDocument> {
    clearTimeout(idle)
    thread ??= await startThread()
    try {
      return await ask(thread, model, timeoutMs)
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

  return {
    typeset(model) {
      const made = last.then(() => run(model))
      last = made.catch(() => undefined)
      return made
    },
    async close() {
      await last
      await stop()
    },
  }
}

async function startThread(): Promise<Worker> {
  const { workerUrl, workerMark } = await import('./typst-worker')
  const thread = workerUrl.endsWith('.ts')
    ? new Worker(fromSource(workerUrl), { eval: true, workerData: workerMark })
    : new Worker(new URL(workerUrl), { workerData: workerMark })
  // Between documents nobody listens; an error then must not end the server.
  thread.on('error', () => undefined)
  thread.unref()
  return thread
}

function ask(thread: Worker, model: DocumentModel, timeoutMs: number): Promise<SetDocument> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(problem('export/too-slow'))), timeoutMs)
    const answered = (answer: TypstAnswer) =>
      settle(() => ('fault' in answer ? reject(new Error(`the page could not be set: ${answer.fault}`)) : resolve(answer)))
    const ended = () => settle(() => reject(new Error('the typesetter ended early')))
    const failed = (cause: Error) => settle(() => reject(cause))

    function settle(end: () => void): void {
      clearTimeout(timer)
      thread.off('message', answered).off('exit', ended).off('error', failed)
      end()
    }
    thread.on('message', answered).on('exit', ended).on('error', failed)
    thread.postMessage(model)
  })
}

/** In development and in tests, which run in the project's folder, the thread reads TypeScript and has to learn it first. */
function fromSource(url: string): string {
  return `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(url)}) })`
}
