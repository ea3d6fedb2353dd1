import { Worker } from 'node:worker_threads'

/**
 * Starts a thread from a module of ours, in the built server and from source alike.
 *
 * @param url the module's own `import.meta.url`
 * @param data what the module finds as `workerData`; it starts work only when it knows it
 */
export function startThread(url: string, data: unknown): Worker {
  return url.endsWith('.ts')
    ? new Worker(fromSource(url), { eval: true, workerData: data })
    : new Worker(new URL(url), { workerData: data })
}

/** In development and in tests, which run in the project's folder, the thread reads TypeScript and has to learn it first. */
function fromSource(url: string): string {
  return `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(url)}) })`
}
