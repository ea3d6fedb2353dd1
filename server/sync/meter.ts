import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What the document side has counted since the process began. */
export class Meter {
  readonly #loop = monitorEventLoopDelay({ resolution: 10 })
  readonly #refusals = new Map<string, number>()
  #updates = 0
  #commits = 0
  #commitMs = 0

  constructor() {
    this.#loop.enable()
  }

  /** So many updates of a client were admitted. */
  update(count: number): void {
    this.#updates += count
  }

  /** A client was refused, for a reason such as `room/locked`. */
  refusal(code: string): void {
    this.#refusals.set(code, (this.#refusals.get(code) ?? 0) + 1)
  }

  /** A group is on disk. */
  commit(tookMs: number): void {
    this.#commits += 1
    this.#commitMs += tookMs
  }

  get updates(): number {
    return this.#updates
  }

  get refusals(): ReadonlyMap<string, number> {
    return this.#refusals
  }

  get commits(): { readonly count: number; readonly totalMs: number } {
    return { count: this.#commits, totalMs: this.#commitMs }
  }

  /** Milliseconds by which the event loop was late, since the last time somebody asked. */
  takeLoopDelay(): { readonly p99: number; readonly max: number } {
    const perMs = 1e6
    const delay = { p99: this.#loop.percentile(99) / perMs, max: this.#loop.max / perMs }
    this.#loop.reset()
    return delay
  }

  close(): void {
    this.#loop.disable()
  }
}
