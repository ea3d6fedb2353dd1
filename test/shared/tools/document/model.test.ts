import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Block, documentParts } from '../../../../shared/doc/outline'
import { WorkshopError } from '../../../../shared/http/problem'
import { decisions } from '../../../../shared/tools/decisions/collections'
import { workshopDocs } from '../../../../shared/tools/docs'
import { dateInWords } from '../../../../shared/tools/document/date'
import { gatherDocument, publicDocument } from '../../../../shared/tools/document/model'
import { choiceOf, parseParts, partNote, queryOf } from '../../../../shared/tools/document/parts'
import { withPlainLevels } from '../../../../shared/tools/document/plain-levels'
import { DocumentModel } from '../../../../shared/tools/document/schema'
import { directionOf, printedRuns } from '../../../../shared/tools/document/text'
import { sampleModel } from '../../../support/document/model'

function refusalOf(run: () => unknown): WorkshopError {
  try {
    run()
  } catch (cause) {
    if (cause instanceof WorkshopError) return cause
    throw cause
  }
  throw new Error('nothing was refused')
}

describe('choosing parts', () => {
  it('[DOCUMENT-1] prints them in the order of the document, whatever the order asked for', () => {
    expect(parseParts('decisions, vision')).toEqual(['vision', 'decisions'])
    expect(parseParts(undefined)).toEqual(documentParts)
  })

  it('[DOCUMENT-2] refuses a part that does not exist by its name, and an empty choice', () => {
    const refusal = refusalOf(() => parseParts('vision,budget'))
    expect(refusal.code).toBe('document/unknown-part')
    expect(refusal.message).toContain('“budget”')
    expect(refusalOf(() => parseParts('')).code).toBe('document/no-part')
    expect(refusalOf(() => parseParts('constructor')).code).toBe('document/unknown-part')
  })

  it('[DOCUMENT-1] goes to the server and back unchanged', () => {
    const choice = { parts: ['vision', 'notes'], names: false, reservations: true } as const
    expect(choiceOf(queryOf(choice))).toEqual(choice)
  })

  it('[DOCUMENT-1] says how much is in a part', () => {
    const { sections } = sampleModel()
    expect(partNote(sections, 'vision')).toBe('adopted')
    expect(partNote(sections, 'goals')).toBe('draft')
    expect(partNote(sections, 'roles')).toBe('2')
    expect(partNote(sections, 'notes')).toBeUndefined()
    const decided = { part: 'decisions', title: 'Decision log', blocks: [], note: '3 decisions' } as const
    expect(partNote([decided, { ...decided, title: 'Results of votes', note: '2 votes' }], 'decisions')).toBe('3 decisions, 2 votes')
  })
})

describe('the model', () => {
  it('[DOCUMENT-18] has the headings of a section as deep as they stand in it, and skips no level', () => {
    const heading = (level: 1 | 2 | 3 | 4): Block => ({ type: 'heading', level, text: [] })
    const levelsOf = (blocks: readonly Block[]): readonly number[] =>
      withPlainLevels(blocks).flatMap((block): readonly number[] => {
        if (block.type === 'heading') return [block.level]
        if (block.type === 'quote') return levelsOf(block.blocks)
        return []
      })
    expect(levelsOf([heading(4)])).toEqual([1])
    expect(levelsOf([2, 4, 3, 4, 2, 3].map((level) => heading(level as 1 | 2 | 3 | 4)))).toEqual([1, 2, 2, 3, 1, 2])
    expect(levelsOf([heading(3), heading(4), heading(2), heading(4)])).toEqual([1, 2, 1, 2])
    expect(levelsOf([1, 2, 3, 4].map((level) => heading(level as 1 | 2 | 3 | 4)))).toEqual([1, 2, 3, 4])
    const [, quote] = withPlainLevels([heading(2), { type: 'quote', blocks: [heading(4)] }])
    expect(quote).toEqual({ type: 'quote', blocks: [heading(2)] })
  })

  it('[DOCUMENT-8] reads back from its JSON, with format and version named', () => {
    const model = sampleModel()
    const back = DocumentModel.parse(JSON.parse(JSON.stringify(model)))
    expect(back).toEqual(model)
    expect(back).toMatchObject({ format: 'convene-document', version: 1 })
  })

  it('[DOCUMENT-8] takes no link that could run as code', () => {
    const model = sampleModel({
      sections: [
        { part: 'vision', title: 'x', blocks: [{ type: 'paragraph', text: [{ text: 'x', marks: [{ href: 'javascript:alert(1)' }] }] }] },
      ],
    })
    expect(DocumentModel.safeParse(model).success).toBe(false)
  })

  it('[DOCUMENT-1] gathers what the tools say from the documents', () => {
    const record = new Y.Doc()
    decisions.put(record, {
      id: 'decision_1',
      number: 1,
      kind: 'round',
      words: 'We begin with transport.',
      how: 'Dot vote: “Where to begin?”',
      turnout: { voters: 11, eligible: 12 },
      reservations: [],
      ref: { collection: 'rounds', id: 'round_1' },
      byName: 'Rosa',
      atMs: Date.UTC(2026, 10, 22),
    })
    const docs = workshopDocs(record, new Y.Doc(), () => undefined)
    const model = gatherDocument(docs, { parts: ['decisions'], names: true, reservations: true }, Date.UTC(2026, 10, 22, 12))
    expect(model.sections.map(({ title }) => title)).toContain('Decision log')
    expect(gatherDocument(docs, { parts: ['vision'], names: true, reservations: true }, 0).sections).toEqual([])
    expect(DocumentModel.parse(model)).toEqual(model)
  })

  it('[DOCUMENT-12] keeps drafts out of what is public', () => {
    expect(publicDocument(sampleModel()).sections.map(({ title }) => title)).toEqual(['Our shared vision', 'Roles'])
  })

  it('[DOCUMENT-7] prints a link’s target once, behind its last run, and not twice when the words are the address', () => {
    const href = 'https://example.org/a'
    const split = printedRuns([{ text: 'one ', marks: [{ href }, 'bold'] }, { text: 'two', marks: [{ href }] }, { text: '.' }])
    expect(split.map(({ text }) => text).join('')).toBe('one two (https://example.org/a).')
    expect(printedRuns([{ text: 'example.org/a', marks: [{ href }] }]).map(({ text }) => text)).toEqual(['example.org/a'])
  })

  it('[DOCUMENT-4] knows which way a text runs', () => {
    expect(directionOf('«مرحبا» hello')).toBe('rtl')
    expect(directionOf('1. hello مرحبا')).toBe('ltr')
    expect(dateInWords('2026-11-22')).toBe('22 November 2026')
  })
})
