import { bool, int32, type PRNG } from 'lib0/prng'
import { oneOf } from './seeded'

type Path = readonly (string | number)[]

/** A copy of a JSON value in which one thing is altered, and what that was. */
export interface Mutation {
  readonly value: unknown
  readonly what: string
}

/** Alters one leaf, or takes one element out of a list. */
export function mutated(random: PRNG, original: unknown, mayChange: (path: Path) => boolean): Mutation {
  const value: unknown = structuredClone(original)
  const places = placesIn(value, []).filter(({ path }) => mayChange(path))
  const lists = places.filter(({ found }) => Array.isArray(found) && found.length > 0)
  if (lists.length > 0 && bool(random) && bool(random)) {
    const { path, found } = oneOf(random, lists)
    const list = found as unknown[] // chosen by that
    const at = int32(random, 0, list.length - 1)
    list.splice(at, 1)
    return { value, what: `took ${[...path, at].join('.')} out` }
  }
  const { path, found } = oneOf(
    random,
    places.filter((place) => typeof place.found !== 'object' || place.found === null),
  )
  setAt(value, path, altered(random, found))
  return { value, what: `altered ${path.join('.')}, which was ${JSON.stringify(found)}` }
}

function placesIn(found: unknown, path: Path): { readonly path: Path; readonly found: unknown }[] {
  if (typeof found !== 'object' || found === null) return [{ path, found }]
  const entries = Array.isArray(found) ? [...found.entries()] : Object.entries(found)
  return [{ path, found }, ...entries.flatMap(([key, part]) => placesIn(part, [...path, key]))]
}

function setAt(value: unknown, path: Path, next: unknown): void {
  const parent = path.slice(0, -1).reduce((part, key) => (part as Record<string | number, unknown>)[key], value) // a path of this value
  const key = path.at(-1)
  if (key !== undefined) (parent as Record<string | number, unknown>)[key] = next // as above
}

function altered(random: PRNG, found: unknown): unknown {
  if (typeof found === 'number') return found + (bool(random) ? 1 : -1)
  if (typeof found === 'boolean') return !found
  if (typeof found !== 'string' || found === '') return 'x'
  const at = int32(random, 0, found.length - 1)
  return `${found.slice(0, at)}${found[at] === 'a' ? 'b' : 'a'}${found.slice(at + 1)}`
}
