import { blocksText } from '../../../shared/doc/canonical-text'
import { type Block, plain } from '../../../shared/doc/outline'
import { dateInWords } from '../../../shared/tools/document/date'
import type { DocumentModel } from '../../../shared/tools/document/schema'

/** The document as Markdown, in the same hand as the canonical text of a wording. */
export function renderMarkdown(model: DocumentModel): string {
  const blocks: Block[] = [{ type: 'heading', level: 1, text: plain(model.title) }]
  if (model.focusQuestion) blocks.push({ type: 'paragraph', text: [{ text: model.focusQuestion, marks: ['italic'] }] })
  blocks.push({ type: 'paragraph', text: plain(dateInWords(model.date)) })
  for (const section of model.sections) {
    blocks.push({ type: 'heading', level: 2, text: plain(section.title) })
    blocks.push(...section.blocks.flatMap(inSection))
  }
  return `${blocksText(blocks)}\n`
}

/** Headings below the section's own; a table's caption, which Markdown lacks, as a line before it. */
function inSection(block: Block): Block[] {
  if (block.type === 'heading') return [{ ...block, level: block.level === 1 ? 3 : 4 }]
  if (block.type === 'table' && block.caption) return [{ type: 'paragraph', text: [{ text: block.caption, marks: ['italic'] }] }, block]
  return [block]
}
