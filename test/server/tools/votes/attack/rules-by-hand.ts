/** What a ballot is held against, known from how the round was made. */
export interface Terms {
  readonly method: 'dots' | 'approval' | 'score' | 'rank' | 'majority' | 'budget' | 'matrix'
  readonly dots: number
  readonly cap: number
  readonly options: readonly string[]
}

/** A request to cast, as the rules read it. */
export interface Reading {
  /** The code it is refused with wherever nothing else comes first; undefined when its form is good. */
  readonly fault: string | undefined
  readonly key: string
  readonly base: number
  /** What it places, without zeros. */
  readonly placed: Readonly<Record<string, number>>
}

const highestUnits = 1_000_000
const nothing = { key: '', base: 0, placed: {} }

/** The rules of a ballot once more, by hand from RULES.md, so that the server is not judged by itself. */
export function readCast(text: string, terms: Terms): Reading {
  const said = parsed(text)
  if (said === undefined) return { ...nothing, fault: 'request/not-json' }
  if (!isObject(said)) return { ...nothing, fault: 'request/invalid' }
  const { idempotencyKey: key, baseVersion: base, allocation, done } = said
  const isKey = typeof key === 'string' && key.length >= 1 && key.length <= 128
  if (!isKey || !isWhole(base) || !(done === undefined || typeof done === 'boolean')) return { ...nothing, fault: 'request/invalid' }
  if (allocation === undefined) return { fault: 'vote/bad-value', key, base, placed: {} }
  if (!isObject(allocation)) return { ...nothing, fault: 'request/invalid' }
  // No object has an entry of this name; it is passed over.
  const entries = Object.entries(allocation).filter(([id]) => id !== '__proto__')
  const whole = entries.filter((entry): entry is [string, number] => isWhole(entry[1]) && entry[1] <= highestUnits && entry[0].length <= 64)
  if (whole.length < entries.length) return { ...nothing, fault: 'request/invalid' }
  const placed = Object.fromEntries(whole.filter(([, value]) => value > 0))
  return { fault: allocationFault(terms, whole, Object.values(placed)), key, base, placed }
}

/** Whether what a ballot places is within everything that its round allows. */
export function isWithin(terms: Terms, placed: Readonly<Record<string, number>>): boolean {
  const entries = Object.entries(placed)
  return entries.every(([, value]) => isWhole(value)) && allocationFault(terms, entries, Object.values(placed)) === undefined
}

function allocationFault(terms: Terms, entries: readonly (readonly [string, number])[], placed: readonly number[]): string | undefined {
  const { method, dots, cap, options } = terms
  if (entries.some(([id]) => !options.includes(id))) return 'vote/unknown-option'
  const isBudgeted = method !== 'rank' && method !== 'matrix'
  if (isBudgeted && placed.reduce((sum, value) => sum + value, 0) > dots) return 'vote/over-budget'
  if (placed.some((value) => value > cap)) return 'vote/over-cap'
  if (method === 'rank' && Array.from(placed, (_, index) => index + 1).some((rank) => !placed.includes(rank))) return 'vote/bad-value'
  if (method === 'matrix' && placed.some((value) => value < 11 || value % 10 === 0)) return 'vote/bad-value'
  return undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 // a safe integer is a number
}
