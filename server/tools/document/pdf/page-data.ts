import { longestUnbroken, tableWeights, widestUpright } from '../../../../shared/doc/column-weights'
import type { Block, Inline, ListItem } from '../../../../shared/doc/outline'
import { dateInWords } from '../../../../shared/tools/document/date'
import type { DocumentModel } from '../../../../shared/tools/document/schema'
import { directionOf, leadingText, plainText, printedRuns } from '../../../../shared/tools/document/text'
import { printable } from './printable'

/** The model as the template reads it: every text a plain string, with its direction and marks as flags. */
export interface PageData {
  readonly json: string
  /** Scripts that the fonts do not hold, by name. */
  readonly unsetScripts: readonly string[]
}

/** Prepares a document for the typesetter. Texts stay strings all the way, so none of them can become markup. */
export function pageData(model: DocumentModel, isHeld: (codePoint: number) => boolean): PageData {
  const unset = new Set<string>()

  function set(text: string): string {
    const { text: printed, unset: missing } = printable(text, isHeld)
    for (const script of missing) unset.add(script)
    return printed
  }

  function line(text: string) {
    return { text: set(text), dir: directionOf(text) }
  }

  function run({ text, marks = [] }: Inline, longestWord: number) {
    const is = (mark: 'bold' | 'italic' | 'strike' | 'code') => marks.includes(mark)
    return { t: breakable(set(text), longestWord), b: is('bold'), i: is('italic'), s: is('strike'), c: is('code') }
  }

  function runs(text: readonly Inline[], longestWord = 70) {
    return printedRuns(text).map((each) => run(each, longestWord))
  }

  function blocks(list: readonly Block[]): unknown[] {
    return list.flatMap(byDirection).map((block) => ({ dir: directionOf(leadingText(block)), ...blockData(block) }))
  }

  function blockData(block: Block): object {
    switch (block.type) {
      case 'heading':
        return { type: 'heading', level: block.level + 1, runs: runs(block.text) }
      case 'paragraph':
        return { type: block.style ?? 'paragraph', runs: runs(block.text) }
      case 'list':
        return {
          type: block.ordered ? 'enum' : 'list',
          start: block.start ?? 1,
          tasks: block.items.some(({ checked }) => checked !== undefined),
          items: block.items.map(({ blocks: inner, checked }) => ({ checked: checked ?? null, blocks: blocks(inner) })),
        }
      case 'quote':
        return { type: 'quote', blocks: blocks(block.blocks) }
      case 'code':
        return { type: 'code', text: set(block.text) }
      case 'rule':
        return { type: 'rule' }
      case 'table':
        return tableData(block)
    }
  }

  function tableData(block: Extract<Block, { type: 'table' }>): object {
    const { caption, head, rows, toSign = false } = block
    const columns = Math.max(1, head.length, ...rows.map((row) => row.length))
    const row = (cells: readonly (readonly Inline[])[]) =>
      Array.from({ length: columns }, (_, index) => {
        const cell = cells[index] ?? []
        // In a wide table the first column holds words, the others letters under upright heads.
        return { dir: directionOf(plainText(cell)), upright: index > 0, runs: runs(cell, longestUnbroken) }
      })
    return {
      type: 'table',
      caption: caption ? line(caption) : null,
      wide: columns > widestUpright,
      weights: tableWeights(block),
      toSign,
      head: head.some((cell) => cell.length > 0) ? row(head) : null,
      rows: rows.map(row),
    }
  }

  const data = {
    language: model.language,
    title: line(model.title),
    question: model.focusQuestion ? line(model.focusQuestion) : null,
    date: dateInWords(model.date),
    day: model.date.split('-').map(Number),
    sections: model.sections.map((section) => ({
      title: line(section.title),
      blocks: blocks(section.blocks),
    })),
  }
  const unsetScripts = [...unset]
  return { json: JSON.stringify({ ...data, unset: unsetInWords(unsetScripts) }), unsetScripts }
}

/** A bulleted list in pieces whose items all run the same way: the typesetter sets the bullets of a list on one side. */
function byDirection(block: Block): readonly Block[] {
  if (block.type !== 'list' || block.ordered) return [block]
  const pieces: { readonly dir: string; readonly items: ListItem[] }[] = []
  for (const item of block.items) {
    const dir = directionOf(item.blocks[0] ? leadingText(item.blocks[0]) : '')
    const last = pieces.at(-1)
    if (last?.dir === dir) last.items.push(item)
    else pieces.push({ dir, items: [item] })
  }
  return pieces.map(({ items }) => ({ ...block, items }))
}

/** The line that the document itself carries about what it could not set; null when there is nothing to say. */
function unsetInWords(scripts: readonly string[]): string | null {
  if (scripts.length === 0) return null
  return `This PDF has no letters for: ${scripts.join(', ')}. Where they stand, the place is marked in square brackets; the Word file and the web page hold the full text.`
}

/** Lets a word longer than a line break: a zero-width space every few letters, only inside such words. */
function breakable(text: string, longestWord: number): string {
  const run = new RegExp(`\\S{${longestWord + 1},}`, 'gu')
  const pieces = new RegExp(`.{${longestWord}}(?=.)`, 'gsu')
  return text.replace(run, (word) => word.replace(pieces, '$&\u200b'))
}
