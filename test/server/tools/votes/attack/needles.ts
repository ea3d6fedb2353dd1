import { unzipSync } from 'fflate'
import * as encoding from 'lib0/encoding'
import { readPdf } from '../../../../support/document/pdf'

/** Something that nobody but its owner may find. */
export interface Needle {
  /** Participant id. */
  readonly owner: string
  readonly name: string
  /** What it is, for the report of a find. */
  readonly what: string
  readonly value: string | number
  /** Whether it belongs to a secret round. */
  readonly secret: boolean
}

const recordLetters = 400

/** Bytes as they can be searched: letters as they are, any other byte as one letter. */
export function lettersOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** The needles of others in a text or in raw bytes. */
export function findsIn(letters: string, needles: readonly Needle[], owner?: string): readonly string[] {
  const numbers = numbersIn(letters)
  const isIn = (value: string | number) =>
    typeof value === 'string' ? letters.includes(value) : numbers.has(value) || letters.includes(lettersOf(carried(value)))
  return needles.flatMap((needle) => (needle.owner !== owner && isIn(needle.value) ? [`${needle.what} of ${needle.name}`] : []))
}

/** Numbers that stand alone, also with a mark between their thousands. */
function numbersIn(letters: string): ReadonlySet<number> {
  const plain = letters.matchAll(/(?<![\w.-])\d{5,9}(?![\w-])/g)
  const marked = letters.matchAll(/(?<![\w.-])\d{1,3}(?:[,.\u00a0\u202f’' ]\d{3})+(?![\w-])/g)
  return new Set([...plain, ...marked].map(([written]) => Number(written.replace(/\D/g, ''))))
}

/** A number as documents carry it. */
function carried(value: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeAny(encoder, value)
  return encoding.toUint8Array(encoder)
}

/** Every text in a file, archives and PDF unpacked. */
export async function textsIn(bytes: Uint8Array): Promise<readonly string[]> {
  const letters = lettersOf(bytes)
  if (letters.startsWith('PK\u0003\u0004')) return (await Promise.all(Object.values(unzipSync(bytes)).map(textsIn))).flat()
  return [letters.startsWith('%PDF-') ? (await readPdf(bytes)).text : letters]
}

/** Where a person, by id or by name, stands in one record or line with what they chose; JSON is read as records, all else by lines. */
export function linksIn(letters: string, needles: readonly Needle[]): readonly string[] {
  const records = parsed(letters)
  if (records !== undefined) return linksOfRecord(records, needles)
  return letters.split(/\n|<\/(?:w:)?(?:tr|li|p)>/).flatMap((part) => linksOfPart(part, needles))
}

/**
 * The same of anything that JSON holds: entries of lists, entries by person, and records that name a person. What is longer
 * than one person's ballot is a list of its own, whose entries are looked at one by one.
 */
export function linksOfRecord(record: unknown, needles: readonly Needle[]): readonly string[] {
  if (typeof record !== 'object' || record === null) return []
  const entries = Object.entries(record)
  const isOfPerson = Array.isArray(record) ? () => true : ([key]: readonly [string, unknown]) => key.startsWith('p_')
  const named = entries.some(([, value]) => typeof value === 'string' && value.startsWith('p_')) ? [JSON.stringify(record)] : []
  const parts = [...named, ...entries.filter(isOfPerson).map((entry) => JSON.stringify(entry))]
  const deeper = entries.flatMap(([, value]) => linksOfRecord(value, needles))
  return [...parts.filter(({ length }) => length <= recordLetters).flatMap((part) => linksOfPart(part, needles)), ...deeper]
}

/** The same of one record, as text. */
export function linksOfPart(part: string, needles: readonly Needle[]): readonly string[] {
  const own = needles.filter(({ owner, name }) => part.includes(owner) || part.includes(name))
  return own.length === 0 ? [] : findsIn(part, own).map((find) => `${find} beside its owner: ${part.slice(0, 300)}`)
}

function parsed(letters: string): unknown {
  try {
    return JSON.parse(letters)
  } catch {
    return undefined
  }
}
