import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarkedSpan, markRuns } from '../../../../client/tools/drafts/marked-runs'
import type { Block, Inline } from '../../../../shared/doc/outline'
import { inkOf } from '../../../../shared/tools/drafts/wording-text'

/** The pieces of a wording, marked ones in brackets. */
function drawn(blocks: readonly Block[], spans: readonly MarkedSpan[]): string {
  const cut = markRuns(blocks, spans)
  return runsOf(cut.blocks)
    .map((run) => (cut.commentOn.has(run) ? `[${run.text}]` : run.text))
    .join('')
}

function runsOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return block.text
    if (block.type === 'list') return block.items.flatMap((item) => runsOf(item.blocks))
    return block.type === 'table' ? [block.head, ...block.rows].flat(2) : []
  })
}

const line = (...texts: readonly string[]): Block => ({ type: 'paragraph', text: texts.map((text) => ({ text })) })

describe('marks in a wording to read', () => {
  it('[DRAFTS-36] stand on the words alone, not on the space beside them', () => {
    expect(drawn([line('a clear path to it')], [{ id: 't', from: 1, to: 10 }])).toBe('a [clear path] to it')
    expect(drawn([line('a clear path')], [{ id: 't', from: 0, to: 10 }])).toBe('[a clear path]')
  })

  it('[DRAFTS-36] go on through runs, lists and tables', () => {
    expect(drawn([line('a clear ', 'path'), line(' to it')], [{ id: 't', from: 1, to: 12 }])).toBe('a [clear ][path][ to] it')
    const list: Block = { type: 'list', ordered: false, items: [{ blocks: [line('one door')] }] }
    const table: Block = { type: 'table', head: [[{ text: 'Goal' }]], rows: [[[{ text: 'in take' }]]] }
    expect(drawn([list, table], [{ id: 't', from: 3, to: 13 }])).toBe('one [door][Goal][in] take')
  })

  it('[DRAFTS-36] show of two the one on fewer words', () => {
    const spans = [
      { id: 'all', from: 0, to: 12 },
      { id: 'one', from: 1, to: 6 },
    ]
    const { blocks, commentOn } = markRuns([line('a clear path to')], spans)
    expect(runsOf(blocks).map((run) => [run.text, commentOn.get(run)])).toEqual([
      ['a ', 'all'],
      ['clear', 'one'],
      [' path to', 'all'],
    ])
  })

  it('[DRAFTS-36] lose and double no character', () => {
    const place = fc.integer({ min: 0, max: 40 })
    const span = fc.tuple(place, place).map(([a, b]) => ({ id: `t${a}`, from: Math.min(a, b), to: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 5 }), fc.array(span, { maxLength: 5 }), (texts, spans) => {
        const cut = markRuns([line(...texts)], spans)
        expect(
          runsOf(cut.blocks)
            .map(({ text }) => text)
            .join(''),
        ).toBe(texts.join(''))
        const marked = runsOf(cut.blocks).filter((run) => cut.commentOn.has(run))
        const ink = inkOf(texts.join('')).text
        const meant = [...Array(ink.length).keys()].filter((at) => spans.some(({ from, to }) => from <= at && at < to))
        expect(inkOf(marked.map(({ text }) => text).join('')).text).toBe(meant.map((at) => ink[at]).join(''))
      }),
    )
  })
})
