import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../../../../shared/tools/votes/verify/verify'
import { startTestServer, type TestServer } from '../../../../support/server'
import { letIn } from '../../../../support/votes'
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

describe('the export of a check with lapsed answers', () => {
  async function exportOf(secret: boolean) {
    group.voters.push(...(await letIn(group.workshop, 'Eli', 'Fay', 'Gil')))
    const round = await group.check('gradients', { secret })
    const first = await group.textHash()
    await group.give(round, 0, 8, { reason: 'Never.' })
    await group.give(round, 1, 1)
    const second = await group.write('Two doors.')
    await group.mark(round, first, second)
    await group.contest(round, 0, second)
    for (const index of [2, 3, 4, 5]) await group.give(round, index, 2)
    expect(await group.resultOf(round)).toMatchObject({ voters: 5, lapsed: 1 })
    return (await group.workshop.host.get(`${round.path}/export`)).body
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
