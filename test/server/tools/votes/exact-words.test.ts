import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { agreementOf } from '../../../../server/tools/votes/agreement-of'
import { rounds } from '../../../../shared/tools/votes/collections'
import type { Round } from '../../../../shared/tools/votes/schema'
import { verify } from '../../../../shared/tools/votes/verify/verify'
import type { Answer, OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer, until } from '../../../support/server'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

/** On a busy machine. */
const patienceMs = 20_000

let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]
let draftId: string

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
})
beforeEach(async () => {
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara', 'Ben', 'Carla', 'Dan')
  draftId = (await workshop.host.post(at('/drafts'), { kind: 'vision', title: 'Vision' })).body.draftId
  await write('One door for every learner.')
})
afterAll(() => server.close())

function at(path: string): string {
  return `/api/workshops/${workshop.workshopId}${path}`
}

async function textHash(): Promise<string> {
  return (await workshop.host.get(at(`/drafts/${draftId}`))).body.textHash
}

/** Lets the wording say this and nothing else; gives its hash. */
async function write(text: string): Promise<string> {
  const connection = workshop.host.connect(`${workshop.workshopId}/draft/${draftId}`)
  await connection.synced()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  const body = connection.doc.getXmlFragment('body')
  connection.doc.transact(() => {
    body.delete(0, body.length)
    body.push([paragraph])
  })
  await connection.allSaved()
  connection.destroy()
  return textHash()
}

async function check(method = 'gradients', wish: Record<string, unknown> = {}): Promise<VoteUnderTest> {
  const none = { options: undefined, dots: undefined, maxPerOption: undefined }
  return openVote(workshop, {
    question: 'Do you agree?',
    method,
    subject: { draftId, textHash: await textHash() },
    secret: false,
    ...none,
    ...wish,
  })
}

function voter(index: number): Voter {
  const found = voters[index]
  if (!found) throw new Error(`no voter ${index}`)
  return found
}

/** An answer on the text as it is. */
async function give(round: VoteUnderTest, index: number, answer: string | number, more: Record<string, unknown> = {}): Promise<void> {
  const given = await round.answer(voter(index), answer, { textHash: await textHash(), ...more })
  expect([given.status, given.body.code]).toEqual([200, undefined])
}

function mark(round: VoteUnderTest, from: string, to: string, device = workshop.host): Promise<Answer> {
  return device.post(`${round.path}/sense`, { from, to })
}

function contest(round: VoteUnderTest, index: number, hash: string): Promise<Answer> {
  return voter(index).post(`${round.path}/contest`, { textHash: hash })
}

function recorded(round: VoteUnderTest): Promise<Round | undefined> {
  return server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => rounds.get(doc, round.roundId))
}

async function lapsedBecomes(round: VoteUnderTest, people: number): Promise<void> {
  await until(async () => ((await recorded(round))?.lapsed?.people ?? 0) === people, `${people} lapsed answers`, patienceMs)
}

async function resultOf(round: VoteUnderTest): Promise<NonNullable<Round['result']>> {
  return (await round.closed()).body.result
}

const methods = ['resonance', 'gradients', 'fist', 'consent'] as const
const good = { resonance: 'resonates', gradients: 1, fist: 5, consent: 'consent' }

describe('an answer and the words it is given on', () => {
  it.each(methods)('[VOTES-90] to %s is taken on the present text only, and keeps what it is for', async (method) => {
    const round = await check(method)
    const before = await textHash()
    const now = await write('Two doors.')
    const late = await round.answer(voter(0), good[method], { textHash: before })
    expect([late.status, late.body.code, late.body.textHash]).toEqual([409, 'draft/text-changed', now])
    await give(round, 0, good[method], { binding: 'spirit' })
    await give(round, 1, good[method])
    expect((await round.read(voter(0))).body.me).toMatchObject({ binding: 'spirit', textHash: now })
    expect((await round.read(voter(1))).body.me).toMatchObject({ binding: 'wording', textHash: now })
    expect((await voter(2).get(at(`/texts/${now}`))).body).toEqual({ textHash: now, text: 'Two doors.' })
    await write('Three doors.')
    const back = await voter(1).put(`${round.path}/ballot`, { idempotencyKey: 'back', baseVersion: 1, allocation: {} })
    expect([back.status, back.body.done]).toEqual([200, false])
  })

  it('[VOTES-90] in flight while the text changes is refused, and the same request never counts twice', async () => {
    const round = await check()
    const hash = await textHash()
    const body = { idempotencyKey: 'flight', baseVersion: 0, answer: 1, textHash: hash }
    const first = await voter(0).put(`${round.path}/ballot`, body)
    await write('Two doors.')
    // A retry of what was taken has the same answer, whatever the words are by now.
    expect(await voter(0).put(`${round.path}/ballot`, body)).toMatchObject({ status: 200, body: first.body })
    const racing = await Promise.all([
      round.answer(voter(1), 1, { textHash: await textHash() }),
      write('Three doors.'),
      round.answer(voter(2), 1, { textHash: await textHash() }),
    ])
    for (const answer of [racing[0], racing[2]]) expect([200, 409]).toContain(answer.status)
    const present = await textHash()
    const { result } = (await round.closed()).body
    const taken = [racing[0], racing[2]].filter(({ status }) => status === 200).length
    expect(result.textHash).toBe(present)
    expect(result.voters + (result.lapsed ?? 0)).toBe(1 + taken)
  })

  it.each(methods)(
    '[VOTES-92] to %s lapses with the words if it was for them only, and is back when the edit is undone',
    async (method) => {
      const round = await check(method)
      for (const index of [0, 1, 2]) await give(round, index, good[method], { binding: index === 0 ? 'spirit' : 'wording' })
      const first = await textHash()
      const second = await write('Two doors.')
      const question = { workshopId: workshop.workshopId, draftId, textHash: second }
      expect(await agreementOf(server.app.context.db, question)).toMatchObject({ answered: 1, answeredEarlier: 2 })
      if (method !== 'resonance') {
        await lapsedBecomes(round, 2)
        expect((await recorded(round))?.lapsed).toEqual({ people: 2, texts: [first] })
        expect((await round.read(voter(3))).body.lapsed).toEqual({ people: 2, texts: [first] })
      }
      await write('One door for every learner.')
      if (method !== 'resonance') await lapsedBecomes(round, 0)
      await give(round, 3, good[method])
      expect(await resultOf(round)).toMatchObject({ voters: 4, textHash: first })
      expect((await recorded(round))?.lapsed).toBeUndefined()
    },
  )

  it('[VOTES-92] is counted again after renewing, withdrawing and removing', async () => {
    const round = await check()
    for (const index of [0, 1, 2]) await give(round, index, 1)
    await write('Two doors.')
    await lapsedBecomes(round, 3)
    // Nothing that was under way counts for it.
    await new Promise((resolve) => setTimeout(resolve, 700))
    await give(round, 0, 1, { baseVersion: 1 })
    await lapsedBecomes(round, 2)
    await voter(1).put(`${round.path}/ballot`, { idempotencyKey: 'w', baseVersion: 1, allocation: {} })
    await lapsedBecomes(round, 1)
    await workshop.host.patch(at(`/participants/${voter(2).participantId}`), { removed: true })
    await lapsedBecomes(round, 0)
  })

  it('[VOTES-101] holds by consent in the round, step by step', async () => {
    const round = await check('consent', { stepByStep: true })
    for (const step of ['clarify', 'react', 'amend']) await workshop.host.post(`${round.path}/consent-step`, { step })
    const amended = await write('Amended.')
    await workshop.host.post(`${round.path}/consent-step`, { step: 'round' })
    expect((await voter(0).get(at(`/texts/${amended}`))).body.text).toBe('Amended.')
    await give(round, 0, 'consent')
    const later = await write('Amended again.')
    await lapsedBecomes(round, 1)
    await give(round, 1, 'consent')
    expect(await resultOf(round)).toMatchObject({ voters: 1, lapsed: 1, textHash: later })
  })
})

describe('a mark that a change leaves the sense as it was', () => {
  it('[VOTES-94] carries answers over, once, with its author’s name, in the record and the chain', async () => {
    const round = await check()
    const first = await textHash()
    for (const index of [0, 1]) await give(round, index, 1)
    const second = await write('One door for every learner!')
    await lapsedBecomes(round, 2)
    const marked = await mark(round, first, second)
    expect([marked.status, marked.body]).toMatchObject([200, { from: first, to: second, contested: 0 }])
    expect((await mark(round, first, second)).body).toEqual(marked.body)
    await lapsedBecomes(round, 0)
    expect((await recorded(round))?.marks).toEqual([marked.body])
    const third = await write('One door for each learner!')
    await mark(round, second, third)
    expect((await round.read(voter(0))).body.marks).toHaveLength(2)
    expect(await resultOf(round)).toMatchObject({ voters: 2, textHash: third })
    const { chain } = (await workshop.host.get(`${round.path}/export`)).body
    expect(chain.filter(({ kind }: { kind?: string }) => kind === 'vote/sense-marked')).toHaveLength(2)
  })

  it('[VOTES-94] is refused on a changed text, from a text nobody was asked about, from the same text, and where nothing is open', async () => {
    const round = await check()
    const first = await textHash()
    await give(round, 0, 1)
    const second = await write('Two doors.')
    const third = await write('Three doors.')
    const refusal = async (from: string, to: string) => (await mark(round, from, to)).body.code
    expect(await refusal(first, second)).toBe('draft/text-changed')
    expect(await refusal(second, third)).toBe('vote/unknown-text')
    expect(await refusal(third, third)).toBe('vote/unknown-text')
    expect((await mark(round, first, third, voter(0))).body.code).toBe('request/not-found')
    const dots = await openVote(workshop)
    expect((await mark(dots, first, third)).body.code).toBe('vote/no-words')
    await round.closed()
    expect(await refusal(first, third)).toBe('vote/closed')
    const next = await openVote(workshop, { method: 'fist', options: undefined, subject: { draftId, textHash: third } }, { opened: false })
    expect((await mark(next, first, third)).body.code).toBe('vote/not-open')
  })

  it.each([true, false])('[VOTES-95] is contested by whom it carried over (secret: %s); the count is public', async (secret) => {
    const round = await check('gradients', { secret })
    const first = await textHash()
    for (const index of [0, 1]) await give(round, index, 1, { binding: index === 1 ? 'spirit' : 'wording' })
    const second = await write('Two doors.')
    expect((await contest(round, 0, second)).body.code).toBe('vote/not-carried')
    await mark(round, first, second)
    for (const index of [1, 2]) expect((await contest(round, index, second)).body.code).toBe('vote/not-carried')
    expect((await contest(round, 0, first)).body.code).toBe('draft/text-changed')
    for (let times = 0; times < 2; times += 1) expect((await contest(round, 0, second)).body).toEqual({ contested: [second] })
    await lapsedBecomes(round, 1)
    expect((await recorded(round))?.marks).toMatchObject([{ contested: 1 }])
    expect((await round.read(voter(0))).body.me.contested).toEqual([second])
    expect(JSON.stringify((await round.read(voter(1))).body)).not.toContain(voter(0).participantId)
    expect(JSON.stringify(await recorded(round))).not.toContain(voter(0).participantId)
    // Around by another text does not lead there either.
    const third = await write('Two doors!')
    await mark(round, first, third)
    await write('Two doors.')
    await mark(round, third, second)
    await lapsedBecomes(round, 1)
    const { chain } = (await workshop.host.get(at('/ledger'))).body
    expect(JSON.stringify(chain.filter(({ kind }: { kind?: string }) => kind === 'vote/sense-contested'))).toBe('[]')
    await resultOf(round)
    const after = (await workshop.host.get(at('/ledger'))).body.chain.find(({ kind }: { kind?: string }) => kind === 'vote/sense-contested')
    expect(after.payload.participantId).toBe(secret ? undefined : voter(0).participantId)
  })

  it('[VOTES-95] cannot be contested after the close', async () => {
    const round = await check()
    const first = await textHash()
    await give(round, 0, 1)
    const second = await write('Two doors.')
    await mark(round, first, second)
    expect(await resultOf(round)).toMatchObject({ voters: 1 })
    expect((await contest(round, 0, second)).body.code).toBe('vote/closed')
    expect((await round.read()).body.result).toMatchObject({ voters: 1 })
  })

  it('[VOTES-95] of a resonance check shows its contest in the record at once', async () => {
    const round = await check('resonance')
    const first = await textHash()
    await give(round, 0, 'resonates')
    const second = await write('Two doors.')
    await mark(round, first, second)
    await contest(round, 0, second)
    expect((await recorded(round))?.answers?.[voter(0).participantId]).toMatchObject({ textHash: first, contested: [second] })
    await give(round, 0, 'live-with', { baseVersion: 1 })
    expect((await recorded(round))?.answers?.[voter(0).participantId]).toMatchObject({ answer: 'live-with', contested: [second] })
    expect(await resultOf(round)).toMatchObject({ voters: 1, answers: [{ answer: 'live-with' }] })
  })

  it('[VOTES-102] loses its contests with the seat, the ballot or the close of a secret check', async () => {
    const contests = async () =>
      (await server.app.context.db.selectFrom('sense_contests').selectAll().execute()).map((row) => row.participant_id)
    const round = await check('gradients', { secret: true })
    const first = await textHash()
    for (const index of [0, 1]) await give(round, index, 1)
    const second = await write('Two doors.')
    await mark(round, first, second)
    for (const index of [0, 1]) await contest(round, index, second)
    const idOf = (index: number) => voter(index).participantId as `p_${string}` // made by the kernel
    const merge = (from: number, into: number) =>
      server.app.context.governed(workshop.workshopId, async () => ({
        result: undefined,
        facts: [{ kind: 'people/merged', from: idOf(from), into: idOf(into), atMs: Date.now() }],
      }))
    await merge(0, 3)
    expect((await contests()).filter((id) => id === voter(0).participantId)).toEqual([])
    expect(await contests()).toEqual(expect.arrayContaining([voter(1).participantId, voter(3).participantId]))
    await merge(1, 3)
    expect((await contests()).filter((id) => id === voter(1).participantId)).toEqual([])
    await round.closed()
    expect((await contests()).filter((id) => id === voter(3).participantId)).toEqual([])
  })
})

describe('the close of a check', () => {
  it('[VOTES-98] counts what stands on the text it freezes, and the lapsed apart', async () => {
    const round = await check()
    await give(round, 0, 8, { reason: 'Never.' })
    const last = await write('Two doors.')
    for (const index of [1, 2]) await give(round, index, 1)
    const result = await resultOf(round)
    expect(result).toMatchObject({ voters: 2, lapsed: 1, textHash: last, verdict: { passed: true } })
    expect(result.verdict?.words).toContain('2 of 4 people answered')
    expect(result.levels?.find(({ answer }) => answer === 8)?.people).toBe(0)
    expect(result.answers?.map(({ participantId }) => participantId).sort()).toEqual(
      [voter(1), voter(2)].map((each) => each.participantId).sort(),
    )
    expect(result.earlier).toMatchObject([{ participantId: voter(0).participantId, answer: 8, reason: 'Never.' }])
    await write('Three doors.')
    expect((await round.read()).body.result).toEqual(result)
  })

  it('[VOTES-98] in flight takes renewals, and what the words are when it ends is what counts', async () => {
    const slow = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '900' } })
    const before = { server, workshop, voters, draftId }
    try {
      server = slow
      workshop = await server.openWorkshop()
      voters = await letIn(workshop, 'Amara', 'Ben')
      draftId = (await workshop.host.post(at('/drafts'), { kind: 'vision', title: 'Vision' })).body.draftId
      await write('One door.')
      const round = await check()
      for (const index of [0, 1]) await give(round, index, 1)
      await round.close()
      const last = await write('Two doors.')
      await give(round, 0, 2, { baseVersion: 1 })
      await until(async () => (await round.read()).body.state === 'closed', 'the count', patienceMs)
      expect((await round.read()).body.result).toMatchObject({ voters: 1, lapsed: 1, textHash: last })
    } finally {
      ;({ server, workshop, voters, draftId } = before)
      await slow.close()
    }
  })

  it('[VOTES-98] of a secret check says of lapsed answers how many, and of too few that stand nothing', async () => {
    const round = await check('gradients', { secret: true })
    for (const index of [0, 1]) await give(round, index, 7, { reason: 'marker-lapsed' })
    await write('Two doors.')
    for (const index of [2, 3]) await give(round, index, 1)
    expect(await resultOf(round)).toEqual({ voters: 2, withheld: true, lapsed: 2, textHash: await textHash() })
    expect(JSON.stringify(await recorded(round))).not.toContain('marker-lapsed')
  })

  it('[VOTES-100] is what adopting goes by, on exactly the text it closed on', async () => {
    const round = await check()
    const first = await textHash()
    for (const index of [0, 1, 2]) await give(round, index, 1)
    await resultOf(round)
    const second = await write('Two doors.')
    const adopt = (hash: string) => workshop.host.post(at(`/drafts/${draftId}/adopt`), { textHash: hash })
    expect((await adopt(second)).body.code).toBe('draft/not-agreed')
    const question = { workshopId: workshop.workshopId, draftId }
    expect(await agreementOf(server.app.context.db, { ...question, textHash: second })).toMatchObject({
      passed: false,
      answered: 0,
      answeredEarlier: 3,
    })
    const again = await check('gradients', { after: { roundId: round.roundId, as: 'again' } })
    expect((await again.read()).body.after).toEqual({ roundId: round.roundId, as: 'again' })
    await round.closed()
    for (const index of [0, 1, 2]) await give(again, index, 1)
    await resultOf(again)
    await write('One door for every learner.')
    expect((await adopt(first)).body.code).toBe('draft/not-agreed')
    await write('Two doors.')
    expect((await adopt(second)).status).toBe(200)
  })

  it('[VOTES-100] comes with the adoption where it is open, on the adopted text, lapsed answers apart', async () => {
    const round = await check('resonance')
    await give(round, 0, 'not-yet')
    const hash = await write('Two doors.')
    for (const index of [1, 2, 3]) await give(round, index, 'resonates', { binding: index === 1 ? 'spirit' : 'wording' })
    const adopted = await workshop.host.post(at(`/drafts/${draftId}/adopt`), { textHash: hash })
    expect([adopted.status, adopted.body.code]).toEqual([200, undefined])
    expect((await round.read()).body).toMatchObject({ state: 'closed', result: { voters: 3, lapsed: 1, textHash: hash } })
  })
})

describe('the export of a check with lapsed answers', () => {
  async function exportOf(secret: boolean) {
    voters.push(...(await letIn(workshop, 'Eli', 'Fay', 'Gil')))
    const round = await check('gradients', { secret })
    const first = await textHash()
    await give(round, 0, 8, { reason: 'Never.' })
    await give(round, 1, 1)
    const second = await write('Two doors.')
    await mark(round, first, second)
    await contest(round, 0, second)
    for (const index of [2, 3, 4, 5]) await give(round, index, 2)
    expect(await resultOf(round)).toMatchObject({ voters: 5, lapsed: 1 })
    return (await workshop.host.get(`${round.path}/export`)).body
  }

  it('[VOTES-99] with names counts again, and finds a lapsed answer that was counted and a mark that was not made', async () => {
    const file = await exportOf(false)
    const found = verify(JSON.stringify(file))
    expect(found.state === 'checked' ? found.checks.filter(({ state }) => state === 'failed') : found).toEqual([])
    expect(found).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ title: 'Answers and words', state: 'passed' })]),
    })
    const failed = (change: (copy: typeof file) => void) => {
      const copy = structuredClone(file)
      change(copy)
      const again = verify(JSON.stringify(copy))
      return again.state === 'checked' ? again.checks.filter(({ state }) => state === 'failed').map(({ title }) => title) : []
    }
    const swap = ({ result }: typeof file) => {
      result.answers.push(...result.earlier.splice(0))
      result.lapsed = 0
    }
    expect(failed(swap)).toContain('Answers and words')
    expect(failed((copy) => copy.marks.push({ ...copy.marks[0], to: 'f'.repeat(64) }))).toContain('Answers and words')
    expect(failed((copy) => copy.ballots.splice(0, 1))).toContain('The ballots')
  })

  it('[VOTES-99] of a secret check marks lapsed answers by receipt alone', async () => {
    const file = await exportOf(true)
    const found = verify(JSON.stringify(file))
    expect(found.state === 'checked' ? found.checks.filter(({ state }) => state === 'failed') : found).toEqual([])
    expect(file.ballots).toHaveLength(6)
    expect(file.ballots.filter(({ lapsed }: { lapsed?: true }) => lapsed)).toEqual([
      { receipt: expect.any(String), choice: {}, lapsed: true },
    ])
    expect(JSON.stringify(file)).not.toContain('Never.')
  })
})
