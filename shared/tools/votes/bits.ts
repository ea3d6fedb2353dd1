/** Rows of bits, `width` bits each, that can be laid over one another quickly. */
export class Bits {
  /** Numbers of 32 bits that one row takes. */
  readonly stride: number
  readonly #words: Uint32Array

  constructor(
    readonly rows: number,
    readonly width: number,
  ) {
    this.stride = Math.max(1, Math.ceil(width / 32))
    this.#words = new Uint32Array(rows * this.stride)
  }

  set(row: number, bit: number): void {
    this.orWord(row, bit >>> 5, 1 << (bit & 31))
  }

  has(row: number, bit: number): boolean {
    return (this.word(row, bit >>> 5) & (1 << (bit & 31))) !== 0
  }

  word(row: number, at: number): number {
    return this.#words[row * this.stride + at] ?? 0
  }

  orWord(row: number, at: number, bits: number): void {
    const place = row * this.stride + at
    this.#words[place] = (this.#words[place] ?? 0) | bits
  }
}
