// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { Findings } from '../../../../../client/tools/votes/results/Findings'
import { decisionCautions, leadInWords } from '../../../../../client/tools/votes/results/reading'
import type { Breakdown, Round } from '../../../../../shared/tools/votes/schema'
import { closedRound } from '../../../../support/closed-round'
import { votesSession } from '../../../../support/votes-session'

afterEach(cleanup)

function show(round: Round, changes: Partial<NonNullable<Round['result']>> = {}): string {
  if (!round.result) throw new Error('not counted')
  render(
    <WorkshopContext value={votesSession('contributor')}>
      <Findings round={round} result={{ ...round.result, ...changes }} />
    </WorkshopContext>,
  )
  return document.body.textContent ?? ''
}

const sectors: Breakdown = {
  by: 'sector',
  groups: [
    { name: 'Education', voters: 5, counts: [3, 4, 0, 0] },
    { name: 'Employers', voters: null, counts: [null, 3, 0, 0] },
  ],
}
const levels: Breakdown = { by: 'level', groups: [{ name: 'Leads', voters: 6, counts: [6, 0, 0, 0] }] }

describe('what a result says beside its counts', () => {
  it('[VOTES-54] tells the result apart by what the reader chooses, options in rank order', () => {
    show(closedRound('dots', [{ on: [1, 3] }, { on: [2, 2] }]), { breakdowns: [sectors, levels] })
    const rows = within(screen.getByRole('table', { name: 'Results by sector' }))
      .getAllByRole('row')
      .map((row) => row.textContent)
    expect(rows.slice(0, 3)).toEqual(['OptionEducation 5 votersEmployers hidden', 'Employer council43', 'Shared intake3hidden'])
    fireEvent.click(screen.getByRole('radio', { name: 'Level' }))
    expect(screen.getByRole('table', { name: 'Results by level' })).toBeTruthy()
    expect(screen.queryByRole('table', { name: 'Results by sector' })).toBeNull()
  })

  it('[VOTES-54] explains hidden cells, and says nothing of them where there are none', () => {
    const explained = /fewer than 3 people, or one from which such a number could be worked out/
    expect(show(closedRound('dots', [{ on: [1, 3] }]), { breakdowns: [sectors] })).toMatch(explained)
    cleanup()
    expect(show(closedRound('dots', [{ on: [1, 3] }]), { breakdowns: [levels] })).not.toMatch(explained)
  })

  it('[VOTES-54] says that opinions split, in words', () => {
    const split = closedRound('score', [{ on: [1, 4] }, { on: [5, 4] }, { on: [1, 4] }, { on: [5, 3] }])
    expect(show(split)).toContain('Opinions split on “Shared intake”: some scored high, others low.')
  })

  it('[VOTES-54] says that options of nearly the same words would have won together', () => {
    const labels = ['Shared intake', 'Evening childcare', 'Childcare in the evening']
    const text = show(closedRound('dots', [{ on: [4] }, { on: [0, 3] }, { on: [0, 0, 3] }], { labels }))
    expect(text).toContain('As one option, “Evening childcare” and “Childcare in the evening” would have had 6 dots; first place has 4.')
  })

  it('[VOTES-24] says whether first place, or the tie for it, hangs on one organisation', () => {
    const [college, employers] = [{ organisation: 'College' }, { organisation: 'Employers' }]
    const safe = closedRound('dots', [
      { on: [3], ...college },
      { on: [3, 1], ...employers },
    ])
    expect(show(safe)).toContain('First place stands whichever single organisation’s dots are taken away.')
    cleanup()
    const tied = closedRound('dots', [
      { on: [2], ...college },
      { on: [0, 2], ...employers },
    ])
    expect(show(tied)).toContain('The tie for first place would change if one organisation’s dots were taken away.')
  })

  it('[VOTES-54] says how voters came in', () => {
    const openly = show(
      closedRound('dots', [
        { on: [1], identity: 'open-link' },
        { on: [1], identity: 'lobby' },
      ]),
    )
    expect(openly).toContain('Some came in by an open link or code')
    cleanup()
    const known = show(
      closedRound('dots', [
        { on: [1], identity: 'personal-invite' },
        { on: [1], identity: 'lobby' },
      ]),
    )
    expect(known).toContain('Everybody who voted was let in at the door, by a person or by the passphrase, or came by a personal invite.')
  })

  it('[VOTES-54] says beside the decision that dots rank wordings only, and that some came by an open link', () => {
    const round = closedRound('dots', [{ on: [1], identity: 'open-link' }])
    const wordings = round.options.map((option) => ({ ...option, ref: { collection: 'drafts', id: `draft_${option.id}` } }))
    expect(decisionCautions({ ...round, options: wordings })).toEqual([
      'Dots rank; adopting a wording needs a check. Ask everybody beside the wording itself.',
      'Some of the voters came in by an open link. The log says so beside the decision.',
    ])
    expect(decisionCautions(closedRound('dots', [{ on: [1], identity: 'lobby' }]))).toEqual([])
  })

  it('[VOTES-54] says who comes first, to be read out when the result appears', () => {
    expect(leadInWords(closedRound('dots', [{ on: [3, 1] }]))).toBe('“Shared intake” comes first with 3 dots.')
    expect(leadInWords(closedRound('dots', [{ on: [1, 1] }]))).toBe('First place is a tie of 2 options.')
    expect(leadInWords(closedRound('dots', [{ on: [1] }], { secret: true }))).toBeUndefined()
  })
})
