import { afterAll, describe, expect, it } from 'vitest'
import { createPress } from '../../../../server/tools/document/press'
import { type Block, plain } from '../../../../shared/doc/outline'
import { WorkshopError } from '../../../../shared/http/problem'
import { sampleModel, samples } from '../../../support/document/model'
import { readPdf } from '../../../support/document/pdf'

// The first document waits for compiler and fonts.
const press = createPress()
afterAll(() => press.close())

const vision = (blocks: readonly Block[]) => sampleModel({ sections: [{ part: 'vision', title: 'Vision', blocks }] })

describe('the PDF', () => {
  it('[DOCUMENT-4] is tagged and carries title, language and bookmarks', async () => {
    const { pdf, unsetScripts } = await press.pdf(sampleModel())
    const read = await readPdf(pdf)
    expect(read.isTagged).toBe(true)
    expect(read.title).toBe('Copper Basin Caring Careers')
    expect(read.language).toBe('en')
    expect(read.bookmarks).toEqual(expect.arrayContaining(['Our shared vision', 'What people will see', 'Goals', 'Roles']))
    expect(read.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD']))
    expect(unsetScripts).toEqual([])
  })

  it('[DOCUMENT-4] reads back in every script as it was written', async () => {
    const { pdf } = await press.pdf(sampleModel())
    const { text, pages } = await readPdf(pdf)
    for (const sample of [samples.spanish, samples.greek, samples.cyrillic]) expect(text).toContain(sample)
    for (const emoji of samples.emoji.split(' ')) expect(text).toContain(emoji)
    // A line of Arabic comes back word by word from its left end.
    for (const word of samples.arabic.split(' ')) expect(text).toContain(word)
    expect(text).toContain(`Page 1 of ${pages.length}`)
  })

  it('[DOCUMENT-4] embeds every font it uses', async () => {
    const { pdf } = await press.pdf(sampleModel())
    const raw = Buffer.from(pdf).toString('latin1')
    const fonts = raw.match(/\/FontDescriptor\b(?! \d)/g) ?? []
    expect(fonts.length).toBeGreaterThan(2)
    expect(raw.match(/\/FontFile[23]\b/g)?.length).toBe(fonts.length)
  })

  it('[DOCUMENT-5] names the scripts it cannot set, in the answer, in the document and in the place', async () => {
    const { pdf, unsetScripts } = await press.pdf(vision([{ type: 'paragraph', text: plain(`Ours: ${samples.japanese}.`) }]))
    expect(unsetScripts).toEqual(['Chinese characters', 'Japanese'])
    const { text } = await readPdf(pdf)
    expect(text).toContain('This PDF has no letters for: Chinese characters, Japanese.')
    expect(text.replace(/\s+/g, ' ')).toContain('Ours: [Chinese characters, 3 characters][Japanese, 5 characters].')
  })

  it('[DOCUMENT-6] sets markup of its own language as plain text', async () => {
    const attack = '#eval("1+1") #read("/main.typ") *bold* $x$ <label> @ref \\ // comment'
    const model = vision([
      { type: 'paragraph', text: plain(attack) },
      { type: 'code', text: attack },
    ])
    const { text } = await readPdf((await press.pdf({ ...model, title: '#panic("t") [x](y)' })).pdf)
    expect(text.replace(/\s+/g, ' ')).toContain(attack)
    expect(text).toContain('#panic("t") [x](y)')
  })

  it('[DOCUMENT-7] prints the target of a link and links nowhere', async () => {
    const { text, annotations } = await readPdf((await press.pdf(sampleModel())).pdf)
    expect(text).toContain('initiative page (https://www.example.org/network)')
    expect(annotations).toBe(0)
  })

  it('[DOCUMENT-11] gives up in time, and the next document is set', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => [plain(`row ${row}`), plain('x'.repeat(200))])
    const slow = createPress({ timeoutMs: 700 })
    const refusal = await slow.pdf(vision([{ type: 'table', head: [plain('a'), plain('b')], rows }])).catch((cause: unknown) => cause)
    expect(refusal).toBeInstanceOf(WorkshopError)
    expect((refusal as WorkshopError).code).toBe('export/too-slow')
    await slow.close()
    expect((await press.pdf(sampleModel())).pdf.length).toBeGreaterThan(10_000)
  })
})
