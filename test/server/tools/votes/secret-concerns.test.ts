import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ledgerEntries } from '../../../../server/storage/hash-chain'
import { limits } from '../../../../shared/sync/limits'
import type { Concern } from '../../../../shared/tools/votes/concern-schema'
import { type ConcernScene, concernScene, only } from '../../../support/concern-scene'
import type { Answer, Device, TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'
import type { VoteUnderTest } from '../../../support/votes'

// Real servers and sockets, beside other tests on two cores.
let server: TestServer
let scene: ConcernScene
let check: VoteUnderTest

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '30' } })
})
beforeEach(async () => {
  scene = await concernScene(server, 'Amara', 'Ben', 'Carla', 'Dan', 'Eva')
  check = await scene.check({ method: 'gradients', secret: true })
})
afterAll(() => server.close())

const answers = [8, 7, 7, 1, 2]

/** So many answer; the first three are below the threshold. What each was given for it. */
async function answerAll(people = answers.length): Promise<readonly Answer[]> {
  const given: Answer[] = []
  for (const [index, answer] of answers.slice(0, people).entries()) {
    given.push(await scene.say(check, scene.voter(index), answer, { reason: `Marker ${index}.` }))
  }
  return given
}

function ownOf(device: Device, key: string): Promise<Answer> {
  return device.post(`${check.path}/own-concern`, { key })
}

async function concernOf(device: Device, key: string): Promise<Concern> {
  const { concernId } = (await ownOf(device, key)).body
  return only((await scene.all()).filter(({ id }) => id === concernId))
}

describe('a secret check', () => {
  it('[VOTES-107] says nothing before its close, then each concern without its author', async () => {
    await answerAll()
    expect(await scene.all()).toEqual([])
    await check.closed()
    const all = await scene.all()
    expect(new Set(all.map(({ answer, words }) => `${answer} ${words}`))).toEqual(new Set(['8 Marker 0.', '7 Marker 1.', '7 Marker 2.']))
    expect(all.every((concern) => !('authorId' in concern))).toBe(true)
    // Equal in time, and ordered by ids that are random.
    expect(new Set(all.map(({ atMs }) => atMs)).size).toBe(1)
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort())
  })

  it('[VOTES-107] of fewer than 5 voters leaves every concern unsaid', async () => {
    await answerAll(4)
    const { result } = (await check.closed()).body
    expect(result.reasons).toBeUndefined()
    expect(await scene.all()).toEqual([])
    const rows = await server.app.context.db.selectFrom('concerns').selectAll().where('round_id', '=', check.roundId).execute()
    expect(rows).toEqual([])
  })

  it('[VOTES-113] keeps nothing that leads from a concern to a person or a receipt: not in SQL, the record or the chain', async () => {
    const given = await answerAll()
    await check.closed()
    const own = await concernOf(scene.voter(0), given[0]?.body.concernKey)
    await scene.act(scene.voter(0), own, 'settle', { as: 'dissent', key: given[0]?.body.concernKey })
    const secrets = [
      ...scene.voters.map(({ participantId }) => participantId),
      ...given.flatMap(({ body }) => [body.receipt, ...(body.concernKey ? [body.concernKey] : [])]),
    ]
    const { db } = server.app.context
    const rows = await db.selectFrom('concerns').selectAll().where('round_id', '=', check.roundId).execute()
    expect(rows).toHaveLength(3)
    const entries = (await ledgerEntries(db, scene.workshop.workshopId)).filter(({ kind }) => kind.startsWith('concern/'))
    expect(entries.map(({ kind }) => kind)).toEqual([...Array(3).fill('concern/raised'), 'concern/closed'])
    const kept = JSON.stringify([rows, await scene.all(), entries])
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([])
  })
})

describe('the key to one’s own concern', () => {
  it('[VOTES-111] comes with an answer below the threshold of a secret check, to all devices of its author, until the close', async () => {
    const given = await answerAll()
    expect(given.map(({ body }) => typeof body.concernKey)).toEqual(['string', 'string', 'string', 'undefined', 'undefined'])
    const read = () => check.read(scene.voter(0))
    expect((await read()).body.me.concernKey).toBe(given[0]?.body.concernKey)
    expect((await check.read(scene.workshop.host)).body.me.concernKey).toBeUndefined()
    await check.closed()
    expect((await read()).body.me.concernKey).toBeUndefined()
    const open = await scene.check({ method: 'gradients', secret: false })
    expect((await scene.say(open, scene.voter(0), 8)).body.concernKey).toBeUndefined()
  })

  it('[VOTES-111] finds and closes exactly that one', async () => {
    const given = await answerAll()
    await check.closed()
    for (const [index, as] of ['dissent', 'withdrawn'].entries()) {
      const key = given[index]?.body.concernKey
      const own = await concernOf(scene.voter(index), key)
      expect(own.words).toBe(`Marker ${index}.`)
      expect((await scene.act(scene.voter(index), own, 'settle', { as, key })).body.state).toMatchObject({ is: 'closed', as })
    }
    const open = only((await scene.all()).filter(({ state }) => state.is === 'open'))
    await scene.write('The council opens it.')
    expect((await scene.mark(scene.workshop.host, open)).status).toBe(200)
    expect((await scene.act(scene.voter(2), open, 'settle', { as: 'met', key: given[2]?.body.concernKey })).status).toBe(200)
  })

  it('[VOTES-111] is nothing that is published: no receipt of the result, no answer, no other key opens it', async () => {
    const given = await answerAll()
    const changed = await scene.say(check, scene.voter(2), 7, { reason: 'Marker 2.', binding: 'spirit' })
    expect(changed.body.concernKey).not.toBe(given[2]?.body.concernKey)
    const { result } = (await check.closed()).body
    const own = await concernOf(scene.voter(0), given[0]?.body.concernKey)
    const wrong: unknown[] = [
      undefined,
      '',
      given[1]?.body.concernKey,
      given[2]?.body.concernKey,
      ...result.published.map(({ receipt }: { receipt: string }) => receipt),
    ]
    for (const key of wrong) {
      const refused = await scene.act(scene.voter(0), own, 'settle', { as: 'withdrawn', ...(key === undefined ? {} : { key }) })
      expect([refused.status, refused.body.code]).toEqual([403, 'vote/not-author'])
    }
    expect((await ownOf(scene.voter(2), given[2]?.body.concernKey)).status).toBe(403)
    expect((await scene.all()).every(({ state }) => state.is === 'open')).toBe(true)
  })

  it('[VOTES-111] cannot be guessed for long, and the guesser keeps nobody else from theirs', async () => {
    const given = await answerAll()
    await check.closed()
    const own = await concernOf(scene.voter(0), given[0]?.body.concernKey)
    const guess = () => scene.act(scene.workshop.host, own, 'settle', { as: 'withdrawn', key: 'f'.repeat(32) })
    for (let tries = 0; tries < limits.badSecretsPerMinute; tries += 1) expect((await guess()).status).toBe(403)
    expect([(await guess()).status, (await ownOf(scene.workshop.host, 'f'.repeat(32))).status]).toEqual([429, 429])
    expect((await scene.act(scene.voter(0), own, 'settle', { as: 'withdrawn', key: given[0]?.body.concernKey })).status).toBe(200)
  })
})
