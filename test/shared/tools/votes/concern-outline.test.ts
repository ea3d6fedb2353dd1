import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { OutlineOptions } from '../../../../shared/doc/outline'
import { plainText } from '../../../../shared/tools/document/text'
import { concerns } from '../../../../shared/tools/votes/concern-collection'
import type { Concern } from '../../../../shared/tools/votes/concern-schema'
import { votesOutline } from '../../../../shared/tools/votes/outline'
import { participants } from '../../../../shared/workshop/collections'
import { answeredState, concernOf } from '../../../support/concerns'

const everything: OutlineOptions = { names: true, reservations: true }

function sectionsOf(all: readonly Concern[], options = everything) {
  const record = new Y.Doc()
  for (const concern of all) concerns.put(record, concern)
  participants.put(record, { id: 'p_1', name: 'Grace Lindqvist', role: 'contributor', colour: 1, joinedAtMs: 0 })
  return votesOutline({ record, describe: ({ id }) => (id === 'draft_vision01' ? 'Vision' : undefined) }, options)
}

/** What is printed of these, a line for each block and item. */
function printed(all: readonly Concern[], options = everything): readonly string[] {
  return sectionsOf(all, options).flatMap(({ title, part, blocks }) => [
    `${part}: ${title}`,
    ...blocks.flatMap((block) => {
      if (block.type === 'list')
        return block.items.flatMap((item) => item.blocks.flatMap((each) => (each.type === 'paragraph' ? [plainText(each.text)] : [])))
      return block.type === 'paragraph' || block.type === 'heading' ? [plainText(block.text)] : []
    }),
  ])
}

describe('concerns in the document', () => {
  it('[VOTES-118] are printed by wording, open ones as open, then answered, met, dissent and withdrawn', () => {
    const all = [
      concernOf({
        id: 'concern_1',
        state: { is: 'closed', as: 'withdrawn', atMs: 9, words: 'It was the other text.' },
        words: undefined,
        atMs: 5,
      }),
      concernOf({ id: 'concern_2', state: { is: 'closed', as: 'dissent', atMs: 9 }, words: 'Too soon.', atMs: 4 }),
      concernOf({ id: 'concern_3', state: answeredState, words: 'Say who.', authorId: undefined, method: 'fist', answer: 1 }),
      concernOf({ id: 'concern_4', words: 'It leaves the elders out.', history: [{ what: 'author-left', byName: 'Rosa', atMs: 3 }] }),
      concernOf({
        id: 'concern_5',
        draftId: 'draft_gone0001',
        authorId: 'p_9',
        state: { is: 'closed', as: 'met', atMs: 9 },
        history: [{ what: 'answered', ...answeredState }],
        atMs: 6,
      }),
    ]
    expect(sectionsOf(all)).toMatchObject([{ note: '5 concerns: 1 open · 1 answered · 3 closed' }])
    expect(printed(all)).toEqual([
      'decisions: Concerns',
      'Vision',
      '1 open · 1 answered · 2 closed',
      'Grace Lindqvist, not yet: “It leaves the elders out.” Open: nobody answered it. Its author has left.',
      'Somebody in a secret check, answered One: “Say who.” Answered by a change, which its author has not confirmed. Change linked by Ben Whitehorse: “The council does.”',
      'Grace Lindqvist, not yet: “Too soon.” Recorded as dissent: its author still disagrees, and the group may go on.',
      'Grace Lindqvist, not yet, without a reason. Withdrawn by its author. Said at the end: “It was the other text.”',
      'A wording that is gone',
      '0 open · 0 answered · 1 closed',
      'Somebody who has left, not yet: “Say who opens the door.” Met by a change, its author says. Change linked by Ben Whitehorse: “The council does.”',
    ])
  })

  it('[VOTES-118] name nobody where names stay out, and are not there where reservations stay out', () => {
    const lines = printed([concernOf({ state: answeredState })], { names: false, reservations: true })
    expect(lines.at(-1)).toBe(
      'Somebody, not yet: “Say who opens the door.” Answered by a change, which its author has not confirmed. Change linked: “The council does.”',
    )
    const refused = concernOf({ history: [{ ...answeredState, what: 'answered', refused: { atMs: 3, words: 'Since when?' } }] })
    expect(printed([refused]).at(-1)).toBe(
      'Grace Lindqvist, not yet: “Say who opens the door.” Open: the change that was linked does not answer it, its author says. Change linked by Ben Whitehorse: “The council does.” Said to it: “Since when?”',
    )
    expect(printed([concernOf()], { names: true, reservations: false })).toEqual([])
    expect(printed([])).toEqual([])
  })
})
