import * as encoding from 'lib0/encoding'
import { int32, type PRNG, uint8Array } from 'lib0/prng'
import * as Y from 'yjs'
import { happens, oneOf } from '../support/seeded'

/** Whom and what a forger knows. */
export interface Sight {
  /** The document as everybody sees it. */
  readonly doc: Y.Doc
  readonly own: number
  readonly others: readonly number[]
}

type Id = readonly [client: number, clock: number]

const roots = ['notes', 'body', 'notes', 'body', 'secrets', 'wordings', 'elsewhere', '__proto__', '']
const keys = [
  'n0',
  'n1',
  'n2',
  'new',
  'text',
  'id',
  'authorId',
  'toString',
  'toJSON',
  '__proto__',
  'constructor',
  'a b',
  'k'.repeat(65),
  '',
]
const values = [
  'river',
  '',
  'x'.repeat(200),
  '\ud800',
  0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  null,
  undefined,
  true,
  10n,
  Uint8Array.of(1, 2),
  [],
  { text: 'x' },
  JSON.parse('{"__proto__": {"admin": true}}'),
  { constructor: { prototype: 1 } },
  nested(40),
]

/** Breaks the bytes of real updates: flips, cuts, repeats, joins of two. */
export function mutate(random: PRNG, updates: readonly Uint8Array[]): Uint8Array {
  let bytes = Uint8Array.from(oneOf(random, updates))
  for (let n = int32(random, 1, 3); n > 0; n--) bytes = mutateOnce(random, bytes, oneOf(random, updates))
  return bytes
}

function mutateOnce(random: PRNG, bytes: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length === 0) return Uint8Array.from(other)
  const at = int32(random, 0, bytes.length - 1)
  const until = int32(random, at, bytes.length)
  switch (int32(random, 0, 6)) {
    case 0:
    case 1:
      return bytes.with(at, int32(random, 0, 255)) as Uint8Array<ArrayBuffer>
    case 2:
      return bytes.slice(0, at)
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(until))
    case 4:
      return joined(bytes.subarray(0, until), bytes.subarray(at))
    case 5:
      return joined(bytes.subarray(0, at), uint8Array(random, int32(random, 0, 6)), bytes.subarray(at))
    default:
      return joined(bytes.subarray(0, at), other.subarray(int32(random, 0, other.length)))
  }
}

/** Writes an update by hand that is well formed and says what it likes about clients, clocks, neighbours, parents and contents. */
export function forge(random: PRNG, sight: Sight): Uint8Array {
  const clients = happens(random, 0.1) ? [sight.own, sight.own] : [client(random, sight)]
  if (happens(random, 0.2)) clients.push(client(random, sight))
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.length)
    for (const id of clients) writeStructs(random, encoder, sight, id)
    writeDeletes(random, encoder, sight)
  })
}

function client(random: PRNG, { own, others }: Sight): number {
  if (happens(random, 0.8)) return own
  return happens(random, 0.5) ? oneOf(random, others) : int32(random, 1, 2 ** 31 - 1)
}

function writeStructs(random: PRNG, encoder: encoding.Encoder, sight: Sight, id: number): void {
  const count = int32(random, 1, 4)
  const state = Y.getState(sight.doc.store, id)
  encoding.writeVarUint(encoder, count)
  encoding.writeVarUint(encoder, id)
  encoding.writeVarUint(encoder, happens(random, 0.85) ? state : Math.max(0, state + int32(random, -4, 4)))
  for (let n = 0; n < count; n++) writeStruct(random, encoder, sight)
}

const contents = { gc: 0, deleted: 1, json: 2, binary: 3, string: 4, embed: 5, format: 6, type: 7, any: 8, doc: 9, skip: 10 }

function writeStruct(random: PRNG, encoder: encoding.Encoder, sight: Sight): void {
  const content = happens(random, 0.75)
    ? oneOf(random, ['string', 'any', 'type'] as const)
    : oneOf(random, Object.keys(contents) as (keyof typeof contents)[])
  if (content === 'gc' || content === 'skip') {
    encoding.writeUint8(encoder, contents[content])
    encoding.writeVarUint(encoder, happens(random, 0.9) ? int32(random, 1, 5) : 2 ** 40)
    return
  }
  const origin = happens(random, 0.6) ? someId(random, sight) : undefined
  const rightOrigin = happens(random, 0.4) ? someId(random, sight) : undefined
  const key = happens(random, 0.6) ? oneOf(random, keys) : undefined
  const info = contents[content] | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20)
  encoding.writeUint8(encoder, info)
  if (origin) writeId(encoder, origin)
  if (rightOrigin) writeId(encoder, rightOrigin)
  if (!origin && !rightOrigin) {
    const root = happens(random, 0.5) ? oneOf(random, roots) : undefined
    encoding.writeVarUint(encoder, root === undefined ? 0 : 1)
    if (root === undefined) writeId(encoder, someId(random, sight))
    else encoding.writeVarString(encoder, root)
    if (key !== undefined) encoding.writeVarString(encoder, key)
  }
  writeContent(random, encoder, content)
}

function writeContent(random: PRNG, encoder: encoding.Encoder, content: Exclude<keyof typeof contents, 'gc' | 'skip'>): void {
  switch (content) {
    case 'deleted':
      encoding.writeVarUint(encoder, happens(random, 0.9) ? int32(random, 1, 5) : 2 ** 40)
      break
    case 'json':
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, '{"a":1}')
      break
    case 'binary':
      encoding.writeVarUint8Array(encoder, Uint8Array.of(1, 2, 3))
      break
    case 'string':
      encoding.writeVarString(encoder, 'forged '.repeat(int32(random, 1, 3)))
      break
    case 'embed':
      encoding.writeVarString(encoder, oneOf(random, ['{"image":"x"}', '{"__proto__":{"admin":true}}', '1', 'null']))
      break
    case 'format':
      encoding.writeVarString(encoder, oneOf(random, ['bold', '__proto__', 'link']))
      encoding.writeVarString(encoder, oneOf(random, ['true', 'null', '{"href":"javascript:1"}', '{"__proto__":{"admin":true}}']))
      break
    case 'type': {
      const kind = oneOf(random, [0, 1, 1, 2, 3, 4, 5, 6, 6, 9])
      encoding.writeVarUint(encoder, kind)
      if (kind === 3 || kind === 5) encoding.writeVarString(encoder, oneOf(random, ['paragraph', 'script', '__proto__']))
      break
    }
    case 'any': {
      const count = int32(random, 1, 2)
      encoding.writeVarUint(encoder, count)
      for (let n = 0; n < count; n++) encoding.writeAny(encoder, oneOf(random, [...values, null]) as never)
      break
    }
    case 'doc':
      encoding.writeVarString(encoder, 'guid')
      encoding.writeAny(encoder, {})
  }
}

function writeDeletes(random: PRNG, encoder: encoding.Encoder, { doc, own, others }: Sight): void {
  const clients = happens(random, 0.3) ? [oneOf(random, [own, ...others]), oneOf(random, [own, ...others])].slice(int32(random, 0, 1)) : []
  encoding.writeVarUint(encoder, clients.length)
  for (const id of clients) {
    const count = int32(random, 1, 3)
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, count)
    const known = Y.getState(doc.store, id) + (happens(random, 0.1) ? 3 : 0)
    for (let n = 0; n < count; n++) {
      encoding.writeVarUint(encoder, int32(random, 0, known))
      encoding.writeVarUint(encoder, int32(random, 0, 4))
    }
  }
}

/** Something that there is, mostly; else something that there is not. */
function someId(random: PRNG, { doc, own, others }: Sight): Id {
  const known = [own, ...others].filter((id) => Y.getState(doc.store, id) > 0)
  if (known.length === 0 || happens(random, 0.05)) return [int32(random, 1, 2 ** 31 - 1), int32(random, 0, 9)]
  const chosen = oneOf(random, known)
  return [chosen, int32(random, 0, Y.getState(doc.store, chosen) - (happens(random, 0.05) ? -3 : 1))]
}

function writeId(encoder: encoding.Encoder, [id, clock]: Id): void {
  encoding.writeVarUint(encoder, id)
  encoding.writeVarUint(encoder, clock)
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts))
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)]
}
