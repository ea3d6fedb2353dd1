import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agreementOf } from '../../../../../server/tools/votes/agreement-of'
import { startTestServer, type TestServer } from '../../../../support/server'
import { AskedGroup, good } from './asked-group'

const methods = ['resonance', 'gradients', 'fist', 'consent'] as const

let server: TestServer
let group: AskedGroup
beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
})
beforeEach(async () => {
  group = await AskedGroup.open(server)
})
afterAll(() => server.close())

describe('an answer and the words it is given on', () => {
  it.each(methods)('[VOTES-90] to %s is taken on the present text only, and keeps what it is for', async (method) => {
    const round = await group.check(method)
    const before = await group.textHash()
    const now = await group.write('Two doors.')
    const late = await round.answer(group.voter(0), good[method], { textHash: before })
    expect([late.status, late.body.code, late.body.textHash]).toEqual([409, 'draft/text-changed', now])
    await group.give(round, 0, good[method], { binding: 'spirit' })
    await group.give(round, 1, good[method])
    expect((await round.read(group.voter(0))).body.me).toMatchObject({ binding: 'spirit', textHash: now })
    expect((await round.read(group.voter(1))).body.me).toMatchObject({ binding: 'wording', textHash: now })
    expect((await group.voter(2).get(group.at(`/texts/${now}`))).body).toEqual({ textHash: now, text: 'Two doors.' })
    await group.write('Three doors.')
    const back = await group.voter(1).put(`${round.path}/ballot`, { idempotencyKey: 'back', baseVersion: 1, allocation: {} })
    expect([back.status, back.body.done]).toEqual([200, false])
  })

  it.each([false, true])(
    '[VOTES-165] is to be renewed by name in an open check, and by nobody’s in a secret one (secret: %s)',
    async (secret) => {
      const round = await group.check('gradients', { secret })
      for (const index of [0, 1]) await group.give(round, index, 1, index === 1 ? { binding: 'spirit' } : {})
      await group.write('Two doors.')
      const { people } = (await group.workshop.host.get(`${round.path}/voters`)).body
      const statusOf = (index: number) =>
        people.find(({ participantId }: { participantId: string }) => participantId === group.voter(index).participantId)?.status
      expect([0, 1, 2].map(statusOf)).toEqual([secret ? 'done' : 'lapsed', 'done', 'waiting'])
    },
  )

  it('[VOTES-90] in flight while the text changes is refused, and the same request never counts twice', async () => {
    const round = await group.check()
    const hash = await group.textHash()
    const body = { idempotencyKey: 'flight', baseVersion: 0, answer: 1, textHash: hash }
    const first = await group.voter(0).put(`${round.path}/ballot`, body)
    await group.write('Two doors.')
    // A retry of what was taken has the same answer, whatever the words are by now.
    expect(await group.voter(0).put(`${round.path}/ballot`, body)).toMatchObject({ status: 200, body: first.body })
    const racing = await Promise.all([
      round.answer(group.voter(1), 1, { textHash: await group.textHash() }),
      group.write('Three doors.'),
      round.answer(group.voter(2), 1, { textHash: await group.textHash() }),
    ])
    for (const answer of [racing[0], racing[2]]) expect([200, 409]).toContain(answer.status)
    const present = await group.textHash()
    const { result } = (await round.closed()).body
    const taken = [racing[0], racing[2]].filter(({ status }) => status === 200).length
    expect(result.textHash).toBe(present)
    expect(result.voters + (result.lapsed ?? 0)).toBe(1 + taken)
  })

  it.each(methods)(
    '[VOTES-92] to %s lapses with the words if it was for them only, and is back when the edit is undone',
    async (method) => {
      const round = await group.check(method)
      for (const index of [0, 1, 2]) await group.give(round, index, good[method], { binding: index === 0 ? 'spirit' : 'wording' })
      const first = await group.textHash()
      const second = await group.write('Two doors.')
      const question = { workshopId: group.workshop.workshopId, draftId: group.wording.draftId, textHash: second }
      expect(await agreementOf(server.app.context.db, question)).toMatchObject({ answered: 1, answeredEarlier: 2 })
      await group.lapsedBecomes(round, 2)
      expect((await group.recorded(round))?.lapsed).toEqual({ people: 2, texts: [first] })
      expect((await round.read(group.voter(3))).body.lapsed).toEqual({ people: 2, texts: [first] })
      await group.write('One door for every learner.')
      await group.lapsedBecomes(round, 0)
      await group.give(round, 3, good[method])
      expect(await group.resultOf(round)).toMatchObject({ voters: 4, textHash: first })
      expect((await group.recorded(round))?.lapsed).toBeUndefined()
    },
  )

  it.each(['resonance', 'gradients'] as const)('[VOTES-150] is said by %s to its author alone, until it stands again', async (method) => {
    const round = await group.check(method)
    await group.give(round, 0, good[method])
    await group.give(round, 1, good[method], { binding: 'spirit' })
    const lapsed = async () => Promise.all([0, 1, 2].map(async (index) => (await round.read(group.voter(index))).body.me.lapsed))
    expect(await lapsed()).toEqual([undefined, undefined, undefined])
    await group.write('Two doors.')
    expect(await lapsed()).toEqual([true, undefined, undefined])
    await group.give(round, 0, good[method], { baseVersion: 1 })
    expect(await lapsed()).toEqual([undefined, undefined, undefined])
  })

  it('[VOTES-92] is counted again after renewing, withdrawing and removing', async () => {
    const round = await group.check()
    for (const index of [0, 1, 2]) await group.give(round, index, 1)
    await group.write('Two doors.')
    await group.lapsedBecomes(round, 3)
    // Nothing that was under way counts for it.
    await new Promise((resolve) => setTimeout(resolve, 700))
    await group.give(round, 0, 1, { baseVersion: 1 })
    await group.lapsedBecomes(round, 2)
    await group.voter(1).put(`${round.path}/ballot`, { idempotencyKey: 'w', baseVersion: 1, allocation: {} })
    await group.lapsedBecomes(round, 1)
    await group.workshop.host.patch(group.at(`/participants/${group.voter(2).participantId}`), { removed: true })
    await group.lapsedBecomes(round, 0)
  })

  it('[VOTES-101] holds by consent in the round, step by step', async () => {
    const round = await group.check('consent', { stepByStep: true })
    for (const step of ['clarify', 'react', 'amend']) await group.workshop.host.post(`${round.path}/consent-step`, { step })
    const amended = await group.write('Amended.')
    await group.workshop.host.post(`${round.path}/consent-step`, { step: 'round' })
    expect((await group.voter(0).get(group.at(`/texts/${amended}`))).body.text).toBe('Amended.')
    await group.give(round, 0, 'consent')
    const later = await group.write('Amended again.')
    await group.lapsedBecomes(round, 1)
    await group.give(round, 1, 'consent')
    expect(await group.resultOf(round)).toMatchObject({ voters: 1, lapsed: 1, textHash: later })
  })
})
