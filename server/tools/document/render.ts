import { type Format, unsetScriptsHeader } from '../../../shared/tools/document/contract'
import type { DocumentModel } from '../../../shared/tools/document/schema'
import type { FileAnswer } from '../../http/api'
import { renderHtml } from './html'
import { renderMarkdown } from './markdown'
import type { Press } from './press'

const types: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** One format of a document, ready to download. */
export async function renderDocument(model: DocumentModel, format: Format, press: Press): Promise<FileAnswer> {
  const common = { type: types[format], fileName: `${fileNameOf(model.title)}.${format}` }
  switch (format) {
    case 'docx':
      return { ...common, bytes: await press.word(model) }
    case 'pdf': {
      const { pdf, unsetScripts } = await press.pdf(model)
      if (unsetScripts.length === 0) return { ...common, bytes: pdf }
      return { ...common, bytes: pdf, headers: { [unsetScriptsHeader]: encodeURIComponent(unsetScripts.join(', ')) } }
    }
    case 'md':
      return { ...common, bytes: bytesOf(renderMarkdown(model)) }
    case 'html':
      return { ...common, bytes: bytesOf(renderHtml(model)) }
    case 'json':
      return { ...common, bytes: bytesOf(`${JSON.stringify(model, null, 2)}\n`) }
  }
}

/** A title as a file's name that every system takes. */
export function fileNameOf(title: string): string {
  const name = title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what a file name cannot hold.
    .replace(/[\0-\x1f\x7f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return [...name].slice(0, 80).join('').trim() || 'Document'
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
