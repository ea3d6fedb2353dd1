import * as Y from 'yjs'

export type Decoded = ReturnType<typeof Y.decodeUpdate>

/** What is thrown on the way when there are too many. */
class TooMany extends Error {}

/** Fewest bytes of a struct, and of a deleted range. Source: the update format of Yjs, version 1. */
const fewestBytes = 2

/** Counts while it reads. */
class CountingDecoder extends Y.UpdateDecoderV1 {
  /** How many more may come. Decoding is never interrupted, so one count serves all. */
  static left = 0

  /** Asked once for each struct. */
  override readInfo(): number {
    count()
    return super.readInfo()
  }

  /** Asked once for each deleted range. */
  override readDsClock(): number {
    count()
    return super.readDsClock()
  }
}

function count(): void {
  CountingDecoder.left -= 1
  if (CountingDecoder.left < 0) throw new TooMany()
}

/**
 * Decodes an update, and stops where it holds more structs and deleted ranges than allowed: a message within its size
 * could hold millions, and reading them would stall everybody.
 *
 * @returns undefined when it cannot be decoded
 */
export function decode(update: Uint8Array, most: number): Decoded | 'tooMany' | undefined {
  try {
    if (update.byteLength <= fewestBytes * most) return Y.decodeUpdate(update)
    CountingDecoder.left = most
    return Y.decodeUpdateV2(update, CountingDecoder)
  } catch (cause) {
    return cause instanceof TooMany ? 'tooMany' : undefined
  }
}
