import { safeParse, type z } from 'zod'

/** A source of numbers from 0 up to 1 that a seed repeats. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const texts = [
  '',
  ' ',
  'a',
  'Nisha Patel',
  ' Trimmed ',
  'two\nlines',
  '482 913',
  '48291',
  'A/R',
  'R',
  'abc123',
  '2026-11-23',
  '2026-02-30',
  'aGVsbG8=',
  'aGVsbG8',
  'https://example.org',
  'javascript:alert(1)',
  'deadbeef'.repeat(8),
  'x'.repeat(64),
  'x'.repeat(81),
  'x'.repeat(129),
  'x'.repeat(257),
  'x'.repeat(5_000),
  'step_abc',
  'partner_abc',
]
const numbers = [0, 1, 2, 3, 8, 60, 1.5, -1, 601, 1_000_000, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]
const misfits = [undefined, null, true, 'elsewhere', 7, [], {}, [1], { id: 'x' }]

const fits = new WeakMap<z.core.$ZodType, readonly unknown[]>()

/** Those that a plain schema takes; all of them where it takes none, since a record of many fields would else never fit. */
function fitting<T>(schema: z.core.$ZodType, from: readonly T[]): readonly T[] {
  const known = fits.get(schema) as readonly T[] | undefined // kept by schema, and a schema has one list
  if (known) return known
  const taken = from.filter((value) => safeParse(schema, value).success)
  const found = taken.length > 0 ? taken : from
  fits.set(schema, found)
  return found
}

/** A value that often fits the schema and often fails it in one place. */
export function sampleOf(schema: z.core.$ZodType, random: () => number): unknown {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T // never empty
  if (random() < 0.03) return pick(misfits)
  // The definitions of zod's own kinds, told apart by their type.
  const { def } = (schema as z.core.$ZodTypes)._zod
  const again = (inner: z.core.$ZodType) => sampleOf(inner, random)
  switch (def.type) {
    case 'string':
      return pick(random() < 0.7 ? fitting(schema, texts) : texts)
    case 'number':
      return pick(random() < 0.7 ? fitting(schema, numbers) : numbers)
    case 'boolean':
      return random() < 0.5
    case 'literal':
      return pick(def.values)
    case 'enum':
      return pick(Object.values(def.entries))
    case 'template_literal':
      return `${def.parts[0]}${pick(['abc', '', 'a b', 'x'.repeat(49)])}`
    case 'array':
      return Array.from({ length: Math.floor(random() * 4) }, () => again(def.element))
    case 'tuple':
      return def.items.map(again)
    case 'record':
      return Object.fromEntries([again(def.keyType), again(def.keyType)].map((key) => [String(key), again(def.valueType)]))
    case 'object': {
      const given = Object.entries(def.shape).filter(() => random() < 0.97)
      const value = Object.fromEntries(given.map(([name, inner]) => [name, again(inner)]))
      return random() < 0.2 ? { ...value, unasked: 1 } : value
    }
    case 'union':
      return again(pick(def.options))
    case 'optional':
    case 'default':
      return random() < 0.3 ? undefined : again(def.innerType)
    case 'nullable':
      return random() < 0.3 ? null : again(def.innerType)
    case 'readonly':
    case 'catch':
      return again(def.innerType)
    case 'pipe':
      return again(def.in)
    case 'lazy':
      return random() < 0.5 ? again(def.getter()) : pick(misfits)
    case 'unknown':
      return pick(misfits)
    default:
      throw new Error(`no samples of ${def.type}`)
  }
}

/** Every schema that these exports hold, by where it stands: alone, in a collection, or in a contract. */
export function schemasIn(exports: unknown, path = '', depth = 3): ReadonlyMap<string, z.ZodType> {
  const found = new Map<string, z.ZodType>()
  if (typeof exports !== 'object' || exports === null || depth === 0) return found
  for (const [name, value] of Object.entries(exports)) {
    const here = `${path}.${name}`
    // What can be parsed with is a schema, of zod or of the lean kind.
    if (typeof value === 'object' && value !== null && 'safeParse' in value) found.set(here, value as z.ZodType)
    else for (const [inner, schema] of schemasIn(value, here, depth - 1)) found.set(inner, schema)
  }
  return found
}
