import { type Format, unsetScriptsHeader } from '../../../shared/tools/document/contract'
import type { DocumentModel } from '../../../shared/tools/document/schema'
import type { FileAnswer } from '../../http/api'
import { fileNameOf } from '../../http/file-name'
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

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
