import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RecordRef } from '../../../../../shared/doc/ids'
import { plain } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { wordsAt } from '../../../../../shared/tools/drafts/anchor'
import { evidenceOf } from '../../../../../shared/tools/drafts/evidence/evidence'
import { phraseInWords } from '../../../../../shared/tools/drafts/evidence/evidence-words'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'

const words = 'One open door.'
const wordingOf = (id: string): RecordRef => ({ collection: 'drafts', id })
const note: RecordRef = { collection: 'ideas', id: 'idea_a' }

/** What is told of the words of the draft `draft_own` with these sources. */
function told(...refs: RecordRef[]): readonly string[] {
  const body = new Y.Doc().getXmlFragment('body')
  fillFragment(body, [{ type: 'paragraph', text: plain(words) }])
  const text = wordingText(body)
  const anchored = wordsAt(text, { from: 0, to: words.length })
  if (!anchored) throw new Error('there are no such words')
  const origin = { ...anchored, id: 'origin_aaaaaaaa', refs, how: 'rival', authorId: 'p_aaaaaaaa', createdAtMs: 1 } as const
  const evidence = evidenceOf({ draftId: 'draft_own', text, textHash: '' }, [origin], {
    source: ({ collection, id }) => ({ ref: { collection, id }, kind: collection === 'drafts' ? 'Wording' : 'Note', words: id }),
    decisionsOn: () => [],
  })
  return evidence.phrases.flatMap((phrase) => phraseInWords(evidence, phrase))
}

describe('evidence of words that went round', () => {
  it('[DRAFTS-78] does not say that words come from the wording that they stand in, nor from those that had them from it', () => {
    expect(told(wordingOf('draft_merged'), wordingOf('draft_own'))).toEqual(['Written fresh'])
    expect(told(note, wordingOf('draft_merged'), wordingOf('draft_own'))).toEqual(['Note “idea_a”'])
  })

  it('[DRAFTS-78] says of one wording that they were written there, of several that no note is behind them', () => {
    expect(told(wordingOf('draft_b'))).toEqual(['Wording “draft_b”, written fresh there'])
    expect(told(wordingOf('draft_b'), wordingOf('draft_c'))).toEqual(['Wording “draft_b”', 'Wording “draft_c”', 'From no note'])
  })
})
