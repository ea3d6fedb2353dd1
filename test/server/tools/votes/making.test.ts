import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../../shared/doc/sha256'
import { clusters } from '../../../../shared/tools/ideas/collections'
import { rounds } from '../../../../shared/tools/votes/collections'
import { termsText } from '../../../../shared/tools/votes/terms'
import type { Answer, OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'
import { letIn, openVote, type Voter, type VoteUnderTest } from '../../../support/votes'

// Real servers and sockets, beside other tests on two cores.
let server: TestServer
let workshop: OpenedWorkshop
let voters: Voter[]

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '30' } })
  workshop = await server.openWorkshop()
  voters = await letIn(workshop, 'Amara', 'Ben', 'Carla')
})
afterAll(() => server.close())

const labels = ['Intake', 'Council', 'Transport', 'Mentors', 'Tools', 'Rooms'].map((label) => ({ label }))

/** A closed open vote on six options: its first ballots put these dots. */
async function closedVote(...ballots: readonly (readonly number[])[]): Promise<VoteUnderTest> {
  const options = [{ ...labels[0], detail: '6 notes', ref: { collection: 'clusters', id: 'cluster_intake' } }, ...labels.slice(1)]
  const vote = await openVote(workshop, { secret: false, options, dots: 6, maxPerOption: 6 })
  for (const [place, ballot] of ballots.entries()) await vote.cast(voters[place] as Voter, ballot)
  await vote.closed()
  return vote
}

function follow(vote: VoteUnderTest, as: string, more: Record<string, unknown> = {}): Promise<Answer> {
  const wish = { question: 'And now?', method: 'dots', dots: 1, secret: false, after: { roundId: vote.roundId, as }, ...more }
  return workshop.host.post(`/api/workshops/${workshop.workshopId}/rounds`, wish)
}

async function optionsOf(made: Answer) {
  return (await workshop.host.get(`/api/workshops/${workshop.workshopId}/rounds/${made.body.roundId}`)).body.options
}

describe('a round that follows', () => {
  it('[VOTES-39] a tie takes exactly the tied, with labels and where they come from, and leaves the first as it was', async () => {
    const first = await closedVote([2, 2, 1], [1, 1, 0])
    const before = (await first.read()).body
    const made = await follow(first, 'run-off')
    expect(made.status).toBe(201)
    expect((await optionsOf(made)).map(({ id: _id, ...option }: { id: string }) => option)).toEqual([
      { label: 'Intake', detail: '6 notes', ref: { collection: 'clusters', id: 'cluster_intake' } },
      { label: 'Council' },
    ])
    const seen = await server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => rounds.get(doc, made.body.roundId))
    expect(seen?.after).toEqual({ roundId: first.roundId, as: 'run-off' })
    expect((await first.read()).body).toEqual(before)
  })

  it('[VOTES-39] a tie at the cut of a list takes that tie when it is named, and nothing beside it', async () => {
    const first = await closedVote([3, 1, 1, 1])
    const named = [{ label: 'Council' }, { label: 'transport' }, { label: 'Mentors' }]
    const made = await follow(first, 'run-off', { options: named })
    expect((await optionsOf(made)).map(({ label }: { label: string }) => label)).toEqual(['Council', 'Transport', 'Mentors'])
    for (const options of [
      named.slice(1),
      [...named, { label: 'Intake' }],
      [{ label: 'Council' }, { label: 'Other' }, { label: 'Mentors' }],
    ]) {
      expect((await follow(first, 'run-off', { options })).body.code).toBe('vote/not-tied')
    }
    // First place is no tie.
    expect((await follow(first, 'run-off')).body.code).toBe('vote/not-tied')
  })

  it('[VOTES-39] no tie of five, and none of options that nobody backed', async () => {
    const five = await closedVote([1, 1, 1, 1, 1])
    expect((await follow(five, 'run-off')).body.code).toBe('vote/not-tied')
    const one = await closedVote([3, 2, 1])
    const unbacked = ['Mentors', 'Tools', 'Rooms'].map((label) => ({ label }))
    expect((await follow(one, 'run-off', { options: unbacked })).body.code).toBe('vote/not-tied')
  })

  it('[VOTES-39] the same question again has the same options', async () => {
    const first = await closedVote([2])
    expect(await optionsOf(await follow(first, 'again'))).toHaveLength(6)
    expect((await follow(first, 'again', { options: labels })).status).toBe(201)
    expect((await follow(first, 'again', { options: labels.slice(1) })).body.code).toBe('vote/not-the-same')
    expect((await follow(first, 'again', { method: 'consent' })).body.code).toBe('vote/not-the-same')
  })

  it('[VOTES-39] only a closed round of this workshop', async () => {
    const open = await openVote(workshop)
    expect((await follow(open, 'again')).body.code).toBe('vote/not-closed')
    await workshop.host.post(`${open.path}/cancel`)
    expect((await follow(open, 'again')).body.code).toBe('vote/not-closed')
    const other = await server.openWorkshop()
    const elsewhere = await openVote(other)
    await elsewhere.closed()
    expect((await follow(elsewhere, 'again')).status).toBe(404)
  })
})

describe('what a round is made of', () => {
  it('[VOTES-42] has one hash from the opening on, the same in the answer, the record, the ledger and worked out again', async () => {
    const vote = await openVote(workshop, { meaning: 'Most important to discuss first', secret: false }, { opened: false })
    expect((await vote.read()).body.termsHash).toBeUndefined()
    await vote.open()
    const { body } = await vote.read()
    expect(body.meaning).toBe('Most important to discuss first')
    expect(body.termsHash).toBe(sha256Hex(termsText(body)))
    expect(sha256Hex(termsText({ ...body, dots: body.dots + 1 }))).not.toBe(body.termsHash)
    const seen = await server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => rounds.get(doc, vote.roundId))
    expect(seen?.termsHash).toBe(body.termsHash)
    const rows = await server.app.context.db.selectFrom('ledger').selectAll().where('kind', '=', 'vote/opened').execute()
    const opened = rows.map(({ payload }) => JSON.parse(payload)).find(({ roundId }) => roundId === vote.roundId)
    expect(opened.termsHash).toBe(body.termsHash)
    await vote.closed()
    expect((await vote.read()).body.termsHash).toBe(body.termsHash)
  })

  it('[VOTES-42] is the same text whatever order its parts came in', async () => {
    const { body } = await (await openVote(workshop)).read()
    const turned = Object.fromEntries(Object.entries(body).reverse()) as typeof body
    expect(termsText(turned)).toBe(termsText(body))
  })

  it('[VOTES-41] is one vote for each organisation in majority votes only, counted from set-up to result', async () => {
    const rule = { quorum: 0, oneVotePer: 'organisation' }
    const wish = { rule, secret: false, dots: undefined, maxPerOption: undefined }
    const path = `/api/workshops/${workshop.workshopId}/rounds`
    const refused = await workshop.host.post(path, { question: 'Which?', method: 'approval', options: labels, rule })
    expect([refused.status, refused.body.code]).toEqual([422, 'vote/bad-setup'])
    await server.app.context.governed(workshop.workshopId, async (tx) => {
      const crowd = voters.slice(0, 2).map(({ participantId }) => participantId)
      await tx.updateTable('participants').set({ organisation: 'College' }).where('id', 'in', crowd).execute()
      return { result: undefined }
    })
    const vote = await openVote(workshop, { method: 'majority', ...wish })
    for (const [place, voter] of voters.entries()) await vote.cast(voter, place < 2 ? [1, 0, 0] : [0, 1, 0])
    const { result } = (await vote.closed()).body
    expect(result.options.slice(0, 2).map(({ dots, rank, tied }: Record<string, unknown>) => [dots, rank, tied])).toEqual([
      [2, 1, true],
      [1, 1, true],
    ])
    expect(result.verdict).toMatchObject({ passed: false })
  })

  it('[VOTES-42] is never a cluster without a name', async () => {
    const put = (id: `cluster_${string}`, name: string) =>
      server.app.context.governed(workshop.workshopId, async () => ({
        result: undefined,
        writes: [
          { room: `${workshop.workshopId}/board`, write: (doc) => clusters.put(doc, { id, promptId: 'prompt_1', name, order: 'a0' }) },
        ],
      }))
    await put('cluster_named', 'One door')
    await put('cluster_bare', '  ')
    const make = (id: string) => {
      const options = [{ label: 'A', ref: { collection: 'clusters', id } }, { label: 'B' }]
      return workshop.host.post(`/api/workshops/${workshop.workshopId}/rounds`, { question: 'Which?', method: 'dots', options })
    }
    expect((await make('cluster_named')).status).toBe(201)
    const refused = await make('cluster_bare')
    expect([refused.status, refused.body.code]).toEqual([422, 'vote/unnamed-cluster'])
    expect(refused.body.detail).toContain('Name it on the board')
  })
})
