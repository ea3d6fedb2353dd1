import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readCsv } from '../../../../shared/doc/csv'
import { limits } from '../../../../shared/sync/limits'
import { clusters, ideas } from '../../../../shared/tools/ideas/collections'
import { addIdeas } from '../../../../shared/tools/ideas/commands'
import { notesCsv } from '../../../../shared/tools/ideas/csv'
import { guessMapping, planImport, planPaste } from '../../../../shared/tools/ideas/import'
import { boardOf } from '../../../../shared/tools/ideas/selectors'
import { amara, promptId } from './board'

const root = path.join(import.meta.dirname, '../../../..')
function readText(text: string | Uint8Array) {
  const reading = readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text)
  if (reading.state === 'refused') throw new Error(reading.message)
  return reading
}
function plan(text: string | Uint8Array, notesOnBoard = 0) {
  const reading = readText(text)
  return planImport(reading, guessMapping(reading.header), notesOnBoard)
}

describe('importing notes from a CSV file', () => {
  it('takes the 60 notes of the first sample with their themes as clusters', () => {
    const { notes, problems, refusal } = plan(readFileSync(path.join(root, 'server/demo/copper-basin/ideas.csv')))
    expect({ count: notes.length, problems, refusal }).toEqual({ count: 60, problems: [], refusal: undefined })
    expect(new Set(notes.map((note) => note.cluster)).size).toBe(11)
    expect(notes[0]).toEqual({
      text: 'The student tells their story once, and all partners hear it',
      kind: 'idea',
      cluster: 'One front door',
      byline: 'Case Management Supervisor',
    })
    expect(notes.some((note) => note.text.includes('\n'))).toBe(true)
  })

  it('takes the 400 notes of the second sample: formulas, HTML, other scripts', () => {
    const { notes, problems } = plan(readFileSync(path.join(root, 'test/support/samples/cascadia/ideas.csv')))
    expect([notes.length, problems]).toEqual([400, []])
    for (const pattern of [/^=/, /^\+/, /^-/, /^@/, /<\w+/, /[\u0600-\u06FF]/, /[\u0400-\u04FF]/]) {
      expect(notes.some((note) => pattern.test(note.text))).toBe(true)
    }
  })

  it('[IDEAS-12] names the cells it cannot take by line and column', () => {
    const long = 'x'.repeat(limits.noteLength + 1)
    const { notes, problems, emptyCount } = plan(
      `text,kind,theme\nfine,Barrier,a\n${long},idea,a\nodd,sheep,${'y'.repeat(81)}\n,idea,b\nmore,idea,c,d`,
    )
    expect(notes.map(({ text, kind, cluster }) => [text, kind, cluster])).toEqual([
      ['fine', 'barrier', 'a'],
      ['odd', 'idea', undefined],
      ['more', 'idea', 'c'],
    ])
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'text'],
      [4, 'kind'],
      [4, 'theme'],
      [6, 'Column 4'],
    ])
    expect(emptyCount).toBe(2)
  })

  it('[IDEAS-12] asks for the column of the text when no heading says it', () => {
    expect(plan('a,b\n1,2').refusal).toMatch(/Choose the column/)
    expect(plan('a\nb').notes).toEqual([{ text: 'b', kind: 'idea' }])
  })

  it('[IDEAS-11] refuses what would pass the limit of the board, whole', () => {
    const file = `text\n${'note\n'.repeat(100)}`
    expect(plan(file, limits.notesPerBoard - 100).refusal).toBeUndefined()
    expect(plan(file, limits.notesPerBoard - 99).refusal).toMatch(
      /100 notes are too many: a board holds at most 5\u00A0000 and 4\u00A0901 are here/,
    )
  })

  it('[IDEAS-13] gives the same notes from the CSV it wrote', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((words) => words.trim() !== '' && !words.includes('\0'))
    const lead = fc.constantFrom('', '=', '+', '-', '@', "'", '"', '＝', ',', ' ')
    fc.assert(
      fc.property(fc.array(fc.tuple(lead, text), { minLength: 1, maxLength: 12 }), (words) => {
        const doc = new Y.Doc()
        const texts = words.map(([first, rest]) => (first + rest).trim())
        addIdeas(doc, amara, { promptId, nowMs: 1, notes: texts.map((each) => ({ text: each, kind: 'barrier' })) })
        const csv = notesCsv(boardOf(ideas.all(doc), clusters.all(doc), promptId), new Map([[amara.id, { name: 'Amara' }]]))
        for (const line of csv.slice(1).split('\r\n')) expect(line).not.toMatch(/^"?[=+\-@]/)
        expect(plan(csv).notes).toEqual(texts.map((each) => ({ text: each, kind: 'barrier', byline: 'Amara', cluster: undefined })))
      }),
      { numRuns: 200 },
    )
  })
})

describe('pasting lines', () => {
  it('[IDEAS-9] makes 200 lines 200 notes in their order, without bullets that all have', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `line ${index}`)
    expect(planPaste(lines.map((line) => `- ${line}`).join('\r\n'), 0).notes.map((note) => note.text)).toEqual(lines)
    expect(planPaste('- 5 degrees\nwarm', 0).notes.map((note) => note.text)).toEqual(['- 5 degrees', 'warm'])
  })

  it('[IDEAS-11] refuses 6 000 lines with the numbers', () => {
    expect(planPaste('a\n'.repeat(6_000), 12).refusal).toBe(
      '6\u00A0000 notes are too many: a board holds at most 5\u00A0000 and 12 are here already. Take fewer; nothing was added.',
    )
    expect(planPaste('a\n'.repeat(5_000), 0).refusal).toBeUndefined()
  })

  it('[IDEAS-12] names lines that are too long', () => {
    const { notes, problems } = planPaste(`short\n\n${'x'.repeat(100_000)}`, 0)
    expect([notes.length, problems.map((problem) => problem.line)]).toEqual([1, [3]])
  })
})
