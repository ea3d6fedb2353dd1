import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { linesEver, linesTakenOut } from './wording-letters'

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
  const stays = gone.length > 0 ? staysNear(body, gone) : undefined
  if (!stays) return
  const nodes = new Set(gone.map(outermostGone))
  const words = [...gone.flatMap(handedOn), ...[...nodes].map((node) => [keyOf(node), isOnPurpose ? knownOf(node) : []] as const)]
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
  const there = linesEver(body).filter(({ _item: item }) => !item?.deleted)
  for (let node: Y.XmlText | Y.XmlElement | undefined = line; node; node = parentOf(node)) {
    const key = keyOf(node)
    for (const each of there) {
      const known: unknown = each.getAttribute(key)
      if (isKnown(known)) return known.find(([of]) => of === client)?.[1] ?? 0
    }
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

function handedOn(line: Y.XmlText): (readonly [string, Known])[] {
  const words = [...line._map].flatMap(([key, { content }]): (readonly [string, Known])[] => {
    const known: unknown = content instanceof Y.ContentAny ? content.arr[0] : undefined
    return isKnown(known) ? [[key, known]] : []
  })
  return words.slice(-mostHandedOn)
}

/** The line that is there and stands nearest before those that went, else the first. */
function staysNear(body: Y.XmlFragment, gone: readonly Y.XmlText[]): Y.XmlText | undefined {
  let nearest: Y.XmlText | undefined
  for (const line of linesEver(body)) {
    if (gone.includes(line) && nearest) return nearest
    if (!line._item?.deleted) nearest = line
  }
  return nearest
}

function isKnown(value: unknown): value is Known {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isSafeInteger))
}
