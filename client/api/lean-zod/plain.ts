import { misfit, Schema, Sized } from './schema'

class Text extends Sized {
  regex(pattern: RegExp): this {
    return this.after((text: string) => (pattern.test(text) ? text : misfit('in the right form')))
  }

  trim(): this {
    return this.after((text: string) => text.trim())
  }

  toLowerCase(): this {
    return this.after((text: string) => text.toLowerCase())
  }

  normalize(form: string): this {
    return this.after((text: string) => text.normalize(form))
  }
}

class Whole extends Sized {
  int(): this {
    return this.after((value: number) => (Number.isSafeInteger(value) ? value : misfit('a whole number')))
  }
}

export function string(): Text {
  return new Text(
    (value) => (typeof value === 'string' ? value : misfit('text')),
    (text: string) => text.length,
  )
}

export function number(): Whole {
  return new Whole(
    (value) => (Number.isFinite(value) ? value : misfit('a number')),
    (value: number) => value,
  )
}

export function boolean(): Schema {
  return literal([true, false])
}

export function unknown(): Schema {
  return new Schema((value) => value)
}

export function literal(allowed: unknown): Schema {
  const values = Array.isArray(allowed) ? allowed : [allowed]
  return new Schema((value) => (values.includes(value) ? value : misfit(values.join(' or '))))
}

/** The first part as it stands, then a text that fits the second. */
export function templateLiteral([start, rest]: readonly [string, Schema]): Schema {
  return string().refine((text: string) => text.startsWith(start) && rest.safeParse(text.slice(start.length)).success)
}

export function base64(): Schema {
  return string().regex(/^(?:[0-9a-zA-Z+/]{4})*(?:[0-9a-zA-Z+/]{2}==|[0-9a-zA-Z+/]{3}=)?$/)
}

export const iso = {
  /** A day of the calendar, `2026-11-23`. */
  date: (): Schema =>
    string()
      .regex(/^\d{4}-\d\d-\d\d$/)
      .refine((day: string) => new Date(`${day}T00:00Z`).toJSON()?.startsWith(day)),
}

class Choice extends Schema {
  readonly options: readonly string[]

  constructor(options: readonly string[]) {
    super(literal(options).parse)
    this.options = options
  }
}

function choice(options: readonly string[]): Choice {
  return new Choice(options)
}

export { choice as enum }
