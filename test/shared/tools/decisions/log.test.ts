import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { OutlineOptions } from '../../../../shared/doc/outline'
import { decisions } from '../../../../shared/tools/decisions/collections'
import { decisionsOutline } from '../../../../shared/tools/decisions/outline'
import type { Decision } from '../../../../shared/tools/decisions/schema'
import { filteredLog } from '../../../../shared/tools/decisions/selectors'
import { answerInWords, wordingInWords } from '../../../../shared/tools/decisions/words'
import { workshopDocs } from '../../../../shared/tools/docs'

const adopted: Decision = {
  id: 'decision_1',
  number: 1,
  kind: 'adoption',
  words: 'Vision adopted: One front door.',
  how: 'Resonance check: 8 said “resonates”, 1 “not yet”. The check’s rule was not met.',
  turnout: { voters: 9, eligible: 12 },
  reservations: [{ name: 'Ben Whitehorse', answer: 'Not yet', reason: 'The tribes are not named.' }],
  ref: { collection: 'drafts', id: 'draft_1' },
  textHash: 'a'.repeat(64),
  byName: 'Rosa Delgado',
  atMs: Date.UTC(2026, 10, 22, 15, 42),
  overrideReason: 'Agreed to name them in the mission.',
}
const voted: Decision = {
  id: 'decision_2',
  number: 2,
  kind: 'round',
  words: 'We begin with transport.',
  how: 'Dot vote: “Where to begin?”',
  turnout: { voters: 11, eligible: 12 },
  reservations: [],
  ref: { collection: 'rounds', id: 'round_1' },
  byName: 'Rosa Delgado',
  atMs: Date.UTC(2026, 10, 22, 16),
}

function printed(options: OutlineOptions, log: readonly Decision[] = [adopted, voted]): string {
  const record = new Y.Doc()
  for (const decision of [...log].reverse()) decisions.put(record, decision)
  return JSON.stringify(
    decisionsOutline(
      workshopDocs(record, new Y.Doc(), () => undefined),
      options,
    ),
  )
}

describe('reading the log', () => {
  it('[DECISIONS-6] shows the newest first and narrows by kind and by any word', () => {
    const shown = (filter: Parameters<typeof filteredLog>[1]) => filteredLog([adopted, voted], filter).map(({ number }) => number)
    expect(shown({ kind: 'all', text: '' })).toEqual([2, 1])
    expect(shown({ kind: 'adoption', text: '' })).toEqual([1])
    expect(shown({ kind: 'all', text: ' TRIBES ' })).toEqual([1])
    expect(shown({ kind: 'all', text: 'where to begin' })).toEqual([2])
    expect(shown({ kind: 'round', text: 'tribes' })).toEqual([])
  })

  it('[DECISIONS-7] prints every entry in order with turnout, reservations and the reason of an override', () => {
    const text = printed({ names: true, reservations: true })
    expect(text.indexOf('One front door')).toBeLessThan(text.indexOf('We begin with transport'))
    expect(text).toContain('9 of 12 took part.')
    expect(text).toContain('Ben Whitehorse, not yet: “The tribes are not named.”')
    expect(text).toContain('Agreed to name them in the mission.')
    expect(text).toContain('Rosa Delgado')
  })

  it('[DECISIONS-7] leaves out names or reservations a reader left out', () => {
    const nameless = printed({ names: false, reservations: true })
    expect(nameless).not.toMatch(/Rosa|Ben/)
    expect(nameless).toContain('Not yet: “The tribes are not named.”')
    expect(printed({ names: true, reservations: false })).not.toContain('The tribes')
    expect(printed({ names: true, reservations: false })).not.toContain('Agreed to name them')
    expect(printed({ names: true, reservations: true }, [])).toBe('[]')
  })

  it('[DECISIONS-7] prints what was written down beside a vote only among the reservations', () => {
    const doubted = { ...voted, reservations: [{ answer: '', reason: 'Two of us would rather wait.' }] }
    expect(printed({ names: true, reservations: true }, [doubted])).toContain('"Two of us would rather wait."')
    const bare = printed({ names: true, reservations: false }, [doubted])
    expect(bare).toContain('We begin with transport.')
    expect(bare).not.toContain('rather wait')
  })

  it('[DECISIONS-3] says a short wording whole and how a long one begins', () => {
    expect(wordingInWords('Vision', '**One** front door.')).toBe('One front door.')
    const long = wordingInWords('Draft vision', `# Draft vision\n\n${'word '.repeat(200)}`)
    expect(long).toMatch(/^Draft vision\. It begins: word word/)
    expect(long.length).toBeLessThan(250)
    expect(answerInWords('gradients', '3')).toBe('Support with reservations')
    expect(answerInWords('resonance', 'live-with')).toBe('I can live with it')
  })
})
