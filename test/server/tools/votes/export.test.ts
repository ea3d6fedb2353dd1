import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../../../../shared/doc/csv'
import { RoundExport } from '../../../../shared/tools/votes/round-export'
import { verify } from '../../../../shared/tools/votes/verify/verify'
import type { OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'
import { letIn, openVote, type Voter } from '../../../support/votes'

let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '50' } })
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara Okafor', 'Ben Whitehorse', 'Carla Nez', 'Dan Tso', 'Eli Begay')
})
afterAll(() => server.close())

/** A round in which the first `count` voters place dots, closed. */
async function closedVote(count: number, wish: Record<string, unknown> = {}) {
  const vote = await openVote(workshop, wish)
  for (const [index, voter] of voters.slice(0, count).entries()) await vote.cast(voter, [1 + (index % 3), index % 2, 0], { done: true })
  await vote.closed()
  return vote
}

const sheetOf = (text: string) => {
  const reading = readCsv(new TextEncoder().encode(text))
  if (reading.state === 'refused') throw new Error(reading.message)
  return [reading.header, ...reading.rows.map(({ cells }) => cells)]
}

describe('exporting a round', () => {
  it('[VOTES-59] gives everybody in the workshop what is needed to count it again', async () => {
    const vote = await closedVote(5)
    for (const device of [workshop.host, voters[0], await workshop.join('Olga', 'observer')]) {
      const { status, body } = (await device?.get(`${vote.path}/export`)) ?? {}
      expect(status).toBe(200)
      expect(RoundExport.parse(body)).toMatchObject({ roundId: vote.roundId, terms: { question: 'Which goals do we start?' } })
      expect(verify(JSON.stringify(body))).toMatchObject({ state: 'checked', holds: true })
    }
  })

  it('[VOTES-59] says before the close that there is nothing yet, and after a cancel that nothing was kept', async () => {
    const vote = await openVote(workshop)
    const early = await workshop.host.get(`${vote.path}/export`)
    expect([early.status, early.body.code, early.body.detail]).toEqual([
      409,
      'vote/not-exported',
      'This vote is not closed yet. It can be exported once it is.',
    ])
    await workshop.host.post(`${vote.path}/cancel`)
    expect((await workshop.host.get(`${vote.path}/export?format=csv`)).body.detail).toBe(
      'This vote was cancelled, and nothing of it was kept.',
    )
  })

  it('[VOTES-59] writes the results as a table that no spreadsheet takes for formulas', async () => {
    const vote = await closedVote(3, { options: [{ label: '=1+1' }, { label: 'Council' }, { label: 'Transport' }] })
    const { status, body } = await workshop.host.get(`${vote.path}/export?format=csv`)
    expect(status).toBe(200)
    expect(body).toContain("'=1+1")
    const [head, first, ...rest] = sheetOf(body)
    expect(head?.slice(0, 5)).toEqual(['Rank', 'Tied', 'Option', 'Dots', 'People'])
    expect(first?.slice(0, 5)).toEqual(['1', 'no', '=1+1', '6', '3'])
    expect(rest).toHaveLength(2)
  })

  it('[VOTES-60] names nobody beside a ballot of a secret round', async () => {
    const vote = await closedVote(5)
    const { body } = await workshop.host.get(`${vote.path}/export`)
    const file = RoundExport.parse(body)
    expect(file.ballots).toHaveLength(5)
    expect(file.people).toEqual([])
    for (const ballot of file.ballots) expect(Object.keys(ballot).sort()).toEqual(['choice', 'receipt'])
    expect(file.ballots.map(({ receipt }) => receipt)).toEqual(file.ballots.map(({ receipt }) => receipt).sort())
    // The chain knows who cast, and says nothing of what: each commitment has a salt that is gone.
    const text = JSON.stringify(file.chain)
    for (const { receipt } of file.ballots) expect(text).not.toContain(receipt)
    for (const option of vote.options) expect(text).not.toContain(option)
    expect(JSON.stringify(body)).not.toMatch(/Amara|Okafor|Whitehorse/)
  })

  it.each([
    [2, { voters: 2, withheld: true }],
    [4, { voters: 4 }],
  ])('[VOTES-60] has no single ballot of a secret round with %i voters', async (count, result) => {
    const vote = await closedVote(count)
    const { body } = await workshop.host.get(`${vote.path}/export`)
    expect(body.result).toMatchObject(result)
    expect([body.ballots, body.people]).toEqual([[], []])
    const found = verify(JSON.stringify(body))
    expect(found).toMatchObject({ state: 'checked', holds: true })
    const states = found.state === 'checked' ? found.checks.map(({ title, state }) => [title, state]) : []
    expect(states).toContainEqual(['The count', 'not-possible'])
    expect((await workshop.host.get(`${vote.path}/export?format=csv`)).body).not.toContain('undefined')
  })

  it('[VOTES-59] has names, receipts and salts of an open round', async () => {
    const vote = await closedVote(3, { secret: false })
    const { body } = await workshop.host.get(`${vote.path}/export`)
    const file = RoundExport.parse(body)
    expect(file.people.map(({ name }) => name).sort()).toEqual(['Amara Okafor', 'Ben Whitehorse', 'Carla Nez'])
    for (const ballot of file.ballots) expect(ballot).toMatchObject({ salt: expect.any(String), participantId: expect.any(String) })
  })

  it('[VOTES-60] shows what is not of the round by its hash alone', async () => {
    const vote = await openVote(workshop)
    const other = await openVote(workshop)
    for (const voter of voters) await vote.cast(voter, [1, 0, 0])
    const [amara] = voters
    if (!amara) throw new Error('nobody came in')
    await other.cast(amara, [3, 0, 0])
    await vote.closed()
    const { body } = await workshop.host.get(`${vote.path}/export`)
    expect(JSON.stringify(body)).not.toContain(other.roundId)
    expect(verify(JSON.stringify(body))).toMatchObject({ holds: true })
    await workshop.host.post(`${other.path}/cancel`)
  })
})

describe('the document', () => {
  it('[VOTES-65] has the single ballots in every format where they are asked for, and nobody beside a secret one', async () => {
    const own = await server.openWorkshop()
    const vote = await openVote(own)
    for (const voter of await letIn(own, 'Amara', 'Ben', 'Carla', 'Dan', 'Eli')) await vote.cast(voter, [1, 1, 0])
    const receipts = (await vote.closed()).body.result.published.map(({ receipt }: { receipt: string }) => receipt)
    const read = async (format: string, parts: string) => {
      const { status, body } = await own.host.get(`/api/workshops/${own.workshopId}/document.${format}?parts=${parts}`)
      expect([format, status]).toEqual([format, 200])
      return typeof body === 'string' ? body : JSON.stringify(body)
    }
    for (const format of ['md', 'html', 'json']) {
      const annex = await read(format, 'ballots')
      for (const receipt of receipts) expect(annex).toContain(receipt)
      expect(annex).not.toMatch(/Amara|Carla/)
      expect(await read(format, 'decisions')).not.toContain(receipts[0])
    }
    for (const format of ['docx', 'pdf']) expect((await read(format, 'ballots')).length).toBeGreaterThan(1_000)
  })
})

describe('the whole chain', () => {
  it('[VOTES-66] is for those who write, and for observers once the workshop is public', async () => {
    const own = await server.openWorkshop()
    const observer = await own.join('Olga', 'observer')
    const member = await own.join('Amara')
    const path = `/api/workshops/${own.workshopId}/ledger`
    expect((await member.get(path)).status).toBe(200)
    expect(await observer.get(path)).toEqual(await observer.get('/api/nothing-here'))
    const vote = await openVote(own, { secret: false })
    await vote.cast(member, [1, 0, 0])
    await vote.closed()
    expect((await own.host.post(`/api/workshops/${own.workshopId}/publish?parts=decisions`)).status).toBe(201)
    const { status, body } = await observer.get(path)
    expect(status).toBe(200)
    expect(verify(JSON.stringify(body))).toMatchObject({ state: 'checked', holds: true })
  })

  it('[VOTES-66] seals who voted in a round that is not closed', async () => {
    const vote = await openVote(workshop)
    const [amara] = voters
    if (!amara) throw new Error('nobody came in')
    await vote.cast(amara, [1, 0, 0])
    const ledger = async () => (await amara.get(`/api/workshops/${workshop.workshopId}/ledger`)).body
    const casts = (file: { chain: { kind?: string; payload?: { roundId: string } }[] }) =>
      file.chain.filter(({ kind, payload }) => kind === 'vote/cast' && payload?.roundId === vote.roundId)
    const before = await ledger()
    expect(casts(before)).toEqual([])
    expect(verify(JSON.stringify(before))).toMatchObject({ holds: true })
    await vote.closed()
    expect(casts(await ledger())).toHaveLength(1)
  })

  it('[VOTES-62] does not hold when an entry is taken out of it', async () => {
    const { body } = await workshop.host.get(`/api/workshops/${workshop.workshopId}/ledger`)
    const found = verify(JSON.stringify({ ...body, chain: body.chain.filter((_: unknown, index: number) => index !== 2) }))
    expect(found).toMatchObject({ holds: false, checks: [{}, { words: 'Between entry 2 and entry 4 something is missing.' }] })
    expect(verify(JSON.stringify({ ...body, chain: body.chain.slice(1) }))).toMatchObject({ holds: false })
  })
})
