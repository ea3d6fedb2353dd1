import type { DocumentModel } from './schema'
import { plainText } from './text'

/** The tables that the document prints, as rows of plain text with the head first. */
export function tablesOf(model: DocumentModel): { readonly title: string; readonly rows: readonly (readonly string[])[] }[] {
  return model.sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.type !== 'table') return []
      const title = block.caption ? `${section.title}, ${block.caption}` : section.title
      return [{ title, rows: [block.head, ...block.rows].map((row) => row.map(plainText)) }]
    }),
  )
}
