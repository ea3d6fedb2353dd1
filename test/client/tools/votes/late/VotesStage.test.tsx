// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { untilWords } from '../../../../../client/tools/votes/late/until-words'
import { Stage } from '../../../../../client/tools/votes/VotesStage'
import type { Role } from '../../../../../shared/access/actor'
import { rounds } from '../../../../../shared/tools/votes/collections'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { currentVote, lateVotes, liveTurnout } from '../../../../../shared/tools/votes/selectors'
import { closedRound } from '../../../../support/closed-round'
import { lateRound, provisionalRound, settled, untilMs } from '../../../../support/late-rounds'
import { votesSession } from '../../../../support/votes-session'

const ballots = [{ on: [2, 1] }, { on: [1] }]
const first = provisionalRound(ballots, { stepId: 'step_1' })
const late = lateRound(first)
const newer = closedRound('dots', [{ on: [0, 1] }], { id: 'round_2', question: 'Who leads it?', createdAtMs: 9_000 })

/** Rounds that the server lets this person answer in, and those that they have finished. */
let eligible: readonly string[] = []
let done: readonly string[] = []
let held: readonly Round[] = []

beforeEach(() => {
  done = []
  vi.stubGlobal('fetch', async (url: string) => {
    const round = held.find(({ id }) => url.endsWith(`/rounds/${id}`))
    if (!round) return Response.json({}, { status: 404 })
    const { id, ...terms } = round
    const me = { version: 0, done: done.includes(id), eligible: eligible.includes(id) }
    return Response.json({ ...terms, roundId: id, me })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(role: Role, all: readonly Round[], mayAnswer: readonly string[]) {
  held = all
  eligible = mayAnswer
  const session = votesSession(role, all)
  render(
    <WorkshopContext value={session}>
      <Stage step={{ id: 'step_1', title: 'Decide', minutes: 5, tool: 'votes', order: 'a0' }} />
    </WorkshopContext>,
  )
  return session.record
}

const ballotIsShown = () => screen.findByText(`Until ${untilWords(untilMs)} · Open vote: names are shown at the end · 4 dots each`)
const resultIsShown = () => screen.findByText('Provisional')

describe('the round of a step', () => {
  const closedLate: Round = { ...late, state: 'closed' }

  it('[VOTES-85] is never one of late answers, running or closed', () => {
    expect(currentVote([first, late], 'step_1')).toBe(first)
    expect(currentVote([first, closedLate], 'step_1')).toBe(first)
    expect(currentVote([late], 'step_1')).toBeUndefined()
  })

  it('[VOTES-85] has beside it the late answers that run at it or at no step, oldest first', () => {
    const atNone = lateRound(newer, { id: 'round_none', stepId: undefined, createdAtMs: 1 })
    const elsewhere = lateRound(first, { id: 'round_else', stepId: 'step_2' })
    expect(lateVotes([first, late, closedLate, elsewhere, atNone], 'step_1')).toEqual([atNone, late])
  })

  it('[VOTES-85] takes the turnout of late answers as the server says it', () => {
    expect(liveTurnout({ ...late, turnout: { eligible: 2, begun: 1, done: 1 } }, [])).toEqual({ eligible: 2, begun: 1, done: 1 })
  })
})

describe('the Decide step while late answers are open', () => {
  it('[VOTES-85] shows the ballot with its last day to whoever may answer', async () => {
    show('voter', [first, late], [late.id])
    await ballotIsShown()
    expect(screen.getByRole('button', { name: 'Place a dot on Shared intake' })).toBeTruthy()
    expect(screen.queryByText('Provisional')).toBeNull()
  })

  it('[VOTES-85] goes on showing it to somebody who has finished', async () => {
    done = [late.id]
    show('voter', [first, late], [late.id])
    await ballotIsShown()
  })

  it('[VOTES-85] shows the first result to whoever voted before', async () => {
    show('contributor', [first, late], [])
    await resultIsShown()
    expect(screen.getByText(/those who were missing can answer until .* What was voted before is counted already\./)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Place a dot/ })).toBeNull()
  })

  it('[VOTES-85] shows the result to facilitators, who answer by a press where they may, and come back', async () => {
    show(
      'facilitator',
      [
        { ...first, facilitatorsVote: true },
        { ...late, facilitatorsVote: true },
      ],
      [late.id],
    )
    await resultIsShown()
    fireEvent.click(await screen.findByRole('button', { name: 'Answer late yourself' }))
    await ballotIsShown()
    fireEvent.click(screen.getByRole('button', { name: 'Back to the result' }))
    await resultIsShown()
  })

  it('[VOTES-85] gives way to a vote of the whole group', async () => {
    const running: Round = { ...newer, state: 'open', result: undefined }
    show('voter', [first, late, running], [late.id, running.id])
    expect(await screen.findByText('Voting is open')).toBeTruthy()
    expect(screen.getByText('Who leads it?')).toBeTruthy()
  })

  it('[VOTES-85] leads from one ballot to the next where more than one waits', async () => {
    const second = lateRound(newer, { id: 'round_late2', question: 'Who leads it?', createdAtMs: 20_000 })
    show('voter', [first, late, newer, second], [late.id, second.id])
    expect(await screen.findByText(/1 more vote waits for your answer: Who leads it\?/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Go to it' }))
    expect(await screen.findByText(/1 more vote waits for your answer: Which goals do we start\?/)).toBeTruthy()
  })

  it('[VOTES-85] shows what became of the first result once they close, also where a newer vote stands at the step', async () => {
    const record = show('voter', [first, newer, late], [late.id])
    await ballotIsShown()
    const [final, closed] = settled(first, [{ on: [0, 4] }], ballots)
    act(() => {
      rounds.patch(record, late.id, closed)
      rounds.patch(record, first.id, final)
    })
    expect(await screen.findByText('Final')).toBeTruthy()
    expect(screen.getByText('Which goals do we start?', { selector: '.prompt' })).toBeTruthy()
  })
})
