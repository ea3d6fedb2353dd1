import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BallotSender } from '../../../../../client/tools/votes/ballot/ballot-sender'
import { WorkshopError } from '../../../../../shared/http/problem'
import type { OwnBallot } from '../../../../../shared/tools/votes/ballot-contract'
import { problem } from '../../../../../shared/tools/votes/problems'
import type { CastBallot } from '../../../../../shared/tools/votes/requests'

const offline = () => new WorkshopError('network/offline', { status: 503, retry: true, detail: 'You’re offline.' })

/** A server that keeps one ballot, answers a numbered request once, and can lose requests or answers. */
function server() {
  const answers = new Map<string, OwnBallot>()
  const requests: CastBallot[] = []
  const held: (() => void)[] = []
  const state = { ballot: { version: 0, allocation: {}, done: false } as OwnBallot, fault: undefined as string | undefined, hold: false }
  let keys = 0
  const sender = new BallotSender({
    read: async () => ({ ...state.ballot, eligible: true }),
    newKey: () => `key${++keys}`,
    async cast(request) {
      requests.push(request)
      if (state.hold) await new Promise<void>((resolve) => held.push(resolve))
      if (state.fault === 'request lost') throw offline()
      const known = answers.get(request.idempotencyKey)
      if (known) return known
      if (state.fault === 'closed') throw problem('vote/closed', { recorded: state.ballot })
      if (request.baseVersion !== state.ballot.version) throw problem('vote/stale', { current: state.ballot })
      const { allocation = {}, done = false } = request
      state.ballot = { version: state.ballot.version + 1, allocation, done, receipt: `R${state.ballot.version + 1}` }
      answers.set(request.idempotencyKey, state.ballot)
      if (state.fault === 'answer lost') throw offline()
      return state.ballot
    },
  })
  function release() {
    for (const go of held.splice(0)) go()
  }
  return { state, requests, sender, release }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const settle = () => vi.advanceTimersByTimeAsync(1)

describe('sending a ballot', () => {
  it('[VOTES-31] sends one request at a time and the newest wish last', async () => {
    const { state, requests, sender, release } = server()
    await sender.load()
    state.hold = true
    sender.want({ allocation: { opt_a: 1 } })
    sender.want({ allocation: { opt_a: 2 } })
    sender.want({ allocation: { opt_a: 2, opt_b: 1 }, done: true })
    await settle()
    expect(requests).toHaveLength(1)
    state.hold = false
    release()
    await settle()
    expect(requests.map(({ baseVersion, allocation }) => [baseVersion, allocation])).toEqual([
      [0, { opt_a: 1 }],
      [1, { opt_a: 2, opt_b: 1 }],
    ])
    expect(sender.state()).toMatchObject({ sending: 'idle', version: 2, receipt: 'R2', wanted: { done: true } })
  })

  it.each(['request lost', 'answer lost'])('[VOTES-31] sends the very same request again when the %s', async (fault) => {
    const { state, requests, sender } = server()
    await sender.load()
    state.fault = fault
    sender.want({ allocation: { opt_a: 1 } })
    await settle()
    expect(sender.state()).toMatchObject({ sending: 'waiting', wanted: { allocation: { opt_a: 1 } } })
    state.fault = undefined
    await vi.advanceTimersByTimeAsync(2_000)
    expect(new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    expect(state.ballot.version).toBe(1)
    expect(sender.state()).toMatchObject({ sending: 'idle', version: 1, notice: undefined })
  })

  it('[VOTES-31] tries at once when the device is online again', async () => {
    const { state, sender } = server()
    await sender.load()
    state.fault = 'request lost'
    sender.want({ allocation: { opt_a: 1 } })
    await settle()
    state.fault = undefined
    sender.retry()
    await settle()
    expect(state.ballot.allocation).toEqual({ opt_a: 1 })
  })

  it('[VOTES-32] shows the ballot as it stands when another device changed it', async () => {
    const { state, sender } = server()
    await sender.load()
    state.ballot = { version: 4, allocation: { opt_b: 3 }, done: true, receipt: 'R4' }
    sender.want({ allocation: { opt_a: 1 } })
    await settle()
    expect(sender.state()).toMatchObject({ version: 4, wanted: { allocation: { opt_b: 3 }, done: true } })
    expect(sender.state().notice).toContain('another device')
    sender.want({ allocation: { opt_b: 2 }, done: false })
    await settle()
    expect(state.ballot).toMatchObject({ version: 5, allocation: { opt_b: 2 } })
    expect(sender.state().notice).toBeUndefined()
  })

  it('[VOTES-31] goes back to what was recorded when the vote had closed', async () => {
    const { state, sender } = server()
    await sender.load()
    sender.want({ allocation: { opt_a: 1 } })
    await settle()
    state.fault = 'closed'
    sender.want({ allocation: { opt_a: 2 } })
    await settle()
    expect(sender.state()).toMatchObject({ wanted: { allocation: { opt_a: 1 } }, sending: 'idle' })
    expect(sender.state().notice).toContain('Voting has closed')
  })

  it('[VOTES-31] knows that a ballot counted whose answer was lost before the close', async () => {
    const { state, sender } = server()
    await sender.load()
    state.fault = 'request lost'
    sender.want({ allocation: { opt_a: 2 }, done: true })
    await settle()
    // Secret and closed: the server knows only that there is a version 1.
    state.ballot = { version: 1, done: true }
    state.fault = 'closed'
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sender.state()).toMatchObject({ sending: 'idle', notice: undefined, wanted: { allocation: { opt_a: 2 }, done: true } })
  })
})
