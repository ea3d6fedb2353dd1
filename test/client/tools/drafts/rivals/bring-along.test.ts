import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { bringAlong } from '../../../../../client/tools/drafts/rivals/bring-along'
import type { Actor } from '../../../../../shared/access/actor'
import { plain } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { origins } from '../../../../../shared/tools/drafts/collections'
import { linkWords } from '../../../../../shared/tools/drafts/evidence/origin-commands'
import { tracedPhrases } from '../../../../../shared/tools/drafts/evidence/traced-phrases'
import { tracesOf } from '../../../../../shared/tools/drafts/evidence/traces'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'

const actor = { workshopId: 'ws_aaaaaaaa', id: 'p_aaaaaaaa', role: 'contributor' } as Actor // a person of the workshop

function written(...lines: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  fillFragment(
    doc.getXmlFragment('body'),
    lines.map((line) => ({ type: 'paragraph', text: plain(line) })),
  )
  return doc
}

const textOf = (doc: Y.Doc) => wordingText(doc.getXmlFragment('body'))

function told(doc: Y.Doc, comments: Y.Doc) {
  const phrases = tracedPhrases(textOf(doc), tracesOf(textOf(doc), origins.all(comments)).traces)
  return phrases.map(({ text, traces }) => [text, ...new Set(traces.flatMap(({ refs }) => refs.map(({ id }) => id)))])
}

describe('bringing another wording into the draft', () => {
  it.each([
    ['as it is', 'Talent stays and grows. One door for all.', 'Talent stays and grows.'],
    [
      'although somebody typed in between at once',
      'Talent stays and grows. Here, one more sentence. One door for all.',
      'Talent stays and grows.',
    ],
  ])('[DRAFTS-77] takes along where its words come from, %s', async (_, brought, first) => {
    const rival = written('Talent stays and grows. One door for all.')
    const [rivalComments, comments] = [new Y.Doc(), new Y.Doc()]
    const span = { from: 24, to: 32 }
    linkWords(rivalComments, actor, { text: textOf(rival), span, refs: [{ collection: 'ideas', id: 'idea_door' }], nowMs: 1 })
    const draft = written('Every adult sees a path.', brought)
    const openRoom = () => ({ doc: rivalComments, awareness: new Awareness(rivalComments), ready: Promise.resolve(), close() {} })
    await bringAlong({ openRoom, actor, serverNow: () => 2 }, { draftId: 'draft_rival', doc: rival, into: draft, comments })
    const phrases = told(draft, comments)
    expect(phrases[0]).toEqual(['Every adult sees a path.'])
    expect(phrases.find(([words]) => words === 'One door')).toContain('idea_door')
    if (brought === 'Talent stays and grows. One door for all.') {
      expect(phrases.slice(1)).toEqual([
        [first, 'draft_rival'],
        ['One door', 'idea_door', 'draft_rival'],
        ['for all.', 'draft_rival'],
      ])
    }
    expect(origins.all(comments).every(({ how, authorId }) => how === 'rival' && authorId === actor.id)).toBe(true)
  })
})
