import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { isOlder, linesEver, linesTakenOut } from './wording-letters'

/** Up to which clock somebody knew what each client wrote in a line. */
type Known = readonly (readonly [client: number, clock: number])[]

/** How many words a line hands on when it goes itself: about so many changes in a row reach somebody who was away. */
const mostHandedOn = 8

/**
 * Leaves a word, in a line that stays, about everything that this editor just took out: how much of it was known. What
 * somebody else was typing there at that moment can be told by it from what was copied or meant to go.
 */
export function leaveWord(body: Y.XmlFragment, transaction: Y.Transaction, isOnPurpose: boolean): void {
  const gone = linesTakenOut(transaction)
  const stays = gone.length > 0 ? hostOf(body, gone, transaction) : undefined
  if (!stays) return
  const nodes = new Set(gone.map(outermostGone))
  const words = [
    ...gone.flatMap((line) => wordsIn(line).slice(-mostHandedOn)),
    ...[...nodes].map((node) => [keyOf(node), isOnPurpose ? knownOf(node) : []] as const),
  ]
  body.doc?.transact(({ meta }) => {
    meta.set('addToHistory', false)
    for (const [key, known] of words) stays.setAttribute(key, known as unknown as string) // any JSON, though its type says less
  }, ySyncPluginKey)
}

/**
 * Up to which clock whoever took a line out knew what a client wrote there; undefined while nobody has said.
 *
 * A line that they did not know of at all went with what it stood in.
 */
export function knownClock(body: Y.XmlFragment, line: Y.XmlText, client: number): number | undefined {
  const words = new Map(linesEver(body).flatMap(wordsIn))
  for (let node: Y.XmlText | Y.XmlElement | undefined = line; node; node = parentOf(node)) {
    const known = words.get(keyOf(node))
    if (known) return known.find(([of]) => of === client)?.[1] ?? 0
  }
  return undefined
}

function keyOf({ _item: item }: Y.XmlText | Y.XmlElement): string {
  return `left:${item?.id.client}:${item?.id.clock}`
}

function parentOf({ parent }: Y.XmlText | Y.XmlElement): Y.XmlElement | undefined {
  return parent instanceof Y.XmlElement ? parent : undefined
}

function outermostGone(line: Y.XmlText): Y.XmlText | Y.XmlElement {
  let node: Y.XmlText | Y.XmlElement = line
  for (let above = parentOf(node); above?._item?.deleted; above = parentOf(above)) node = above
  return node
}

function knownOf(node: Y.XmlText | Y.XmlElement, clocks = new Map<number, number>()): Known {
  for (let item = node._start; item; item = item.right) {
    const { client, clock } = item.id
    clocks.set(client, Math.max(clocks.get(client) ?? 0, clock + item.length))
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : undefined
    if (type instanceof Y.XmlText || type instanceof Y.XmlElement) knownOf(type, clocks)
  }
  return [...clocks]
}

/** The words that were left in a line, which may be gone itself meanwhile. */
function wordsIn(line: Y.XmlText): readonly (readonly [string, Known])[] {
  return [...line._map].flatMap(([key, { content }]): (readonly [string, Known])[] => {
    const known: unknown = content instanceof Y.ContentAny ? content.arr[0] : undefined
    return isKnown(known) ? [[key, known]] : []
  })
}

/** A line that came in place of those that went, which nobody else can have taken out already; else one that stays near them. */
function hostOf(body: Y.XmlFragment, gone: readonly Y.XmlText[], transaction: Y.Transaction): Y.XmlText | undefined {
  const lines = linesEver(body)
  const there = lines.filter(({ _item: item }) => item && !item.deleted)
  const isNew = ({ _item: item }: Y.XmlText) => item !== null && !isOlder(item.id, transaction)
  const before = lines.slice(
    0,
    lines.findIndex((line) => gone.includes(line)),
  )
  return there.find(isNew) ?? before.findLast((line) => there.includes(line)) ?? there[0]
}

function isKnown(value: unknown): value is Known {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isSafeInteger))
}
