import { bool, int32, type PRNG } from 'lib0/prng'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RoundExport } from '../../../../shared/tools/votes/round-export'
import { ownBallotIn } from '../../../../shared/tools/votes/verify/own-ballot'
import { type Verification, verify } from '../../../../shared/tools/votes/verify/verify'
import { mutated } from '../../../support/mutations'
import { oneOf, seeded } from '../../../support/seeded'
import type { OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'
import { size } from '../../../support/sizes'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '20' } })
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara', 'Ben', 'Carla', 'Dan', 'Eli', 'Fay', 'Gil')
})
afterAll(() => server.close())

function failuresOf(found: Verification): string {
  if (found.state === 'unreadable') return found.words
  return found.checks
    .filter(({ state }) => state === 'failed')
    .map(({ title, words }) => `${title}: ${words}`)
    .join('\n')
}

async function exported(vote: VoteUnderTest): Promise<RoundExport> {
  await vote.closed()
  const { body } = await workshop.host.get(`${vote.path}/export`)
  RoundExport.parse(body)
  // As it came: hashes are made of the file itself.
  return body
}

/** A file in which one thing is set to another value. */
function withChange(file: RoundExport, change: (copy: RoundExport) => void): string {
  const copy = structuredClone(file)
  change(copy)
  return failuresOf(verify(JSON.stringify(copy)))
}

describe('checking an export', () => {
  let secret: RoundExport
  let open: RoundExport

  beforeAll(async () => {
    const cast = async (wish: Record<string, unknown>) => {
      const vote = await openVote(workshop, wish)
      for (const [index, voter] of voters.slice(0, 6).entries()) await vote.cast(voter, [1 + (index % 3), index % 2, 0], { done: true })
      return exported(vote)
    }
    secret = await cast({})
    open = await cast({ secret: false })
  })

  it('[VOTES-61] finds that all holds, and says of each part why or why not', () => {
    for (const file of [secret, open]) {
      const found = verify(JSON.stringify(file))
      expect(failuresOf(found)).toBe('')
      if (found.state !== 'checked') throw new Error(found.words)
      const states = Object.fromEntries(found.checks.map(({ title, state }) => [title, state]))
      for (const title of [
        'The file',
        'Question, options and rule',
        'The ballots',
        'The count',
        'The result',
        'Turnout',
        'The chain of entries',
      ]) {
        expect([title, states[title]]).toEqual([title, 'passed'])
      }
      for (const { words } of found.checks) expect(words).toMatch(/^[“A-Z0-9].*\.$/)
      expect(found.fingerprint).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/)
    }
    expect(verify(JSON.stringify(secret))).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ title: 'Who gave which ballot', state: 'not-possible' })]),
    })
  })

  it('[VOTES-61] does not mind how the file is laid out', () => {
    expect(failuresOf(verify(`\uFEFF${JSON.stringify(secret, null, 4)}\n`))).toBe('')
  })

  it('[VOTES-61] says of other files that they are no export', () => {
    for (const text of ['', 'Rank,Option', '{}', '[]', 'null', '{"format":"convene-document"}']) {
      expect(verify(text).state).toBe('unreadable')
    }
  })

  it('[VOTES-61] reads a hostile file without harm', () => {
    const deep = `{"format":"convene-round","chain":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(verify(deep).state).toBe('unreadable')
    expect(verify('{"format":"convene-round","__proto__":{"chain":[]}}')).toMatchObject({ holds: false })
  })

  it('[VOTES-62] names an altered ballot by its receipt', () => {
    const [first] = secret.ballots
    const change = (copy: RoundExport) => {
      for (const ballot of copy.ballots.slice(0, 1)) ballot.choice.allocation = { [copy.terms.options[2]?.id ?? '']: 1 }
    }
    expect(withChange(secret, change)).toContain(`Ballot ${first?.receipt} was changed: the close counted something else.`)
    expect(withChange(open, change)).toContain('is not what was cast.')
  })

  it('[VOTES-62] names an option whose number or rank was altered', () => {
    const words = withChange(secret, ({ result }) => {
      for (const option of result.options?.slice(0, 1) ?? []) option.dots += 1
    })
    expect(words).toMatch(/“Intake”: the result says count \d+, the ballots give \d+\./)
    const rank = withChange(secret, ({ result }) => {
      for (const option of result.options?.slice(1, 2) ?? []) option.rank = 1
    })
    expect(rank).toContain('“Council”: the result says rank 1, the ballots give 2.')
  })

  it('[VOTES-62] tells altered terms: an option, the dots, the rule', () => {
    const changes: readonly ((copy: RoundExport) => void)[] = [
      ({ terms }) => {
        terms.dots += 1
      },
      ({ terms }) => {
        for (const option of terms.options.slice(0, 1)) option.label = 'Another'
      },
      ({ terms }) => {
        terms.rule = { quorum: 0.9 }
      },
      ({ terms }) => {
        terms.options.pop()
      },
    ]
    for (const change of changes) expect(withChange(secret, change)).toContain('is not what was fixed when the vote opened.')
  })

  it('[VOTES-62] names an altered entry and a missing one by its number', () => {
    const at = 3
    const seq = secret.chain[at]?.seq ?? 0
    const altered = withChange(secret, ({ chain }) => {
      const entry = chain[at]
      if (entry && 'atMs' in entry) entry.atMs += 1
    })
    expect(altered).toContain(`Entry ${seq} (a ballot) was changed: what it says does not give its hash.`)
    expect(withChange(secret, ({ chain }) => void chain.splice(at, 1))).toContain(
      `Between entry ${seq - 1} and entry ${seq + 1} something is missing.`,
    )
    expect(withChange(secret, ({ chain }) => void chain.shift())).toContain('The chain does not begin with the opening of this vote.')
    expect(withChange(secret, ({ chain }) => void chain.pop())).toContain('The chain does not end with the close of this vote.')
  })

  it('[VOTES-62] tells a ballot that is missing, doubled or named', () => {
    const receipt = secret.ballots[0]?.receipt
    expect(withChange(secret, ({ ballots }) => void ballots.shift())).toContain(`Ballot ${receipt} is missing.`)
    expect(withChange(secret, ({ ballots }) => void ballots.push(...ballots.slice(0, 1)))).toContain(
      `Ballot ${receipt} is in the file more than once.`,
    )
    const named = withChange(secret, ({ ballots }) => {
      for (const ballot of ballots.slice(0, 1)) ballot.participantId = 'p_somebody'
    })
    expect(named).toContain(`Ballot ${receipt} names its voter, which a secret vote never does.`)
  })

  it('[VOTES-62] names the part of a file that is missing or cannot be read', () => {
    const { turnout: _turnout, ...rest } = secret
    expect(failuresOf(verify(JSON.stringify(rest)))).toBe('The file: The part “turnout” is missing.')
    expect(failuresOf(verify(JSON.stringify({ ...secret, result: 7 })))).toBe('The file: The part “result” was changed and cannot be read.')
    expect(failuresOf(verify(JSON.stringify({ ...secret, note: 'mine' })))).toBe('The file: The part “note” does not belong to an export.')
  })

  it('[VOTES-64] finds a ballot by its receipt, however it is typed', () => {
    const receipt = open.ballots[0]?.receipt ?? ''
    expect(ownBallotIn(open, receipt)).toMatch(/^Intake \d/)
    expect(ownBallotIn(open, ` ${receipt.toLowerCase().replaceAll('-', ' ')} `)).toBe(ownBallotIn(open, receipt))
    expect(ownBallotIn(open, 'AAAA-AAAA-AAAA')).toBeUndefined()
  })
})

describe('an export of a round with a history', () => {
  it('[VOTES-61] holds when somebody was removed, and when somebody had two seats', async () => {
    for (const secret of [true, false]) {
      const vote = await openVote(workshop, { secret })
      const [gone, laptop, phone, both] = await letIn(workshop, 'Hal', 'Ida', 'Ida on the phone', 'Jo')
      if (!gone || !laptop || !phone || !both) throw new Error('nobody came in')
      for (const voter of [...voters.slice(0, 5), gone, phone, both]) await vote.cast(voter, [1, 1, 0])
      const people = `/api/workshops/${workshop.workshopId}/participants`
      await workshop.host.patch(`${people}/${gone.participantId}`, { removed: true })
      expect((await workshop.host.post(`${people}/${phone.participantId}/merge`, { into: laptop.participantId })).status).toBe(200)
      await vote.cast(laptop, [0, 0, 2], { baseVersion: 1 })
      const file = await exported(vote)
      expect([secret, failuresOf(verify(JSON.stringify(file)))]).toEqual([secret, ''])
      expect(file.turnout.begun).toBe(7)
      for (const { participantId } of [gone, laptop, both]) {
        await workshop.host.patch(`${people}/${participantId}`, { removed: true })
      }
      // What happens to people later changes nothing of what was counted.
      const later = (await workshop.host.get(`${vote.path}/export`)).body
      expect(later.ballots).toEqual(file.ballots)
      expect(failuresOf(verify(JSON.stringify(later)))).toBe('')
    }
  })

  it('[VOTES-61] holds for a check on a wording, with an answer that was taken back', async () => {
    const path = `/api/workshops/${workshop.workshopId}/drafts`
    const { draftId } = (await workshop.host.post(path, { kind: 'vision', title: 'Vision' })).body
    const { textHash } = (await workshop.host.get(`${path}/${draftId}`)).body
    const subject = { draftId, textHash }
    const none = { options: undefined, dots: undefined, maxPerOption: undefined, secret: false, subject }
    for (const [method, answers] of [
      ['resonance', ['resonates', 'live-with', 'not-yet']],
      ['consent', ['consent', 'consent', 'objection']],
    ] as const) {
      const vote = await openVote(workshop, { ...none, method, stepByStep: method === 'consent' })
      if (method === 'consent')
        for (const step of ['clarify', 'react', 'round']) await workshop.host.post(`${vote.path}/consent-step`, { step })
      for (const [index, answer] of answers.entries()) {
        const voter = voters[index]
        if (!voter) throw new Error('nobody came in')
        const { status, body } = await vote.answer(voter, answer, { textHash, reason: 'Because.' })
        expect([method, status, body.detail]).toEqual([method, 200, undefined])
      }
      const [first] = voters
      await first?.put(`${vote.path}/ballot`, { idempotencyKey: `back-${method}`, baseVersion: 1, allocation: {}, textHash })
      const file = await exported(vote)
      expect([method, failuresOf(verify(JSON.stringify(file)))]).toEqual([method, ''])
      expect(file.ballots).toHaveLength(2)
    }
  })
})

describe('any export', () => {
  const methods = ['dots', 'approval', 'score', 'rank', 'matrix', 'budget', 'majority', 'gradients', 'fist'] as const

  it('[VOTES-62] holds as it is, and does not hold with any one thing altered', () =>
    seeded(async (random) => {
      for (const method of methods) {
        for (const secret of [true, false]) {
          const file = await randomRound(random, method, secret)
          expect([method, secret, failuresOf(verify(JSON.stringify(file)))]).toEqual([method, secret, ''])
          for (let count = 0; count < size(60, 1_000); count++) {
            // Names stand beside the ids for reading; no hash knows them.
            const { value, what } = mutated(random, file, ([part, , field]) => part !== 'people' || field !== 'name')
            const found = verify(JSON.stringify(value))
            expect([method, secret, what, found.state === 'checked' && found.holds]).toEqual([method, secret, what, false])
            expect(failuresOf(found)).not.toBe('')
          }
        }
      }
    }))

  async function randomRound(random: PRNG, method: (typeof methods)[number], secret: boolean): Promise<RoundExport> {
    const agrees = method === 'gradients' || method === 'fist'
    const labels = Array.from({ length: int32(random, 2, 5) }, (_, index) => ({ label: `Option ${'ABCDE'[index]}` }))
    const vote = await openVote(workshop, {
      method,
      secret,
      ...(agrees ? { options: undefined } : { options: labels }),
      ...(method === 'budget' ? { dots: 100, maxPerOption: 100 } : method === 'dots' ? {} : { dots: undefined, maxPerOption: undefined }),
    })
    const count = int32(random, 1, voters.length)
    for (const voter of voters.slice(0, count)) {
      const answered = agrees
        ? await vote.answer(voter, int32(random, 1, 5), { reason: 'Because.' })
        : await vote.cast(voter, placed(random, method, labels.length), { done: bool(random) })
      expect([method, answered.status, answered.body.detail]).toEqual([method, 200, undefined])
      if (!agrees && bool(random)) await vote.cast(voter, placed(random, method, labels.length), { baseVersion: 1 })
    }
    return exported(vote)
  }

  function placed(random: PRNG, method: (typeof methods)[number], options: number): number[] {
    switch (method) {
      case 'dots':
        return spread(random, options, int32(random, 0, 5), 3)
      case 'budget':
        return spread(random, options, int32(random, 0, 100), 100)
      case 'approval':
        return Array.from({ length: options }, () => int32(random, 0, 1))
      case 'score':
        return Array.from({ length: options }, () => int32(random, 0, 5))
      case 'matrix':
        return Array.from({ length: options }, () => int32(random, 1, 9) * 10 + int32(random, 1, 9))
      case 'majority':
        return spread(random, options, 1, 1)
      default:
        return ranking(random, options)
    }
  }

  /** So many units, one after the other on any option that is not full. */
  function spread(random: PRNG, options: number, units: number, cap: number): number[] {
    const counts = Array.from({ length: options }, () => 0)
    for (let unit = 0; unit < units; unit++) {
      const free = [...counts.keys()].filter((index) => (counts[index] ?? 0) < cap)
      if (free.length === 0) return counts
      const at = oneOf(random, free)
      counts[at] = (counts[at] ?? 0) + 1
    }
    return counts
  }

  function ranking(random: PRNG, options: number): number[] {
    const ranks = Array.from({ length: options }, () => 0)
    const ranked = int32(random, 1, options)
    for (let rank = 1; rank <= ranked; rank++)
      ranks[
        oneOf(
          random,
          [...ranks.keys()].filter((index) => ranks[index] === 0),
        )
      ] = rank
    return ranks
  }
})
