import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RecordRef } from '../../../../../shared/doc/ids'
import { plain } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { wordsAt } from '../../../../../shared/tools/drafts/anchor'
import type { Origin } from '../../../../../shared/tools/drafts/evidence/origin-schema'
import { tracedPhrases } from '../../../../../shared/tools/drafts/evidence/traced-phrases'
import { carried, originsFor, type Trace, tracesOf } from '../../../../../shared/tools/drafts/evidence/traces'
import { mergedPieces } from '../../../../../shared/tools/drafts/rivals/merged-text'
import { sentencesOf } from '../../../../../shared/tools/drafts/rivals/phrases'
import { inkOf, pageInk, type Span, type WordingText, wordingText, wordsIn } from '../../../../../shared/tools/drafts/wording-text'

const facts = { authorId: 'p_aaaaaaaa', nowMs: 1 } as const
const noteOf = (id: string): RecordRef => ({ collection: 'ideas', id })

function written(...lines: readonly string[]): Y.XmlFragment {
  const body = new Y.Doc().getXmlFragment('body')
  fillFragment(
    body,
    lines.map((line) => ({ type: 'paragraph', text: plain(line) })),
  )
  return body
}

function lineAt(body: Y.XmlFragment, index: number): Y.XmlText {
  const paragraph = body.get(index)
  const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(line instanceof Y.XmlText)) throw new Error('there is no such line')
  return line
}

function originOn(body: Y.XmlFragment, words: string, id = 'note'): Origin {
  const text = wordingText(body)
  const from = text.characters.indexOf(words)
  const anchored = wordsAt(text, { from, to: from + words.length })
  if (!anchored) throw new Error('there are no such words')
  return { ...anchored, id: `origin_${id}aaaa`, refs: [noteOf(id)], how: 'linked', authorId: facts.authorId, createdAtMs: 1 }
}

/** The phrases of a text, each with the ids of what it comes from. */
function told(body: Y.XmlFragment, origins: readonly Origin[]): readonly (readonly string[])[] {
  const text = wordingText(body)
  const phrases = tracedPhrases(text, tracesOf(text, origins).traces)
  return phrases.map((phrase) => [phrase.text, ...new Set(phrase.traces.flatMap(({ refs }) => refs.map(({ id }) => id)))])
}

describe('cutting a wording into phrases', () => {
  const cut = (...lines: readonly string[]) => {
    const text = wordingText(written(...lines))
    return sentencesOf(text).map(({ clauses }) => clauses.map((clause) => wordsIn(text, clause)))
  }

  it('finds sentences and clauses, and none over the end of a line', () => {
    expect(cut('Every adult can see a clear path, and finds one team. Ready to walk it.', 'No full stop')).toEqual([
      ['Every adult can see a clear path,', 'and finds one team.'],
      ['Ready to walk it.'],
      ['No full stop'],
    ])
    expect(cut('By 2030, every adult sees a path.')).toEqual([['By 2030, every adult sees a path.']])
    expect(cut('', '  ')).toEqual([])
  })
})

describe('where words come from', () => {
  it('[DRAFTS-75] stays with them while people write around and between them', () => {
    const body = written('We want a clear path to a family-sustaining career. It is ours.')
    const origins = [originOn(body, 'a clear path to a family-sustaining career')]
    const line = lineAt(body, 0)
    line.insert(0, 'Together, ')
    line.insert(line.toString().indexOf('path'), 'and reachable ')
    expect(told(body, origins)).toEqual([
      ['Together, We want'],
      ['a clear and reachable path to a family-sustaining career.', 'note'],
      ['It is ours.'],
    ])
    line.insert(line.toString().indexOf('to a family'), 'that every agency helps people to walk ')
    expect(told(body, origins)).toEqual([
      ['Together, We want'],
      ['a clear and reachable path', 'note'],
      ['that every agency helps people to walk'],
      ['to a family-sustaining career.', 'note'],
      ['It is ours.'],
    ])
  })

  it('[DRAFTS-75] covers a word whose ending was mended, and is lost only when nothing of it is left', () => {
    const body = written('One path for all.')
    const origins = [originOn(body, 'One path')]
    const line = lineAt(body, 0)
    line.insert(8, 's')
    expect(told(body, origins)).toEqual([['One paths', 'note'], ['for all.']])
    line.delete(0, 9)
    line.insert(0, 'Many ways')
    expect(told(body, origins)).toEqual([['Many ways for all.']])
    expect(tracesOf(wordingText(body), origins).lost).toEqual(origins)
  })

  it('[DRAFTS-75] is found again after the editor wrote a line anew', () => {
    const body = written('We see that a clear path to a career is there for everybody.')
    const origins = [originOn(body, 'a clear path to a career')]
    const line = lineAt(body, 0)
    const rest = line.toString().slice(12)
    line.delete(12, line.length - 12)
    const next = new Y.XmlElement('paragraph')
    next.insert(0, [new Y.XmlText(rest)])
    body.insert(1, [next])
    expect(told(body, origins)).toEqual([['We see that'], ['a clear path to a career', 'note'], ['is there for everybody.']])
  })

  it('[DRAFTS-72] of several sources for the same words keeps all', () => {
    const body = written('A clear path for everybody.')
    const origins = [originOn(body, 'A clear path', 'first'), originOn(body, 'clear path for everybody', 'second')]
    expect(told(body, origins)).toEqual([
      ['A', 'first'],
      ['clear path', 'first', 'second'],
      ['for everybody.', 'second'],
    ])
  })

  it('[DRAFTS-79] is lost for no word through random edits, picks and merges', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { maxLength: 12 }), { minLength: 2, maxLength: 4 }),
        fc.array(pick, { minLength: 1, maxLength: 6 }),
        (edits, picks) => {
          let fresh = 0
          const first = edits.map((steps, at) => {
            const wording = traced(at)
            for (const each of steps) fresh = edit(wording.body, each, fresh)
            return wording
          })
          // Merged twice over: what was picked from a merged text keeps what that had.
          const merged = [mergedFrom(first, picks, 'once'), mergedFrom(first, [...picks].reverse(), 'again')]
          const last = mergedFrom(merged, picks, 'last')
          for (const { body, origins } of [...merged, last]) {
            const phrases = told(body, origins)
            expect(inkOf(phrases.map(([words]) => words).join('')).text).toBe(pageInk(wordingText(body)).text)
            for (const [words = '', ...sources] of phrases) {
              const own = words.match(/\bw\d+-\d+\b/g) ?? []
              expect(sources, words).toEqual(expect.arrayContaining(own))
            }
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})

interface TracedWording {
  readonly body: Y.XmlFragment
  readonly origins: readonly Origin[]
}

const step = fc.record({ at: fc.nat(1000), insert: fc.boolean(), words: fc.integer({ min: 1, max: 5 }) })
type Picked = { readonly wording: number; readonly from: number; readonly words: number; readonly line: boolean }
const pick: fc.Arbitrary<Picked> = fc.record({
  wording: fc.nat(3),
  from: fc.nat(1000),
  words: fc.integer({ min: 1, max: 8 }),
  line: fc.boolean(),
})

/** A wording each of whose words comes from a note of its own name. */
function traced(number: number): TracedWording {
  const words = Array.from({ length: 12 }, (_, at) => `w${number}-${at + 10}`)
  const body = written(`${words.slice(0, 6).join(' ')}. So.`, words.slice(6).join(' '))
  let at = 0
  const traces = words.map((word, index): Trace => {
    const from = at + (index >= 6 ? 4 : 0)
    at += word.length
    return { from, to: from + word.length, refs: [noteOf(word)], how: 'notes' }
  })
  return { body, origins: originsFor(wordingText(body), traces, facts) }
}

/** Somebody writes words between two others, or takes some out. */
function edit(body: Y.XmlFragment, { at, insert, words }: { at: number; insert: boolean; words: number }, fresh: number): number {
  const line = lineAt(body, at % 2)
  const places = [...line.toString().matchAll(/(?<= )\S+ /g)]
  const place = places[at % Math.max(1, places.length)]
  if (!place) return fresh
  if (insert) line.insert(place.index, `${Array.from({ length: words }, (_, each) => `fresh${fresh + each}`).join(' ')} `)
  else line.delete(place.index, place[0].length)
  return fresh + words
}

function mergedFrom(wordings: readonly TracedWording[], picks: readonly Picked[], id: string): TracedWording {
  const phrases = picks.flatMap(({ wording, from, words, line }) => {
    const source = wordings[wording % wordings.length]
    const text = source && wordingText(source.body)
    const span = source && text && someWords(text, from, words)
    return span ? [{ source, text, span, line, words: wordsIn(text, span) }] : []
  })
  const body = written(
    ...mergedPieces(phrases.map(({ words, line }) => ({ text: words, line }))).map((pieces) => pieces.map(({ text }) => text).join('')),
  )
  let at = 0
  const traces = phrases.flatMap(({ source, text, span, words }): readonly Trace[] => {
    const own = inkOf(text.characters.slice(0, span.from)).text.length
    const length = inkOf(words).text.length
    const taken = carried(tracesOf(text, source.origins).traces, { from: own, to: own + length }, at)
    at += length
    return [...taken, { from: at - length, to: at, refs: [noteOf(id)], how: 'merged' }]
  })
  return { body, origins: originsFor(wordingText(body), traces, facts) }
}

/** So many words of a wording, beginning with one of them. */
function someWords(text: WordingText, from: number, count: number): Span | undefined {
  const line = text.lines[from % text.lines.length]
  const words = line && [...text.characters.slice(line.from, line.to).matchAll(/\S+/g)]
  if (!words || words.length === 0) return undefined
  const first = from % words.length
  const last = words[Math.min(words.length - 1, first + count - 1)]
  return last && { from: line.from + (words[first]?.index ?? 0), to: line.from + last.index + last[0].length }
}
