import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../../server/tools/drafts/files/import-file'
import { blocksText } from '../../../../../shared/doc/canonical-text'

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = relations(`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`)

function relations(entries: string): string {
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`
}

function part(root: string, inner: string, doctype = ''): string {
  const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`
  return `<?xml version="1.0" encoding="UTF-8"?>${doctype}<w:${root} ${names}>${inner}</w:${root}>`
}

const paragraph = (runs: string) => `<w:p>${runs}</w:p>`
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

function base64(body: string, more: Readonly<Record<string, string>> = {}, doctype = ''): string {
  const parts = {
    '[Content_Types].xml': types,
    '_rels/.rels': packageRelations,
    'word/document.xml': part('document', `<w:body>${body}</w:body>`, doctype),
    ...more,
  }
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))).toString('base64')
}

async function read(body: string, more: Readonly<Record<string, string>> = {}, doctype = ''): Promise<string> {
  return blocksText(await readFile({ format: 'docx', base64: base64(body, more, doctype) }))
}

describe('a Word file', () => {
  it('[DRAFTS-116] comes in with tracked changes accepted, without remarks, with its footnotes at the end', async () => {
    const changed = `${run('We ')}<w:ins w:id="1" w:author="R">${run('open')}</w:ins><w:del w:id="2" w:author="R"><w:r><w:delText>close</w:delText></w:r></w:del>${run(' doors')}`
    const remark = `<w:commentRangeStart w:id="0"/>${run('.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const text = await read(paragraph(changed + remark + note), {
      'word/comments.xml': part('comments', `<w:comment w:id="0" w:author="R">${paragraph(run('Too short?'))}</w:comment>`),
      'word/footnotes.xml': part('footnotes', `<w:footnote w:id="2">${paragraph(run('Since 2011.'))}</w:footnote>`),
      'word/_rels/document.xml.rels': relations(
        `<Relationship Id="r2" Type="${office}/comments" Target="comments.xml"/><Relationship Id="r3" Type="${office}/footnotes" Target="footnotes.xml"/>`,
      ),
    })
    expect(text).toBe('We open doors.\\[1\\]\n\n1. Since 2011.')
  })

  it('[DRAFTS-116] is read without the pictures it links to, and without a look at any other file', async () => {
    const picture = (id: string) =>
      `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const text = await read(paragraph(run('Words.') + picture('r4') + picture('r5')), {
      'word/_rels/document.xml.rels': relations(
        `<Relationship Id="r4" Type="${office}/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="r5" Type="${office}/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>`,
      ),
    })
    expect(text).toBe('Words.')
  })

  it('[DRAFTS-116] with entities of its own is refused, or read without them, in bounded time', { timeout: 30_000 }, async () => {
    const many = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')
    const files = [
      ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;'],
      [`<!DOCTYPE x [<!ENTITY e0 "lol">${many}]>`, '&e12;'],
    ] as const
    for (const [doctype, entity] of files) {
      const text = await read(paragraph(run(`Words.${entity}`)), {}, doctype).catch(({ code }: { code: string }) => code)
      expect(['draft/unreadable', `Words.${entity.replace('&', '\\&')}`, 'Words.']).toContain(text)
    }
  })

  it('[DRAFTS-117] without a word in it is refused, and so is a text file of spaces', async () => {
    const empty = { format: 'docx', base64: base64(paragraph('') + paragraph(run('  '))) } as const
    await expect(readFile(empty)).rejects.toMatchObject({ code: 'draft/empty-file' })
    for (const text of ['', ' \n\n\t', '\uFEFF\n']) {
      await expect(readFile({ format: 'markdown', text })).rejects.toMatchObject({ code: 'draft/empty-file' })
    }
  })
})
