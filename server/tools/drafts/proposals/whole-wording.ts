import { commonRuns } from '../../../../shared/doc/common-runs'
import { plainLine } from '../../../../shared/tools/drafts/proposals/worded-lines'
import { inkOf } from '../../../../shared/tools/drafts/wording-text'
import type { RichTree } from '../rich-tree'
import { wordsIn } from '../run-reader'
import { reworded } from './reworded'

type Element = Extract<RichTree, { readonly name: string }>

/** What becomes of a line: its words, `undefined` when it goes, and the lines that come after it. */
interface Fate {
  words: string | undefined
  readonly after: string[]
}

/**
 * A wording that says exactly these lines: what is the same stays as it is, a changed line keeps its block and its
 * formatting, a new one becomes a block like the one before it, and a line that goes takes its block along.
 */
export function reworkedTrees(trees: readonly RichTree[], wanted: readonly string[]): readonly RichTree[] {
  const { first, fates } = fatesOf(trees.flatMap(linesIn), wanted)
  const left = [...fates]
  let waiting: string[] = []

  function textAfter(tree: Extract<RichTree, { readonly text: unknown }>): readonly RichTree[] {
    if (linesIn(tree).length === 0) return [tree]
    const { words, after } = left.shift() ?? { words: undefined, after: [] }
    waiting.push(...after)
    if (words === undefined) return []
    return [linesIn(tree)[0] === words ? tree : { text: reworded(tree.text, words) }]
  }

  function waitingLines(): string[] {
    const lines = waiting
    waiting = []
    return lines
  }

  function after(children: readonly RichTree[], within?: string): readonly RichTree[] {
    return children.flatMap((child, index): readonly RichTree[] => {
      if ('text' in child) {
        const isLast = !children.slice(index + 1).some((each) => 'text' in each)
        const made = textAfter(child)
        return isLast ? made : [...made, ...waitingLines().flatMap(brokenLine)]
      }
      const made = shapeKept(child, after(child.children, child.name))
      if (isItem(child.name)) return [...made, ...waitingLines().map((line) => itemLike(child, line))]
      const endsItem = isItem(within) && index === children.length - 1
      return isLine(child) && !endsItem ? [...made, ...waitingLines().map(paragraph)] : made
    })
  }

  return [...first.map(paragraph), ...after(trees)]
}

/** Pairs the lines there are with those wanted, those that are the same first. */
function fatesOf(
  present: readonly string[],
  wanted: readonly string[],
): { readonly first: readonly string[]; readonly fates: readonly Fate[] } {
  const fates: Fate[] = present.map(() => ({ words: undefined, after: [] }))
  const first: string[] = []
  let [i, j] = [0, 0]
  const pair = (a: number, b: number, length: number) => {
    fates.slice(a, a + length).forEach((fate, at) => {
      fate.words = wanted[b + at]
    })
  }
  for (const run of [...commonRuns(present, wanted), { a: present.length, b: wanted.length, length: 0 }]) {
    const changed = Math.min(run.a - i, run.b - j)
    pair(i, j, changed)
    pair(run.a, run.b, run.length)
    const lastKept = fates[i + changed - 1]
    ;(lastKept?.after ?? first).push(...wanted.slice(j + changed, run.b))
    i = run.a + run.length
    j = run.b + run.length
  }
  return { first, fates }
}

/** The line of each text in which something can be seen. */
function linesIn(tree: RichTree): readonly string[] {
  if ('name' in tree) return tree.children.flatMap(linesIn)
  const words = wordsIn(tree.text)
  return inkOf(words).text === '' ? [] : [plainLine(words).trim()]
}

/** An element with what is left of its children, as the editor's schema wants it; nothing when nothing is left. */
function shapeKept(element: Element, made: readonly RichTree[]): readonly RichTree[] {
  const isChanged = linesIn(element).length > made.flatMap(linesIn).length
  const children = isChanged ? withoutLooseBreaks(made) : made
  if (children.length === 0 && element.children.length > 0 && !isCell(element.name)) return []
  const needsLine = (isItem(element.name) && !isParagraph(children[0])) || (isCell(element.name) && children.length === 0)
  return [{ ...element, children: needsLine ? [paragraph(''), ...children] : children }]
}

/** A line break stands between two texts. */
function withoutLooseBreaks(children: readonly RichTree[]): readonly RichTree[] {
  const kept = children.filter((child, index) => !isBreak(child) || !isBreak(children[index - 1]))
  const from = kept.findIndex((child) => !isBreak(child))
  const to = kept.findLastIndex((child) => !isBreak(child))
  return kept.slice(Math.max(0, from), to + 1)
}

function isBreak(tree: RichTree | undefined): boolean {
  return tree !== undefined && 'name' in tree && tree.name === 'hardBreak'
}

function isLine(element: Element): boolean {
  return element.children.some((child) => 'text' in child)
}

function isParagraph(tree: RichTree | undefined): boolean {
  return tree !== undefined && 'name' in tree && tree.name === 'paragraph'
}

function isItem(name: string | undefined): boolean {
  return name === 'listItem' || name === 'taskItem'
}

function isCell(name: string): boolean {
  return name === 'tableCell' || name === 'tableHeader'
}

function paragraph(line: string): Element {
  return { name: 'paragraph', attributes: {}, children: line === '' ? [] : [{ text: [{ insert: line }] }] }
}

/** A further line of the same paragraph. */
function brokenLine(line: string): readonly RichTree[] {
  return [{ name: 'hardBreak', attributes: {}, children: [] }, { text: [{ insert: line }] }]
}

/** A new list item is not ticked. */
function itemLike({ name }: Element, line: string): Element {
  return { name, attributes: name === 'taskItem' ? { checked: false } : {}, children: [paragraph(line)] }
}
