import { readFileSync } from 'node:fs'
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { htmlBlocks } from '../../../../../server/tools/drafts/files/html-blocks'
import { readFile } from '../../../../../server/tools/drafts/files/import-file'
import { markdownBlocks } from '../../../../../server/tools/drafts/files/markdown-blocks'
import { blocksText, canonicalText } from '../../../../../shared/doc/canonical-text'
import type { Block } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'

/** In as a file, into a document as the server seeds it, out as the canonical text. */
function through(blocks: readonly Block[]): string {
  const body = new Y.Doc().getXmlFragment('body')
  fillFragment(body, blocks)
  return canonicalText(body)
}

function sample(name: string): string {
  return readFileSync(`server/demo/copper-basin/${name}`, 'utf8')
}

describe('a Markdown file', () => {
  it('[DRAFTS-14] comes in whole and goes out as it was: the draft vision', () => {
    const file = sample('draft-vision.md')
    expect(`${through(markdownBlocks(file))}\n`).toBe(file)
  })

  it('[DRAFTS-14] comes in whole and goes out as it was: the draft mission, its link to a file aside', () => {
    const file = sample('draft-mission.md')
    expect(`${through(markdownBlocks(file))}\n`).toBe(file.replace('[the draft vision](./draft-vision.md)', 'the draft vision'))
  })

  it('[DRAFTS-14] reads ticks, nested lists, quotes, code, breaks and entities', () => {
    const file = '- [x] done\n- [ ] open\n  - below\n\n> said\n> so\n\n```\na  b\n```\n\none  \ntwo &amp; three\n\n#### deep'
    expect(through(markdownBlocks(file))).toBe('- [x] done\n- [ ] open\n  - below\n\n> said so\n\n`a  b`\n\none\\\ntwo & three\n\n### deep')
  })

  it('[DRAFTS-14] means the same when what went out comes in again', () => {
    const unit = fc.constantFrom(...'ab1. -+*_#>|`~[]()!<&\\:=\n"é'.split(''), 'the ', '1. ', '- ', '&amp;', '&lt;b&gt;')
    const words = fc.string({ unit, maxLength: 30 })
    const block = fc.record({ type: fc.constant('paragraph' as const), text: fc.array(fc.record({ text: words }), { maxLength: 2 }) })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), (blocks) => {
        const text = through(blocks)
        expect(blocksText(markdownBlocks(text))).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[DRAFTS-16] brings in no script, no picture and no link that may not be one', () => {
    const file =
      '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) [b](data:text/html,x) ![pic](http://x/y.png) <a href="javascript:1">c</a> [d](https://example.org/)'
    const blocks = markdownBlocks(file)
    const hrefs = JSON.stringify(blocks).match(/"href":"[^"]*"/g)
    expect(hrefs).toEqual(['"href":"https://example.org/"'])
    // HTML is words like any other, escaped on its way out.
    expect(through(blocks)).toContain('\\<script>alert(1)\\</script>')
  })
})

const word = (name: string, children: readonly (Paragraph | Table)[]) =>
  Packer.toBuffer(
    new Document({
      title: name,
      numbering: {
        config: [{ reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }] }],
      },
      sections: [{ children: [...children] }],
    }),
  )

function cell(text: string): TableCell {
  return new TableCell({ children: [new Paragraph(text)] })
}

// Each file starts a worker of its own, which takes its time on a busy machine.
describe('a Word file', { timeout: 30_000 }, () => {
  it('[DRAFTS-15] comes in with headings, bold, italic, lists, tables and links', async () => {
    const bytes = await word('Vision', [
      new Paragraph({ text: 'Vision', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [
          new TextRun('Every adult '),
          new TextRun({ text: 'climbs', bold: true }),
          new TextRun({ text: ' together', italics: true }),
          new TextRun(' 🌱, see '),
          new ExternalHyperlink({ link: 'https://example.org/plan', children: [new TextRun('the plan')] }),
          new ExternalHyperlink({ link: 'javascript:alert(1)', children: [new TextRun(' now')] }),
        ],
      }),
      new Paragraph({ text: 'one door', bullet: { level: 0 } }),
      new Paragraph({ text: 'for all', bullet: { level: 1 } }),
      new Paragraph({ text: 'first', numbering: { reference: 'n', level: 0 } }),
      new Table({
        rows: [new TableRow({ children: [cell('Goal'), cell('Lead')] }), new TableRow({ children: [cell('Intake'), cell('One Stop')] })],
      }),
    ])
    const blocks = await readFile({ format: 'docx', base64: Buffer.from(bytes).toString('base64') })
    expect(through(blocks)).toBe(
      [
        '# Vision',
        'Every adult **climbs** *together* 🌱, see [the plan](https://example.org/plan) now',
        '- one door\n  - for all',
        '1. first',
        '| Goal | Lead |\n| --- | --- |\n| Intake | One Stop |',
      ].join('\n\n'),
    )
  })

  it('[DRAFTS-15] is refused when it is none, or unpacks to too much', async () => {
    // A good file but for one part that unpacks to 51 MB.
    const good = unzipSync(await word('Vision', [new Paragraph('Vision')]))
    const bomb = zipSync({ ...good, 'word/extra.xml': [new Uint8Array(51 * 1024 * 1024), { level: 1 }] })
    const many = zipSync(Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`word/${n}.xml`, new Uint8Array(1)])))
    const other = zipSync({ 'notes.txt': new TextEncoder().encode('hello') })
    for (const bytes of [bomb, many, other, new TextEncoder().encode('plain text'), new Uint8Array(0)]) {
      const reading = readFile({ format: 'docx', base64: Buffer.from(bytes).toString('base64') })
      await expect(reading).rejects.toMatchObject({ code: 'draft/unreadable' })
    }
  })

  it('[DRAFTS-15] is refused when it lies about how large it is', async () => {
    const honest = zipSync({
      '[Content_Types].xml': new Uint8Array(10),
      'word/document.xml': [new Uint8Array(4 * 1024 * 1024), { level: 1 }],
    })
    // The central directory says 1 000 bytes; what is inside unpacks to 4 MB.
    const bytes = Buffer.from(honest)
    const at = bytes.lastIndexOf(Buffer.from('PK\x01\x02'))
    bytes.writeUInt32LE(1_000, at + 24)
    const reading = readFile({ format: 'docx', base64: bytes.toString('base64') })
    await expect(reading).rejects.toMatchObject({ code: 'draft/unreadable' })
  })

  it('[DRAFTS-16] loses everything that could run on its way through HTML', () => {
    const html =
      '<p onclick="x()">a<script>alert(1)</script><img src="x" onerror="y"/><a href="javascript:z">b</a></p><iframe src="http://x"></iframe><ul><li>c</li></ul>'
    const blocks = htmlBlocks(html)
    expect(JSON.stringify(blocks)).not.toMatch(/onclick|onerror|javascript|iframe|src/)
    expect(blocksText(blocks)).toBe('aalert(1)b\n\n- c')
  })
})
