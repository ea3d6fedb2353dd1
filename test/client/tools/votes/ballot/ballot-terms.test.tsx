// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { TermsCard } from '../../../../../client/tools/votes/ballot/TermsCard'
import { WatchView } from '../../../../../client/tools/votes/ballot/WatchView'
import type { Role } from '../../../../../shared/access/actor'
import type { IdentityLevel } from '../../../../../shared/access/identity'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { participants } from '../../../../../shared/workshop/collections'
import { sessionOf, showBallot } from '../showing'

afterEach(cleanup)

const majority: Round = {
  id: 'round_1',
  question: 'Do we begin in May?',
  method: 'majority',
  secret: true,
  dots: 1,
  maxPerOption: 1,
  options: [
    { id: 'opt_a', label: 'Yes' },
    { id: 'opt_b', label: 'No' },
  ],
  rule: { threshold: 'two-thirds', quorum: 0.5, oneVotePer: 'organisation' },
  facilitatorsVote: false,
  meaning: 'I agree with this',
  binding: true,
  after: { roundId: 'round_0', as: 'again' },
  termsHash: 'ab12cd34'.padEnd(64, '0'),
  state: 'open',
  turnout: { eligible: 2, begun: 0, done: 0 },
  revision: 0,
  createdAtMs: 0,
}

function show(role: Role, identity: IdentityLevel, view: 'terms' | 'watch', changes: Partial<Round> = {}) {
  const record = new Y.Doc()
  participants.put(record, { id: 'p_1', name: 'Amara', role, colour: 1, joinedAtMs: 0, identity })
  const round = { ...majority, ...changes }
  render(
    <WorkshopContext value={sessionOf(role, record)}>
      {view === 'terms' ? <TermsCard round={round} /> : <WatchView round={round} />}
    </WorkshopContext>,
  )
}

describe('the terms on a ballot', () => {
  it('[VOTES-47] say secrecy, rule, who may vote, what it follows, how one came in, and the beginning of the hash', () => {
    show('contributor', 'lobby', 'terms')
    const text = screen.getByRole('region', { name: 'Terms of this vote' }).textContent
    for (const words of [
      'Majority vote: choose one.',
      'Your vote meansI agree with this',
      'Nobody: totals only, ever.',
      'Two thirds of the votes. At least 50 % of those who may vote must take part. Each organisation has one vote',
      'Only people let in at the door, by the passphrase, or with a personal invite, without facilitators.',
      'An earlier vote, with the same options again.',
      'You were let in at the door.',
      'Mark of these terms: ab12cd34',
      'If it reads the same on everybody’s screen',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('ab12cd340')
  })

  it('[VOTES-47] say the budget and the cap of dots', () => {
    show('contributor', 'open-link', 'terms', { method: 'dots', dots: 5, maxPerOption: 2, secret: false, rule: {} })
    const text = screen.getByRole('region', { name: 'Terms of this vote' }).textContent
    expect(text).toContain('Dot vote: 5 each, up to 2 dots on one option.')
    expect(text).toContain('Everybody: names are shown at the end.')
    expect(text).not.toContain('What it takes')
  })

  it('[VOTES-47] say above the options what a dot means', () => {
    showBallot({ meaning: 'Most important to discuss first' }, {})
    expect(screen.getByText('A dot means: Most important to discuss first')).toBeTruthy()
    cleanup()
    showBallot({}, {})
    expect(screen.queryByText(/A dot means/)).toBeNull()
  })
})

describe('a vote without a ballot', () => {
  it.each([
    ['observer', 'lobby', 'You are here as an observer, so you do not vote.'],
    ['facilitator', 'lobby', 'Facilitators do not vote in this round.'],
    ['contributor', 'open-link', /^This vote is binding: .* Ask your facilitator for an invite\.$/],
  ] as const)('[VOTES-48] says why to a %s who came by %s', (role, identity, why) => {
    show(role, identity, 'watch')
    expect(screen.getByText(why)).toBeTruthy()
  })
})
