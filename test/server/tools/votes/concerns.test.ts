import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { ledgerEntries } from '../../../../server/storage/hash-chain'
import { agreementWithConcerns } from '../../../../server/tools/votes/concern-summary'
import { beforeAdopting } from '../../../../shared/tools/drafts/adopting/before-adopting'
import { concerns } from '../../../../shared/tools/votes/concern-collection'
import { type ConcernScene, concernScene, only } from '../../../support/concern-scene'
import type { Device, TestServer } from '../../../support/server'
import { startTestServer, until } from '../../../support/server'

// Real servers and sockets, beside other tests on two cores.
let server: TestServer
let scene: ConcernScene

beforeAll(async () => {
  server = await startTestServer({ env: { LIMIT_CLOSE_GRACE_MS: '30' } })
})
beforeEach(async () => {
  scene = await concernScene(server, 'Amara', 'Ben', 'Carla')
})
afterAll(() => server.close())

async function entries(): Promise<readonly { readonly kind: string; readonly payload: Record<string, unknown> }[]> {
  const all = await ledgerEntries(server.app.context.db, scene.workshop.workshopId)
  return all.filter(({ kind }) => kind.startsWith('concern/'))
}

describe('an answer below the threshold', () => {
  it('[VOTES-105] of a resonance check is a concern with its author at once, on everybody’s screen', async () => {
    const check = await scene.check()
    const connection = scene.voter(1).connect(`${scene.workshop.workshopId}/record`)
    await connection.synced()
    await scene.say(check, scene.voter(0), 'resonates')
    await scene.say(check, scene.voter(1), 'live-with')
    expect((await scene.say(check, scene.voter(2), 'not-yet', { reason: 'Say who opens it.' })).status).toBe(200)
    await until(() => concerns.all(connection.doc).length === 1, 'the concern at another device')
    expect(only(concerns.all(connection.doc))).toEqual({
      id: expect.stringMatching(/^concern_/),
      draftId: scene.draftId,
      roundId: check.roundId,
      method: 'resonance',
      answer: 'not-yet',
      words: 'Say who opens it.',
      authorId: scene.voter(2).participantId,
      textHash: await scene.textHash(),
      atMs: expect.any(Number),
      state: { is: 'open' },
      history: [],
    })
    connection.destroy()
  })

  it('[VOTES-146] is none while its words are still to come, and one without any from the close on', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet')
    await scene.say(check, scene.voter(1), 'not-yet')
    expect(await scene.all()).toEqual([])
    expect((await check.read(scene.voter(2))).body.result.answers).toHaveLength(2)
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    expect(only(await scene.all())).toMatchObject({ authorId: scene.voter(0).participantId, words: 'Say who opens it.', history: [] })
    await check.closed()
    const raised = (await scene.all()).map(({ authorId, words, state }) => [authorId, words, state.is])
    expect(new Map(raised.map(([authorId, ...rest]) => [authorId, rest]))).toEqual(
      new Map([
        [scene.voter(0).participantId, ['Say who opens it.', 'open']],
        [scene.voter(1).participantId, [undefined, 'open']],
      ]),
    )
  })

  it('[VOTES-146] is none at the close either when its author has agreed meanwhile', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet')
    await scene.say(check, scene.voter(0), 'live-with')
    await check.closed()
    expect(await scene.all()).toEqual([])
  })

  it('[VOTES-105] is one without words too at the close, except of those who abstain', async () => {
    const gradients = await scene.check({ method: 'gradients', secret: false })
    await scene.say(gradients, scene.voter(0), 4)
    await scene.say(gradients, scene.voter(1), 4, { reason: 'I was not there in March.' })
    await scene.say(gradients, scene.voter(2), 5)
    await gradients.closed()
    const raised = (await scene.all()).filter(({ roundId }) => roundId === gradients.roundId)
    expect(new Map(raised.map(({ authorId, words }) => [authorId, words]))).toEqual(
      new Map([
        [scene.voter(1).participantId, 'I was not there in March.'],
        [scene.voter(2).participantId, undefined],
      ]),
    )
  })

  it('[VOTES-105] goes by the check’s own threshold', async () => {
    const check = await scene.check({ method: 'fist', secret: false, rule: { supportAt: 4 } })
    for (const [index, answer] of [4, 3].entries()) await scene.say(check, scene.voter(index), answer, { reason: 'Why not.' })
    await check.closed()
    expect(only(await scene.all())).toMatchObject({ answer: 3, authorId: scene.voter(1).participantId })
  })

  it('[VOTES-106] of a sealed check is one from the close on, with its author where the check is open', async () => {
    const check = await scene.check({ method: 'gradients', secret: false })
    await scene.say(check, scene.voter(0), 8, { reason: 'A first reason.' })
    await scene.say(check, scene.voter(0), 7, { reason: 'It leaves the elders out.' })
    await scene.say(check, scene.voter(1), 3, { reason: 'One comma.' })
    expect(await scene.all()).toEqual([])
    await check.closed()
    const concern = only(await scene.all())
    expect(concern).toMatchObject({
      answer: 7,
      words: 'It leaves the elders out.',
      authorId: scene.voter(0).participantId,
      method: 'gradients',
    })
    expect(concern.textHash).toBe(await scene.textHash())
  })

  it('[VOTES-106] that was taken back is none, and neither is one to a check without a wording', async () => {
    const check = await scene.check({ method: 'fist', secret: false })
    await scene.say(check, scene.voter(0), 0, { reason: 'No.' })
    const { textHash } = (await check.read()).body.subject
    await scene.voter(0).put(`${check.path}/ballot`, { idempotencyKey: 'back', baseVersion: 1, allocation: {}, textHash })
    await check.closed()
    const bare = await scene.check({ method: 'fist', secret: false, subject: undefined })
    await bare.answer(scene.voter(0), 0, { reason: 'No again.' })
    await bare.closed()
    expect(await scene.all()).toEqual([])
  })
})

describe('a concern outlives its answer', () => {
  it('[VOTES-108] stays when the answer is taken back, the check is cancelled, or its author goes', async () => {
    const check = await scene.check()
    for (const index of [0, 1]) await scene.say(check, scene.voter(index), 'not-yet', { reason: `Reason ${index}.` })
    const textHash = await scene.textHash()
    await scene.voter(0).put(`${check.path}/ballot`, { idempotencyKey: 'back', baseVersion: 1, allocation: {}, textHash })
    await scene.workshop.host.patch(`/api/workshops/${scene.workshop.workshopId}/participants/${scene.voter(1).participantId}`, {
      removed: true,
    })
    await scene.workshop.host.post(`${check.path}/cancel`)
    expect((await scene.all()).map(({ words, state }) => [words, state.is])).toEqual([
      ['Reason 0.', 'open'],
      ['Reason 1.', 'open'],
    ])
  })

  it('[VOTES-108] keeps what was said before when its author changes the words, and says nothing twice', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.', binding: 'spirit' })
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it, and when.' })
    const { words, history, state } = only(await scene.all())
    expect([words, state.is]).toEqual(['Say who opens it, and when.', 'open'])
    // Giving the reason that was left out at first changes nothing that was said.
    expect(history).toMatchObject([{ what: 'said', answer: 'not-yet', words: 'Say who opens it.' }])
    expect(history).toHaveLength(1)
  })

  it('[VOTES-108] is withdrawn by a supporting answer in the same check, with what its author says now', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    await scene.say(check, scene.voter(0), 'live-with', { reason: 'The council told me.' })
    const first = only(await scene.all())
    expect(first.state).toEqual({
      is: 'closed',
      as: 'withdrawn',
      atMs: expect.any(Number),
      answer: 'live-with',
      words: 'The council told me.',
    })
    expect(first.words).toBe('Say who opens it.')
    // Who doubts again has a concern again; the first stays closed.
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    expect((await scene.all()).map(({ state }) => state.is)).toEqual(['open', 'closed'])
  })

  it('[VOTES-108] is met by a supporting answer where a change was linked, and open again where its author answers “not yet” to the change', async () => {
    const check = await scene.check()
    for (const index of [0, 1]) await scene.say(check, scene.voter(index), 'not-yet', { reason: `Reason ${index}.` })
    await scene.write('The council opens it.')
    for (const concern of await scene.all()) expect((await scene.mark(scene.workshop.host, concern)).status).toBe(200)
    await scene.say(check, scene.voter(0), 'resonates')
    await scene.say(check, scene.voter(1), 'not-yet', { reason: 'Reason 1.' })
    const [open, met] = await scene.all()
    expect(met?.state).toMatchObject({ is: 'closed', as: 'met', answer: 'resonates' })
    expect(open).toMatchObject({ state: { is: 'open' }, textHash: await scene.textHash() })
    expect(open?.history).toMatchObject([
      { what: 'answered', refused: {} },
      { what: 'said', words: 'Reason 1.' },
    ])
  })

  it('[VOTES-108] that its author has recorded as dissent is not raised again by renewing the same answer', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    await scene.act(scene.voter(0), only(await scene.all()), 'settle', { as: 'dissent' })
    await scene.write('And it stays open.')
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    expect(only(await scene.all()).state).toMatchObject({ is: 'closed', as: 'dissent' })
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Now something else.' })
    expect((await scene.all()).map(({ words }) => words)).toEqual(['Now something else.', 'Say who opens it.'])
  })
})

describe('a concern is answered by a change', () => {
  it('[VOTES-109] links both texts and a note, once the words differ from those it is about', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    const concern = only(await scene.all())
    const same = await scene.mark(scene.voter(1), concern)
    expect([same.status, same.body.code]).toEqual([409, 'vote/text-unchanged'])
    await scene.write('The council opens it.')
    const stale = await scene.act(scene.voter(1), concern, 'answer', { textHash: concern.textHash })
    expect([stale.status, stale.body.code]).toEqual([409, 'draft/text-changed'])
    const toHash = await scene.textHash()
    const marked = await scene.mark(scene.voter(1), concern, 'The second sentence is new.')
    const state = {
      is: 'answered',
      byName: 'Ben',
      atMs: expect.any(Number),
      fromHash: concern.textHash,
      toHash,
      words: 'The second sentence is new.',
    }
    expect(marked).toEqual({ status: 200, body: { state } })
    expect(only(await scene.all()).state).toEqual(state)
    const texts = await Promise.all(
      [concern.textHash, toHash].map((hash) => scene.voter(2).get(`/api/workshops/${scene.workshop.workshopId}/texts/${hash}`)),
    )
    expect(texts.map(({ body }) => body.text)).toEqual([
      'By 2030 every adult finds one door.',
      'By 2030 every adult finds one door.\n\nThe council opens it.',
    ])
    // The same again is the same; another change while this one waits for its author is not.
    expect((await scene.mark(scene.voter(2), concern)).body).toEqual(marked.body)
    await scene.write('On Mondays.')
    expect((await scene.mark(scene.voter(2), concern)).body.code).toBe('vote/concern-answered')
  })

  it('[VOTES-143] are told to whoever prepares to adopt when their check was cancelled, too', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    expect((await scene.workshop.host.post(`${check.path}/cancel`)).status).toBe(200)
    const at = `/api/workshops/${scene.workshop.workshopId}/drafts/${scene.draftId}/agreement?textHash=${await scene.textHash()}`
    const { agreement } = (await scene.workshop.host.get(at)).body
    expect(agreement).toMatchObject({ eligible: 0, passed: false, concerns: [{ state: 'open', words: 'Say who opens it.', by: 'Amara' }] })
    expect(beforeAdopting(agreement).sentences.join(' ')).toMatch(/Nobody was asked about this text yet\..*concern/)
  })

  it('[VOTES-140] takes no change of formatting alone', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    const concern = only(await scene.all())
    const connection = scene.workshop.host.connect(`${scene.workshop.workshopId}/draft/${scene.draftId}`)
    await connection.synced()
    const words = (connection.doc.getXmlFragment('body').toArray().at(-1) as Y.XmlElement).get(0) as Y.XmlText // as the scene wrote it
    connection.doc.transact(() => words.format(3, 4, { bold: {} }))
    await until(() => words.toDelta().length > 1, 'the mark')
    await connection.allSaved()
    connection.destroy()
    expect(await scene.textHash()).not.toBe(concern.textHash)
    const same = await scene.mark(scene.voter(1), concern)
    expect([same.status, same.body.code]).toEqual([409, 'vote/text-unchanged'])
  })

  it('[VOTES-109] waits for its author, whose catch-up page says so until they have said whether it answers', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    const concern = only(await scene.all())
    await scene.write('The council opens it.')
    await scene.mark(scene.voter(1), concern)
    const waitsOf = async (device: Device) => {
      const { waits } = (await device.get(`/api/workshops/${scene.workshop.workshopId}/catch-up`)).body
      return (waits as { kind: string; subject: unknown }[]).filter(({ kind }) => kind === 'concern/answered')
    }
    expect(await waitsOf(scene.voter(0))).toMatchObject([
      { title: 'Does it resonate?', subject: { collection: 'concerns', id: concern.id } },
    ])
    expect(await waitsOf(scene.workshop.host)).toEqual([])
    await scene.act(scene.voter(0), concern, 'settle', { as: 'met' })
    expect(await waitsOf(scene.voter(0))).toEqual([])
  })

  it('[VOTES-109] is linked by whoever may write, and nobody else', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    const concern = only(await scene.all())
    await scene.write('The council opens it.')
    const observer = await scene.workshop.join('Olga', 'observer')
    expect((await scene.mark(observer, concern)).status).toBe(404)
    expect((await scene.mark(scene.voter(0), { id: 'concern_unknown' })).status).toBe(404)
    expect((await scene.mark((await server.openWorkshop('Another')).host, concern)).status).toBe(404)
    expect((await scene.mark(scene.voter(0), concern)).status).toBe(200)
  })

  it('[VOTES-109] is open again when its author says no, keeps the change, and takes no words that were refused', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    const concern = only(await scene.all())
    await scene.write('Somebody opens it.')
    await scene.mark(scene.workshop.host, concern, 'Somebody does.')
    const no = await scene.act(scene.voter(0), concern, 'settle', { as: 'not-answered', words: 'Who is somebody?' })
    expect(no).toEqual({ status: 200, body: { state: { is: 'open' } } })
    expect(only(await scene.all()).history).toMatchObject([
      { what: 'answered', byName: 'Hanna Host', words: 'Somebody does.', refused: { words: 'Who is somebody?' } },
    ])
    expect((await scene.mark(scene.voter(1), concern)).body.code).toBe('vote/text-unchanged')
    await scene.write('The council does.')
    expect((await scene.mark(scene.voter(1), concern)).status).toBe(200)
  })
})

describe('only its author closes a concern', () => {
  it('[VOTES-110] as met, as dissent, or withdrawn; facilitators and others are refused and change nothing', async () => {
    const check = await scene.check()
    for (const index of [0, 1, 2]) await scene.say(check, scene.voter(index), 'not-yet', { reason: `Reason ${index}.` })
    await scene.write('The council opens it.')
    const raised = await scene.all()
    const own = raised.find(({ authorId }) => authorId === scene.voter(0).participantId)
    if (!own) throw new Error('no concern of Amara')
    await scene.mark(scene.workshop.host, own)
    const before = await scene.all()
    for (const device of [scene.workshop.host, scene.voter(1)]) {
      for (const as of ['met', 'not-answered', 'dissent', 'withdrawn']) {
        const refused = await scene.act(device, own, 'settle', { as, words: 'Surely.' })
        expect([refused.status, refused.body.code]).toEqual([403, 'vote/not-author'])
        expect((await scene.act(device, own, 'settle', { as, key: 'f'.repeat(32) })).status).toBe(403)
      }
    }
    expect(await scene.all()).toEqual(before)
    const endings = ['met', 'dissent', 'withdrawn']
    for (const [index, as] of endings.entries()) {
      const concern = raised.find(({ authorId }) => authorId === scene.voter(index).participantId)
      const closed = await scene.act(scene.voter(index), concern ?? own, 'settle', { as, words: `Because of ${as}.` })
      expect(closed.body.state).toEqual({ is: 'closed', as, atMs: expect.any(Number), words: `Because of ${as}.` })
    }
    const [met] = (await scene.all()).filter(({ id }) => id === own.id)
    expect(met?.history).toMatchObject([{ what: 'answered', byName: 'Hanna Host' }])
  })

  it('[VOTES-110] as met only where a change is linked, and once closed it stays as it is', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    const concern = only(await scene.all())
    expect((await scene.act(scene.voter(0), concern, 'settle', { as: 'met' })).body.code).toBe('vote/concern-not-answered')
    const first = await scene.act(scene.voter(0), concern, 'settle', { as: 'dissent' })
    expect((await scene.act(scene.voter(0), concern, 'settle', { as: 'dissent', words: 'Again.' })).body).toEqual(first.body)
    for (const as of ['met', 'not-answered', 'withdrawn']) {
      expect((await scene.act(scene.voter(0), concern, 'settle', { as })).body.code).toBe('vote/concern-closed')
    }
    await scene.write('More.')
    expect((await scene.mark(scene.voter(1), concern)).body.code).toBe('vote/concern-closed')
  })
})

describe('people who go', () => {
  it('[VOTES-112] keep their concerns in the seat that theirs became one with', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    const [from, into] = [scene.voter(0).participantId, scene.voter(1).participantId]
    await scene.workshop.host.post(`/api/workshops/${scene.workshop.workshopId}/participants/${from}/merge`, { into })
    const concern = only(await scene.all())
    expect(concern.authorId).toBe(into)
    expect((await scene.act(scene.voter(1), concern, 'settle', { as: 'withdrawn' })).status).toBe(200)
  })

  it('[VOTES-112] leave them open; a facilitator may then, and only then, write down that their author has left', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    const concern = only(await scene.all())
    const { host, workshopId } = scene.workshop
    expect((await scene.act(host, concern, 'author-left')).body.code).toBe('vote/author-here')
    await host.patch(`/api/workshops/${workshopId}/participants/${scene.voter(0).participantId}`, { removed: true })
    expect((await scene.act(scene.voter(1), concern, 'author-left')).status).toBe(404)
    expect((await scene.act(host, concern, 'author-left')).body).toEqual({ state: { is: 'open' } })
    expect((await scene.act(host, concern, 'author-left')).status).toBe(200)
    expect(only(await scene.all())).toMatchObject({
      state: { is: 'open' },
      words: 'Say who opens it.',
      history: [{ what: 'author-left', byName: 'Hanna Host' }],
    })
  })
})

describe('what is written down', () => {
  it('[VOTES-113] is each move in the chain, by participant ids where the check is open', async () => {
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say who opens it.' })
    const concern = only(await scene.all())
    await scene.write('The council opens it.')
    await scene.mark(scene.voter(1), concern)
    await scene.act(scene.voter(0), concern, 'settle', { as: 'not-answered' })
    await scene.act(scene.voter(0), concern, 'settle', { as: 'dissent' })
    const about = { concernId: concern.id, roundId: check.roundId, draftId: scene.draftId }
    const [amara, ben] = scene.voters.map(({ participantId }) => participantId)
    expect((await entries()).map(({ kind, payload }) => ({ kind, payload }))).toMatchObject([
      { kind: 'concern/raised', payload: { ...about, by: amara, textHash: concern.textHash } },
      { kind: 'concern/answered', payload: { ...about, by: ben, fromHash: concern.textHash, toHash: await scene.textHash() } },
      { kind: 'concern/not-answered', payload: { ...about, by: amara } },
      { kind: 'concern/closed', payload: { ...about, by: amara, as: 'dissent' } },
    ])
    expect(JSON.stringify(await entries())).not.toContain('Say who opens it')
  })

  it('[VOTES-117] is told to whoever prepares to adopt: every concern about the wording, open ones first, by name', async () => {
    const earlier = await scene.check()
    await scene.say(earlier, scene.voter(1), 'not-yet')
    await earlier.closed()
    await scene.write('The council opens it.')
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say when.' })
    await scene.act(scene.voter(0), (await scene.all()).find(({ words }) => words) ?? only([]), 'settle', { as: 'dissent' })
    const question = { workshopId: scene.workshop.workshopId, draftId: scene.draftId, textHash: await scene.textHash() }
    expect((await agreementWithConcerns(server.app.context.db, question))?.concerns).toEqual([
      { answer: 'not yet', by: 'Ben', state: 'open' },
      { answer: 'not yet', by: 'Amara', state: 'dissent', words: 'Say when.' },
    ])
  })
})
