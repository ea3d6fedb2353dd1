/** A limit on something that is dear to measure: what is added counts in full until it must be measured again. */
export class Ceiling {
  readonly #limit: number
  #atMost: number

  constructor(limit: number, atMost: number) {
    this.#limit = limit
    this.#atMost = atMost
  }

  add(more: number): void {
    this.#atMost += more
  }

  /** Whether so much more stays within the limit; `measure` tells the exact amount, and is asked only when in doubt. */
  allows(more: number, measure: () => number): boolean {
    if (this.#atMost + more > this.#limit) this.#atMost = measure()
    return this.#atMost + more <= this.#limit
  }
}
