import { describe, expect, it } from 'vitest'
import { guideFor, hintsFor, lengthHint, lengthInWords } from '../../../../shared/tools/drafts/guidance'
import { countWords, excerpt, plainText } from '../../../../shared/tools/drafts/plain-text'
import { statementKinds } from '../../../../shared/tools/drafts/schema'

const found = (kind: Parameters<typeof hintsFor>[0], text: string, siblings = 1) =>
  hintsFor(kind, text, siblings)
    .filter(({ state }) => state === 'open')
    .map((hint) => hint.found)

describe('guidance', () => {
  it('[DRAFTS-20] hints at a long vision, at capitals, at a goal too many', () => {
    expect(found('vision', 'Every adult sees a clear path.')).toEqual([])
    expect(found('vision', `${'word '.repeat(41)}WIOA and TANFs`)).toEqual(['44 words, 40 at most', 'In capitals: WIOA, TANFs'])
    expect(found('goal', 'One intake.', 6)).toEqual(['6 of them'])
  })

  it('[DRAFTS-20] hints at a mission of two sentences and an objective without number or date', () => {
    expect(found('mission', 'We work together. We build paths.')).toEqual(['2 sentences'])
    expect(found('objective', 'Many people start')).toEqual(['No number yet', 'No date yet'])
    expect(found('objective', 'By June 2027, 20 people start')).toEqual([])
  })

  it('[DRAFTS-20] leaves to people what only people can judge, and says nothing about an empty page', () => {
    expect(hintsFor('vision', '', 1).every(({ state }) => state === 'judge')).toBe(true)
    expect(hintsFor('vision', 'Words.', 1).filter(({ state }) => state === 'judge').length).toBeGreaterThan(3)
  })

  it('[DRAFTS-20] gives the length as a hint', () => {
    expect(lengthHint('vision')).toBe('1 or 2 sentences, 8 to 40 words')
    expect(lengthInWords('vision', 29)).toBe('29 words')
    expect(lengthInWords('vision', 41)).toBe('41 words, 8 to 40 read best')
    expect(lengthInWords('name', 1)).toBe('1 word')
    expect(lengthInWords('vision', 15_000)).toBe('15,000 words, 8 to 40 read best')
    expect(lengthHint('other')).toBe('1 to 5 sentences, 5 to 150 words')
  })

  it('[DRAFTS-113] has prompts, a length and things to look at for every kind, free statements and names included', () => {
    for (const kind of statementKinds) {
      expect(guideFor(kind)?.id).toBe(kind)
      expect(guideFor(kind)?.prompts.length).toBeGreaterThan(1)
      expect(lengthHint(kind)).toMatch(/^\d.* words$/)
      expect(hintsFor(kind, 'We.', 1).length).toBeGreaterThan(0)
    }
    expect(found('name', 'WIOA')).toEqual(['In capitals: WIOA'])
    expect(found('name', 'The Copper Basin Path To Work')).toEqual(['6 words, 5 at most'])
    expect(found('other', 'Any text in our own words.')).toEqual([])
  })
})

describe('plain text', () => {
  it('counts words in any script, hyphens and apostrophes inside', () => {
    expect(countWords('One-stop: we’re here, don’t go – 3.5 miles')).toBe(7)
    expect(countWords('رؤيتنا طريق واضح')).toBe(3)
    expect(countWords('Καλημέρα κόσμε, мир')).toBe(3)
    expect(countWords(' — ')).toBe(0)
  })

  it('reads every kind of block, and cuts between words', () => {
    const text = plainText([
      { type: 'heading', level: 1, text: [{ text: 'Goals' }] },
      {
        type: 'list',
        ordered: false,
        items: [{ blocks: [{ type: 'paragraph', text: [{ text: 'one ' }, { text: 'door', marks: ['bold'] }] }] }],
      },
      { type: 'rule' },
      { type: 'table', head: [[{ text: 'a' }], [{ text: 'b' }]], rows: [] },
      { type: 'quote', blocks: [{ type: 'code', text: 'x' }] },
    ])
    expect(text).toBe('Goals\none door\na · b\nx')
    expect(excerpt('a valley where no adult has to choose', 20)).toBe('a valley where no …')
    expect(excerpt('short\nenough', 20)).toBe('short enough')
  })
})
