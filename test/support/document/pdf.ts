import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What another program reads from a PDF. */
export interface ReadPdf {
  readonly pages: readonly string[]
  readonly text: string
  readonly title: string | undefined
  readonly language: string | null
  readonly isTagged: boolean
  /** Titles of the bookmarks, all levels. */
  readonly bookmarks: readonly string[]
  /** Roles of the structure tree of all pages, in order. */
  readonly roles: readonly string[]
  readonly annotations: number
}

interface StructNode {
  readonly role?: string
  readonly children?: readonly StructNode[]
}

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

/** Reads a PDF with pdf.js, which is none of what wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise
  const pages: string[] = []
  const roles: string[] = []
  let annotations = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    roles.push(...rolesOf((await page.getStructTree()) as StructNode | null))
    annotations += (await page.getAnnotations()).filter(({ url, unsafeUrl }) => url || unsafeUrl).length
  }
  const { info } = await document.getMetadata()
  const mark = (await document.getMarkInfo()) as { Marked?: boolean } | null
  const bookmarks = ((await document.getOutline()) ?? []) as unknown as Bookmark[]
  const language = ((await document.getMetadata()).info as { Language?: string }).Language ?? null
  await document.destroy()
  return {
    pages,
    text: pages.join('\n'),
    title: (info as { Title?: string }).Title,
    language,
    isTagged: mark?.Marked === true,
    bookmarks: bookmarks.flatMap(titles),
    roles,
    annotations,
  }
}

function rolesOf(node: StructNode | null): string[] {
  if (!node) return []
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)]
}

function titles({ title, items }: Bookmark): string[] {
  return [title, ...items.flatMap(titles)]
}
