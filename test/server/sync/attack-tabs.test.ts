import { isDeepStrictEqual } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createUpdateLog } from '../../../server/storage/update-log'
import type { ParticipantId } from '../../../shared/access/actor'
import { boardRoom } from '../../../shared/sync/room-name'
import { portrait } from '../../support/same-document'
import { type Connection, until } from '../../support/server'
import { notes, type SyncServer, startSyncServer } from '../../support/sync-server'

let server: SyncServer
let ada: ParticipantId
beforeEach(async () => {
  server = await startSyncServer()
  ada = await server.admit('Ada')
})
afterEach(() => server.close())

const live = () => server.sync.context.readDoc(boardRoom(server.workshopId), portrait)

async function expectOneDocument(...tabs: readonly Connection[]): Promise<void> {
  await Promise.all(tabs.map((tab) => tab.allSaved()))
  const stored = await live()
  await until(() => tabs.every((tab) => isDeepStrictEqual(portrait(tab.doc), stored)), 'equal replicas')
}

async function open(clientID?: number): Promise<Connection> {
  const doc = new Y.Doc()
  if (clientID !== undefined) doc.clientID = clientID
  const tab = server.connect(ada, 'board', { doc })
  await tab.synced()
  return tab
}

describe('one person in two tabs', () => {
  it('T22 writes in both, and both hold everything', async () => {
    const [one, two] = [await open(), await open()]
    for (let n = 0; n < 20; n++) {
      notes.put(one.doc, { id: `one${n}`, text: 'river' })
      notes.put(two.doc, { id: `two${n}`, text: 'forest' })
    }
    await expectOneDocument(one, two)
    expect(notes.all(one.doc)).toHaveLength(40)
  })

  it('T22 with one client id for both: one tab’s words are kept, the other is refused with the reason', async () => {
    const [one, two] = [await open(7), await open(7)]
    notes.put(one.doc, { id: 'one', text: 'river' })
    notes.put(two.doc, { id: 'two', text: 'forest' })
    await until(() => one.closed !== undefined || two.closed !== undefined, 'a refusal')
    const [kept, refused] = two.refused === undefined ? [two, one] : [one, two]
    expect(refused.refused).toMatch(/^room\/client-in-use: /)
    expect(refused.closed).toBe(4400)
    // The words are still in the tab, for the panel of what was not accepted.
    expect(notes.all(refused.doc)).toHaveLength(1)
    await expectOneDocument(kept)
    expect(notes.all(kept.doc)).toHaveLength(1)
  })

  it('T22 with one client id for both, one after the other: the second goes on under an id of its own', async () => {
    const one = await open(7)
    notes.put(one.doc, { id: 'one', text: 'river' })
    await one.allSaved()
    const two = await open(7)
    notes.put(two.doc, { id: 'two', text: 'forest' })
    await until(() => notes.get(one.doc, 'two') !== undefined, 'the other note')
    await expectOneDocument(one, two)
    expect(notes.all(one.doc)).toHaveLength(2)
    expect(two.doc.clientID).not.toBe(7)
    two.doc.clientID = 7 // the provider says goodbye under the id that it began with
  })

  it('T22 sends again what is on its way when the line breaks, and that counts once', async () => {
    const one = await open()
    for (let n = 0; n < 10; n++) {
      notes.put(one.doc, { id: `n${n}`, text: `note ${n}` })
      one.provider.disconnect()
      one.provider.connect()
    }
    const whole = Y.encodeStateAsUpdate(one.doc)
    const two = server.connect(ada, 'board', { doc: documentFrom(whole) })
    await expectOneDocument(one, two)
    expect(notes.all(one.doc)).toHaveLength(10)
    expect([one.refused, two.refused]).toEqual([undefined, undefined])
  })
})

function documentFrom(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

describe('a copy kept on the device', () => {
  it('T22 that is older than the board brings its unsent words along and doubles nothing', async () => {
    const one = await open()
    notes.put(one.doc, { id: 'n1', text: 'river' })
    await one.allSaved()
    const kept = Y.encodeStateAsUpdate(one.doc)
    notes.patch(one.doc, 'n1', { text: 'lake' })
    notes.put(one.doc, { id: 'n2', text: 'forest' })
    await one.allSaved()
    const stale = documentFrom(kept)
    notes.put(stale, { id: 'n3', text: 'written offline' })
    const two = server.connect(ada, 'board', { doc: stale })
    await expectOneDocument(one, two)
    expect(
      notes
        .all(two.doc)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['forest', 'lake', 'written offline'])
  })

  it('T22 of another epoch is turned away with 4410 and merges nothing, whether it was connected or not', async () => {
    const room = boardRoom(server.workshopId)
    const former = await server.sync.epoch(room)
    const one = await open()
    notes.put(one.doc, { id: 'n1', text: 'river' })
    await one.allSaved()
    const state = Y.encodeStateAsUpdate(documentFrom(Y.encodeStateAsUpdate(one.doc)))
    await server.sync.context.governed(server.workshopId, async () => ({ result: undefined, restarts: [{ room, state }] }))
    await until(() => one.closed === 4410, 'the close')
    expect(await server.sync.epoch(room)).not.toBe(former)
    notes.put(one.doc, { id: 'n2', text: 'from before' })
    const again = server.connect(ada, 'board', { doc: one.doc, params: { epoch: String(former) } })
    await until(() => again.closed === 4410, 'the close')
    expect(again.doc.getMap('notes').size).toBe(2)
    const stored = await createUpdateLog(server.store.reading).load(room)
    expect(stored.updates).toHaveLength(1)
    const fresh = await open()
    expect(notes.all(fresh.doc).map(({ id }) => id)).toEqual(['n1'])
  })
})

describe('a client id that is lower than everybody’s', () => {
  it('T5 puts entries before other people’s records, and still does not make them one’s own to wipe', async () => {
    const one = await open()
    one.doc.transact(() => {
      for (let n = 0; n < 60; n++) notes.put(one.doc, { id: `n${n}`, text: 'river' })
    })
    await one.allSaved()
    const doc = new Y.Doc()
    doc.clientID = 1
    doc.transact(() => {
      for (let n = 0; n < 60; n++) notes.put(doc, { id: `n${n}`, text: 'slipped in' })
    })
    const intruder = server.connect(await server.admit('Mal'), 'board', { doc })
    await intruder.allSaved()
    doc.transact(() => {
      for (let n = 0; n < 60; n++) notes.remove(doc, `n${n}`)
    })
    await until(() => intruder.closed === 4403, 'the refusal')
    expect(intruder.refused).toMatch(/^room\/too-many-removals: /)
    expect(notes.all(one.doc)).toHaveLength(60)
  })
})
