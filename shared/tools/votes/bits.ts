/** Rows of bits, `width` bits each, that can be laid over one another quickly. */
export class Bits {
  readonly rows: number
  readonly width: number
  /** Numbers of 32 bits that one row takes. */
  readonly stride: number
  /** Row after row. */
  readonly words: Uint32Array

  constructor(rows: number, width: number) {
    this.rows = rows
    this.width = width
    this.stride = Math.max(1, Math.ceil(width / 32))
    this.words = new Uint32Array(rows * this.stride)
  }

  set(row: number, bit: number): void {
    this.or(row * this.stride + (bit >>> 5), 1 << (bit & 31))
  }

  has(row: number, bit: number): boolean {
    return ((this.words[row * this.stride + (bit >>> 5)] ?? 0) & (1 << (bit & 31))) !== 0
  }

  /** Adds bits to one of `words`. */
  or(place: number, bits: number): void {
    this.words[place] = (this.words[place] ?? 0) | bits
  }

  /** Whether any bit of any row is set. */
  any(): boolean {
    return this.words.some((word) => word !== 0)
  }
}
