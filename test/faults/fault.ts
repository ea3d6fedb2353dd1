/** A mistake somebody could make, as a replacement in one source file, and the tests that must notice it. */
export interface Fault {
  /** What would go wrong for people. */
  readonly what: string
  /** Path of the source from the project's root. */
  readonly file: string
  /** Stands exactly once in the file. */
  readonly from: string
  readonly to: string
  /** Test files, without `.test.ts`, below `test/`. */
  readonly tests: readonly string[]
}
