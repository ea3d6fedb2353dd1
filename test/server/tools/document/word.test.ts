import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { renderWord } from '../../../../server/tools/document/word/word'
import { plain } from '../../../../shared/doc/outline'
import { sampleModel, samples } from '../../../support/document/model'

async function parts(model = sampleModel()): Promise<Record<string, string>> {
  const files = unzipSync(await renderWord(model))
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

describe('the Word file', () => {
  it('[DOCUMENT-3] is read by mammoth with its headings, lists and table', async () => {
    const bytes = await renderWord(sampleModel())
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    expect(html).toMatch(/<h1>(<a id="[^"]*"><\/a>)?Our shared vision<\/h1>/)
    expect(html).toContain('<h2>What people will see</h2>')
    expect(html).toContain('<strong>one front door</strong>')
    expect(html).toMatch(
      /<ol><li>Partners who keep promises<ol><li>who answers for what<\/li><\/ol><\/li><li>Money used together<\/li><\/ol>/,
    )
    expect(html).toMatch(/<thead><tr><th><p>Responsibility<\/p><\/th>/)
    expect(html).toContain('<td><p>A/R</p></td>')
    for (const text of Object.values(samples).slice(0, 5)) expect(html).toContain(text)
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  })

  it('[DOCUMENT-3] has real styles, a repeating header row, a contents field, page header and page numbers', async () => {
    const files = await parts()
    const body = files['word/document.xml'] ?? ''
    expect(body).toContain('<w:pStyle w:val="Heading1"/>')
    expect(body).toContain('<w:pStyle w:val="Statement"/>')
    expect(body).toContain('<w:tblHeader/>')
    expect(body).toContain('<w:docPartGallery w:val="Table of Contents"/>')
    expect(body).toMatch(/instrText[^>]*>TOC/)
    expect(body.match(/fldCharType="begin"/g)).toHaveLength(1)
    expect(body.match(/fldCharType="end"/g)).toHaveLength(1)
    expect(body).toMatch(/<w:hyperlink [^>]*w:anchor="section-1"[\s\S]*Our shared vision[\s\S]*<w:bookmarkStart w:name="section-1"/)
    expect(body).toMatch(/<w:numPr>/)
    expect(files['word/styles.xml']).toMatch(/w:styleId="Heading1"/)
    expect(files['word/header1.xml']).toContain('Copper Basin Caring Careers')
    expect(files['word/footer1.xml']).toMatch(/>PAGE</)
    expect(files['word/footer1.xml']).toMatch(/>NUMPAGES</)
    expect(files['docProps/core.xml']).toContain('<dc:title>Copper Basin Caring Careers</dc:title>')
  })

  it('[DOCUMENT-3] sets Arabic from right to left', async () => {
    const body = (await parts())['word/document.xml'] ?? ''
    expect(body).toMatch(/<w:bidi\/>[\s\S]*<w:rtl\/>[\s\S]*قصته/)
  })

  it('[DOCUMENT-7] has no external relationship and prints a link’s target', async () => {
    const files = await parts()
    const relationships = Object.entries(files).filter(([path]) => path.endsWith('.rels'))
    expect(relationships.length).toBeGreaterThan(1)
    for (const [, xml] of relationships) expect(xml).not.toContain('TargetMode="External"')
    expect(files['word/document.xml']).toContain('(https://www.example.org/network)')
  })

  it('[DOCUMENT-6] keeps hostile texts as text and stays readable', async () => {
    const hostile = '</w:t><w:t>]]><!-- & "quoted" \u0000\u0008 \ud83d half'
    const model = sampleModel({
      title: hostile,
      sections: [{ part: 'vision', title: hostile, blocks: [{ type: 'paragraph', text: plain(hostile) }] }],
    })
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await renderWord(model)) })
    expect(value).toContain('</w:t><w:t>]]><!-- & "quoted"')
  })

  it('[DOCUMENT-3] survives a table without rows and a list deeper than Word counts', async () => {
    const deep = (level: number): { type: 'list'; ordered: boolean; items: { blocks: never[] | object[] }[] } => ({
      type: 'list',
      ordered: true,
      items: [{ blocks: [{ type: 'paragraph', text: plain(`level ${level}`) }, ...(level < 14 ? [deep(level + 1)] : [])] }],
    })
    // The builder above makes list blocks only; its recursive type is looser than Block.
    const blocks = [deep(1), { type: 'table', head: [], rows: [] }] as never
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await renderWord(sampleModel({ sections: [{ part: 'vision', title: 'Deep', blocks }] }))),
    })
    expect(value).toContain('level 14')
  })
})
