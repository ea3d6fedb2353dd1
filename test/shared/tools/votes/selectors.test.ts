import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { blocksText } from '../../../../shared/doc/canonical-text'
import { checkOf } from '../../../../shared/tools/votes/check-selectors'
import { rounds } from '../../../../shared/tools/votes/collections'
import { votesTool } from '../../../../shared/tools/votes/index'
import { votesOutline } from '../../../../shared/tools/votes/outline'
import type { Round } from '../../../../shared/tools/votes/schema'
import { currentVote, electorate, liveTurnout } from '../../../../shared/tools/votes/selectors'
import type { Participant } from '../../../../shared/workshop/schema'

function round(tail: string, changes: Partial<Round> = {}): Round {
  return {
    id: `round_${tail}`,
    question: `Question ${tail}?`,
    method: 'dots',
    secret: true,
    dots: 3,
    maxPerOption: 3,
    options: [
      { id: 'opt_a', label: 'Shared intake' },
      { id: 'opt_b', label: 'Transport pilot' },
    ],
    rule: {},
    facilitatorsVote: false,
    state: 'open',
    turnout: { eligible: 3, begun: 1, done: 0 },
    revision: 1,
    createdAtMs: 1,
    ...changes,
  }
}

function person(tail: string, role: Participant['role'], changes: Partial<Participant> = {}): Participant {
  return { id: `p_${tail}`, name: tail, role, colour: 1, joinedAtMs: 0, ...changes }
}

const people = [
  person('Rosa', 'host'),
  person('Ben', 'facilitator'),
  person('Amara', 'contributor'),
  person('Tom', 'voter'),
  person('Vera', 'observer'),
  person('Gone', 'contributor', { removed: true }),
]

describe('who votes', () => {
  it('[VOTES-9] is contributors and voters, and facilitators only where the round says so', () => {
    expect(electorate(people, { facilitatorsVote: false }).map(({ name }) => name)).toEqual(['Amara', 'Tom'])
    expect(electorate(people, { facilitatorsVote: true }).map(({ name }) => name)).toEqual(['Amara', 'Ben', 'Rosa', 'Tom'])
  })

  it('[VOTES-9] grows with late joiners until the close', () => {
    const late = [...people, person('Late', 'contributor'), person('Later', 'voter')]
    expect(liveTurnout(round('x'), late).eligible).toBe(4)
    expect(liveTurnout(round('x', { state: 'closed' }), late).eligible).toBe(3)
  })
})

describe('a Decide step', () => {
  it('[VOTES-30] shows the running vote, else the newest closed one, and never a check or a cancelled round', () => {
    const old = round('old', { state: 'closed', createdAtMs: 1 })
    const newer = round('newer', { state: 'closed', createdAtMs: 2 })
    const running = round('running', { state: 'closing', createdAtMs: 0 })
    const check = round('check', { method: 'resonance', createdAtMs: 9 })
    const cancelled = round('cancelled', { state: 'cancelled', createdAtMs: 9 })
    expect(currentVote([old, newer, check, cancelled])).toBe(newer)
    expect(currentVote([old, newer, running, check])).toBe(running)
    expect(currentVote([check, cancelled])).toBeUndefined()
  })
})

describe('a check', () => {
  const check = round('check', { method: 'resonance', subject: { draftId: 'draft_1', textHash: 'a'.repeat(64) } })

  it('[VOTES-4] is found by the wording that it is about', () => {
    expect(checkOf([check], 'draft_1')).toBe(check)
    expect(checkOf([check], 'draft_2')).toBeUndefined()
  })
})

describe('the document', () => {
  const wordingOf = (ref: { readonly id: string }) => (ref.id === 'draft_1' ? 'Mission' : undefined)
  const record = new Y.Doc()
  rounds.put(record, round('open'))
  rounds.put(
    record,
    round('closed', {
      state: 'closed',
      closedAtMs: 5,
      recorded: { words: 'Start with intake.', byName: 'Rosa', atMs: 6 },
      result: {
        voters: 3,
        options: [
          { id: 'opt_b', dots: 4, people: 2, organisations: 2, rank: 1, tied: true },
          { id: 'opt_a', dots: 4, people: 3, organisations: 1, rank: 1, tied: true },
        ],
      },
    }),
  )
  rounds.put(
    record,
    round('check', {
      method: 'resonance',
      options: [],
      state: 'closed',
      closedAtMs: 7,
      result: {
        voters: 1,
        levels: [{ answer: 'not-yet', people: 1 }],
        answers: [{ participantId: 'p_1', answer: 'not-yet', reason: 'Too long.' }],
      },
    }),
  )

  it('[VOTES-29] holds closed rounds with ties said, and nothing of open ones', () => {
    const [section] = votesOutline({ record, describe: wordingOf }, { names: true, reservations: true })
    expect(section).toMatchObject({ part: 'decisions', note: '2 votes' })
    const text = JSON.stringify(section)
    expect(text).toContain('1 (tie)')
    expect(text).toContain('Start with intake.')
    expect(text).toContain('Too long.')
    expect(text).not.toContain('Question open?')
  })

  it('[VOTES-29] heads a check with its wording, has answers as the screens have them, and says one dot as one', () => {
    const said = (over: Partial<Round>) => {
      const other = new Y.Doc()
      rounds.put(other, round('said', { state: 'closed', closedAtMs: 1, ...over }))
      return blocksText(votesOutline({ record: other, describe: wordingOf }, { names: true, reservations: true })[0]?.blocks ?? [])
    }
    const check = said({
      method: 'resonance',
      question: 'Does this resonate with you?',
      subject: { draftId: 'draft_1', textHash: 'a'.repeat(64) },
      options: [],
      result: {
        voters: 1,
        levels: [{ answer: 'resonates', people: 1 }],
        verdict: { passed: true, quorumMet: true, words: '1 of 1 person answered; at least 1 must.' },
      },
    })
    expect(check).toContain('Mission. Does this resonate with you?')
    expect(check).toMatch(/Resonates \| 1/)
    expect(check.match(/of 1/g)).toHaveLength(1)
    expect(said({ dots: 1, maxPerOption: 1 })).toContain('Dot vote, 1 dot each, secret ballot.')
    expect(said({ dots: 3, maxPerOption: 2 })).toContain('Dot vote, 3 dots each, at most 2 on one option, secret ballot.')
  })

  it('[VOTES-29] leaves reservations out where they are not asked for', () => {
    expect(JSON.stringify(votesOutline({ record, describe: wordingOf }, { names: true, reservations: false }))).not.toContain('Too long.')
  })

  it('[VOTES-29] says nothing when no vote is closed', () => {
    expect(votesOutline({ record: new Y.Doc(), describe: wordingOf }, { names: true, reservations: true })).toEqual([])
  })

  it('[VOTES-30] counts votes in words, and describes a round by its question', () => {
    const docs = { record, board: new Y.Doc(), draft: () => undefined, parties: () => [], describe: () => undefined }
    expect(votesTool.progress(docs)).toEqual({ done: 1, total: 2, summary: '1 vote closed, 1 open' })
    expect(votesTool.describe(docs, { collection: 'rounds', id: 'round_open' })).toBe('Question open?')
    expect(votesTool.describe(docs, { collection: 'ideas', id: 'round_open' })).toBeUndefined()
  })
})
