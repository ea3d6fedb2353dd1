import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../../../server/tools/document/html'
import { renderMarkdown } from '../../../../server/tools/document/markdown'
import { markdownBlocks } from '../../../../server/tools/drafts/files/markdown-blocks'
import { type Block, plain } from '../../../../shared/doc/outline'
import { plainText } from '../../../../shared/tools/document/text'
import { sampleModel } from '../../../support/document/model'

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<!-- --><iframe src=javascript:alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '<a href="javascript:alert(1)">x</a>',
  '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
  '`code` ```',
  '| a | b |\n| - | - |',
  '# heading\n- list\n> quote',
  '\u202e<script>',
]

/** Every place of the model that holds a text. */
function everywhere(text: string) {
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: plain(text) },
    { type: 'paragraph', text: [{ text, marks: ['bold', 'italic', 'strike', 'code'] }], style: 'statement' },
    { type: 'paragraph', text: [{ text, marks: [{ href: 'https://example.org/?a="><script>' }] }], style: 'meta' },
    { type: 'list', ordered: false, items: [{ checked: true, blocks: [{ type: 'paragraph', text: plain(text) }] }] },
    { type: 'quote', blocks: [{ type: 'paragraph', text: plain(text) }] },
    { type: 'code', text },
    { type: 'table', caption: text, head: [plain(text)], rows: [[plain(text)]] },
  ]
  return sampleModel({ title: text, focusQuestion: text, sections: [{ part: 'vision', title: text, blocks }] })
}

/** Element names and attributes of a page, as a browser would see them: entities are no markup. */
function markupOf(html: string): string[] {
  return [...html.matchAll(/<\s*(\/?[a-z!][^\s>]*)/gi)].map(([, name]) => (name ?? '').toLowerCase())
}

describe('the web page', () => {
  it('[DOCUMENT-6] has no script, loads nothing, and says so in its own policy', () => {
    const html = renderHtml(sampleModel())
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|<link|<img|<iframe|url\(/i)
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(html).toContain('<html lang="en">')
    expect(html).toMatch(/<th scope="col"[^>]*>Responsibility<\/th>/)
  })

  it.each(attacks)('[DOCUMENT-6] keeps %j as text, wherever it stands', (attack) => {
    const html = renderHtml(everywhere(attack))
    const harmless = renderHtml(everywhere('words'))
    expect(markupOf(html)).toEqual(markupOf(attack.includes('\n') ? renderHtml(everywhere(attack.replace(/[^\n]/g, 'w'))) : harmless))
  })
})

describe('the Markdown file', () => {
  it('[DOCUMENT-1] has title, question, date and every section', () => {
    const markdown = renderMarkdown(sampleModel())
    expect(markdown).toMatch(
      /^# Copper Basin Caring Careers\n\n\*What will people see in ten years\?\*\n\n22 November 2026\n\n## Our shared vision\n/,
    )
    expect(markdown).toContain('- [x] Behavioral health first\n- [ ] Name both nations')
    expect(markdown).toContain('| Responsibility | Native Center | One Stop |\n| --- | --- | --- |\n| Convene meetings | A/R | I |')
  })

  it.each(attacks)('[DOCUMENT-6] reads %j back as the same words', (attack) => {
    const model = sampleModel({
      focusQuestion: '',
      sections: [{ part: 'vision', title: 'Vision', blocks: [{ type: 'paragraph', text: plain(attack) }] }],
    })
    const paragraphs = markdownBlocks(renderMarkdown(model)).flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
    // The first paragraph is the date.
    expect(paragraphs.slice(1).map(plainText)).toEqual([attack])
    // A bare address may become a link to itself; nothing else may become anything.
    const marked = paragraphs.flat().filter(({ marks, text }) => marks?.some((mark) => typeof mark === 'string' || mark.href !== text))
    expect(marked).toEqual([])
  })
})
