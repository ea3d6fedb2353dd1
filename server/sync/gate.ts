import * as Y from 'yjs'
import type { CloseName } from '../../shared/sync/close'
import { limits } from '../../shared/sync/limits'
import { type Placed, placedItems } from './neighbours'
import { type Located, Locator, type Place } from './place'
import type { Proposal, Struct } from './proposal'
import type { RootRule } from './rules'

/** Why an update is refused whole. */
export interface Refusal {
  readonly reason: CloseName
  /** Stable, for programs. */
  readonly code: string
  /** For the person, where there is more to say than the code's own message. */
  readonly detail?: string
}

/** Of what cannot be read, or would leave the document unsound. */
export const malformed: Refusal = { reason: 'malformed', code: 'room/malformed' }

/** What the gate needs to know of the room and the writer. */
export interface GateRules {
  readonly roots: ReadonlyMap<string, RootRule>
  isLocked(root: string): boolean
  /** The client id's owner, undefined while nobody has shown it. */
  ownerOf(clientId: number): string | undefined
  readonly participantId: string
  readonly maxStructs: number
}

/** What may be applied. */
export interface Admission {
  /** Client ids whose history goes on here. */
  readonly clients: readonly number[]
  /** Client ids that this update shows for the first time. */
  readonly newClients: readonly number[]
  /** Records that the update touches: root -> ids. */
  readonly records: ReadonlyMap<string, ReadonlySet<string>>
  /** What must hold once it is applied. */
  readonly placed: readonly Placed[]
}

export type Verdict = { readonly refused: Refusal } | { readonly gap: true } | { readonly admitted: Admission }

const keyPattern = /^[A-Za-z0-9_:.-]{1,64}$/
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])
const maxNesting = 24
const maxClockGrowth = 500_000

/** Decides, before the document is touched, whether an update may be applied. */
export function inspect(doc: Y.Doc, proposal: Proposal, rules: GateRules): Verdict {
  const { structs, deletes } = proposal
  if (structs.length > rules.maxStructs) return refuse('tooLarge', 'room/too-large')
  const incoming = byClient(structs)
  const newClients: number[] = []
  for (const [client, run] of incoming) {
    const owner = rules.ownerOf(client)
    if (owner === undefined) newClients.push(client)
    else if (owner !== rules.participantId) return refuse('malformed', 'room/foreign-client')
    let expected = Y.getState(doc.store, client)
    for (const struct of run) {
      if (struct.id.clock > expected) return { gap: true }
      expected = struct.id.clock + struct.length
    }
    if (expected - Y.getState(doc.store, client) > maxClockGrowth) return refuse('tooLarge', 'room/too-large')
  }
  const locator = new Locator(doc, incoming)
  const records = new Map<string, Set<string>>()

  const locked = new Map<string, boolean>()
  function isLocked(root: string): boolean {
    const known = locked.get(root)
    if (known !== undefined) return known
    const is = rules.isLocked(root)
    locked.set(root, is)
    return is
  }

  /** Whether the writer may touch what stands there; notes the record. */
  function visit(place: Located): Refusal | undefined {
    if (place === 'unknown') return { reason: 'malformed', code: 'room/unknown-reference' }
    if (place === 'gone') return undefined
    if (!rules.roots.has(place.root)) return { reason: 'malformed', code: 'room/unknown-root' }
    if (isLocked(place.root)) return { reason: 'locked', code: 'room/locked' }
    if (place.record !== undefined) {
      const ids = records.get(place.root)
      if (ids) ids.add(place.record)
      else records.set(place.root, new Set([place.record]))
    }
    return undefined
  }

  for (const struct of structs) {
    if (struct instanceof Y.GC) continue
    const place = locator.locate(struct)
    const refused = checkReferences(locator, struct) ?? visit(place)
    if (refused) return { refused }
    if (typeof place === 'string') continue
    const rule = rules.roots.get(place.root)
    const malformed = rule && checkContent(struct, place, rule)
    if (malformed) return refuse('malformed', malformed)
  }
  for (const { client, clock, length } of deletes) {
    for (let at = clock; at < clock + length; ) {
      const struct = locator.find(Y.createID(client, at))
      if (!struct) return refuse('malformed', 'room/unknown-reference')
      const refused = visit(locator.locate(struct))
      if (refused) return { refused }
      at = struct.id.clock + struct.length
    }
  }
  return { admitted: { clients: [...incoming.keys()], newClients, records, placed: placedItems(structs) } }
}

function byClient(structs: readonly Struct[]): Map<number, Struct[]> {
  const runs = new Map<number, Struct[]>()
  for (const struct of structs) {
    const run = runs.get(struct.id.client)
    if (run) run.push(struct)
    else runs.set(struct.id.client, [struct])
  }
  return runs
}

function refuse(reason: CloseName, code: string): Verdict {
  return { refused: { reason, code } }
}

function checkReferences(locator: Locator, item: Y.Item): Refusal | undefined {
  for (const id of [item.origin, item.rightOrigin]) {
    if (id && !locator.find(id)) return { reason: 'malformed', code: 'room/unknown-reference' }
  }
  return undefined
}

/** The code of what is wrong with an item's content or key, if anything. */
function checkContent(item: Y.Item, place: Place, rule: RootRule): string | undefined {
  if (place.depth > maxNesting) return 'room/too-deep'
  if (place.key !== null && !isKey(place.key)) return 'room/bad-key'
  const { content } = item
  if (content instanceof Y.ContentDeleted || place.container === 'deleted') return undefined
  const misfit = rule.kind === 'records' ? misfitOfRecord(content, place) : misfitOfText(content, place)
  if (misfit) return misfit
  if (content instanceof Y.ContentFormat) return isKey(content.key) && isPlain(content.value) ? undefined : 'room/bad-key'
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isPlain(value)) ? undefined : 'room/bad-content'
  return undefined
}

/** A collection holds records by key; a record holds plain values and maps by key. */
function misfitOfRecord(content: Y.Item['content'], { key, depth }: Place): string | undefined {
  if (key === null || (depth === 0 && !isType(content, Y.Map))) return 'room/bad-shape'
  return content instanceof Y.ContentAny || isType(content, Y.Map) ? undefined : 'room/bad-content'
}

/** Rich text is made of elements, which hold elements and lines of text: anything else would stop every editor that opens it. */
function misfitOfText(content: Y.Item['content'], { key, container }: Place): string | undefined {
  if (key !== null) return container !== 'root' && content instanceof Y.ContentAny ? undefined : 'room/bad-shape'
  if (container instanceof Y.XmlText)
    return content instanceof Y.ContentString || content instanceof Y.ContentFormat ? undefined : 'room/bad-content'
  const isElement = isType(content, Y.XmlElement)
  return isElement || (container !== 'root' && isType(content, Y.XmlText)) ? undefined : 'room/bad-shape'
}

function isType(content: Y.Item['content'], kind: typeof Y.Map | typeof Y.XmlElement | typeof Y.XmlText): boolean {
  return content instanceof Y.ContentType && content.type.constructor === kind
}

function isKey(key: string): boolean {
  return keyPattern.test(key) && !forbiddenKeys.has(key)
}

/** Whether a value is JSON with no inherited surprises; lib0's decoder turns a `__proto__` key into a prototype. */
function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || value === undefined || typeof value !== 'object') return typeof value !== 'bigint'
  if (depth > maxNesting || value instanceof Uint8Array) return false
  if (Array.isArray(value)) return value.every((inner) => isPlain(inner, depth + 1))
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.entries(value).every(([key, inner]) => !forbiddenKeys.has(key) && isPlain(inner, depth + 1))
}

/** Most structs one frame may carry. */
export const maxStructs = { update: 20_000, firstSync: 100_000 }

/** Most bytes one frame may carry. */
export const maxBytes = { update: limits.updateBytes, firstSync: limits.firstSyncBytes }
