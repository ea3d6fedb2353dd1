import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { textHash } from '../../../../../shared/doc/canonical-text'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import { type Device, type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../../support/server'
import { letIn, openVote, type Voter } from '../../../../support/votes'

const later = '2199-01-01'
let dataDir: string
let server: TestServer
let workshop: OpenedWorkshop
let people: Voter[]
let draftId: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'convene-minorities-'))
  server = await startTestServer({ dataDir, env: { LIMIT_CLOSE_GRACE_MS: '50' } })
  workshop = await server.openWorkshop()
  people = await letIn(workshop, 'Amara', 'Ben', 'Carla', 'Dan')
  draftId = (await workshop.host.post(path('/drafts'), { kind: 'vision', title: 'Vision' })).body.draftId
  expect(await typed(draftId, 'One door.')).toBe(true)
})
afterEach(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

const path = (rest: string) => `/api/workshops/${workshop.workshopId}${rest}`
const [amara, ben, carla] = [0, 1, 2].map((at) => () => person(at)) as [() => Voter, () => Voter, () => Voter]

function person(at: number): Voter {
  const found = people[at]
  if (!found) throw new Error('nobody there')
  return found
}

/** Adds a line; whether the server took it. */
async function typed(id: string, words: string, device: Device = workshop.host): Promise<boolean> {
  const room = device.connect(`${workshop.workshopId}/draft/${id}`)
  await room.synced()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  room.doc.getXmlFragment('body').push([paragraph])
  const isTaken = await Promise.race([
    room.allSaved().then(() => true),
    until(() => room.refused !== undefined || room.closed !== undefined, 'a refusal').then(() => false),
  ])
  room.destroy()
  return isTaken
}

async function read(id: string) {
  return (await workshop.host.get(path(`/drafts/${id}`))).body
}

async function stored(id: string) {
  return server.app.context.readDoc(`${workshop.workshopId}/record`, (doc) => drafts.get(doc, id))
}

/** A check in which Ben and Carla answer below the threshold. */
async function checked(isSecret: boolean, answers: readonly number[] = [1, 7, 7, 2]): Promise<void> {
  const subject = { draftId, textHash: (await read(draftId)).textHash }
  const wish = { question: 'Do we stand behind it?', method: 'gradients', secret: isSecret, subject }
  const round = await openVote(workshop, { ...wish, options: undefined, dots: undefined, maxPerOption: undefined })
  for (const [at, answer] of answers.entries()) {
    const given = await round.answer(person(at), answer, { textHash: subject.textHash, reason: 'So it is.' })
    expect(given.status).toBe(200)
  }
  await round.closed()
}

async function begun(device: Device = ben()): Promise<string> {
  const answer = await device.post(path(`/drafts/${draftId}/minority`))
  expect(answer.status).toBe(201)
  return answer.body.draftId
}

async function adopt(): Promise<void> {
  const body = { textHash: (await read(draftId)).textHash, override: { reason: 'Agreed aloud.' } }
  expect((await workshop.host.post(path(`/drafts/${draftId}/adopt`), body)).status).toBe(200)
}

async function stand(device: Device, id: string, stands = true) {
  return device.post(path(`/drafts/${id}/stand`), { textHash: (await read(id)).textHash, stands })
}

describe('beginning a minority statement', { timeout: 60_000 }, () => {
  it('[DRAFTS-98] is for those below the threshold of an open check, one for each wording', async () => {
    const early = await ben().post(path(`/drafts/${draftId}/minority`))
    expect([early.status, early.body.code]).toEqual([409, 'draft/no-dissent'])
    await checked(false)
    const ways = await Promise.all([ben(), amara(), workshop.host].map((device) => device.get(path(`/drafts/${draftId}/minority`))))
    expect(ways.map(({ body }) => body.may)).toEqual(['begin', 'read', 'read'])
    for (const other of [amara(), workshop.host]) expect((await other.post(path(`/drafts/${draftId}/minority`))).status).toBe(404)
    const made = await Promise.all([begun(ben()), begun(carla())])
    expect(made[0]).toBe(made[1])
    const draft = await stored(made[0])
    expect(draft?.minorityOf).toBe(draftId)
    expect(new Set(draft?.minority?.writers)).toEqual(new Set([ben().participantId, carla().participantId]))
  })

  it('[DRAFTS-99] is written by exactly these people, whatever their role, on the server', async () => {
    await checked(false)
    await workshop.host.patch(path(`/participants/${ben().participantId}`), { role: 'voter' })
    const id = await begun()
    expect(await typed(id, 'A path is not enough.', ben())).toBe(true)
    for (const other of [amara(), workshop.host]) expect(await typed(id, 'Not mine.', other)).toBe(false)
    expect((await read(id)).text).toBe('A path is not enough.')
    const hash = textHash('A path is not enough.')
    for (const other of [amara(), workshop.host]) {
      expect((await other.post(path(`/drafts/${id}/stand`), { textHash: hash, stands: true })).status).toBe(404)
      expect((await other.post(path(`/drafts/${id}/versions`), { name: 'Mine' })).status).toBe(404)
    }
  })

  it('[DRAFTS-99] names nobody after a secret check: whoever contributes may write, and nothing tells who answered how', async () => {
    await checked(true)
    for (const device of [amara(), ben()]) expect((await device.get(path(`/drafts/${draftId}/minority`))).body).toEqual({ may: 'begin' })
    const id = await begun(amara())
    expect((await stored(id))?.minority).toEqual({ stands: [] })
    for (const device of [amara(), ben()]) expect(await typed(id, 'A word.', device)).toBe(true)
  })

  it('[DRAFTS-98] is no wording to adopt, to rival, to rename or to set aside', async () => {
    await checked(false)
    const id = await begun()
    await typed(id, 'A path is not enough.', ben())
    const { textHash: hash } = await read(id)
    const asked = [
      workshop.host.post(path(`/drafts/${id}/adopt`), { textHash: hash, override: { reason: 'x' } }),
      workshop.host.post(path('/drafts'), { kind: 'vision', title: 'B', rivalOf: id }),
      workshop.host.patch(path(`/drafts/${id}`), { state: 'retired' }),
      ben().post(path(`/drafts/${id}/minority`)),
    ]
    for (const { status, body } of await Promise.all(asked)) expect([status, body.code]).toEqual([409, 'draft/minority'])
  })
})

describe('standing behind it', { timeout: 60_000 }, () => {
  it('[DRAFTS-100] is done by each for themselves, on exactly the words read, and can be taken back', async () => {
    await checked(false)
    const id = await begun()
    const empty = await stand(ben(), id)
    expect([empty.status, empty.body.code]).toEqual([422, 'draft/empty'])
    await typed(id, 'A path is not enough.', ben())
    expect((await stand(ben(), id)).status).toBe(200)
    const stale = await carla().post(path(`/drafts/${id}/stand`), { textHash: textHash('Other words.'), stands: true })
    expect([stale.status, stale.body.code]).toEqual([409, 'draft/text-changed'])
    await stand(carla(), id)
    expect((await stored(id))?.minority?.stands.map(({ name }) => name)).toEqual(['Ben', 'Carla'])
    await stand(carla(), id, false)
    expect((await stored(id))?.minority?.stands.map(({ name }) => name)).toEqual(['Ben'])
  })
})

describe('closing it', { timeout: 60_000 }, () => {
  it('[DRAFTS-101] freezes with the adoption when somebody stands behind its very words, and names only those', async () => {
    await checked(false)
    const id = await begun()
    await typed(id, 'A path is not enough.', ben())
    await stand(carla(), id)
    await typed(id, 'Name the wage.', ben())
    await stand(ben(), id)
    await adopt()
    const frozen = await stored(id)
    const text = 'A path is not enough.\n\nName the wage.'
    expect(frozen).toMatchObject({ state: 'locked', minority: { frozen: { text, textHash: textHash(text) } } })
    expect(await typed(id, 'Too late.', ben())).toBe(false)
    const again = await stand(carla(), id)
    expect([again.status, again.body.code]).toEqual([409, 'draft/minority-closed'])
    for (const format of ['md', 'html', 'json']) {
      const printed = await workshop.host.get(path(`/document.${format}`))
      const words = format === 'json' ? JSON.stringify(printed.body) : String(printed.body)
      expect(words).toContain('Minority statement')
      expect(words).toContain('Name the wage.')
      expect(words).toContain('Ben stands behind it.')
      expect(words).not.toContain('Carla stands')
    }
  })

  it('[DRAFTS-102] stays open after the adoption until the day that a facilitator names, also when the server slept through it', async () => {
    await checked(false)
    const id = await begun()
    const early = await workshop.host.post(path(`/drafts/${id}/close`), { closesOn: later })
    expect([early.status, early.body.code]).toEqual([409, 'draft/minority-waits'])
    await adopt()
    expect((await stored(id))?.state).toBe('open')
    expect((await ben().post(path(`/drafts/${id}/close`), { closesOn: later })).status).toBe(404)
    const past = await workshop.host.post(path(`/drafts/${id}/close`), { closesOn: '2020-01-01' })
    expect([past.status, past.body.code]).toEqual([422, 'draft/closing-past'])
    expect((await workshop.host.post(path(`/drafts/${id}/close`), { closesOn: later })).status).toBe(200)
    expect(await typed(id, 'A path is not enough.', ben())).toBe(true)
    await stand(ben(), id)
    await server.app.context.governed(workshop.workshopId, async (tx) => {
      await tx.updateTable('draft_minorities').set({ closes_on: '2020-01-01' }).execute()
      const write = (doc: Y.Doc) => {
        const draft = drafts.get(doc, id)
        if (draft?.minority) drafts.patch(doc, id, { minority: { ...draft.minority, closesOn: '2020-01-01' } })
      }
      return { result: undefined, writes: [{ room: `${workshop.workshopId}/record`, write }] }
    })
    await server.close()
    server = await startTestServer({ dataDir })
    await until(async () => (await stored(id))?.minority?.frozen !== undefined, 'the closing')
    expect(await stored(id)).toMatchObject({ state: 'locked', minority: { frozen: { text: 'A path is not enough.' } } })
  })

  it('[DRAFTS-202] changes nothing for the others while it has no words, and is told once it has', async () => {
    await checked(false)
    const id = await begun()
    await adopt()
    expect((await stored(id))?.state).toBe('open')
    const print = async () => String((await workshop.host.get(path('/document.md'))).body)
    const told = async () => JSON.stringify((await workshop.host.get(path('/catch-up'))).body.changed)
    expect(await print()).not.toContain('minority')
    expect(await told()).not.toContain('Minority statement')
    expect(await typed(id, 'A path is not enough.', ben())).toBe(true)
    expect(await told()).toContain('Minority statement: ')
    expect(String((await workshop.host.get(path('/document.md'))).body)).toContain('A minority statement is being written')
  })
})
