import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { concernsAsked } from '../../../server/tools/votes/concerns-since'
import type { Actor } from '../../../shared/access/actor'
import { newId } from '../../../shared/doc/ids'
import { addReply, addThread, deleteComment } from '../../../shared/tools/drafts/comments/comment-commands'
import type { CatchUp } from '../../../shared/workshop/catch-up-contract'
import { agenda } from '../../../shared/workshop/collections'
import { subjectOf } from '../../../shared/workshop/subject'
import { concernScene } from '../../support/concern-scene'
import { type Connection, type Device, type OpenedWorkshop, startTestServer, type TestServer, until } from '../../support/server'

type Guest = Device & { readonly participantId: string }

const gapMs = 150
const env = { LIMIT_VISIT_GAP_MS: String(gapMs), LIMIT_AWAY_MS: String(gapMs), LIMIT_CLOSE_GRACE_MS: '20' }

let server: TestServer
let workshop: OpenedWorkshop
let ben: Guest
beforeEach(async () => {
  server = await startTestServer({ env })
  workshop = await server.openWorkshop()
  ben = await workshop.join('Ben')
})
afterEach(() => server.close())

const at = (path = '') => `/api/workshops/${workshop.workshopId}${path}`
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const actorOf = ({ participantId: id }: Guest) => ({ workshopId: workshop.workshopId, id, role: 'contributor' }) as Actor // as the server named them

async function catchUp(device: Device, query = ''): Promise<CatchUp> {
  const { status, body } = await device.get(at(`/catch-up${query}`))
  expect(status).toBe(200)
  return body
}

async function come(device: Device, room = 'record'): Promise<Connection> {
  const line = device.connect(`${workshop.workshopId}/${room}`)
  await line.synced()
  return line
}

/** Leaves, and waits until that is more than a moment. */
async function leave(line: Connection): Promise<void> {
  line.destroy()
  await pause(gapMs * 2)
}

const kindsOf = ({ changed }: CatchUp) => changed.map(({ kind }) => kind)

describe('a visit', () => {
  it('lasts while somebody is here and over short gaps; what was missed is counted from the end of the one before', async () => {
    const first = await come(ben)
    const before = await catchUp(ben)
    expect(before).toMatchObject({ isFirst: true, wasAway: false, changed: [], waits: [] })
    await leave(first)
    const leftAtMs = Date.now() - gapMs
    await workshop.host.post(at('/drafts'), { kind: 'vision', title: 'Vision' })
    const second = await come(ben)
    const missed = await catchUp(ben)
    expect(missed).toMatchObject({ isFirst: false, wasAway: true })
    expect(missed.sinceMs).toBeGreaterThan(before.sinceMs)
    expect(missed.sinceMs).toBeLessThan(leftAtMs)
    expect(kindsOf(missed)).toEqual(['draft/begun'])
    // Reading it, another line and a reload change nothing.
    const other = await come(ben, 'board')
    second.destroy()
    await come(ben)
    expect((await catchUp(ben)).sinceMs).toBe(missed.sinceMs)
    other.destroy()
    expect((await catchUp(ben)).changed).toHaveLength(1)
  })

  it('that is over is known after a restart of the server too, and a newcomer has missed nothing', async () => {
    const line = await come(ben)
    await leave(line)
    const { sinceMs } = await catchUp(ben)
    expect(await catchUp(await workshop.join('Amara'))).toMatchObject({ changed: [], waits: [] })
    const { dataDir } = server
    await server.app.close()
    const again = await startTestServer({ env, dataDir })
    try {
      const rows = await again.app.context.db.selectFrom('visits').selectAll().where('participant_id', '=', ben.participantId).execute()
      expect(rows).toMatchObject([{ seen_at_ms: sinceMs, workshop_id: workshop.workshopId }])
    } finally {
      await again.close()
      server = await startTestServer({ env })
    }
  })

  it('short absences are not told by themselves', async () => {
    const line = await come(ben)
    await workshop.host.post(at('/drafts'), { kind: 'vision', title: 'Vision' })
    expect(kindsOf(await catchUp(ben))).toEqual(['draft/begun'])
    expect(await catchUp(ben, '?only=away')).toMatchObject({ wasAway: false, changed: [], waits: [] })
    await leave(line)
    await come(ben)
    expect((await catchUp(ben, '?only=away')).wasAway).toBe(true)
    expect((await ben.get(at('/catch-up?only=everything'))).status).toBe(400)
  })
})

describe('wordings', () => {
  let draftId: string
  beforeEach(async () => {
    const file = { format: 'markdown', text: 'Every adult finds work.' }
    draftId = (await workshop.host.post(at('/drafts/import'), { target: { kind: 'vision', title: 'Vision' }, file })).body.draftId
  })

  async function rewrite(text: string, device: Device = workshop.host): Promise<void> {
    const line = await come(device, `draft/${draftId}`)
    const body = line.doc.getXmlFragment('body')
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    line.doc.transact(() => {
      body.delete(0, body.length)
      body.insert(0, [paragraph])
    })
    await line.allSaved()
    line.destroy()
  }

  it('[DRAFTS-125] that changed are told once, with the text then and now', async () => {
    await leave(await come(ben))
    await rewrite('Every adult finds good work.')
    await rewrite('Every adult in the basin finds good work.')
    const { changed } = await catchUp(ben)
    expect(changed).toMatchObject([
      {
        tool: 'drafts',
        kind: 'draft/changed',
        subject: { collection: 'drafts', id: draftId },
        title: 'Vision',
        counts: { new: 4, gone: 0 },
        difference: { before: 'Every adult finds work.', after: 'Every adult in the basin finds good work.' },
      },
    ])
    expect(changed[0]?.view).toMatch(/^step_/)
    await rewrite('Every adult finds work.')
    expect((await catchUp(ben)).changed).toEqual([])
  })

  it('[DRAFTS-125] that were begun, locked, opened, set aside or adopted are told by their last state, others’ alone', async () => {
    await leave(await come(ben))
    await ben.post(at('/drafts'), { kind: 'vision', title: 'My own', rivalOf: draftId })
    const amara = await workshop.join('Amara')
    const rival = await amara.post(at('/drafts'), { kind: 'vision', title: 'Another', rivalOf: draftId })
    await workshop.host.patch(at(`/drafts/${draftId}`), { state: 'locked' })
    expect((await catchUp(ben)).changed).toMatchObject([
      { kind: 'draft/rival-begun', by: 'Amara', title: 'Vision: Another' },
      { kind: 'draft/locked', by: 'Hanna Host', title: 'Vision' },
    ])
    await workshop.host.patch(at(`/drafts/${draftId}`), { state: 'open' })
    await workshop.host.patch(at(`/drafts/${rival.body.draftId}`), { state: 'retired' })
    expect(kindsOf(await catchUp(ben))).toEqual(['draft/opened', 'draft/set-aside'])
    const { textHash } = (await workshop.host.get(at(`/drafts/${draftId}`))).body
    await workshop.host.post(at(`/drafts/${draftId}/adopt`), { textHash, override: { reason: 'Agreed.' } })
    const { changed } = await catchUp(ben)
    expect(changed.find(({ kind }) => kind === 'draft/adopted')).toMatchObject({ by: 'Hanna Host', title: 'Vision' })
    expect(changed.some(({ kind }) => kind === 'decision/made')).toBe(false)
  })

  it('[DRAFTS-148] are no news to whoever wrote, began, locked, accepted, brought back or adopted them', async () => {
    await leave(await come(ben))
    await rewrite('Ben’s own words.', ben)
    expect((await catchUp(ben)).changed).toEqual([])
    await ben.post(at(`/drafts/${draftId}/versions`), { name: 'Mine' })
    await ben.post(at('/drafts'), { kind: 'vision', title: 'My own', rivalOf: draftId })
    expect((await catchUp(ben)).changed).toEqual([])
    await rewrite('Ben’s own words, and Hanna’s.')
    expect((await catchUp(ben)).changed).toMatchObject([{ kind: 'draft/changed', subject: { id: draftId } }])
    // The host was here all the time: since they opened the workshop, only Ben’s doings are news to them.
    await workshop.host.patch(at(`/drafts/${draftId}`), { state: 'locked' })
    expect(kindsOf(await catchUp(workshop.host))).toEqual(['draft/changed', 'draft/rival-begun'])
    expect(kindsOf(await catchUp(ben))).toEqual(['draft/locked'])
    const { textHash } = (await workshop.host.get(at(`/drafts/${draftId}`))).body
    await workshop.host.post(at(`/drafts/${draftId}/adopt`), { textHash, override: { reason: 'Agreed.' } })
    expect(kindsOf(await catchUp(workshop.host))).not.toContain('draft/adopted')
    expect(kindsOf(await catchUp(ben))).toEqual(['draft/adopted'])
  })

  it('[DRAFTS-142] that were adopted twice are told twice, each with its version', async () => {
    await leave(await come(ben))
    const adopt = async (id: string) => {
      const { textHash } = (await workshop.host.get(at(`/drafts/${id}`))).body
      expect((await workshop.host.post(at(`/drafts/${id}/adopt`), { textHash, override: { reason: 'Agreed.' } })).status).toBe(200)
    }
    await adopt(draftId)
    const { body } = await workshop.host.post(at(`/drafts/${draftId}/revise`), { why: 'A year has passed.' })
    await adopt(body.draftId)
    const adoptions = (await catchUp(ben)).changed.filter(({ kind }) => kind === 'draft/adopted')
    expect(adoptions.map(({ title }) => title)).toEqual(['Vision, version 1', 'Vision, version 2'])
  })

  it('[DRAFTS-126] tell how many comments came, and how many answers to one’s own', async () => {
    const line = await come(ben, `comments/${draftId}`)
    const threadId = addThread(line.doc, actorOf(ben), { text: 'Which adults?', nowMs: Date.now() })
    await line.allSaved()
    await leave(line)
    const amara = await workshop.join('Amara')
    const hers = await come(amara, `comments/${draftId}`)
    await until(() => hers.doc.getMap('threads').size === 1, 'his comment')
    if (!threadId) throw new Error('no thread')
    addReply(hers.doc, actorOf(amara), threadId, 'All of them.', Date.now())
    addThread(hers.doc, actorOf(amara), { text: 'Too long.', nowMs: Date.now() + 5 })
    const gone = addThread(hers.doc, actorOf(amara), { text: 'Never mind.', nowMs: Date.now() })
    if (gone) deleteComment(hers.doc, actorOf(amara), gone, Date.now())
    await hers.allSaved()
    const { changed } = await catchUp(ben)
    expect(changed).toMatchObject([
      { kind: 'draft/answered', counts: { answers: 1 }, title: 'Vision' },
      { kind: 'draft/commented', counts: { comments: 1 }, title: 'Vision' },
    ])
    expect(JSON.stringify(changed)).not.toContain('Never mind')
    expect((await catchUp(amara)).changed).toEqual([])
  })
})

it('[IDEAS-30] notes on a board are counted; private ones are told once they are revealed, and not even their number before', async () => {
  await leave(await come(ben))
  const amara = await workshop.join('Amara')
  const record = (await come(amara)).doc
  const step = agenda.all(record).find((each) => each.tool === 'ideas') ?? fail()
  const promptId = subjectOf(step).id
  const notes = await come(amara, `private/${amara.participantId}`)
  writeNote(notes.doc, promptId, amara.participantId, 'MARKER-private')
  await notes.allSaved()
  expect(await catchUp(ben)).toMatchObject({ changed: [], waits: [] })
  await workshop.host.post(at(`/prompts/${promptId}/reveal`))
  expect((await catchUp(ben)).changed).toMatchObject([{ tool: 'ideas', kind: 'ideas/revealed', title: 'Open, read, cluster' }])
  expect((await catchUp(workshop.host)).changed).toEqual([])
  const grace = await workshop.join('Grace')
  const board = await come(amara, 'board')
  writeNote(board.doc, promptId, amara.participantId, 'For all')
  await board.allSaved()
  expect(JSON.stringify(await catchUp(ben))).not.toMatch(/MARKER|For all/)
  // Whoever came after the reveal is told of the notes since.
  expect((await catchUp(grace)).changed).toMatchObject([{ kind: 'ideas/added', counts: { notes: 1 } }])
  expect((await catchUp(amara)).changed.filter(({ kind }) => kind === 'ideas/added')).toEqual([])
})

function writeNote(doc: Y.Doc, promptId: string, authorId: string, text: string): void {
  const id = newId('idea')
  const note = { id, text, kind: 'idea', authorId, promptId, clusterId: null, order: 'a0', createdAtMs: Date.now() }
  doc.getMap('ideas').set(id, new Y.Map(Object.entries(note)))
}

async function makeRound(wish: Record<string, unknown>): Promise<string> {
  const { body, status } = await workshop.host.post(at('/rounds'), { question: 'Which first?', secret: true, ...wish })
  expect({ status, body }).toMatchObject({ status: 201 })
  await workshop.host.post(at(`/rounds/${body.roundId}/open`))
  return body.roundId
}

const dots = { method: 'dots', options: [{ label: 'A' }, { label: 'B' }], dots: 2 }

describe('rounds', () => {
  it('[VOTES-136] wait for whoever may answer and has not, until they have or the round closes', async () => {
    const observer = await workshop.join('Olga', 'observer')
    await leave(await come(ben))
    const roundId = await makeRound(dots)
    expect((await catchUp(ben)).waits).toMatchObject([
      { tool: 'votes', kind: 'round/answer', title: 'Which first?', subject: { collection: 'rounds', id: roundId } },
    ])
    expect((await catchUp(observer)).waits).toEqual([])
    expect((await catchUp(workshop.host)).waits).toEqual([])
    const { options } = (await ben.get(at(`/rounds/${roundId}`))).body
    const ballot = { idempotencyKey: 'once-only-1', baseVersion: 0, allocation: { [options[0].id]: 1 } }
    await ben.put(at(`/rounds/${roundId}/ballot`), ballot)
    expect((await catchUp(ben)).waits).toMatchObject([{ kind: 'round/finish' }])
    await ben.put(at(`/rounds/${roundId}/ballot`), { ...ballot, idempotencyKey: 'once-only-2', baseVersion: 1, done: true })
    expect((await catchUp(ben)).waits).toEqual([])
    const amara = await workshop.join('Amara')
    expect((await catchUp(amara)).waits).toHaveLength(1)
    await workshop.host.post(at(`/rounds/${roundId}/close`))
    await until(async () => (await catchUp(amara)).waits.length === 0, 'the close')
    const told = await catchUp(ben)
    expect(told.changed).toMatchObject([{ kind: 'round/closed', counts: { voters: 1, eligible: 2 } }])
    expect(JSON.stringify(told)).not.toContain(options[0].id)
  })

  it('[VOTES-161] and decisions are no news to whoever opened, closed or recorded them', async () => {
    await leave(await come(ben))
    const roundId = await makeRound(dots)
    expect((await catchUp(workshop.host)).changed).toEqual([])
    await workshop.host.post(at(`/rounds/${roundId}/close`))
    await until(async () => kindsOf(await catchUp(ben)).includes('round/closed'), 'the close')
    expect((await workshop.host.post(at(`/rounds/${roundId}/record`), { words: 'We begin with A.' })).status).toBe(200)
    expect(kindsOf(await catchUp(ben))).toEqual(['round/closed', 'decision/made'])
    expect((await catchUp(workshop.host)).changed).toEqual([])
  })

  it('[VOTES-138] wait again for whoever answered on these words only, once the words have changed', async () => {
    const file = { format: 'markdown', text: 'One door.' }
    const { draftId } = (await workshop.host.post(at('/drafts/import'), { target: { kind: 'vision', title: 'Vision' }, file })).body
    const { textHash } = (await workshop.host.get(at(`/drafts/${draftId}`))).body
    const roundId = await makeRound({ question: 'Do you agree?', method: 'gradients', secret: true, subject: { draftId, textHash } })
    const amara = await workshop.join('Amara')
    const give = (device: Device, binding: string, hash: string, baseVersion = 0) =>
      device.put(at(`/rounds/${roundId}/ballot`), {
        idempotencyKey: `once-only-${baseVersion}`,
        baseVersion,
        answer: 1,
        binding,
        textHash: hash,
      })
    await give(ben, 'wording', textHash)
    await give(amara, 'spirit', textHash)
    expect((await catchUp(ben)).waits).toEqual([])
    const line = await come(workshop.host, `draft/${draftId}`)
    const paragraph = line.doc.getXmlFragment('body').get(0)
    if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('Only ')])
    await line.allSaved()
    expect((await catchUp(ben)).waits).toMatchObject([{ kind: 'check/renew', title: 'Do you agree?' }])
    expect((await catchUp(amara)).waits).toEqual([])
    const { textHash: now } = (await workshop.host.get(at(`/drafts/${draftId}`))).body
    expect((await give(ben, 'wording', now, 1)).status).toBe(200)
    expect((await catchUp(ben)).waits).toEqual([])
  })

  it('[VOTES-139] have concerns that wait for their author once somebody says that they are answered; of a secret one for nobody', async () => {
    const scene = await concernScene(server, 'Amara', 'Ben')
    const path = `/api/workshops/${scene.workshop.workshopId}/catch-up`
    const told = async (device: Device): Promise<CatchUp> => (await device.get(path)).body
    await scene.write('One door.')
    const check = await scene.check()
    await scene.say(check, scene.voter(0), 'not-yet', { reason: 'Say whose door.' })
    await until(async () => (await scene.all()).length === 1, 'the concern')
    const [concern] = await scene.all()
    expect((await told(scene.voter(1))).changed).toContainEqual(
      expect.objectContaining({ kind: 'concern/changed', counts: { raised: 1, answered: 0, closed: 0 } }),
    )
    expect((await told(scene.voter(0))).waits.map(({ kind }) => kind)).not.toContain('concern/answered')
    await scene.write('The council’s.')
    if (!concern) throw new Error('no concern')
    expect((await scene.mark(scene.workshop.host, concern)).status).toBe(200)
    const mine = (await told(scene.voter(0))).waits
    expect(mine).toContainEqual(
      expect.objectContaining({ kind: 'concern/answered', by: 'Hanna Host', subject: { collection: 'concerns', id: concern.id } }),
    )
    const others = await told(scene.voter(1))
    expect(others.waits.map(({ kind }) => kind)).not.toContain('concern/answered')
    expect(JSON.stringify(others)).not.toContain(scene.voter(0).participantId)
    const secret = { ...concern, authorId: undefined }
    expect(
      concernsAsked([secret], { workshopId: scene.workshop.workshopId, id: scene.voter(0).participantId, role: 'contributor' } as Actor),
    ).toEqual([])
  })

  it('[VOTES-137] of consent wait for nobody before their answers are asked', async () => {
    const file = { format: 'markdown', text: 'One door.' }
    const { draftId } = (await workshop.host.post(at('/drafts/import'), { target: { kind: 'vision', title: 'Vision' }, file })).body
    const { textHash } = (await workshop.host.get(at(`/drafts/${draftId}`))).body
    const roundId = await makeRound({ method: 'consent', stepByStep: true, secret: false, subject: { draftId, textHash } })
    expect((await catchUp(ben)).waits).toEqual([])
    for (const step of ['clarify', 'react', 'amend', 'round']) await workshop.host.post(at(`/rounds/${roundId}/consent-step`), { step })
    expect((await catchUp(ben)).waits).toMatchObject([{ kind: 'check/answer' }])
  })
})

it('[VOTES-135] nothing sealed, withheld or private is told to anybody, whatever was answered and whatever state it is in', async () => {
  const people = [ben, ...(await Promise.all(['Amara', 'Tom', 'Grace', 'Luis'].map((name) => workshop.join(name))))]
  const record = (await come(ben)).doc
  const prompt = subjectOf(agenda.all(record).find(({ tool }) => tool === 'ideas') ?? fail()).id
  const notes = await come(ben, `private/${ben.participantId}`)
  writeNote(notes.doc, prompt, ben.participantId, 'MARKER-private')
  await notes.allSaved()
  let number = 0
  const answers = fc.array(fc.record({ by: fc.nat(people.length - 1), level: fc.integer({ min: 1, max: 8 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(answers, fc.boolean(), fc.boolean(), async (given, secret, isClosed) => {
      number += 1
      const roundId = await makeRound({ question: `Question ${number}`, method: 'gradients', secret })
      for (const [index, { by, level }] of given.entries()) {
        const path = at(`/rounds/${roundId}/ballot`)
        const base = (await people[by]?.get(at(`/rounds/${roundId}`)))?.body.me.version ?? 0
        const ballot = { idempotencyKey: `key-${number}-${index}-0`, baseVersion: base, answer: level, reason: `MARKER-${number}-${index}` }
        expect((await people[by]?.put(path, ballot))?.status).toBe(200)
      }
      await workshop.host.post(at(`/rounds/${roundId}/${isClosed ? 'close' : 'cancel'}`))
      for (const device of [...people, workshop.host]) {
        const told = JSON.stringify(await catchUp(device))
        expect(told).not.toContain('MARKER')
        for (const { participantId } of people) expect(told).not.toContain(participantId)
      }
    }),
    { numRuns: 8, seed: 35 },
  )
}, 60_000)

function fail(): never {
  throw new Error('the agenda has no step for notes')
}
