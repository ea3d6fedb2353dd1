import type { z } from 'zod'
import { LedgerExport, RoundExport } from '../round-export'

/** What a file turned out to be. */
export type ReadFile =
  | { readonly kind: 'round'; readonly file: RoundExport }
  | { readonly kind: 'ledger'; readonly file: LedgerExport }
  /** It says that it is an export, and parts of it do not read as one. */
  | { readonly kind: 'damaged'; readonly faults: readonly string[] }
  | { readonly kind: 'unreadable'; readonly words: string }

/**
 * Reads the text of an export. The value stays as it stands in the file, since hashes are made of exactly that; the schemas
 * only say whether it fits, and change nothing.
 */
export function readExport(text: string): ReadFile {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { kind: 'unreadable', words: 'This file is not JSON. Choose the JSON file that a closed vote exports.' }
  }
  const format = typeof value === 'object' && value !== null && 'format' in value && !isDeeper(value, deepest) ? value.format : undefined
  if (format === 'convene-round') {
    const faults = faultsIn(value as Fields, RoundExport.shape) // an object, as just seen
    return faults.length > 0 ? { kind: 'damaged', faults } : { kind: 'round', file: value as RoundExport } // every part fits its schema
  }
  if (format === 'convene-ledger') {
    const faults = faultsIn(value as Fields, LedgerExport.shape) // as above
    return faults.length > 0 ? { kind: 'damaged', faults } : { kind: 'ledger', file: value as LedgerExport } // as above
  }
  return { kind: 'unreadable', words: 'This file is not an export of a closed vote. Choose the JSON file that the results offer.' }
}

/** Parts of an export within parts; what nests deeper was made to exhaust whoever reads it. */
const deepest = 16

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1))
}

type Fields = Readonly<Record<string, unknown>>

/** One sentence for each part that does not fit, or that no export has. */
function faultsIn(value: Fields, shape: Readonly<Record<string, z.ZodType>>): string[] {
  const strange = Object.keys(value).filter((name) => !Object.hasOwn(shape, name))
  return [
    ...Object.entries(shape).flatMap(([name, schema]) => {
      if (!Object.hasOwn(value, name)) return schema.safeParse(undefined).success ? [] : [`The part “${name}” is missing.`]
      return schema.safeParse(value[name]).success ? [] : [`The part “${name}” was changed and cannot be read.`]
    }),
    ...strange.map((name) => `The part “${name}” does not belong to an export.`),
  ]
}
