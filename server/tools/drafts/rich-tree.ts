import * as Y from 'yjs'
import { canonicalJson } from '../../../shared/doc/canonical-json'
import { commonRuns } from '../../../shared/doc/common-runs'
import type { TextRun } from './run-reader'
import { isSame, rewrite, runsOf } from './text-runs'

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
