/**
 * The server's clock, as well as this device can know it.
 *
 * It runs on `performance.now()`, so that a device whose own clock is wrong or is set meanwhile shows the same
 * time as everybody else.
 */
export class ServerClock {
  #serverMs: number
  #atMs: number
  #monotonic: () => number

  constructor(monotonic: () => number = () => performance.now()) {
    this.#monotonic = monotonic
    this.#serverMs = Date.now()
    this.#atMs = monotonic()
  }

  /** Milliseconds since the epoch by the server's clock. */
  now(): number {
    return this.#serverMs + (this.#monotonic() - this.#atMs)
  }

  /**
   * Takes an answer of the server that names its time.
   *
   * @param serverMs the time in the answer
   * @param sentAtMs when the question left, by the monotonic clock; half the way there and back is taken off
   */
  set(serverMs: number, sentAtMs: number): void {
    const receivedAtMs = this.#monotonic()
    this.#serverMs = serverMs + (receivedAtMs - sentAtMs) / 2
    this.#atMs = receivedAtMs
  }

  /** For `sentAtMs`. */
  mark(): number {
    return this.#monotonic()
  }
}
