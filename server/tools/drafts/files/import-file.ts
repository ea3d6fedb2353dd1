import { blocksText } from '../../../../shared/doc/canonical-text'
import type { Block } from '../../../../shared/doc/outline'
import { limits } from '../../../../shared/sync/limits'
import type { ImportDraft } from '../../../../shared/tools/drafts/contract'
import { problem } from '../../../../shared/tools/drafts/problems'
import { docxHtml } from './docx-html'
import { htmlBlocks } from './html-blocks'
import { markdownBlocks } from './markdown-blocks'

/**
 * Reads a file into blocks.
 *
 * @throws WorkshopError `draft/unreadable`, `draft/empty-file`, `draft/too-long`
 */
export async function readFile(file: ImportDraft['file']): Promise<readonly Block[]> {
  const blocks = file.format === 'markdown' ? readMarkdown(file.text) : htmlBlocks(await docxHtml(Buffer.from(file.base64, 'base64')))
  const characters = blocksText(blocks).length
  if (characters === 0) throw problem('draft/empty-file')
  if (characters > limits.draftText) throw tooLong(characters)
  return blocks
}

function readMarkdown(text: string): readonly Block[] {
  // Before it is parsed: a text this long is not a statement, and a parser's time is not free.
  if (text.length > limits.draftText * 2) throw tooLong(text.length)
  return markdownBlocks(text)
}

function tooLong(characters: number): Error {
  return problem('draft/too-long', { characters: characters.toLocaleString('en'), limit: limits.draftText.toLocaleString('en') })
}
