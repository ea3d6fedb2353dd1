import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WordRun, wordDifference } from '../../../shared/doc/word-difference'

const side = (runs: readonly WordRun[], without: WordRun['kind']) =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

describe('comparing two wordings', { timeout: 30_000 }, () => {
  it('[DRAFTS-22] shows what is shared, gone and new', () => {
    expect(wordDifference('a clear path to a career', 'a clear and reachable path to a good career')).toEqual([
      { kind: 'same', text: 'a clear ' },
      { kind: 'new', text: 'and reachable ' },
      { kind: 'same', text: 'path to a ' },
      { kind: 'new', text: 'good ' },
      { kind: 'same', text: 'career' },
    ])
    expect(wordDifference('same', 'same')).toEqual([{ kind: 'same', text: 'same' }])
    expect(wordDifference('', 'all new')).toEqual([{ kind: 'new', text: 'all new' }])
  })

  it('[DRAFTS-22] shows a rewritten stretch as one, not as crumbs', () => {
    const runs = wordDifference('We see every adult and a path at work.', 'We hear each person and find no door at work.')
    expect(runs.map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same'])
  })

  it('[DRAFTS-22] gives both texts back word for word', () => {
    const text = fc
      .array(fc.constantFrom('we ', 'see ', 'a ', 'path', ', ', '. ', '\n', 'Überraschung ', '路 '), { maxLength: 30 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDifference(before, after)
        expect(side(runs, 'new')).toBe(before)
        expect(side(runs, 'gone')).toBe(after)
      }),
    )
  })

  it('[DRAFTS-22] compares two long texts at once', () => {
    const words = (seed: number) => Array.from({ length: 20_000 }, (_, n) => `w${(n * seed) % 997}`).join(' ')
    const started = performance.now()
    const runs = wordDifference(words(7), words(11))
    expect(side(runs, 'new')).toBe(words(7))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
