/** What reading gave: the value as the schema wants it, or a word about why it does not fit. */
export type Read = { readonly success: true; readonly data: unknown } | { readonly success: false; readonly error: Error }

/** A value that does not fit; thrown while reading and never seen outside `safeParse`. */
class Misfit extends Error {}

/** Ends the reading of a value that does not fit. */
export function misfit(expected: string): never {
  throw new Misfit(`This is not ${expected}.`)
}

/** One schema: a function that returns the value it was given, tidied, or throws. Every method makes a new schema. */
export class Schema {
  /** @throws Error when the value does not fit */
  readonly parse: (value: unknown) => unknown

  constructor(parse: (value: unknown) => unknown) {
    this.parse = parse
  }

  safeParse(value: unknown): Read {
    try {
      return { success: true, data: this.parse(value) }
    } catch (error) {
      if (error instanceof Misfit) return { success: false, error }
      throw error
    }
  }

  optional(): Schema {
    return new Schema((value) => (value === undefined ? undefined : this.parse(value)))
  }

  nullable(): Schema {
    return new Schema((value) => (value === null ? null : this.parse(value)))
  }

  default(otherwise: unknown): Schema {
    return new Schema((value) => (value === undefined ? otherwise : this.parse(value)))
  }

  catch(otherwise: unknown): Schema {
    return new Schema((value) => {
      const read = this.safeParse(value)
      return read.success ? read.data : otherwise
    })
  }

  readonly(): Schema {
    return this
  }

  refine(fits: (value: never) => unknown): Schema {
    // The schema's own type says what it parses to.
    return new Schema((value) => {
      const parsed = this.parse(value)
      return fits(parsed as never) ? parsed : misfit('what was asked for')
    })
  }

  transform(change: (value: never) => unknown): Schema {
    return new Schema((value) => change(this.parse(value) as never))
  }

  pipe(next: Schema): Schema {
    return new Schema((value) => next.parse(this.parse(value)))
  }
}

/** A schema whose values have a size: texts, numbers and lists. The rules hold in the order they were given. */
export class Sized extends Schema {
  readonly #sizeOf: (value: never) => number

  constructor(parse: (value: unknown) => unknown, sizeOf: (value: never) => number) {
    super(parse)
    this.#sizeOf = sizeOf
  }

  min(least: number): this {
    return this.rule((size) => size >= least)
  }

  max(most: number): this {
    return this.rule((size) => size <= most)
  }

  length(exactly: number): this {
    return this.rule((size) => size === exactly)
  }

  /** This schema with one more step after its own. */
  protected after(step: (value: never) => unknown): this {
    const Kind = this.constructor as new (parse: (value: unknown) => unknown, sizeOf: (value: never) => number) => this
    return new Kind((value) => step(this.parse(value) as never), this.#sizeOf)
  }

  private rule(holds: (size: number) => boolean): this {
    return this.after((value) => (holds(this.#sizeOf(value)) ? value : misfit('of the right size')))
  }
}
