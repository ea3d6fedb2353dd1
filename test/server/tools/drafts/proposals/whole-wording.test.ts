import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { markdownBlocks } from '../../../../../server/tools/drafts/files/markdown-blocks'
import { replaceWords } from '../../../../../server/tools/drafts/proposals/replace-words'
import { reworkedTrees } from '../../../../../server/tools/drafts/proposals/whole-wording'
import { bringBack, type RichTree, treesOf } from '../../../../../server/tools/drafts/rich-tree'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { spansOf, wordsAt } from '../../../../../shared/tools/drafts/anchor'
import { allLines, linesAsText, linesWritten, wordedLines } from '../../../../../shared/tools/drafts/proposals/worded-lines'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'

const words = fc.string({ unit: fc.constantFrom('a', 'path ', 'for ', 'every', ' adult', ', ', '. ', 'ü', '路', '👋'), maxLength: 8 })
const marks = fc.constantFrom(undefined, { bold: {} }, { bold: {}, link: { href: 'https://example.org' } })
const text = fc.array(fc.tuple(words, marks), { minLength: 1, maxLength: 3 }).map(
  (runs): RichTree => ({
    text: runs.filter(([insert]) => insert !== '').map(([insert, attributes]) => (attributes ? { insert, attributes } : { insert })),
  }),
)
const hardBreak: RichTree = { name: 'hardBreak', attributes: {}, children: [] }
const lines = fc.oneof(
  text.map((one) => [one]),
  fc.tuple(text, text).map(([one, two]) => [one, hardBreak, two]),
)
const element = (name: string, children: readonly RichTree[], attributes = {}): RichTree => ({ name, attributes, children })
const paragraph = lines.map((children) => element('paragraph', children))
const item = (name: string) =>
  fc
    .tuple(paragraph, fc.option(paragraph, { nil: undefined }))
    .map(([one, two]) =>
      element(name, two ? [one, element('bulletList', [element('listItem', [two])])] : [one], name === 'taskItem' ? { checked: true } : {}),
    )
const block = fc.oneof(
  paragraph,
  text.map((one) => element('heading', [one], { level: 2 })),
  fc.array(item('listItem'), { minLength: 1, maxLength: 3 }).map((items) => element('bulletList', items)),
  fc.array(item('taskItem'), { minLength: 1, maxLength: 2 }).map((items) => element('taskList', items)),
  fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((blocks) => element('blockquote', blocks)),
  fc.tuple(paragraph, paragraph).map((cells) =>
    element('table', [
      element(
        'tableRow',
        cells.map((cell) => element('tableCell', [cell])),
      ),
    ]),
  ),
)
const wording = fc.array(block, { minLength: 1, maxLength: 5 })

function body(trees: readonly RichTree[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('body')
  bringBack(fragment, trees)
  return fragment
}

function written(markdown: string): Y.XmlFragment {
  const fragment = body([])
  fillFragment(fragment, markdownBlocks(markdown))
  return fragment
}

const said = (fragment: Y.XmlFragment) => linesAsText(allLines(wordingText(fragment)))
const names = (trees: readonly RichTree[]): string =>
  trees.map((tree) => ('name' in tree ? `${tree.name}(${names(tree.children)})` : 't')).join(' ')

function reworked(markdown: string, lines: string): string {
  const fragment = written(markdown)
  return canonicalText(body(reworkedTrees(treesOf(fragment), linesWritten(lines))))
}

/** Puts words in the place of the first that read so. */
function replaced(markdown: string, before: string, after: string): string {
  const fragment = written(markdown)
  const read = wordingText(fragment)
  const from = read.characters.indexOf(before.replaceAll('\n', ''))
  replaceWords(fragment, wordedLines(read, [{ from, to: from + before.replaceAll('\n', '').length }]), linesWritten(after))
  return canonicalText(fragment)
}

describe('a whole wording from plain lines', () => {
  it('[DRAFTS-45] says exactly these lines, whatever blocks there were, and leaves no list item or cell without a line', () => {
    fc.assert(
      fc.property(wording, fc.array(words, { maxLength: 6 }), fc.array(fc.boolean()), (trees, others, keeps) => {
        const present = linesWritten(said(body(trees)))
        const wanted = linesWritten([...present.filter((_, at) => keeps[at]), ...others].join('\n'))
        const made = reworkedTrees(trees, wanted)
        expect(linesWritten(said(body(made)))).toEqual(wanted)
        expect(names(made)).not.toMatch(/(listItem|taskItem|tableCell)\((?!paragraph)|(bulletList|taskList|blockquote|tableRow)\(\)/)
        expect(names(made)).not.toMatch(/\(hardBreak|hardBreak\(\)\)|hardBreak\(\) hardBreak/)
      }),
      { numRuns: 400, seed: 20_261 },
    )
  })

  it('[DRAFTS-45] is the same wording when the lines are', () => {
    fc.assert(
      fc.property(wording, (trees) => {
        const once = reworkedTrees(trees, linesWritten(said(body(trees))))
        expect(canonicalText(body(once))).toBe(canonicalText(body(trees)))
      }),
      { numRuns: 200, seed: 20_262 },
    )
  })

  it('[DRAFTS-45] keeps headings, lists and bold words where a line is changed, and puts a new line after its own', () => {
    const before = '## Our **vision**\n\n- One door\n- One team\n\nNobody waits.'
    expect(reworked(before, 'Our shared vision\nOne open door\nOne team\nOne plan\nNobody waits.')).toBe(
      '## Our shared **vision**\n\n- One open door\n- One team\n- One plan\n\nNobody waits.',
    )
    expect(reworked(before, 'Our vision\nOne team')).toBe('## Our **vision**\n\n- One team')
    expect(reworked(before, 'First of all\nOur vision\nOne door\nOne team\nNobody waits.')).toBe(`First of all\n\n${before}`)
  })
})

describe('other words in the place of some', () => {
  it('[DRAFTS-40] keep the marks of what they replace, and take on those that both sides share', () => {
    expect(replaced('a **clear path** to it', 'clear path', 'clear and reachable path')).toBe('a **clear and reachable path** to it')
    expect(replaced('a **clear** path to it', 'clear path', 'plain path')).toBe('a **plain** path to it')
    expect(replaced('a **clear** path to it', 'clear path', 'clear and reachable path')).toBe('a **clear** and reachable path to it')
    expect(replaced('a **path** to it', 'path', 'pathway')).toBe('a **pathway** to it')
    expect(replaced('see [our plan](https://example.org) today', 'our plan', 'our whole plan')).toBe(
      'see [our whole plan](https://example.org/) today',
    )
  })

  it('[DRAFTS-40] leave every letter around them the very same', () => {
    fc.assert(
      fc.property(words, words, words, words, (left, before, right, after) => {
        if (linesWritten(before).length !== 1 || linesWritten(after).length !== 1) return
        const fragment = body([element('paragraph', [{ text: [{ insert: `${left}${before}${right}` }] }])])
        const read = wordingText(fragment)
        const places = wordedLines(read, [{ from: left.length, to: left.length + before.length }])
        const line = read.lines[0]?.line
        const around = [places[0]?.from ?? 0, read.characters.length - (places[0]?.to ?? 0)] as const
        const outside = idsOf(line).filter((_, at) => at < around[0] || at >= read.characters.length - around[1])
        replaceWords(fragment, places, linesWritten(after))
        const now = idsOf(line)
        expect([...now.slice(0, around[0]), ...now.slice(now.length - around[1])].slice(0, outside.length)).toEqual(outside)
      }),
      { numRuns: 300, seed: 20_263 },
    )
  })

  it('[DRAFTS-40] are bound so that a further proposal finds them, and other anchors stay on their words', () => {
    const letters = (length: number) => fc.string({ unit: fc.constantFrom('p', 'q', 'r', 's'), minLength: 1, maxLength: length })
    fc.assert(
      fc.property(fc.array(letters(6), { minLength: 3, maxLength: 8 }), fc.nat(), fc.nat(), letters(12), (all, one, two, fresh) => {
        const [at, other] = [one % all.length, two % all.length]
        if (at === other) return
        const fragment = body([element('paragraph', [{ text: [{ insert: all.map((word, index) => `${index}${word}`).join(' ') }] }])])
        const anchorOf = (index: number) => {
          const read = wordingText(fragment)
          const from = read.characters.search(new RegExp(`(?<![0-9])${index}`))
          const to = from + `${index}${all[index]}`.length
          return wordsAt(read, { from, to })
        }
        const [mine, theirs] = [anchorOf(at), anchorOf(other)]
        if (!mine || !theirs) throw new Error('there are words')
        const places = wordedLines(wordingText(fragment), spansOf(wordingText(fragment), mine))
        const anchor = replaceWords(fragment, places, [`X${fresh}`])
        const there = (words: Pick<typeof mine, 'anchor' | 'quote'>) => {
          const read = wordingText(fragment)
          return spansOf(read, words).map(({ from, to }) => read.characters.slice(from, to))
        }
        expect(anchor && there({ anchor, quote: `X${fresh}` })).toEqual([`X${fresh}`])
        expect(there(theirs)).toEqual([`${other}${all[other]}`])
      }),
      { numRuns: 300, seed: 20_264 },
    )
  })
})

/** The identity of each visible character of a line. */
function idsOf(line: Y.XmlText | undefined): readonly string[] {
  const ids: string[] = []
  for (let item = line?._start ?? null; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    for (let at = 0; at < item.length; at++) ids.push(`${item.id.client}:${item.id.clock + at}`)
  }
  return ids
}
