import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../support/server'
import { openVote } from '../../../../support/votes'
import { AskedGroup } from './asked-group'

let server: TestServer
let group: AskedGroup
beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
})
beforeEach(async () => {
  group = await AskedGroup.open(server)
})
afterAll(() => server.close())

describe('a mark that a change leaves the sense as it was', () => {
  it('[VOTES-94] carries answers over, once, with its author’s name, in the record and the chain', async () => {
    const round = await group.check()
    const first = await group.textHash()
    for (const index of [0, 1]) await group.give(round, index, 1)
    const second = await group.write('One door for every learner!')
    await group.lapsedBecomes(round, 2)
    const marked = await group.mark(round, first, second)
    expect([marked.status, marked.body]).toMatchObject([200, { from: first, to: second, contested: 0 }])
    expect((await group.mark(round, first, second)).body).toEqual(marked.body)
    await group.lapsedBecomes(round, 0)
    expect((await group.recorded(round))?.marks).toEqual([marked.body])
    const third = await group.write('One door for each learner!')
    await group.mark(round, second, third)
    expect((await round.read(group.voter(0))).body.marks).toHaveLength(2)
    expect(await group.resultOf(round)).toMatchObject({ voters: 2, textHash: third })
    const { chain } = (await group.workshop.host.get(`${round.path}/export`)).body
    expect(chain.filter(({ kind }: { kind?: string }) => kind === 'vote/sense-marked')).toHaveLength(2)
  })

  it('[VOTES-94] is refused on a changed text, from a text nobody was asked about, from the same text, and where nothing is open', async () => {
    const round = await group.check()
    const first = await group.textHash()
    await group.give(round, 0, 1)
    const second = await group.write('Two doors.')
    const third = await group.write('Three doors.')
    const refusal = async (from: string, to: string) => (await group.mark(round, from, to)).body.code
    expect(await refusal(first, second)).toBe('draft/text-changed')
    expect(await refusal(second, third)).toBe('vote/unknown-text')
    expect(await refusal(third, third)).toBe('vote/unknown-text')
    expect((await group.mark(round, first, third, group.voter(0))).body.code).toBe('request/not-found')
    const dots = await openVote(group.workshop)
    expect((await group.mark(dots, first, third)).body.code).toBe('vote/no-words')
    await round.closed()
    expect(await refusal(first, third)).toBe('vote/closed')
    const next = await openVote(
      group.workshop,
      { method: 'fist', options: undefined, subject: { draftId: group.wording.draftId, textHash: third } },
      { opened: false },
    )
    expect((await group.mark(next, first, third)).body.code).toBe('vote/not-open')
  })

  it.each([true, false])('[VOTES-95] is contested by whom it carried over (secret: %s); the count is public', async (secret) => {
    const round = await group.check('gradients', { secret })
    const first = await group.textHash()
    for (const index of [0, 1]) await group.give(round, index, 1, { binding: index === 1 ? 'spirit' : 'wording' })
    const second = await group.write('Two doors.')
    expect((await group.contest(round, 0, second)).body.code).toBe('vote/not-carried')
    await group.mark(round, first, second)
    for (const index of [1, 2]) expect((await group.contest(round, index, second)).body.code).toBe('vote/not-carried')
    expect((await group.contest(round, 0, first)).body.code).toBe('draft/text-changed')
    for (let times = 0; times < 2; times += 1) expect((await group.contest(round, 0, second)).body).toEqual({ contested: [second] })
    await group.lapsedBecomes(round, 1)
    expect((await group.recorded(round))?.marks).toMatchObject([{ contested: 1 }])
    expect((await round.read(group.voter(0))).body.me.contested).toEqual([second])
    expect(JSON.stringify((await round.read(group.voter(1))).body)).not.toContain(group.voter(0).participantId)
    expect(JSON.stringify(await group.recorded(round))).not.toContain(group.voter(0).participantId)
    // Around by another text does not lead there either.
    const third = await group.write('Two doors!')
    await group.mark(round, first, third)
    await group.write('Two doors.')
    await group.mark(round, third, second)
    await group.lapsedBecomes(round, 1)
    const { chain } = (await group.workshop.host.get(group.at('/ledger'))).body
    expect(JSON.stringify(chain.filter(({ kind }: { kind?: string }) => kind === 'vote/sense-contested'))).toBe('[]')
    await group.resultOf(round)
    const after = (await group.workshop.host.get(group.at('/ledger'))).body.chain.find(
      ({ kind }: { kind?: string }) => kind === 'vote/sense-contested',
    )
    expect(after.payload.participantId).toBe(secret ? undefined : group.voter(0).participantId)
  })

  it('[VOTES-95] cannot be contested after the close', async () => {
    const round = await group.check()
    const first = await group.textHash()
    await group.give(round, 0, 1)
    const second = await group.write('Two doors.')
    await group.mark(round, first, second)
    expect(await group.resultOf(round)).toMatchObject({ voters: 1 })
    expect((await group.contest(round, 0, second)).body.code).toBe('vote/closed')
    expect((await round.read()).body.result).toMatchObject({ voters: 1 })
  })

  it('[VOTES-95] of a resonance check shows its contest in the record at once', async () => {
    const round = await group.check('resonance')
    const first = await group.textHash()
    await group.give(round, 0, 'resonates')
    const second = await group.write('Two doors.')
    await group.mark(round, first, second)
    await group.contest(round, 0, second)
    expect((await group.recorded(round))?.answers?.[group.voter(0).participantId]).toMatchObject({ textHash: first, contested: [second] })
    await group.give(round, 0, 'live-with', { baseVersion: 1 })
    expect((await group.recorded(round))?.answers?.[group.voter(0).participantId]).toMatchObject({
      answer: 'live-with',
      contested: [second],
    })
    expect(await group.resultOf(round)).toMatchObject({ voters: 1, answers: [{ answer: 'live-with' }] })
  })

  it('[VOTES-102] loses its contests with the seat, the ballot or the close of a secret check', async () => {
    const contests = async () =>
      (await server.app.context.db.selectFrom('sense_contests').selectAll().execute()).map((row) => row.participant_id)
    const round = await group.check('gradients', { secret: true })
    const first = await group.textHash()
    for (const index of [0, 1]) await group.give(round, index, 1)
    const second = await group.write('Two doors.')
    await group.mark(round, first, second)
    for (const index of [0, 1]) await group.contest(round, index, second)
    const idOf = (index: number) => group.voter(index).participantId as `p_${string}` // made by the kernel
    const merge = (from: number, into: number) =>
      server.app.context.governed(group.workshop.workshopId, async () => ({
        result: undefined,
        facts: [{ kind: 'people/merged', from: idOf(from), into: idOf(into), atMs: Date.now() }],
      }))
    await merge(0, 3)
    expect((await contests()).filter((id) => id === group.voter(0).participantId)).toEqual([])
    expect(await contests()).toEqual(expect.arrayContaining([group.voter(1).participantId, group.voter(3).participantId]))
    await merge(1, 3)
    expect((await contests()).filter((id) => id === group.voter(1).participantId)).toEqual([])
    await round.closed()
    expect((await contests()).filter((id) => id === group.voter(3).participantId)).toEqual([])
  })
})
