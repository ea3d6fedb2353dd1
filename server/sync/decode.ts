import * as Y from 'yjs'

export type Decoded = ReturnType<typeof Y.decodeUpdate>

/** What is thrown on the way when there are too many. */
class TooMany extends Error {}

/** Fewest bytes of a struct, of a deleted range and of a type. Source: the update format of Yjs, version 1. */
const fewestBytes = 2
/** A map, an element or a text takes many times the memory of other structs. A quarter is still more than people write. */
const shareOfTypes = 1 / 4

/** Counts while it reads. */
class CountingDecoder extends Y.UpdateDecoderV1 {
  /** How many more may come. Decoding is never interrupted, so one count serves all. */
  static left = { entries: 0, types: 0 }

  /** Asked once for each struct. */
  override readInfo(): number {
    count('entries')
    return super.readInfo()
  }

  /** Asked once for each struct that is a type. */
  override readTypeRef(): number {
    count('types')
    return super.readTypeRef()
  }

  /** Asked once for each deleted range. */
  override readDsClock(): number {
    count('entries')
    return super.readDsClock()
  }
}

function count(what: keyof typeof CountingDecoder.left): void {
  CountingDecoder.left[what] -= 1
  if (CountingDecoder.left[what] < 0) throw new TooMany()
}

/**
 * Decodes an update, and stops where it holds more structs and deleted ranges than allowed, or more types: a message within its size
 * could hold millions, and reading them would stall everybody.
 *
 * @param most structs and deleted ranges
 * @returns undefined when it cannot be decoded
 */
export function decode(update: Uint8Array, most: number): Decoded | 'tooMany' | undefined {
  try {
    if (update.byteLength <= fewestBytes * most * shareOfTypes) return Y.decodeUpdate(update)
    CountingDecoder.left = { entries: most, types: most * shareOfTypes }
    return Y.decodeUpdateV2(update, CountingDecoder)
  } catch (cause) {
    return cause instanceof TooMany ? 'tooMany' : undefined
  }
}
