import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { beginSetup, followsAs, roundOf, type Setup, withMethod } from '../../../../../client/tools/votes/setup/setup'
import {
  firstOffered,
  merged,
  refreshed,
  rowsOf,
  type SetupOptions,
  takenApart,
  tickedIn,
  withSource,
} from '../../../../../client/tools/votes/setup/setup-options'
import { addPartner } from '../../../../../shared/tools/partners/commands'
import { partnersTool } from '../../../../../shared/tools/partners/index'
import { budgetOf, setupProblem } from '../../../../../shared/tools/votes/allocation'
import { choosingMethods, whenToChoose } from '../../../../../shared/tools/votes/method-guide'
import { NewRound } from '../../../../../shared/tools/votes/requests'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { person } from '../../../../support/boards'

const note = (id: string, label: string, by: string) => ({ label, detail: 'Idea', by, ref: { collection: 'ideas', id } })
const notes = {
  label: 'From notes',
  options: [
    note('idea_1', 'One shared intake form', 'Amara'),
    note('idea_2', 'Shared intake forms', 'Ben'),
    note('idea_3', 'A night bus', 'Caro'),
  ],
}
const rows = withSource([], notes)
const keys = (all: SetupOptions) => all.map(({ key }) => key)
const labels = (all: SetupOptions) => all.map(({ label }) => label)
const prepared = (changes: Partial<Setup>): Setup => ({ ...beginSetup('Which first?', undefined), options: [...rows], ...changes })
const asked = (changes: Partial<Setup>) => roundOf(prepared(changes), { dots: 4, maxPerOption: 2 }, rows, undefined)

describe('what is asked for', () => {
  it('[VOTES-49] has a line on when each method fits', () => {
    for (const method of choosingMethods) expect(whenToChoose(method), method).toMatch(/^\p{Lu}.{10,}$/u)
  })

  it.each(choosingMethods)('[VOTES-49] of %s is a round that the server makes', (method) => {
    const wish = NewRound.parse(asked({ method }))
    if (wish.method !== method) throw new Error('another method')
    const budget = budgetOf(method, rows.length, wish)
    expect(setupProblem(method, budget.dots, budget.maxPerOption)).toBeUndefined()
  })

  it('[VOTES-49] holds only what the method has', () => {
    expect(asked({ method: 'dots' })).toMatchObject({ dots: 4, maxPerOption: 2, meaning: 'Most important to us' })
    expect(asked({ method: 'score' })).not.toHaveProperty('dots')
    expect(asked({ method: 'approval', approvals: 2 })).toMatchObject({ dots: 2 })
    expect(asked({ method: 'approval', approvals: 0 })).not.toHaveProperty('dots')
    expect(asked({ method: 'budget', units: 50, unitsOnOne: 80 })).toMatchObject({ dots: 50, maxPerOption: 50 })
    const rule = { threshold: 'two-thirds', quorum: 0.6, oneVotePer: 'organisation' }
    expect(asked({ method: 'majority', threshold: 'two-thirds', quorum: 60, oneVotePer: 'organisation' })).toMatchObject({ rule })
    expect(asked({ method: 'dots' })).not.toHaveProperty('rule')
    expect(asked({ method: 'matrix', meaning: 'I agree with this' })).not.toHaveProperty('meaning')
    expect(asked({ binding: true, secret: false })).toMatchObject({ binding: true, secret: false })
  })

  it('[VOTES-49] forgets a suggested meaning with the dots it was about, and no words of one’s own', () => {
    expect(withMethod(prepared({}), 'score')).toEqual({ method: 'score', meaning: '' })
    expect(withMethod(prepared({ method: 'score', meaning: '' }), 'dots')).toEqual({ method: 'dots', meaning: 'Most important to us' })
    expect(withMethod(prepared({ meaning: 'Ours' }), 'score')).toEqual({ method: 'score' })
  })
})

describe('merging options', () => {
  const one = merged(rows, keys(rows).slice(0, 2), 'row_one')

  it('[VOTES-50] keeps the place and words of the first and names both and whose they were', () => {
    expect(labels(one)).toEqual(['One shared intake form', 'A night bus'])
    expect(one[0]?.detail).toBe('“One shared intake form” by Amara and “Shared intake forms” by Ben')
    expect(withSource(one, notes)).toHaveLength(2)
  })

  it('[VOTES-50] is undone by taking the option apart', () => {
    expect(labels(takenApart(one, 'row_one'))).toEqual(labels(rows))
    expect(takenApart(one, 'row_one')[1]).toMatchObject({ by: 'Ben', ref: { id: 'idea_2' }, detail: 'Idea' })
  })

  it('[VOTES-50] names every author however long the notes are, and fits in what the server takes', () => {
    const long = withSource([], {
      label: 'From notes',
      options: ['Amara', 'Ben', 'Caro'].map((by) => note(`idea_${by}`, 'long '.repeat(40), by)),
    })
    const detail = merged(long, keys(long), 'row_one')[0]?.detail ?? ''
    for (const by of ['Amara', 'Ben', 'Caro']) expect(detail).toContain(`by ${by}`)
    expect(detail.length).toBeLessThanOrEqual(200)
  })
})

describe('a cluster without a name', () => {
  const ref = { collection: 'clusters', id: 'cluster_1' }
  const unnamed = {
    label: 'From clusters',
    options: [{ label: 'Cluster without a name', ref, problem: 'Give this cluster a name first.' }],
  }
  const shown = withSource([], unnamed)

  it('[VOTES-51] is not voted on, even if it is ticked', () => {
    expect(tickedIn(shown)).toEqual([])
    expect(tickedIn(shown.map((row) => ({ ...row, ticked: true })))).toEqual([])
  })

  it('[VOTES-51] is an option under its name as soon as it has one', () => {
    expect(refreshed(shown, [unnamed])).toBe(shown)
    const named = refreshed(shown, [{ label: 'From clusters', options: [{ label: 'One door', ref }] }])
    expect(labels(tickedIn(named))).toEqual(['One door'])
  })
})

describe('a vote after an earlier one', () => {
  const result = (id: 'opt_a' | 'opt_b' | 'opt_c', rank: number, tied: boolean) => ({ id, rank, tied, dots: 3 - rank, people: 2 })
  const earlier: Round = {
    id: 'round_1',
    question: 'Which first?',
    method: 'majority',
    secret: false,
    dots: 1,
    maxPerOption: 1,
    options: [
      { id: 'opt_a', label: 'Intake' },
      { id: 'opt_b', label: 'Bus' },
      { id: 'opt_c', label: 'Council' },
    ],
    rule: { threshold: 'three-quarters', quorum: 0.25 },
    facilitatorsVote: true,
    binding: true,
    state: 'closed',
    turnout: { eligible: 4, begun: 4, done: 4 },
    revision: 0,
    createdAtMs: 0,
    result: { voters: 4, options: [result('opt_a', 1, true), result('opt_b', 1, true), result('opt_c', 3, false)] },
  }
  const all = rowsOf(earlier)

  it('[VOTES-52] begins, after none, with the way of voting that the step is called after', () => {
    expect(beginSetup('Which name?', undefined, 'Ranked choice')).toMatchObject({ method: 'rank', meaning: '' })
    expect(beginSetup('Which name?', undefined, 'Dot vote to six').method).toBe('dots')
    expect(beginSetup('Which name?', undefined, 'Choose').method).toBe('dots')
  })

  it('[VOTES-52] begins with the terms of that one', () => {
    expect(beginSetup('Other?', earlier)).toMatchObject({
      question: 'Which first?',
      method: 'majority',
      threshold: 'three-quarters',
      quorum: 25,
      secret: false,
      binding: true,
      facilitatorsVote: true,
    })
  })

  it('[VOTES-52] follows as it again, as its run-off, or not at all, by its options', () => {
    expect(followsAs(earlier, all)).toBe('again')
    expect(followsAs(earlier, all.slice(0, 2))).toBe('run-off')
    expect(followsAs(earlier, all.slice(1))).toBeUndefined()
    expect(followsAs(earlier, [...all.slice(0, 2), ...rows.slice(0, 1)])).toBeUndefined()
    expect(roundOf(prepared({}), { dots: 1, maxPerOption: 1 }, all.slice(0, 2), earlier).after).toEqual({
      roundId: 'round_1',
      as: 'run-off',
    })
    expect(roundOf(prepared({}), { dots: 1, maxPerOption: 1 }, rows, earlier)).not.toHaveProperty('after')
  })
})

describe('a vote being set up', () => {
  it('[VOTES-181] begins with what it is usually about, and with partners only when somebody asks for them', () => {
    const board = new Y.Doc()
    addPartner(board, person('rosa'), { name: 'Valley College', sector: 'education', level: 'local', seats: [] })
    const partners = partnersTool.options?.({ record: board, board, draft: () => undefined, parties: () => [], describe: () => undefined })
    expect(partners).toMatchObject([{ label: 'From partners', options: [{ label: 'Valley College' }] }])
    expect(firstOffered([...(partners ?? []), notes])).toBe(notes)
    expect(firstOffered(partners ?? [])).toBeUndefined()
  })
})
