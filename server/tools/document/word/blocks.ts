import { BorderStyle, HeadingLevel, Paragraph, type Table, TextRun } from 'docx'
import type { Block, ListItem } from '../../../../shared/doc/outline'
import { directionOf, leadingText } from '../../../../shared/tools/document/text'
import { deepestLevel, type wordLists } from './lists'
import { wordTable } from './table'
import { safeXml, wordRuns } from './text'

type Lists = ReturnType<typeof wordLists>

/** Where a block stands: in which list level, in a quotation. */
interface Place {
  /** -1 outside lists. */
  readonly level: number
  readonly isQuoted: boolean
}

/** Blocks as paragraphs and tables. */
export function wordBlocks(blocks: readonly Block[], lists: Lists, place: Place = { level: -1, isQuoted: false }): (Paragraph | Table)[] {
  return blocks.flatMap((block) => wordBlock(block, lists, place))
}

const headings = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5]

function wordBlock(block: Block, lists: Lists, place: Place): (Paragraph | Table)[] {
  const bidirectional = directionOf(leadingText(block)) === 'rtl'
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({ heading: headings[block.level - 1] ?? HeadingLevel.HEADING_5, bidirectional, children: wordRuns(block.text) }),
      ]
    case 'paragraph':
      return [new Paragraph({ style: styleOf(block, place), bidirectional, ...indentOf(place), children: wordRuns(block.text) })]
    case 'list':
      return listParts(block, lists, place)
    case 'quote':
      return wordBlocks(block.blocks, lists, { ...place, isQuoted: true })
    case 'code':
      return [new Paragraph({ style: 'Code', ...indentOf(place), children: codeLines(block.text) })]
    case 'rule':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'B9C2BC', space: 6 } } })]
    case 'table':
      return [
        ...(block.caption ? [new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(safeXml(block.caption))] })] : []),
        wordTable(block),
        // Without one between them, Word joins two tables that follow each other.
        new Paragraph({ style: 'TableGap' }),
      ]
  }
}

function listParts(block: Extract<Block, { type: 'list' }>, lists: Lists, place: Place): (Paragraph | Table)[] {
  const level = Math.min(place.level + 1, deepestLevel)
  const reference = block.ordered ? lists.numbered(block.start ?? 1) : lists.bulletReference
  return block.items.flatMap((item) => itemParts(item, lists, { ...place, level }, reference))
}

/** The item's first words carry its number, bullet or box; what follows is indented below them. */
function itemParts({ blocks, checked }: ListItem, lists: Lists, place: Place, reference: string): (Paragraph | Table)[] {
  const [first, ...rest] = blocks
  const words = first?.type === 'paragraph' ? first : undefined
  const bidirectional = words ? directionOf(leadingText(words)) === 'rtl' : false
  const box = checked === undefined ? [] : [new TextRun(checked ? '☑ ' : '☐ ')]
  const marker = checked === undefined ? { numbering: { reference, level: place.level } } : taskIndent(place.level)
  const lead = new Paragraph({ style: 'ListParagraph', bidirectional, ...marker, children: [...box, ...wordRuns(words?.text ?? [])] })
  return [lead, ...wordBlocks(words ? rest : blocks, lists, place)]
}

function taskIndent(level: number) {
  return { indent: { left: 360 * (level + 1), hanging: 360 } }
}

function styleOf({ style }: Extract<Block, { type: 'paragraph' }>, { isQuoted }: Place): string {
  if (isQuoted) return 'Quote'
  return style === 'statement' ? 'Statement' : style === 'meta' ? 'Meta' : 'Normal'
}

function indentOf({ level }: Place) {
  return level < 0 ? {} : { indent: { left: 360 * (level + 1) } }
}

function codeLines(text: string): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: safeXml(line), ...(index > 0 && { break: 1 }) }))
}
