import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor, Role } from '../../../../../shared/access/actor'
import { limits } from '../../../../../shared/sync/limits'
import { wordsAt } from '../../../../../shared/tools/drafts/anchor'
import { replies, threads } from '../../../../../shared/tools/drafts/collections'
import { addReply, addThread, reopenThread, resolveThread } from '../../../../../shared/tools/drafts/comments/comment-commands'
import { commentThreads } from '../../../../../shared/tools/drafts/comments/comment-selectors'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'
import { type Connection, type Device, type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../../support/server'

type Guest = Device & { readonly participantId: string }

let server: TestServer
let workshop: OpenedWorkshop
let ben: Guest
let draftId: string
beforeEach(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop()
  ben = await workshop.join('Ben')
  draftId = (await workshop.host.post(drafts(), { kind: 'vision', title: 'Vision' })).body.draftId
})
afterEach(() => server.close())

const drafts = () => `/api/workshops/${workshop.workshopId}/drafts`
const room = (zone: 'draft' | 'comments') => `${workshop.workshopId}/${zone}/${draftId}`
const actorOf = (id: string, role: Role = 'contributor') => ({ workshopId: workshop.workshopId, id, role }) as Actor // as the server named them

async function open(device: Device, zone: 'draft' | 'comments' = 'comments'): Promise<Connection> {
  const connection = device.connect(room(zone))
  await connection.synced()
  return connection
}

/** What somebody who comes later is sent. */
async function kept(): Promise<readonly string[]> {
  const { doc, destroy } = await open(workshop.host)
  const texts = [...threads.all(doc), ...replies.all(doc)].map(({ text }) => text)
  destroy()
  return texts
}

async function refusal(connection: Connection): Promise<string | undefined> {
  await until(() => connection.closed !== undefined, 'the refusal')
  return connection.refused
}

describe('the comments of a draft', { timeout: 30_000 }, () => {
  it('[DRAFTS-27] are written and read while the draft is open and while it is locked', async () => {
    const connection = await open(ben)
    const states = async (change: () => Promise<{ readonly status: number }>, text: string) => {
      expect((await change()).status).toBe(200)
      addThread(connection.doc, actorOf(ben.participantId), { text, nowMs: 1 })
      await connection.allSaved()
    }
    await states(() => workshop.host.patch(`${drafts()}/${draftId}`, { state: 'open' }), 'open')
    await states(() => workshop.host.patch(`${drafts()}/${draftId}`, { state: 'locked' }), 'locked')
    expect([...(await kept())].sort()).toEqual(['locked', 'open'])
    expect(connection.closed).toBeUndefined()
  })

  it('[DRAFTS-27] are written by a voter and only read by an observer', async () => {
    const vic = await workshop.join('Vic')
    const seat = `/api/workshops/${workshop.workshopId}/participants/${vic.participantId}`
    expect((await workshop.host.patch(seat, { role: 'voter' })).status).toBe(200)
    const voting = await open(vic)
    addThread(voting.doc, actorOf(vic.participantId, 'voter'), { text: 'from a voter', nowMs: 1 })
    await voting.allSaved()
    const olga = await workshop.join('Olga', 'observer')
    const watching = await open(olga)
    expect(threads.all(watching.doc).map(({ text }) => text)).toEqual(['from a voter'])
    addThread(watching.doc, actorOf(olga.participantId), { text: 'from an observer', nowMs: 1 })
    await refusal(watching)
    expect(watching.closed).toBe(4403)
    expect(await kept()).toEqual(['from a voter'])
  })

  it('[DRAFTS-28] are refused with a reason when they come in another’s name', async () => {
    const connection = await open(ben)
    addThread(connection.doc, actorOf(workshop.participantId), { text: 'as if Hanna said so', nowMs: 1 })
    expect(await refusal(connection)).toContain('A comment carries the name of the person who writes it.')
    expect(await kept()).toEqual([])
  })

  it('[DRAFTS-30] are refused whole when they are too long', async () => {
    const connection = await open(ben)
    const id = 'thread_toolong1'
    const text = 'x'.repeat(limits.commentLength + 1)
    connection.doc.getMap('threads').set(id, new Y.Map(Object.entries({ id, text, authorId: ben.participantId, createdAtMs: 1 })))
    await refusal(connection)
    expect(connection.closed).toBe(4400)
    expect(await kept()).toEqual([])
  })

  it('[DRAFTS-29] are changed by their author or a facilitator, and resolved by anybody', async () => {
    const amara = await workshop.join('Amara')
    const writing = await open(ben)
    const id = addThread(writing.doc, actorOf(ben.participantId), { text: 'Reachable?', nowMs: 1 })
    if (!id) throw new Error('the comment was not taken')
    await writing.allSaved()
    const other = await open(amara)
    expect(resolveThread(other.doc, actorOf(amara.participantId), id, 2)).toBe(true)
    expect(reopenThread(other.doc, actorOf(amara.participantId), id)).toBe(true)
    await other.allSaved()
    threads.patch(other.doc, id, { text: 'Not what Ben said' })
    expect(await refusal(other)).toContain('Only its author or a facilitator can change or delete a comment.')
    const host = await open(workshop.host)
    threads.patch(host.doc, id, { deletedAtMs: 3 })
    await host.allSaved()
    expect(threads.get(host.doc, id)).toMatchObject({ text: 'Reachable?', deletedAtMs: 3 })
  })

  it('[DRAFTS-34] are not erased by anybody', async () => {
    const host = await open(workshop.host)
    const id = addThread(host.doc, actorOf(workshop.participantId, 'host'), { text: 'Reachable?', nowMs: 1 })
    await host.allSaved()
    threads.remove(host.doc, id ?? '')
    expect(await refusal(host)).toContain('A deleted comment stays restorable')
    expect(await kept()).toEqual(['Reachable?'])
  })

  it('[DRAFTS-31] keep both of two answers, and hold nothing but comments', async () => {
    const amara = await workshop.join('Amara')
    const [one, two] = [await open(ben), await open(amara)]
    const id = addThread(one.doc, actorOf(ben.participantId), { text: 'Reachable?', nowMs: 1 })
    await until(() => threads.all(two.doc).length === 1, 'the comment to arrive')
    if (id) addReply(one.doc, actorOf(ben.participantId), id, 'one', 2)
    if (id) addReply(two.doc, actorOf(amara.participantId), id, 'two', 2)
    await Promise.all([one.allSaved(), two.allSaved()])
    expect([...(await kept())].sort()).toEqual(['Reachable?', 'one', 'two'])
    two.doc.getMap('notes').set('x', new Y.Map())
    await refusal(two)
    expect(two.closed).toBe(4400)
  })

  it('[DRAFTS-32] stay on their words for another person, while the text is written on', async () => {
    const [text, comments] = [await open(ben, 'draft'), await open(ben)]
    const paragraph = text.doc.getXmlFragment('body').get(0)
    const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (!(line instanceof Y.XmlText)) throw new Error('the draft was not seeded')
    line.insert(0, 'A clear path to a career.')
    const words = wordsAt(wordingText(text.doc.getXmlFragment('body')), { from: 2, to: 12 })
    addThread(comments.doc, actorOf(ben.participantId), { text: 'Reachable?', words, nowMs: 1 })
    line.insert(0, 'Every adult sees ')
    await Promise.all([text.allSaved(), comments.allSaved()])
    const [theirText, theirs] = [await open(workshop.host, 'draft'), await open(workshop.host)]
    const read = wordingText(theirText.doc.getXmlFragment('body'))
    const [thread] = commentThreads(threads.all(theirs.doc), replies.all(theirs.doc), read)
    expect(thread?.spans.map(({ from, to }) => read.characters.slice(from, to))).toEqual(['clear path'])
  })
})
