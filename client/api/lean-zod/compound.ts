import { misfit, Schema, Sized } from './schema'

type Fields = Readonly<Record<string, unknown>>
type Shape = Readonly<Record<string, Schema>>
/** What becomes of fields that the shape does not name. */
type Others = 'dropped' | 'kept' | 'refused'

class Shaped extends Schema {
  readonly shape: Shape

  constructor(shape: Shape, others: Others) {
    super((value) => readFields(fieldsOf(value), shape, others))
    this.shape = shape
  }

  extend(more: Shape): Shaped {
    return new Shaped({ ...this.shape, ...more }, 'dropped')
  }

  omit(names: Fields): Shaped {
    return new Shaped(Object.fromEntries(Object.entries(this.shape).filter(([name]) => !(name in names))), 'dropped')
  }

  partial(): Shaped {
    return new Shaped(Object.fromEntries(Object.entries(this.shape).map(([name, schema]) => [name, schema.optional()])), 'dropped')
  }
}

function readFields(fields: Fields, shape: Shape, others: Others): Fields {
  if (others === 'refused' && Object.keys(fields).some((name) => !Object.hasOwn(shape, name))) misfit('what was asked for')
  const read: Record<string, unknown> = others === 'kept' ? { ...fields } : {}
  for (const [name, schema] of Object.entries(shape)) {
    const value = schema.parse(fields[name])
    // A field that was not there and has no value stays away.
    if (value !== undefined || name in fields) read[name] = value
  }
  return read
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : misfit('an object')
}

export function object(shape: Shape): Shaped {
  return new Shaped(shape, 'dropped')
}

export function looseObject(shape: Shape): Shaped {
  return new Shaped(shape, 'kept')
}

export function strictObject(shape: Shape): Shaped {
  return new Shaped(shape, 'refused')
}

export function array(item: Schema): Sized {
  return new Sized(
    (value) => (Array.isArray(value) ? value.map((each) => item.parse(each)) : misfit('a list')),
    (list: readonly unknown[]) => list.length,
  )
}

export function tuple(items: readonly Schema[]): Schema {
  return array(new Schema((value) => value))
    .length(items.length)
    .transform((list: readonly unknown[]) => items.map((item, index) => item.parse(list[index])))
}

export function record(key: Schema, entry: Schema): Schema {
  return new Schema((value) =>
    Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, each]) => [key.parse(name), entry.parse(each)])),
  )
}

/** The first schema that fits. */
export function union(schemas: readonly Schema[]): Schema {
  return new Schema((value) => {
    for (const schema of schemas) {
      const read = schema.safeParse(value)
      if (read.success) return read.data
    }
    return misfit('any of these')
  })
}

/** A union whose members differ in one field; the first that fits is the only one. */
export function discriminatedUnion(_field: string, schemas: readonly Schema[]): Schema {
  return union(schemas)
}

/** A schema that names itself. */
export function lazy(make: () => Schema): Schema {
  return new Schema((value) => make().parse(value))
}
