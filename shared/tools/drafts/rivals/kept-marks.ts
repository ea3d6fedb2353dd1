import { type Block, type Inline, type Mark, plain } from '../../../doc/outline'
import { inkOf } from '../wording-text'

/** The visible characters of a wording in reading order, each with its marks. */
export interface MarkedInk {
  readonly ink: string
  readonly marks: readonly (readonly Mark[])[]
}

export function markedInk(blocks: readonly Block[]): MarkedInk {
  const runs = blocks.flatMap(runsOf).map(({ text, marks = [] }) => ({ ink: inkOf(text).text, marks }))
  return { ink: runs.map(({ ink }) => ink).join(''), marks: runs.flatMap(({ ink, marks }) => Array.from(ink.split(''), () => marks)) }
}

/**
 * Words with the marks that their visible characters have elsewhere, where they stand there; a space between two has what both have.
 *
 * @param from where their visible characters begin there
 */
export function withMarks(words: string, { ink, marks }: MarkedInk, from: number): readonly Inline[] {
  const { at, text } = inkOf(words)
  if (!ink.startsWith(text, from)) return plain(words)
  const places = new Map(at.map((place, index) => [place, from + index]))
  let next = from
  const own = Array.from(words.split(''), (_, place) => {
    const found = places.get(place)
    if (found !== undefined) next = found + 1
    return found === undefined ? common(marks[next - 1], marks[next]) : (marks[found] ?? [])
  })
  const runs: Inline[] = []
  for (const [place, character] of words.split('').entries()) {
    const last = runs.at(-1)
    const marked = own[place] ?? []
    if (last && isSame(last.marks ?? [], marked)) runs[runs.length - 1] = { ...last, text: last.text + character }
    else runs.push(marked.length > 0 ? { text: character, marks: marked } : { text: character })
  }
  return runs
}

function runsOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.text
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(runsOf))
    case 'quote':
      return block.blocks.flatMap(runsOf)
    case 'code':
      return [{ text: block.text }]
    case 'rule':
      return []
    case 'table':
      return [...block.head.flat(), ...block.rows.flat(2)]
  }
}

function common(before: readonly Mark[] = [], after: readonly Mark[] = []): readonly Mark[] {
  return before.filter((mark) => after.some((other) => keyOf(other) === keyOf(mark)))
}

function isSame(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && common(one, other).length === one.length
}

function keyOf(mark: Mark): string {
  return typeof mark === 'object' ? `to ${mark.href}` : mark
}
