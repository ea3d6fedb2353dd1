/** A stretch of text with its marks, as Yjs stores it. */
export interface TextRun {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** Reads runs of text bit by bit. */
export class RunReader {
  readonly #runs: readonly TextRun[]
  #run = 0
  #offset = 0

  constructor(runs: readonly TextRun[]) {
    this.#runs = runs
  }

  /** Characters to the end of the present run. */
  get left(): number {
    return String(this.#runs[this.#run]?.insert ?? '').length - this.#offset
  }

  /** The marks of the next character; undefined at the end. */
  get marks(): Readonly<Record<string, unknown>> | undefined {
    const run = this.#runs[this.#run]
    return run && (run.attributes ?? {})
  }

  /** At most so many characters, all of one run. */
  take(most: number): TextRun & { readonly insert: string } {
    const { insert = '', attributes } = this.#runs[this.#run] ?? {}
    const taken = String(insert).slice(this.#offset, this.#offset + most)
    this.#offset += taken.length
    if (this.left === 0) {
      this.#run += 1
      this.#offset = 0
    }
    return attributes ? { insert: taken, attributes } : { insert: taken }
  }

  skip(characters: number): void {
    for (let left = characters; left > 0; ) left -= this.take(left).insert.length
  }
}

/** The runs from one character to another, all of which must be words. */
export function runsBetween(runs: readonly TextRun[], from: number, to: number): readonly TextRun[] {
  const reader = new RunReader(runs)
  reader.skip(from)
  const between: TextRun[] = []
  for (let left = to - from; left > 0; ) {
    const run = reader.take(left)
    if (run.insert === '') break
    between.push(run)
    left -= run.insert.length
  }
  return between
}

/** The characters of some runs. */
export function wordsIn(runs: readonly TextRun[]): string {
  return runs.map(({ insert }) => insert).join('')
}
