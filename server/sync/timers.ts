import type { Logger } from 'pino'

/** setTimeout fires at once beyond this. */
const longestMs = 2 ** 31 - 1

/** Tasks at times of the server's clock; all cancelled at shutdown. */
export class Timers {
  readonly #logger: Logger
  readonly #running = new Set<NodeJS.Timeout>()
  #isClosed = false

  constructor(logger: Logger) {
    this.#logger = logger
  }

  at(atMs: number, task: () => Promise<void>): void {
    if (this.#isClosed) return
    const waitMs = Math.max(0, atMs - Date.now())
    const timer = setTimeout(
      () => {
        this.#running.delete(timer)
        if (waitMs > longestMs) this.at(atMs, task)
        else task().catch((err: unknown) => this.#logger.error({ err }, 'a timed task failed'))
      },
      Math.min(waitMs, longestMs),
    )
    this.#running.add(timer)
  }

  close(): void {
    this.#isClosed = true
    for (const timer of this.#running) clearTimeout(timer)
    this.#running.clear()
  }
}
