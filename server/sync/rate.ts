/** Allows a steady rate with a burst; by the monotonic clock. */
export class TokenBucket {
  readonly #perSecond: number
  readonly #burst: number
  #level: number
  #atMs = performance.now()

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#level = burst
  }

  /** Takes `count` tokens; false (and nothing taken) when there are not enough. */
  take(count = 1): boolean {
    const nowMs = performance.now()
    this.#level = Math.min(this.#burst, this.#level + ((nowMs - this.#atMs) / 1000) * this.#perSecond)
    this.#atMs = nowMs
    if (this.#level < count) return false
    this.#level -= count
    return true
  }
}
