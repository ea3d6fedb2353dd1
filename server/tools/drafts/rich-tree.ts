import * as Y from 'yjs'
import { canonicalJson } from '../../../shared/doc/canonical-json'
import { commonRuns } from '../../../shared/doc/common-runs'
import { type WordRun, wordDifference } from '../../../shared/doc/word-difference'

/** A stretch of text with its marks, as Yjs stores it. */
interface TextRun {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** A node of rich text as plain data, whole: what no exporter knows is in it too. */
export type RichTree =
  | { readonly name: string; readonly attributes: Readonly<Record<string, unknown>>; readonly children: readonly RichTree[] }
  | { readonly text: readonly TextRun[] }

/** Everything in a fragment, as plain data that can be kept. */
export function treesOf(fragment: Y.XmlFragment): RichTree[] {
  return fragment.toArray().map((child): RichTree => {
    if (child instanceof Y.XmlElement) return { name: child.nodeName, attributes: child.getAttributes(), children: treesOf(child) }
    return { text: child instanceof Y.XmlText ? runsOf(child) : [] }
  })
}

/** Asked for a line that goes: true when it took the words out of it and the line may stay for a moment. */
export type Leave = (line: Y.XmlElement) => boolean

/**
 * Makes a fragment hold exactly these trees, touching only what differs: nodes that stay keep the carets, comments and
 * unsent letters of others, and within a line only the words that differ are replaced.
 */
export function bringBack(fragment: Y.XmlFragment, trees: readonly RichTree[], leave: Leave = () => false): void {
  const present = treesOf(fragment)
  let at = 0
  for (const { gone, fresh, kept } of stretches(present, trees)) {
    at = replace(fragment, at, gone, trees.slice(fresh.from, fresh.to), leave) + kept
  }
}

/** Replaces so many nodes at an index by others, those of one kind in place; returns the index after them. */
function replace(fragment: Y.XmlFragment, at: number, gone: number, fresh: readonly RichTree[], leave: Leave): number {
  let index = at
  let left = gone
  for (const tree of fresh) {
    const isChanged = left > 0 && becomes(fragment.get(index), tree, leave)
    if (!isChanged) {
      if (left > 0) index += remove(fragment, index, leave)
      fragment.insert(index, [typeOf(tree)])
    }
    left = Math.max(0, left - 1)
    index += 1
  }
  for (; left > 0; left -= 1) index += remove(fragment, index, leave)
  return index
}

/** Takes a node out, or its words only; returns how many nodes are left of it. */
function remove(fragment: Y.XmlFragment, index: number, leave: Leave): 0 | 1 {
  const node: unknown = fragment.get(index)
  if (node instanceof Y.XmlElement && leave(node)) return 1
  fragment.delete(index, 1)
  return 0
}

/** Changes a node into this tree where both are of one kind. */
function becomes(node: unknown, tree: RichTree, leave: Leave): boolean {
  if (node instanceof Y.XmlText) return 'text' in tree && rewrite(node, tree.text)
  if (!(node instanceof Y.XmlElement) || !('name' in tree) || node.nodeName !== tree.name) return false
  const present = node.getAttributes() as Record<string, unknown>
  for (const name of Object.keys(present)) if (!(name in tree.attributes)) node.removeAttribute(name)
  for (const [name, value] of Object.entries(tree.attributes)) {
    // The editor's binding stores numbers and booleans, which yjs's type does not say.
    if (!isSame(present[name], value)) node.setAttribute(name, value as string)
  }
  bringBack(node, tree.children, leave)
  return true
}

function typeOf(tree: RichTree): Y.XmlElement | Y.XmlText {
  if ('text' in tree) {
    const text = new Y.XmlText()
    text.applyDelta([...tree.text])
    return text
  }
  const element = new Y.XmlElement(tree.name)
  for (const [name, value] of Object.entries(tree.attributes)) element.setAttribute(name, value as string)
  element.insert(0, tree.children.map(typeOf))
  return element
}

/** A text's runs, as few as say the same: where a mark was taken off, Yjs leaves two of one kind side by side. */
function runsOf(text: Y.XmlText): TextRun[] {
  const runs: TextRun[] = []
  for (const run of text.toDelta() as TextRun[]) {
    const last = runs.at(-1)
    const joins = last && typeof last.insert === 'string' && typeof run.insert === 'string' && isSame(last.attributes, run.attributes)
    if (joins) runs[runs.length - 1] = { ...last, insert: `${last.insert}${run.insert}` }
    else runs.push(run)
  }
  return runs
}

/** Replaces the words of a text that differ; false where it holds something else than words. */
function rewrite(text: Y.XmlText, wanted: readonly TextRun[]): boolean {
  const present = runsOf(text)
  if (![...present, ...wanted].every(({ insert }) => typeof insert === 'string')) return false
  const steps: (TextRun | { readonly delete: number } | { readonly retain: number; readonly attributes?: object })[] = []
  const before = new RunReader(present)
  const after = new RunReader(wanted)
  for (const { kind, text: words } of letterDifference(wordsIn(present), wordsIn(wanted))) {
    if (kind === 'gone') {
      before.skip(words.length)
      steps.push({ delete: words.length })
    } else if (kind === 'new') {
      for (let left = words.length; left > 0; ) {
        const run = after.take(left)
        steps.push(run)
        left -= run.insert.length
      }
    } else {
      for (let left = words.length; left > 0; ) {
        const length = Math.min(left, before.left, after.left)
        const { attributes: old = {} } = before.take(length)
        const { attributes = {} } = after.take(length)
        const marks = changedMarks(old, attributes)
        steps.push(marks ? { retain: length, attributes: marks } : { retain: length })
        left -= length
      }
    }
  }
  text.applyDelta(steps)
  return true
}

/** Like the difference by words, but a rewritten stretch keeps the letters that it begins with: whose caret is behind them stays there. */
function letterDifference(before: string, after: string): readonly WordRun[] {
  const runs = wordDifference(before, after)
  return runs.flatMap((run, index): WordRun[] => {
    const other = run.kind === 'gone' ? runs[index + 1] : run.kind === 'new' ? runs[index - 1] : undefined
    const isPair = other !== undefined && other.kind === (run.kind === 'gone' ? 'new' : 'gone')
    const shared = isPair ? sharedStart(run.text, other.text) : 0
    const rest = { kind: run.kind, text: run.text.slice(shared) }
    const start = run.kind === 'gone' ? run.text.slice(0, shared) : ''
    return [{ kind: 'same' as const, text: start }, rest].filter(({ text }) => text !== '')
  })
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1
  const isInPair = /[\ud800-\udbff]/.test(a[length - 1] ?? '')
  return isInPair ? length - 1 : length
}

/** Reads runs of text bit by bit. */
class RunReader {
  readonly #runs: readonly TextRun[]
  #run = 0
  #offset = 0

  constructor(runs: readonly TextRun[]) {
    this.#runs = runs
  }

  /** Characters to the end of the present run. */
  get left(): number {
    return String(this.#runs[this.#run]?.insert ?? '').length - this.#offset
  }

  /** At most so many characters, all of one run. */
  take(most: number): { readonly insert: string; readonly attributes?: Readonly<Record<string, unknown>> } {
    const { insert = '', attributes } = this.#runs[this.#run] ?? {}
    const taken = String(insert).slice(this.#offset, this.#offset + most)
    this.#offset += taken.length
    if (this.left === 0) {
      this.#run += 1
      this.#offset = 0
    }
    return attributes ? { insert: taken, attributes } : { insert: taken }
  }

  skip(characters: number): void {
    for (let left = characters; left > 0; ) left -= this.take(left).insert.length
  }
}

function wordsIn(runs: readonly TextRun[]): string {
  return runs.map(({ insert }) => insert).join('')
}

/** What makes one set of marks the other; undefined when they are the same. */
function changedMarks(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): object | undefined {
  const changed = Object.entries(after).filter(([name, value]) => !isSame(before[name], value))
  const dropped = Object.keys(before).filter((name) => !(name in after))
  if (changed.length + dropped.length === 0) return undefined
  return { ...Object.fromEntries(changed), ...Object.fromEntries(dropped.map((name) => [name, null])) }
}

interface Stretch {
  readonly gone: number
  readonly fresh: { readonly from: number; readonly to: number }
  /** How many equal nodes follow. */
  readonly kept: number
}

/** What differs between two lists of nodes, each stretch followed by what stays. */
function stretches(before: readonly RichTree[], after: readonly RichTree[]): Stretch[] {
  const shared = commonRuns(before.map(canonicalJson), after.map(canonicalJson))
  const found: Stretch[] = []
  let i = 0
  let j = 0
  for (const { a, b, length } of [...shared, { a: before.length, b: after.length, length: 0 }]) {
    found.push({ gone: a - i, fresh: { from: j, to: b }, kept: length })
    i = a + length
    j = b + length
  }
  return found
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b)
}
