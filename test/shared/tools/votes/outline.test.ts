import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Block, OutlineOptions } from '../../../../shared/doc/outline'
import { plainText } from '../../../../shared/tools/document/text'
import { rounds } from '../../../../shared/tools/votes/collections'
import { sumOf } from '../../../../shared/tools/votes/final'
import { votesOutline } from '../../../../shared/tools/votes/outline'
import { type ClosingBallot, resultOf } from '../../../../shared/tools/votes/result'
import type { Constituency, Round, RoundResult } from '../../../../shared/tools/votes/schema'
import { participants } from '../../../../shared/workshop/collections'

const everything: OutlineOptions = { names: true, reservations: true }

function closedRound(more: Partial<Round>): Round {
  return {
    id: 'round_1',
    question: 'Which goals do we start?',
    method: 'dots',
    secret: true,
    dots: 3,
    maxPerOption: 2,
    options: [
      { id: 'opt_a', label: 'Intake' },
      { id: 'opt_b', label: 'Council' },
    ],
    rule: {},
    facilitatorsVote: false,
    state: 'closed',
    turnout: { eligible: 6, begun: 5, done: 5 },
    revision: 0,
    createdAtMs: 0,
    closedAtMs: 1,
    ...more,
  }
}

const secretResult: RoundResult = {
  voters: 5,
  identity: 'open-link',
  organisations: 2,
  options: [
    { id: 'opt_a', dots: 7, people: 4, organisations: 2, rank: 1, tied: false, spread: [1, 1, 3] },
    { id: 'opt_b', dots: 3, people: 3, organisations: 1, rank: 2, tied: false, spread: [2, 3, 0] },
  ],
  breakdowns: [{ by: 'sector', groups: [{ name: 'Health', voters: 3, counts: [3, null] }] }],
  split: [{ optionIds: ['opt_a', 'opt_b'], together: 9, first: 7 }],
  margin: 'stands',
  published: [
    { receipt: 'AAAA-AAAA-AAAA', allocation: { opt_a: 2, opt_b: 1 } },
    { receipt: 'BBBB-BBBB-BBBB', allocation: { opt_b: 1 } },
  ],
}

function outlineOf(all: readonly Round[], options = everything) {
  const record = new Y.Doc()
  for (const round of all) rounds.put(record, round)
  participants.put(record, { id: 'p_1', name: 'Amara', role: 'contributor', colour: 1, joinedAtMs: 0 })
  return votesOutline({ record, describe: () => undefined }, options)
}

/** All words of blocks, a line for each block or row. */
function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.type === 'table') return [block.caption ?? '', ...[block.head, ...block.rows].map((row) => row.map(plainText).join(' | '))]
      return 'text' in block && typeof block.text !== 'string' ? [plainText(block.text)] : []
    })
    .join('\n')
}

describe('closed rounds in the document', () => {
  it('[VOTES-162] are told apart by number and day where two are headed alike, in every table too', () => {
    const result = { ...secretResult, breakdowns: [] }
    const first = closedRound({ result, closedAtMs: Date.UTC(2026, 10, 20, 12) })
    const second = closedRound({ id: 'round_2', result, closedAtMs: Date.UTC(2026, 10, 22, 12) } as Partial<Round>)
    const other = closedRound({ id: 'round_3', question: 'Who hosts?', result } as Partial<Round>)
    const [section] = outlineOf([second, first, other])
    const titles = section?.blocks.flatMap((block) => (block.type === 'heading' ? [plainText(block.text)] : []))
    expect(titles).toEqual([
      'Who hosts?',
      'Which goals do we start? (vote 1, 20 November 2026)',
      'Which goals do we start? (vote 2, 22 November 2026)',
    ])
    const captions = section?.blocks.flatMap((block) => (block.type === 'table' ? [block.caption] : []))
    expect(new Set(captions).size).toBe(3)
  })

  it('[VOTES-65] say how they were counted, under which terms, who came how, and what each group gave', () => {
    const [section] = outlineOf([closedRound({ result: secretResult, termsHash: '0123456789abcdef'.repeat(4) })])
    const words = wordsOf(section?.blocks ?? [])
    expect(words).toContain('How it was counted: All dots of an option are added up. Fixed when it opened: 0123 4567 89ab cdef.')
    expect(words).toContain('Some voters came in by an open link or code')
    expect(words).toContain('1 | Intake | 7 | 4 | 2 | 1 gave 1, 3 gave 2')
    expect(words).toContain(
      'Which goals do we start?, by sector\nSector | Voters | People for each\nHealth | 3 voters | Intake 3, Council hidden',
    )
    expect(words).toContain('“Intake” and “Council” read nearly alike. Together they would have 9, and first place has 7.')
    expect(words).toContain('First place stands')
  })

  it('[VOTES-65] say which earlier round they follow', () => {
    const again = closedRound({ id: 'round_2', question: 'And of these two?', closedAtMs: 2, after: { roundId: 'round_1', as: 'run-off' } })
    const [section] = outlineOf([closedRound({ result: secretResult }), { ...again, result: { voters: 2, withheld: true } }])
    expect(wordsOf(section?.blocks ?? [])).toContain('A run-off among the tied options of “Which goals do we start?”.')
  })

  it('[VOTES-65] have their single ballots in a part of their own, secret ones by receipt alone', () => {
    const sections = outlineOf([closedRound({ result: secretResult })])
    expect(sections.map(({ part }) => part)).toEqual(['decisions', 'ballots'])
    expect(wordsOf(sections[1]?.blocks ?? [])).toBe(
      'Which goals do we start?\nReceipt | Ballot\nAAAA-AAAA-AAAA | Intake 2, Council 1\nBBBB-BBBB-BBBB | Council 1',
    )
    expect(wordsOf(sections[0]?.blocks ?? [])).not.toContain('AAAA')
  })

  it('[VOTES-65] name who gave an open ballot unless names stay out', () => {
    const open = closedRound({ secret: false, result: { voters: 1, ballots: [{ participantId: 'p_1', allocation: { opt_a: 2 } }] } })
    expect(wordsOf(outlineOf([open])[1]?.blocks ?? [])).toContain('Amara | Intake 2')
    const byOrganisation: RoundResult = {
      voters: 1,
      breakdowns: [{ by: 'organisation', groups: [{ name: 'County', voters: 1, counts: [1, 0] }] }],
    }
    for (const names of [true, false]) {
      const [section] = outlineOf([closedRound({ secret: false, result: byOrganisation })], { ...everything, names })
      expect(wordsOf(section?.blocks ?? []).includes('County')).toBe(names)
    }
    const unnamed = wordsOf(outlineOf([open], { ...everything, names: false })[1]?.blocks ?? [])
    expect(unnamed).toContain('Ballot\nIntake 2')
    expect(unnamed).not.toContain('Amara')
  })

  it('[VOTES-65] have no annex where nothing may be told', () => {
    expect(outlineOf([closedRound({ result: { voters: 2, withheld: true } })]).map(({ part }) => part)).toEqual(['decisions'])
  })

  it('[VOTES-83] says what a provisional result lacked and came to, with both tallies', () => {
    const provisional = { missing: ['local businesses', 'state adult education'] }
    const open = wordsOf(outlineOf([closedRound({ result: secretResult, provisional })])[0]?.blocks ?? [])
    expect(open).toContain('nobody spoke for local businesses and state adult education')
    expect(open).toContain('The result is not final yet.')
    const together = { voters: 8, options: secretResult.options?.map((option) => ({ ...option, dots: option.dots + 2 })) }
    const final = { atMs: 2, lateRoundId: 'round_2' as const, eligible: 9, voters: 8, together }
    const words = wordsOf(outlineOf([closedRound({ result: secretResult, provisional, final })])[0]?.blocks ?? [])
    expect(words).toContain('3 people answered late. The final result counts all 8 ballots together.')
    expect(words).toContain('1 | Intake | 7 | 2 | 9')
    expect(words).toContain('Which goals do we start?: first count')
    const late = closedRound({
      id: 'round_2',
      closedAtMs: 2,
      after: { roundId: 'round_1', as: 'late' },
      result: { voters: 1, withheld: true },
    })
    expect(wordsOf(outlineOf([closedRound({ result: secretResult }), late])[0]?.blocks ?? [])).toContain(
      'Which goals do we start? (late answers)',
    )
  })

  it('[VOTES-65] give impact, effort and what lies between them where options were placed on the grid', () => {
    const result: RoundResult = {
      voters: 3,
      options: [
        { id: 'opt_b', dots: 24, people: 3, rank: 1, tied: false, mean: 8, meanEffort: 2 },
        { id: 'opt_a', dots: 0, people: 0, rank: 2, tied: false },
      ],
      margin: 'one-organisation-decides',
    }
    const words = wordsOf(outlineOf([closedRound({ method: 'matrix', result })])[0]?.blocks ?? [])
    expect(words).toContain('Rank | Option | Impact less effort | Impact | Effort | People\n1 | Council | 6.0 | 8.0 | 2.0 | 3')
    expect(words).toContain('2 | Intake | – | – | – | 0')
    expect(words).toContain('First place would change')
  })

  it('[VOTES-29] print what is held against a decision beside it, where reservations are asked for', () => {
    const recorded = { words: 'Intake first.', reservations: 'Ben would wait.', byName: 'Rosa', atMs: 3 }
    for (const reservations of [true, false]) {
      const [section] = outlineOf([closedRound({ result: secretResult, recorded })], { ...everything, reservations })
      expect(wordsOf(section?.blocks ?? []).includes('Reservations: Ben would wait.')).toBe(reservations)
    }
  })
})

describe('checks by constituency in the document', () => {
  const required: Constituency[] = [
    { by: 'sector', name: 'Employers' },
    { by: 'organisation', name: 'Ironwood Works' },
  ]
  const terms = closedRound({
    question: 'How far do you agree?',
    method: 'gradients',
    secret: false,
    options: [],
    rule: { quorum: 0.5, supportAt: 3, required },
  })
  const given = (from: number, sector: string, ...answers: readonly number[]): ClosingBallot[] =>
    answers.map((answer, index) => {
      const id = from + index
      return { participantId: `p_${id}`, receipt: `R${id}`, sector, organisation: `House ${id}`, answer, reason: `Because ${id}.` }
    })
  const first = [...given(1, 'education', 1, 2), ...given(3, 'employers', 6)]
  const late = given(4, 'employers', 2, 3).map((ballot) => ({ ...ballot, organisation: 'Ironwood Works' }))
  const result = resultOf(terms, first, 3)
  const provisional: Round = { ...terms, result, provisional: { missing: ['Ironwood Works'] } }

  function printed(round: Round, options = everything): string {
    const record = new Y.Doc()
    rounds.put(record, round)
    for (const { participantId, sector = '' } of first) {
      participants.put(record, { id: participantId, name: 'Somebody', sector, role: 'contributor', colour: 1, joinedAtMs: 0 })
    }
    const [section] = votesOutline({ record, describe: () => 'Vision' }, options)
    const lists = section?.blocks.flatMap((block) => (block.type === 'list' ? block.items.flatMap(({ blocks }) => blocks) : [])) ?? []
    return `${wordsOf(section?.blocks ?? [])}\n${wordsOf(lists)}`
  }

  it('[VOTES-131] print who must agree, who holds it up and how, and the spread of each group with its arithmetic', () => {
    const words = printed(provisional)
    expect(words).toContain('Sectors that must agree: Employers. Organisations that must agree: Ironwood Works.')
    expect(words).toContain(
      'Not passed. Not yet: employers (0 of 1 at or above “Support with reservations”); Ironwood Works (nobody of them could answer). 3 of 3 people',
    )
    expect(words).toContain('How far do you agree?, by sector')
    expect(words).toContain('Employers | 1 voter | Don’t like but will support 1 | 0 of 1 at or above “Support with reservations”')
    expect(words).toContain(
      'When the check closed, nobody spoke for Ironwood Works, so its result was provisional. The result is not final yet.',
    )
    expect(words.indexOf('Because 3.')).toBeLessThan(words.indexOf('Because 1.'))
  })

  it('[VOTES-131] print both tallies once final, and pass by their sum', () => {
    const lateResult = resultOf(terms, late, 2)
    const sum = sumOf(terms, { result, ballots: first }, { result: lateResult, ballots: late }, 5, [...first, ...late])
    const words = printed({ ...provisional, final: { atMs: 2, lateRoundId: 'round_2', eligible: 5, voters: 5, ...sum } })
    expect(words).toContain('How far do you agree?: final result, 5 answers')
    expect(words).toContain('Agreement with a minor point of contention | 1 | 1 | 2')
    expect(words).toContain('Passed. Agreed: employers (2 of 3 at or above “Support with reservations”); Ironwood Works (2 of 2')
    expect(words).toContain('Employers | 3 voters | ')
  })

  it('[VOTES-131] print no organisation where names are left out', () => {
    const words = printed(provisional, { names: false, reservations: true })
    expect(words).not.toContain('Ironwood')
    expect(words).not.toContain('House')
    expect(words).toContain('one organisation (nobody of them could answer)')
  })

  it('[VOTES-131] print hidden groups of a secret check as hidden', () => {
    const hidden = { name: 'Employers', voters: null, counts: Array.from({ length: 8 }, () => null) }
    const verdict = {
      passed: false,
      quorumMet: true,
      words: '',
      required: [{ by: 'sector' as const, name: 'Employers', state: 'untold' as const }],
    }
    const words = printed({ ...terms, secret: true, result: { voters: 9, verdict, breakdowns: [{ by: 'sector', groups: [hidden] }] } })
    expect(words).toContain('Employers | hidden | ')
    expect(words).toContain('| hidden\n')
    expect(words).toContain('Not yet: employers (too small to be told apart in a secret check).')
  })
})

describe('a check whose words changed', () => {
  it('[VOTES-103] prints the text it closed on, how many answers had lapsed, and every mark with its contests', () => {
    const hash = `${'0123'.repeat(4)}${'f'.repeat(48)}`
    const mark = { from: 'a'.repeat(64), to: hash, byName: 'Rosa Delgado', atMs: 2, contested: 1 }
    const result: RoundResult = {
      voters: 3,
      lapsed: 1,
      textHash: hash,
      levels: [{ answer: 1, people: 3 }],
      answers: [{ participantId: 'p_1', answer: 1, reason: 'Plain.' }],
      earlier: [{ participantId: 'p_2', answer: 8, reason: 'Not these words.' }],
    }
    const record = new Y.Doc()
    for (const [id, name] of [
      ['p_1', 'Grace'],
      ['p_2', 'Ben'],
    ] as const) {
      participants.put(record, { id, name, role: 'contributor', colour: 1, joinedAtMs: 0 })
    }
    rounds.put(record, closedRound({ method: 'gradients', secret: false, options: [], marks: [mark], result }))
    const sections = votesOutline({ record, describe: () => 'Mission' }, everything)
    const text = JSON.stringify(sections)
    expect(text).toContain('The words at its close have the hash 0123 0123 0123 0123.')
    expect(text).toContain('1 answer had lapsed, because the words had changed since, and is not counted.')
    expect(text).toContain('Rosa Delgado marked a change of the words as no change of sense; 1 person contested it.')
    expect(text).toContain('Veto (lapsed)')
    expect(text).not.toContain('Not these words.')
  })
})
