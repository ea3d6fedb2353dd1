import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { concernsOfDraft } from '../../../../server/tools/votes/concern-ledger'
import type { Concern } from '../../../../shared/tools/votes/concern-schema'
import { type ConcernScene, concernScene } from '../../../support/concern-scene'
import type { TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'

// A real server over HTTP, beside other tests on two cores.
const patienceMs = 120_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '30' } })
})
afterAll(() => server.close())

const Act = fc.record({
  /** Four people and the facilitator. */
  who: fc.nat({ max: 4 }),
  what: fc.constantFrom('answer', 'support', 'take-back', 'mark', 'met', 'not-answered', 'dissent', 'withdrawn', 'author-left', 'write'),
  /** Whether the concern's own author does it, whoever else is named. */
  isAuthor: fc.boolean(),
  /** Which concern, of those there are. */
  which: fc.nat({ max: 5 }),
  words: fc.constantFrom('', 'Say who.', 'Say when.'),
})
type Act = typeof Act extends fc.Arbitrary<infer T> ? T : never

const settling = ['met', 'not-answered', 'dissent', 'withdrawn']

/** What somebody does; the id of the participant who did it. */
async function doIt(scene: ConcernScene, check: Awaited<ReturnType<ConcernScene['check']>>, act: Act): Promise<string> {
  const { what, which, words } = act
  const all = await scene.all()
  const concern = all[which % Math.max(1, all.length)]
  const author = scene.voters.findIndex(({ participantId }) => participantId === concern?.authorId)
  const who = act.isAuthor && author >= 0 ? author : act.who
  const device = who === 4 ? scene.workshop.host : scene.voter(who)
  const id = who === 4 ? scene.workshop.participantId : scene.voter(who).participantId
  if (what === 'write') await scene.write('And more.')
  if (what === 'answer' && who < 4) await scene.say(check, scene.voter(who), 'not-yet', words ? { reason: words } : {})
  if (what === 'support' && who < 4) await scene.say(check, scene.voter(who), 'resonates')
  if (what === 'take-back' && who < 4) {
    const { me } = (await check.read(device)).body
    const ballot = { idempotencyKey: `back${me.version}`, baseVersion: me.version, allocation: {}, textHash: await scene.textHash() }
    await device.put(`${check.path}/ballot`, ballot)
  }
  if (!concern) return id
  if (what === 'mark') await scene.mark(device, concern, words)
  if (what === 'author-left') await scene.act(device, concern, 'author-left')
  if (settling.includes(what)) await scene.act(device, concern, 'settle', { as: what, ...(words ? { words } : {}) })
  return id
}

/** What one act may never do to the concerns that there were. */
function wrongs(before: readonly Concern[], after: readonly Concern[], by: string): readonly string[] {
  return before.flatMap((concern) => {
    const now = after.find(({ id }) => id === concern.id)
    if (!now) return [`${concern.id} is gone`]
    const isKept = JSON.stringify(now.history.slice(0, concern.history.length)) === JSON.stringify(concern.history)
    const wasSaid =
      !concern.words || now.words === concern.words || now.history.some((past) => past.what === 'said' && past.words === concern.words)
    const wasLinked = concern.state.is !== 'answered' || now.state.is === 'answered' || now.history.some((past) => past.what === 'answered')
    const isOthers = by !== concern.authorId
    return [
      ...(isKept && wasSaid && wasLinked ? [] : [`${concern.id} forgot something`]),
      ...(now.authorId === concern.authorId ? [] : [`${concern.id} has another author`]),
      ...(concern.state.is === 'closed' && JSON.stringify(now.state) !== JSON.stringify(concern.state)
        ? [`${concern.id} was closed and moved`]
        : []),
      ...(isOthers && now.state.is === 'closed' && concern.state.is !== 'closed' ? [`${concern.id} was closed by another`] : []),
      ...(isOthers && now.state.is === 'open' && concern.state.is === 'answered' ? [`${concern.id} was reopened by another`] : []),
      ...(isOthers && now.words !== concern.words ? [`${concern.id} was reworded by another`] : []),
    ]
  })
}

describe('over random acts of many people', () => {
  it(
    '[VOTES-114] only its author closes a concern, nothing of it disappears, and record and ledger agree',
    async () => {
      const reached = new Set<string>()
      await fc.assert(
        fc.asyncProperty(fc.array(Act, { minLength: 12, maxLength: 30 }), async (acts) => {
          const scene = await concernScene(server, 'Amara', 'Ben', 'Carla', 'Dan')
          const check = await scene.check()
          // Two concerns and a change to begin with, so that every run has something to fight over.
          for (const who of [0, 1]) await doIt(scene, check, { who, isAuthor: false, what: 'answer', which: 0, words: 'Say who.' })
          await scene.write('The council.')
          for (const act of acts) {
            const before = await scene.all()
            const by = await doIt(scene, check, act)
            const after = await scene.all()
            expect({ act, wrongs: wrongs(before, after, by) }).toEqual({ act, wrongs: [] })
            for (const { state } of after) reached.add(state.is === 'closed' ? state.as : state.is)
          }
          const facts = await concernsOfDraft(server.app.context.db, scene.workshop.workshopId, scene.draftId)
          expect([...(await scene.all())].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(facts)
        }),
        { numRuns: 12, seed: 20261123 },
      )
      expect(reached).toEqual(new Set(['open', 'answered', 'met', 'dissent', 'withdrawn']))
    },
    patienceMs,
  )
})
