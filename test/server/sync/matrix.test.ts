import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ParticipantId, Role } from '../../../shared/access/actor'
import { newId } from '../../../shared/doc/ids'
import { recordRoom } from '../../../shared/sync/room-name'
import { type Connection, connect, until } from '../../support/server'
import { notes, remarks, type SyncServer, secrets, startSyncServer, wordings } from '../../support/sync-server'

/** Nobody; signed in without a seat here; the roles that differ; and somebody who lost the seat. */
const actors = ['outsider', 'linked', 'removed', 'observer', 'voter', 'contributor', 'facilitator'] as const
type Actor = (typeof actors)[number]

const documents = [
  'record',
  'board',
  'locked board',
  'draft',
  'locked draft',
  'adopted draft',
  'no draft',
  'comments',
  'comments on a locked draft',
  'comments on no draft',
  'own private',
  'other private',
] as const
type Document = (typeof documents)[number]

/** `-` not even read; else what answers somebody who writes: `saved` or a close code. */
type Cell = '-' | 'saved' | 4400 | 4403 | 4409

const readers = { observer: 4403, voter: 4403 } as const
/** What each may do with each document. Source: THREATS section 7. Nobody else reads anything. */
const matrix: Readonly<Record<Document, Readonly<Record<'observer' | 'voter' | 'contributor' | 'facilitator', Cell>>>> = {
  record: { ...readers, contributor: 4403, facilitator: 4403 },
  board: { ...readers, contributor: 'saved', facilitator: 'saved' },
  'locked board': { ...readers, contributor: 4409, facilitator: 4409 },
  draft: { ...readers, contributor: 'saved', facilitator: 'saved' },
  'locked draft': { ...readers, contributor: 4409, facilitator: 4409 },
  'adopted draft': { ...readers, contributor: 4409, facilitator: 4409 },
  'no draft': { observer: '-', voter: '-', contributor: '-', facilitator: '-' },
  comments: { observer: 4403, voter: 'saved', contributor: 'saved', facilitator: 'saved' },
  'comments on a locked draft': { observer: 4403, voter: 'saved', contributor: 'saved', facilitator: 'saved' },
  'comments on no draft': { observer: '-', voter: '-', contributor: '-', facilitator: '-' },
  'own private': { observer: '-', voter: '-', contributor: 'saved', facilitator: 'saved' },
  'other private': { observer: '-', voter: '-', contributor: '-', facilitator: '-' },
}
const outside = { outsider: 4401, linked: 4404, removed: 4404 } as const

let server: SyncServer
let owner: ParticipantId
const people = new Map<Actor, ParticipantId>()
const drafts = { open: newId('draft'), locked: newId('draft'), adopted: newId('draft') }

beforeAll(async () => {
  server = await startSyncServer()
  owner = await server.admit('Olga')
  for (const role of ['observer', 'voter', 'contributor', 'facilitator'] as const) people.set(role, await server.admit(role, role))
  people.set('linked', newId('p') as ParticipantId)
  people.set('removed', await server.admit('Rob'))
  await server.change(people.get('removed') ?? owner, { removed: true })
  await inRecord((doc) => {
    for (const state of ['open', 'locked', 'adopted'] as const) wordings.put(doc, { id: drafts[state], state })
  })
  const own = server.connect(owner, `private/${owner}`)
  await own.synced()
  secrets.put(own.doc, { id: 's1', text: 'not yet said' })
  await own.allSaved()
})
afterAll(() => server.close())

async function inRecord(write: (doc: Y.Doc) => void): Promise<void> {
  await server.sync.context.governed(server.workshopId, async () => ({
    result: undefined,
    writes: [{ room: recordRoom(server.workshopId), write }],
  }))
}

function roomOf(document: Document, actor: Actor): string {
  const rooms: Readonly<Record<Document, string>> = {
    record: 'record',
    board: 'board',
    'locked board': 'board',
    draft: `draft/${drafts.open}`,
    'locked draft': `draft/${drafts.locked}`,
    'adopted draft': `draft/${drafts.adopted}`,
    'no draft': `draft/${newId('draft')}`,
    comments: `comments/${drafts.open}`,
    'comments on a locked draft': `comments/${drafts.locked}`,
    'comments on no draft': `comments/${newId('draft')}`,
    'own private': `private/${people.get(actor) ?? 'p_nobody'}`,
    'other private': `private/${owner}`,
  }
  return rooms[document]
}

function enter(actor: Actor, room: string): Connection {
  const seat = people.get(actor)
  if (seat) return server.connect(seat, room)
  return connect(server.origin, `${server.workshopId}/${room}`, '', undefined, { origin: 'http://test' })
}

function write(doc: Y.Doc, document: Document): void {
  const id = newId('n')
  if (document.startsWith('comments')) remarks.put(doc, { id, text: 'which one?' })
  else if (document.includes('draft')) doc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')])
  else if (document.includes('private')) secrets.put(doc, { id, text: 'mine' })
  else if (document === 'record') wordings.put(doc, { id, state: 'adopted' })
  else notes.put(doc, { id, text: 'river' })
}

/** The actor's presence reaches somebody who watches the same document, or does not. */
async function expectPresence(connection: Connection, room: string, isShown: boolean): Promise<void> {
  const watcher = server.connect(owner, room)
  await watcher.synced()
  connection.provider.awareness.setLocalState({ step: 1 })
  watcher.provider.awareness.setLocalState({ step: 2 })
  await until(() => connection.provider.awareness.getStates().has(watcher.doc.clientID), 'the watcher to appear')
  const isSeen = () => watcher.provider.awareness.getStates().has(connection.doc.clientID)
  if (isShown) await until(isSeen, 'the actor to appear')
  else await new Promise((resolve) => setTimeout(resolve, 120)) // two paces of presence
  expect(isSeen()).toBe(isShown)
  watcher.destroy()
}

describe('the permission matrix of documents', { timeout: 30_000 }, () => {
  for (const document of documents) {
    it.each(['outsider', 'linked', 'removed'] as const)(
      `T7 ${document}: the %s gets nothing, and the same answer as for what does not exist`,
      async (actor) => {
        const connection = enter(actor, roomOf(document, actor))
        await until(() => connection.closed !== undefined, 'the close')
        expect(connection.closed).toBe(outside[actor])
        expect(connection.provider.synced).toBe(false)
        connection.destroy()
      },
    )

    it.each(['observer', 'voter', 'contributor', 'facilitator'] as const)(
      `T7 ${document}: the %s reads, is seen and writes as the matrix says`,
      async (actor) => {
        const cell = matrix[document][actor]
        if (document === 'locked board') await server.lock('ideas', true)
        const room = roomOf(document, actor)
        const connection = enter(actor, room)
        try {
          if (cell === '-') {
            await until(() => connection.closed !== undefined, 'the close')
            expect(connection.closed).toBe(4404)
            expect(connection.doc.store.clients.size).toBe(0)
            return
          }
          await connection.allSaved()
          if (document !== 'own private') await expectPresence(connection, room, actor === 'contributor' || actor === 'facilitator')
          write(connection.doc, document)
          if (cell === 'saved') await connection.allSaved()
          else await until(() => connection.closed !== undefined, 'the refusal')
          expect(connection.closed).toBe(cell === 'saved' ? undefined : cell)
        } finally {
          connection.destroy()
          if (document === 'locked board') await server.lock('ideas', false)
        }
      },
    )
  }
})

describe('a right that is lost', { timeout: 30_000 }, () => {
  async function openEverything(role: Role): Promise<{ readonly id: ParticipantId; readonly all: ReadonlyMap<Document, Connection> }> {
    const id = await server.admit('Somebody', role)
    const rooms = { record: 'record', board: 'board', draft: `draft/${drafts.open}`, 'own private': `private/${id}` } as const
    const all = new Map(Object.entries(rooms).map(([document, room]) => [document as Document, server.connect(id, room)]))
    await Promise.all([...all.values()].map((connection) => connection.allSaved()))
    return { id, all }
  }

  it('T7 is lost on every open document within a second: removal', async () => {
    const { id, all } = await openEverything('facilitator')
    await server.change(id, { removed: true })
    await until(() => [...all.values()].every(({ closed }) => closed === 4404), 'all to close', 1_000)
  })

  it('T7 is lost on every open document within a second: from participant to observer', async () => {
    const { id, all } = await openEverything('contributor')
    await server.change(id, { role: 'observer' })
    await until(() => all.get('own private')?.closed === 4404, 'the private notes to close', 1_000)
    for (const document of ['board', 'draft'] as const) {
      const connection = all.get(document)
      if (connection) write(connection.doc, document)
      await until(() => connection?.closed === 4403, document, 1_000)
    }
    expect(all.get('record')?.closed).toBeUndefined()
  })

  it('T7 is lost on every open document within a second: a lock, of notes and of drafts', async () => {
    const { all } = await openEverything('contributor')
    await server.lock('ideas', true)
    await server.lock('drafts', true)
    try {
      for (const document of ['board', 'draft'] as const) {
        const connection = all.get(document)
        if (connection) write(connection.doc, document)
        await until(() => connection?.closed === 4409, document, 1_000)
      }
    } finally {
      await server.lock('ideas', false)
      await server.lock('drafts', false)
    }
  })
})
