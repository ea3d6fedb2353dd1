import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { blocksText, textHash } from '../../../../shared/doc/canonical-text'
import type { Block } from '../../../../shared/doc/outline'
import { fillFragment } from '../../../../shared/doc/rich-nodes'
import { withPlainLevels } from '../../../../shared/tools/document/plain-levels'
import { draftsTool } from '../../../../shared/tools/drafts'
import { adoptionBadge, adoptionInWords } from '../../../../shared/tools/drafts/adopting/adoption-words'
import { askedInWords, beforeAdopting, suggestedReview } from '../../../../shared/tools/drafts/adopting/before-adopting'
import { drafts } from '../../../../shared/tools/drafts/collections'
import type { Evidence } from '../../../../shared/tools/drafts/evidence/evidence-schema'
import type { Adoption, Agreement, Statement } from '../../../../shared/tools/drafts/schema'
import { lineOfStep, statementLines } from '../../../../shared/tools/drafts/selectors'
import type { WorkshopDocs } from '../../../../shared/tools/tool'

const options = { names: true, reservations: true }

const agreement: Agreement = {
  roundId: 'round_aaaaaaaa',
  method: 'resonance',
  eligible: 12,
  answered: 11,
  passed: false,
  levels: [
    { answer: 'resonates', people: 10 },
    { answer: 'not-yet', people: 1 },
  ],
  reservations: [{ name: 'Grace Lindqvist', answer: 'not-yet', reason: 'Add “reachable”.' }],
  missing: ['Ben Whitehorse'],
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text: [{ text }] }
}

function adoption(text: string, over: Partial<Adoption> = {}): Adoption {
  const blocks = [paragraph(text)]
  const words = blocksText(blocks)
  return {
    text: words,
    blocksJson: JSON.stringify(blocks),
    textHash: textHash(words),
    atMs: Date.UTC(2026, 10, 22),
    byName: 'Rosa Delgado',
    ...over,
  }
}

let order = 0
function statement(id: string, over: Record<string, unknown> = {}): Statement {
  order += 1
  const common = {
    id: `draft_${id}`,
    kind: 'vision',
    title: 'Vision',
    version: 1,
    order: `a${order}`,
    createdBy: 'p_aaaaaaaa',
    createdAtMs: order,
    state: 'open',
  }
  return drafts.schema.parse({ ...common, ...over })
}

/** A workshop with these wordings; texts by id for those that have a document open. */
function docs(all: readonly Statement[], texts: Readonly<Record<string, readonly Block[]>> = {}): WorkshopDocs {
  const record = new Y.Doc()
  record.transact(() => {
    for (const each of all) drafts.put(record, each)
  })
  return {
    record,
    board: new Y.Doc(),
    draft(id) {
      const blocks = texts[id]
      if (!blocks) return undefined
      const doc = new Y.Doc()
      fillFragment(doc.getXmlFragment('body'), blocks)
      return doc
    },
    parties: () => [],
    describe: () => undefined,
  }
}

const words = (blocks: readonly Block[]) => blocksText(blocks)

describe('the document’s chapters', () => {
  it('[DRAFTS-21] print the adopted wording with date, numbers, reservations and hash', () => {
    const adopted = adoption('Ours.', { agreement, overrideReason: 'We said so aloud.', reviewOn: '2027-11-22' })
    const all = [statement('v1', { state: 'adopted', adopted }), statement('v2', { revises: 'draft_v1', version: 2 })]
    const [section, ...others] = draftsTool.outline(docs(all, { draft_v2: [paragraph('New words.')] }), options)
    expect(others).toEqual([])
    expect(section).toMatchObject({ part: 'vision', title: 'Vision', note: 'adopted' })
    expect(section).not.toHaveProperty('draft')
    const text = words(section?.blocks ?? [])
    expect(text).toContain('Ours.')
    expect(text).not.toContain('New words.')
    expect(text).toContain('Adopted on 22 November 2026 by 10 of 12 people. 1 reservation recorded.')
    expect(text).toContain('Grace Lindqvist, not yet: “Add “reachable”.”')
    expect(text).toContain('We said so aloud.')
    expect(text).toContain('To be reviewed by 22 November 2027.')
    expect(text).toContain(adopted.textHash)
    expect(section?.blocks[0]).toMatchObject({ style: 'statement' })
  })

  it('[DOCUMENT-28] set the headings of a text one level below the name of its statement', () => {
    const heading = (level: 1 | 2, text: string): Block => ({ type: 'heading', level, text: [{ text }] })
    const blocks = [heading(1, 'Parties'), paragraph('A and B.'), heading(2, 'Who signs'), paragraph('Both.'), heading(1, 'Term')]
    const text = { text: blocksText(blocks), blocksJson: JSON.stringify(blocks) }
    const all = [statement('m1', { kind: 'agreement', title: 'Memorandum', state: 'adopted', adopted: adoption('', text) })]
    const [section] = draftsTool.outline(docs(all), options)
    const levels = withPlainLevels(section?.blocks ?? []).flatMap((block) =>
      block.type === 'heading' ? [[block.level, words([{ ...block, type: 'paragraph' }])]] : [],
    )
    expect(levels).toEqual([
      [1, 'Memorandum'],
      [2, 'Parties'],
      [3, 'Who signs'],
      [2, 'Term'],
    ])
  })

  it('[DRAFTS-86] print how it was asked, the spread, who took part by organisation, and the reviews', () => {
    const participation = [
      { organisation: 'Tribal College', eligible: 4, answered: 4 },
      { organisation: 'Clinic', eligible: 2, answered: 1 },
      { eligible: 6, answered: 6 },
    ]
    const adopted = adoption('Ours.', { agreement: { ...agreement, participation }, reviewOn: '2027-11-22' })
    const reviews = [{ atMs: Date.UTC(2027, 10, 23), byName: 'Rosa Delgado', nextOn: '2028-11-22' }]
    const all = [statement('v1', { state: 'adopted', adopted, reviews })]
    const textOf = (names: boolean) => words(draftsTool.outline(docs(all), { names, reservations: true })[0]?.blocks ?? [])
    const text = textOf(true)
    expect(text).toContain('Resonance check: 11 of 12 answered on this text. Its rule was not met.')
    expect(text).toContain('Answers: resonates 10, not yet 1.')
    expect(text).toContain('Answered, by organisation: Tribal College 4 of 4, Clinic 1 of 2, others 6 of 6.')
    expect(text).toContain('Reviewed on 23 November 2027 by Rosa Delgado: it stays as it is.')
    expect(text).toContain('To be reviewed by 22 November 2028.')
    expect(text).not.toContain('To be reviewed by 22 November 2027.')
    expect(textOf(false)).toContain('Answered, by organisation: Tribal College 4 of 4, others 7 of 8.')
    expect(textOf(false)).toContain('Reviewed on 23 November 2027: it stays as it is.')
  })

  it('[VOTES-178] tell answers of a numbered scale by their words, each apart from how many gave it', () => {
    const textOf = (method: string, levels: readonly { answer: string; people: number }[]) => {
      const reservations = [{ name: 'Ben Whitehorse', answer: levels.at(-1)?.answer ?? '', reason: 'Too soon.' }]
      const adopted = adoption('Ours.', { agreement: { ...agreement, method, levels: [...levels], reservations } })
      return words(
        draftsTool.outline(docs([statement('v1', { state: 'adopted', adopted })]), { names: true, reservations: true })[0]?.blocks ?? [],
      )
    }
    const fist = textOf('fist', [
      { answer: '4', people: 2 },
      { answer: '3', people: 0 },
      { answer: '1', people: 1 },
    ])
    expect(fist).toContain('2 people answered “Four”, 1 answered “One”.')
    expect(fist).toContain('Ben Whitehorse, answered One: “Too soon.”')
    const gradients = textOf('gradients', [
      { answer: '3', people: 1 },
      { answer: '8', people: 2 },
    ])
    expect(gradients).toContain('1 person answered “Support with reservations”, 2 answered “Veto”.')
  })

  it('[DRAFTS-144] print those who named no organisation as such, and of a secret check as others', () => {
    const participation = [
      { organisation: 'Tribal College', eligible: 4, answered: 4 },
      { eligible: 8, answered: 7 },
    ]
    const textOf = (secret: boolean, names: boolean) => {
      const adopted = adoption('Ours.', { agreement: { ...agreement, participation, secret } })
      return words(
        draftsTool.outline(docs([statement('v1', { state: 'adopted', adopted })]), { names, reservations: true })[0]?.blocks ?? [],
      )
    }
    expect(textOf(false, true)).toContain('Answered, by organisation: Tribal College 4 of 4, no organisation given 7 of 8.')
    expect(textOf(true, true)).toContain('Tribal College 4 of 4, others 7 of 8.')
    expect(textOf(false, false)).toContain('Tribal College 4 of 4, others 7 of 8.')
  })

  it('[DRAFTS-145] count as many reservations and concerns as there are lines for them', () => {
    const concerns = [
      { by: 'Ben Whitehorse', answer: 'not yet', words: 'Too long.', state: 'met' as const },
      { by: 'Carla Ruiz', answer: 'not yet', state: 'open' as const },
    ]
    const adopted = adoption('Ours.', { agreement: { ...agreement, concerns } })
    expect(adoptionInWords(adopted)).toContain('1 reservation and 2 concerns recorded.')
    expect(adoptionInWords(adoption('Ours.', { agreement: { ...agreement, reservations: [], concerns } }))).toContain(
      '. 2 concerns recorded.',
    )
  })

  it('[DRAFTS-90] print every version with its day, what it changed and why; the words before stay out of the text', () => {
    const first = adoption('One door for adults.')
    const second = adoption('One bright door for every adult.', { atMs: Date.UTC(2027, 4, 3) })
    const all = [
      statement('v1', { state: 'retired', adopted: first }),
      statement('v2', { state: 'retired', revises: 'draft_v1', version: 2, why: 'The door is dark.' }),
      statement('r2', { state: 'adopted', rivalOf: 'draft_v2', version: 2, adopted: second }),
      statement('v3', { revises: 'draft_r2', version: 3, why: 'The wage belongs in it.' }),
    ]
    const print = (over: object = {}) =>
      words(draftsTool.outline(docs(all, { draft_v3: [paragraph('New.')] }), { ...options, ...over })[0]?.blocks ?? [])
    const text = print()
    expect(text).toContain(`Version 1, adopted on 22 November 2026, in force until 3 May 2027. SHA-256: ${first.textHash}`)
    expect(text).toContain('Version 2, adopted on 3 May 2027, in force. 3 words added and 1 word taken out: added “bright”;')
    expect(text).toContain('Why: The door is dark. SHA-256')
    expect(text).toContain('In force until version 3 is adopted, which is being written. Why: The wage belongs in it.')
    expect(print({ reservations: false })).not.toContain('Why')
    expect(print({ adoptedOnly: true })).not.toContain('being written')
  })

  it('[DRAFTS-90] print of every earlier version how it was adopted, once', () => {
    const first = adoption('One door for adults.', { agreement, overrideReason: 'We begin with it.' })
    const all = [
      statement('v1', { state: 'retired', adopted: first }),
      statement('v2', {
        state: 'adopted',
        revises: 'draft_v1',
        version: 2,
        why: 'The door is dark',
        adopted: adoption('One bright door.'),
      }),
    ]
    const print = (over: object = {}) => words(draftsTool.outline(docs(all), { ...options, ...over })[0]?.blocks ?? [])
    expect(print()).toContain('Reason given: We begin with it.')
    expect(print().split('Add “reachable”.')).toHaveLength(2)
    expect(print()).toContain('Why: The door is dark. SHA-256')
    expect(print({ reservations: false })).not.toContain('We begin with it.')
    expect(print({ names: false })).not.toContain('Grace')
  })

  it('[DRAFTS-101] print the minority statement with those who stand behind its very words, and never as a wording of its own', () => {
    const words_ = adoption('Name the wage.')
    const frozen = { text: words_.text, blocksJson: words_.blocksJson, textHash: words_.textHash, atMs: Date.UTC(2026, 10, 23) }
    const stand = (name: string, textHash: string) => ({ participantId: `p_${name.toLowerCase()}aaaa`, name, textHash, atMs: 1 })
    const stands = [stand('Grace', frozen.textHash), stand('Tom', '0'.repeat(64)), stand('Ana', frozen.textHash)]
    const about = { minorityOf: 'draft_v1', state: 'locked', lockedByName: '' }
    const all = (minority: object) => [
      statement('v1', { state: 'adopted', adopted: adoption('Ours.') }),
      statement('m1', { ...about, minority: { stands, ...minority } }),
    ]
    const print = (minority: object, over: object = {}) => {
      const sections = draftsTool.outline(docs(all(minority), { draft_m1: [paragraph('Half a word')] }), { ...options, ...over })
      expect(sections).toHaveLength(1)
      return words(sections[0]?.blocks ?? [])
    }
    const text = print({ frozen })
    expect(text).toContain('### Minority statement\n\nName the wage.\n\nGrace and Ana stand behind it.')
    expect(text).toContain(`SHA-256 of the minority statement: ${frozen.textHash}`)
    expect(print({ frozen }, { names: false })).toContain('2 people stand behind it.')
    expect(print({ closesOn: '2027-11-22' })).toContain('A minority statement is being written; it closes on 22 November 2027.')
    expect(print({})).not.toContain('Half a word')
    const begun = draftsTool.outline(docs(all({}), { draft_m1: [paragraph(' ')] }), options)
    expect(words(begun[0]?.blocks ?? [])).not.toContain('minority')
    expect(print({}, { adoptedOnly: true })).not.toContain('minority')
    const [before, dissent] = all({ frozen })
    const revised = [
      { ...before, state: 'retired' } as Statement,
      dissent as Statement,
      statement('v2', { state: 'adopted', revises: 'draft_v1', version: 2, adopted: adoption('Ours, brighter.') }),
    ]
    const later = words(draftsTool.outline(docs(revised), options)[0]?.blocks ?? [])
    expect(later).toContain('### Minority statement on version 1\n\nName the wage.')
  })

  it('[DRAFTS-140] [DRAFTS-141] print an earlier version’s open minority statement with its words so far, and its reviews', () => {
    const reviews = [{ atMs: Date.UTC(2027, 0, 5), byName: 'Rosa Delgado', nextOn: '2027-03-01' }]
    const all = [
      statement('v1', { state: 'retired', adopted: adoption('Ours.', { reviewOn: '2027-01-01' }), reviews }),
      statement('m1', { minorityOf: 'draft_v1', minority: { stands: [] } }),
      statement('v2', { state: 'adopted', revises: 'draft_v1', version: 2, adopted: adoption('Ours, brighter.') }),
    ]
    const print = (bodies: Parameters<typeof docs>[1], over: object = {}) =>
      words(draftsTool.outline(docs(all, bodies), { ...options, ...over })[0]?.blocks ?? [])
    const open = '### Minority statement on version 1\n\nLeft open when the next version was adopted.'
    expect(print({ draft_m1: [paragraph('Name the wage.')] })).toContain(`${open} This is what it says so far.\n\nName the wage.`)
    expect(print({ draft_m1: [] })).toContain(`${open} It has no words yet.`)
    expect(print({ draft_m1: [paragraph('Name the wage.')] }, { adoptedOnly: true })).not.toContain('wage')
    expect(print({})).toContain('Reviewed on 5 January 2027 by Rosa Delgado: it stays as it is.')
    expect(print({})).toContain('It was to be reviewed by 1 March 2027.')
    expect(print({}, { names: false })).not.toContain('Rosa')
  })

  it('[DRAFTS-24] name who adopted and that nobody had answered, never a count of nought', () => {
    const lineOf = (over: Partial<Adoption>, names = true) => {
      const all = [statement('v1', { state: 'adopted', adopted: adoption('Ours.', over) })]
      return words(draftsTool.outline(docs(all), { names, reservations: true })[0]?.blocks ?? []).split('\n\n')[1]
    }
    const alone = 'Adopted on 22 November 2026 by Rosa Delgado, without a check: nobody had answered on this text.'
    expect(lineOf({})).toBe(alone)
    expect(lineOf({ agreement: { ...agreement, answered: 0, levels: [], reservations: [] }, overrideReason: 'Time.' })).toBe(alone)
    expect(lineOf({}, false)).toBe('Adopted on 22 November 2026 by a facilitator, without a check: nobody had answered on this text.')
    const refused = { ...agreement, answered: 1, levels: [{ answer: 'not-yet', people: 1 }] }
    expect(lineOf({ agreement: refused, overrideReason: 'Time.' }, false)).toBe(
      'Adopted on 22 November 2026 by a facilitator. The one person who answered did not agree. 1 reservation recorded. A facilitator adopted it although the check had not passed.',
    )
  })

  it('[DRAFTS-191] say what the last check came to where it was on earlier words, also to whoever is about to adopt', () => {
    const verdict = 'Not yet: Copper College (0 of 1 at or above “Abstain”). 2 of 2 people answered; at least 1 must.'
    const onEarlier = { roundId: agreement.roundId, passed: false, answered: 2, eligible: 2, verdict }
    const before: Agreement = { ...agreement, answered: 0, answeredEarlier: 2, passed: false, levels: [], reservations: [], onEarlier }
    const frozen = adoption('Ours.', { agreement: before, overrideReason: 'Time.' })
    const told = `The last check was on an earlier wording and did not pass: ${verdict}`
    expect(adoptionInWords(frozen)).toBe(`Adopted on 22 November 2026 by Rosa Delgado, without a check on exactly these words. ${told}`)
    const nameless = words(
      draftsTool.outline(docs([statement('v1', { state: 'adopted', adopted: frozen })]), { names: false, reservations: true })[0]?.blocks ??
        [],
    )
    expect(nameless).toContain('The last check was on an earlier wording and did not pass: 2 of 2 answered.')
    expect(nameless).not.toContain('Copper College')
    expect(beforeAdopting(before)).toEqual({
      state: 'unasked',
      sentences: [
        `The words have changed since the check closed, and nobody was asked about the new ones. ${told} Ask everyone again, or adopt it with a reason.`,
      ],
    })
    const again = beforeAdopting({ ...before, roundId: 'round_again', answered: 1, eligible: 2, onEarlier: { ...onEarlier, passed: true } })
    expect(again.sentences.join(' ')).toContain('1 of 2 answered on this text.')
    expect(again.sentences.join(' ')).toContain('The last check was on an earlier wording and passed:')
    expect(adoptionInWords(adoption('Ours.', { agreement: { ...before, onEarlier: undefined } }))).toBe(
      'Adopted on 22 November 2026 by Rosa Delgado, without a check: nobody had answered on this text. 2 had answered on an earlier wording.',
    )
  })

  it('[DRAFTS-24] count as agreeing what the method of the check counts, and nothing that stayed sealed', () => {
    const badgeOf = (method: string, levels: Agreement['levels']) =>
      adoptionBadge(adoption('Ours.', { agreement: { ...agreement, method, levels } }))
    const people = (...counts: readonly [string, number][]) => counts.map(([answer, count]) => ({ answer, people: count }))
    expect(badgeOf('gradients', people(['1', 4], ['3', 2], ['4', 1], ['7', 4]))).toBe('Adopted by 6 of 12 people')
    expect(badgeOf('fist', people(['5', 2], ['3', 3], ['2', 6]))).toBe('Adopted by 5 of 12 people')
    expect(badgeOf('consent', people(['consent', 10], ['objection', 1]))).toBe('Adopted by 10 of 12 people')
    expect(badgeOf('gradients', [])).toBe('Adopted by Rosa Delgado')
    expect(adoptionInWords(adoption('Ours.', { agreement: { ...agreement, levels: [] } }))).toBe(
      'Adopted on 22 November 2026 by Rosa Delgado, while the answers of its check stayed unsaid.',
    )
  })

  it('[DRAFTS-21] leave out names and reservations where a reader does', () => {
    const all = [statement('v1', { state: 'adopted', adopted: adoption('Ours.', { agreement }) })]
    const nameless = words(draftsTool.outline(docs(all), { names: false, reservations: true })[0]?.blocks ?? [])
    expect(nameless).not.toContain('Grace')
    expect(nameless).toContain('Reservation. Not yet: “Add')
    const bare = words(draftsTool.outline(docs(all), { names: true, reservations: false })[0]?.blocks ?? [])
    expect(bare).not.toContain('reachable')
  })

  it('[DRAFTS-21] say of a draft that it is one, and leave out what nobody wrote', () => {
    const all = [statement('v1'), statement('r1', { rivalOf: 'draft_v1' }), statement('m1', { kind: 'mission', title: 'Mission' })]
    const sections = draftsTool.outline(
      docs(all, { draft_v1: [paragraph('Maybe.')], draft_m1: [paragraph('  ')], draft_r1: [paragraph('Rival')] }),
      options,
    )
    expect(sections).toHaveLength(1)
    expect(sections[0]).toMatchObject({ part: 'vision', draft: true, note: 'draft' })
    expect(words(sections[0]?.blocks ?? [])).toBe('Maybe.\n\nDraft, not adopted.')
  })

  it('[DRAFTS-21] come in the order of the arc, goals under one heading', () => {
    const goal = (id: string, title: string) =>
      statement(id, { kind: 'goal', title, state: 'adopted', adopted: adoption(`${title} is reached.`) })
    const all = [
      goal('g1', 'One intake'),
      statement('p1', { kind: 'value', title: 'Principle', state: 'adopted', adopted: adoption('We listen.') }),
      goal('g2', 'Paid placements'),
      statement('m1', { kind: 'mission', title: 'Mission', state: 'adopted', adopted: adoption('We build.') }),
    ]
    const sections = draftsTool.outline(docs(all), options)
    expect(sections.map(({ part, title, note }) => [part, title, note])).toEqual([
      ['mission', 'Mission', 'adopted'],
      ['mission', 'Guiding principles', 'adopted'],
      ['goals', 'Goals', '2'],
    ])
    expect(words(sections[2]?.blocks ?? [])).toMatch(/^# One intake[\s\S]*^# Paid placements/m)
  })
})

describe('statements', () => {
  it('[DRAFTS-10] are known by their working draft, with what is in force beside it', () => {
    const all = [
      statement('v1', { state: 'adopted', adopted: adoption('Ours.') }),
      statement('v2', { revises: 'draft_v1', version: 2 }),
      statement('r1', { rivalOf: 'draft_v2' }),
      statement('old', { state: 'retired' }),
    ]
    expect(statementLines(all)).toMatchObject([
      { id: 'draft_v2', adopted: { id: 'draft_v1' }, working: { id: 'draft_v2' }, rivals: [{ id: 'draft_r1' }] },
    ])
    const step = { subject: { collection: 'drafts', id: 'draft_v1' } }
    expect(lineOfStep(all, step)?.id).toBe('draft_v2')
    expect(lineOfStep(all, {})).toBeUndefined()
  })

  it('[DRAFTS-10] stay the step’s own when another wording was adopted in their place', () => {
    const all = [
      statement('v1', { state: 'retired' }),
      statement('r1', { rivalOf: 'draft_v1', state: 'adopted', adopted: adoption('Theirs.') }),
    ]
    expect(lineOfStep(all, { subject: { collection: 'drafts', id: 'draft_v1' } })?.adopted?.id).toBe('draft_r1')
  })

  it('are described, counted, missed and offered for a vote', () => {
    const all = [
      statement('v1'),
      statement('r1', { rivalOf: 'draft_v1', title: 'Education group' }),
      statement('m1', { kind: 'mission', title: 'Mission', state: 'adopted', adopted: adoption('We.', { agreement }) }),
    ]
    const reading = docs(all, { draft_v1: [paragraph('Maybe.')] })
    expect(draftsTool.progress(reading)).toEqual({ done: 1, total: 2, summary: '1 adopted, 1 draft' })
    expect(draftsTool.describe(reading, { collection: 'drafts', id: 'draft_m1' })).toBe('Mission')
    expect(draftsTool.describe(reading, { collection: 'ideas', id: 'draft_m1' })).toBeUndefined()
    expect(draftsTool.options?.(reading)).toEqual([
      {
        label: 'Wordings of the vision',
        options: [
          { label: 'Maybe.', detail: 'Vision', ref: { collection: 'drafts', id: 'draft_v1' } },
          { label: 'Education group', ref: { collection: 'drafts', id: 'draft_r1' } },
        ],
      },
    ])
  })
})

describe('before adopting', () => {
  it('[DRAFTS-7] [VOTES-180] says who has not answered, who said not yet and that a check passed', () => {
    expect(beforeAdopting(undefined).state).toBe('unasked')
    expect(beforeAdopting(agreement)).toEqual({
      state: 'doubts',
      sentences: [
        '11 of 12 answered on this text.',
        'Ben Whitehorse has not answered.',
        'Grace Lindqvist said not yet. Hear Grace first, or adopt and record the reservation.',
      ],
    })
    const passed = { ...agreement, passed: true, reservations: [], missing: [] }
    expect(beforeAdopting(passed)).toEqual({ state: 'ready', sentences: ['11 of 12 answered on this text.'] })
    expect(askedInWords(passed)).toBe('The check passed on these words. 11 of 12 answered on this text.')
    expect(askedInWords({ ...passed, passed: false })).toBe('11 of 12 answered on this text.')
    const changed = beforeAdopting({ ...agreement, answeredEarlier: 3 })
    expect(changed.sentences[0]).toBe(
      '11 of 12 answered on this text. 3 answered an earlier wording; answers on it do not count and are not recorded.',
    )
    const levels = [{ answer: '6', people: 1 }]
    const gradients = { ...agreement, method: 'gradients', levels, passed: true, missing: [] }
    expect(beforeAdopting({ ...gradients, reservations: [{ name: 'Grace Lindqvist', answer: '6' }] })).toMatchObject({
      state: 'doubts',
      sentences: [expect.anything(), expect.stringContaining('Grace Lindqvist cannot support it yet.')],
    })
    expect(beforeAdopting({ ...gradients, reservations: [{ name: 'Grace Lindqvist', answer: '3' }] }).state).toBe('ready')
    const sealed = beforeAdopting({ ...gradients, passed: false, answered: 12, levels: [], reservations: [] })
    expect(sealed.sentences.slice(1).join(' ')).toMatch(/is sealed until the check is closed.* Adopting it now takes a reason\./)
    const sealedSecret = beforeAdopting({ ...gradients, passed: false, levels: [], reservations: [], missing: undefined })
    expect(sealedSecret.sentences.join(' ')).not.toContain('has not answered')
    const waiting = beforeAdopting({ ...agreement, answered: 7, reservations: [], missing: ['Ann', 'Bo', 'Cy', 'Di', 'Ed'] })
    expect(waiting.sentences[1]).toBe('Ann, Bo, Cy and 2 more have not answered.')
    const verdict = 'Not yet: employers (2 of 5 at or above “I can live with it”).'
    expect(beforeAdopting({ ...agreement, verdict }).sentences).toContain(`The check has not passed. ${verdict}`)
    expect(beforeAdopting({ ...passed, verdict: 'Agreed.' }).sentences.join(' ')).not.toContain('Agreed.')
    const secret = beforeAdopting({ ...agreement, reservations: [{ answer: 'objection' }, { answer: 'objection' }], missing: undefined })
    expect(secret.sentences).toContain('2 people said not yet. Hear them first, or adopt and record their reservations.')
  })

  it('[DRAFTS-143] says the turnout once, be it in the verdict, and of too few secret answers only where the check is secret', () => {
    const verdict = '11 of 12 people answered; at least 6 must. 1 said “Not yet”.'
    const told = beforeAdopting({ ...agreement, verdict, answeredEarlier: 1 }).sentences.join(' ')
    expect(told).toContain('The check has not passed. 11 of 12 people answered; at least 6 must.')
    expect(told.match(/\d+ of 12/g)).toEqual(['11 of 12'])
    expect(told).toContain('1 answered an earlier wording')
    const sealed = { ...agreement, method: 'gradients', levels: [], reservations: [], missing: undefined }
    const wordsOf = (secret: boolean) => beforeAdopting({ ...sealed, secret }).sentences.join(' ')
    expect(wordsOf(false)).toContain('What they answered is sealed until the check is closed.')
    expect(wordsOf(false)).not.toContain('secret')
    expect(wordsOf(true)).toContain('fewer than 3 secret answers stay unsaid.')
    expect(wordsOf(true).match(/11 of 12|have not answered/g)).toEqual(['11 of 12'])
  })

  it('suggests to look again in 90 days at what was decided by consent, and at nothing else', () => {
    expect(suggestedReview('consent', Date.UTC(2026, 10, 22))).toBe('2027-02-20')
    expect(suggestedReview('gradients', Date.UTC(2026, 10, 22))).toBe('')
    expect(suggestedReview(undefined, 0)).toBe('')
  })
})

describe('the annex of origins', () => {
  const evidence: Evidence = {
    phrases: [
      { text: 'One door', sources: [0, 1] },
      { text: 'for everybody.', sources: [] },
    ],
    sources: [
      { ref: { collection: 'ideas', id: 'idea_aaaaaaaa' }, kind: 'Note', words: 'One door', by: 'Amara Okafor' },
      { ref: { collection: 'clusters', id: 'cluster_aaaaaaaa' }, kind: 'Cluster', words: 'Access' },
      { ref: { collection: 'ideas', id: 'idea_bbbbbbbb' }, kind: 'Note', words: 'Open late', isGone: true },
    ],
    decisions: [
      {
        ref: { collection: 'rounds', id: 'round_aaaaaaaa' },
        words: 'Dot vote: Which matter most?',
        outcome: '“Access” came 1 of 5',
        on: [1],
      },
    ],
    rewritten: [2],
  }
  const annex = (over: Partial<typeof options> = {}) => {
    const all = [statement('e1', { state: 'adopted', adopted: adoption('One door for everybody.', { evidence }) })]
    const section = draftsTool.outline(docs(all), { ...options, ...over }).find(({ part }) => part === 'origins')
    return section && words(section.blocks)
  }

  it('[DRAFTS-82] says of each phrase where it comes from, what was decided, and what was rewritten', () => {
    expect(annex()).toBe(
      [
        '## Vision',
        '',
        'In the whole text, 1 of 2 phrases goes back to notes or votes; the rest was written fresh.',
        '',
        '| Words | Where they come from |',
        '| --- | --- |',
        '| One door | Note “One door” (Amara Okafor)<br>Cluster “Access” |',
        '| for everybody. | Written fresh |',
        '',
        'Decided about these words and their sources:',
        '',
        '- Dot vote: Which matter most? “Access” came 1 of 5.',
        '',
        'Also behind this wording, in words that were rewritten since:',
        '',
        '- Note “Open late”, deleted since',
      ].join('\n'),
    )
    expect(draftsTool.outline(docs([statement('e2', { state: 'adopted', adopted: adoption('Ours.') })]), options)).toHaveLength(1)
  })

  it('[DRAFTS-80] leaves names out where a reader does', () => {
    expect(annex({ names: false })).not.toContain('Amara Okafor')
    expect(annex({ names: false })).toContain('Note “One door”<br>')
  })
})
