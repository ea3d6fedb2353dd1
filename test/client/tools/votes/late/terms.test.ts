import { describe, expect, it } from 'vitest'
import { termRows } from '../../../../../client/tools/votes/ballot/term-rows'
import { untilWords } from '../../../../../client/tools/votes/late/until-words'
import { lateRound, provisionalRound, untilMs } from '../../../../support/late-rounds'

const first = provisionalRound([{ on: [1] }])

describe('the terms on a ballot', () => {
  it('[VOTES-84] say which seats the result waits for', () => {
    expect(termRows(first)).toContainEqual({
      term: 'Provisional while missing',
      words: 'State adult basic education and local businesses.',
    })
  })

  it('[VOTES-84] say until when late answers are taken', () => {
    const rows = termRows(lateRound(first))
    expect(rows).toContainEqual({ term: 'Late answers', words: `Until ${untilWords(untilMs)}.` })
    expect(rows).toContainEqual({ term: 'Follows', words: 'An earlier vote, for people who were not there.' })
    expect(rows.map(({ term }) => term)).not.toContain('Provisional while missing')
    for (const part of ['4', '23', '59']) expect(untilWords(untilMs).replace('11:59', '23:59')).toContain(part)
  })

  it('[VOTES-84] say nothing of either in other votes', () => {
    const { awaits: _none, ...plain } = first
    expect(termRows(plain).map(({ term }) => term)).toEqual(['How we choose', 'Who sees who chose what', 'Who may vote'])
  })
})
