import { type ResourceLimits, Worker } from 'node:worker_threads'

/**
 * Starts a thread from a module of ours, in the built server and from source alike.
 *
 * @param url the module's own `import.meta.url`
 * @param data what the module finds as `workerData`; it starts work only when it knows it
 * @param resourceLimits of its memory, where the engine's own are not right
 */
export function startThread(url: string, data: unknown, resourceLimits: ResourceLimits = {}): Worker {
  const options = { workerData: data, resourceLimits }
  return url.endsWith('.ts') ? new Worker(fromSource(url), { ...options, eval: true }) : new Worker(new URL(url), options)
}

/** In development and in tests, which run in the project's folder, the thread reads TypeScript and has to learn it first. */
function fromSource(url: string): string {
  return `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(url)}) })`
}
