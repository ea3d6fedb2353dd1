import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { ServerClock } from '../../../client/sync/clock'
import { RoomConnection } from '../../../client/sync/connection'
import { putAway } from '../../../client/sync/kept-back'
import { WorkshopClient } from '../../../client/sync/workshop-client'
import type { CloseReason } from '../../../shared/sync/close'
import { closeReasons } from '../../../shared/sync/close'
import { boardRoom, recordRoom } from '../../../shared/sync/room-name'
import type { Device, OpenedWorkshop, TestServer } from '../../support/server'
import { startTestServer } from '../../support/server'

const patienceMs = 15_000

let server: TestServer
let workshop: OpenedWorkshop
const cleanUps: (() => void)[] = []

beforeEach(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop()
})
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
  await server.close()
})

/** A browser's socket of one person: the cookie and the origin go with it. */
function socketOf(device: Device): typeof WebSocket & typeof globalThis.WebSocket {
  const { origin } = server
  return class extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie: device.cookie, origin } })
    }
  } as never // the browser's class and the one of `ws` agree in what the provider uses
}

function open(name: string, device: Device, ended: (reason: CloseReason, detail?: string) => void = () => undefined): RoomConnection {
  const connection = new RoomConnection({
    address: `${server.origin.replace('http', 'ws')}/sync`,
    name,
    epoch: undefined,
    socket: socketOf(device),
    changed: () => undefined,
    ended,
  })
  cleanUps.push(() => connection.destroy())
  return connection
}

function writeNote(doc: Y.Doc, id: string, text: string, authorId: string): void {
  const fields = { id, text, kind: 'idea', authorId, promptId: 'prompt_abcdefgh12345678', clusterId: null, order: 'a0', createdAtMs: 1 }
  doc.getMap('ideas').set(id, new Y.Map(Object.entries(fields)))
}

describe('a connected document', () => {
  it('is saved when the server says so, not when the words have left', async () => {
    const connection = open(boardRoom(workshop.workshopId), workshop.host)
    connection.connect()
    await connection.ready
    writeNote(connection.doc, 'idea_abcdefgh12345678', 'Night buses', workshop.participantId)
    expect(connection.saving.unsaved).toBe(1)
    await vi.waitFor(() => expect(connection.saving.unsaved).toBe(0), patienceMs)
    expect(connection.saving.online).toBe(true)
  })

  it('keeps count of what was written while the connection was gone, and sends it on return', async () => {
    const connection = open(boardRoom(workshop.workshopId), workshop.host)
    connection.connect()
    await connection.ready
    connection.disconnect()
    writeNote(connection.doc, 'idea_abcdefgh12345678', 'Written offline', workshop.participantId)
    expect(connection.saving).toMatchObject({ online: false, unsaved: 1 })
    connection.connect()
    await vi.waitFor(() => expect(connection.saving).toMatchObject({ online: true, unsaved: 0 }), patienceMs)
    const reader = open(boardRoom(workshop.workshopId), await workshop.join('Ben'))
    reader.connect()
    await reader.ready
    expect(reader.doc.getMap('ideas').size).toBe(1)
  })

  it('that only the server may write ends with the words still in hand', async () => {
    const ended = vi.fn<(reason: CloseReason, detail?: string) => void>()
    const connection = open(recordRoom(workshop.workshopId), workshop.host, ended)
    connection.connect()
    await connection.ready
    connection.doc.getMap('agenda').set('step_x', new Y.Map([['title', 'A forged step']]))
    await vi.waitFor(() => expect(ended).toHaveBeenCalled(), patienceMs)
    expect(ended.mock.calls[0]?.[0]).toMatchObject({ fresh: true, retry: false })
    expect(connection.saving.unsaved).toBe(1)
    expect(connection.unsavedWords()).toEqual(['A forged step'])
  })
})

describe('a workshop on this device', () => {
  async function enter(device: Device, wordsInField = () => ''): Promise<WorkshopClient> {
    const ask = async () => (await device.get(`/api/workshops/${workshop.workshopId}`)).body
    const client = new WorkshopClient({
      answer: await ask(),
      address: `${server.origin.replace('http', 'ws')}/sync`,
      clock: new ServerClock(),
      ask,
      socket: socketOf(device),
      keepNothing: true,
      wordsInField,
    })
    client.start()
    cleanUps.push(() => client.stop())
    await vi.waitFor(() => expect(client.state().loaded).toBe(true), patienceMs)
    return client
  }

  it('goes on with a fresh document after a refusal, and keeps the refused words', async () => {
    const ben = await workshop.join('Ben')
    const client = await enter(ben)
    const before = client.state()
    await workshop.host.put(`/api/workshops/${workshop.workshopId}/lock`, { tool: 'ideas', locked: true })
    writeNote(before.board, 'idea_abcdefgh12345678', 'Too late for this', ben.participantId)
    await vi.waitFor(() => expect(client.state().refusals).toHaveLength(1), patienceMs)
    expect(client.state().refusals[0]?.words).toEqual(['Too late for this'])
    await vi.waitFor(() => expect(client.state().generation).toBe(2), patienceMs)
    const after = client.state()
    expect(after.board).not.toBe(before.board)
    expect(after.board.clientID).not.toBe(before.board.clientID)
    expect(after.board.getMap('ideas').size).toBe(0)
    expect(after.saved.state).toBe('refused')
    await putAway(client, after.refusals[0]?.key ?? '')
    await vi.waitFor(() => expect(client.state().saved.state).toBe('saved'), patienceMs)
  })

  it('[DRAFTS-121] keeps the whole text that somebody had when their words came after the lock, until it has another place', async () => {
    const { body } = await workshop.host.post(`/api/workshops/${workshop.workshopId}/drafts`, { kind: 'vision', title: 'Vision' })
    const path = `/api/workshops/${workshop.workshopId}/drafts/${body.draftId}`
    const ben = await workshop.join('Ben')
    const client = await enter(ben)
    const room = client.openRoom('draft', body.draftId)
    await room.ready
    const line = new Y.XmlElement('paragraph')
    line.insert(0, [new Y.XmlText('Every adult finds work.')])
    room.doc.getXmlFragment('body').insert(0, [line])
    await vi.waitFor(() => expect(client.unsavedWords()).toEqual([]), patienceMs)
    client.stop()
    await workshop.host.patch(path, { state: 'locked' })
    ;(line.get(0) as Y.XmlText).insert(12, 'soon ')
    client.start()
    await vi.waitFor(() => expect(client.state().refusals).toHaveLength(1), patienceMs)
    const [refusal] = client.state().refusals
    expect(refusal).toMatchObject({ room: `${workshop.workshopId}/draft/${body.draftId}`, words: ['soon'] })
    const kept = new Y.Doc()
    Y.applyUpdate(kept, refusal?.replica ?? new Uint8Array())
    expect(kept.getXmlFragment('body').toString()).toContain('<paragraph>Every adult soon finds work.</paragraph>')
    expect((await workshop.host.get(path)).body.text).toBe('Every adult finds work.')
    await putAway(client, refusal?.key ?? '', { where: 'another wording' })
    expect(client.state().refusals[0]?.settled).toEqual({ where: 'another wording' })
    await vi.waitFor(() => expect(client.state().saved.state).not.toBe('refused'), patienceMs)
    await putAway(client, refusal?.key ?? '')
    expect(client.state().refusals).toEqual([])
    room.close()
  })

  it('keeps what was still in a field when its document is replaced', async () => {
    const ben = await workshop.join('Ben')
    const inField = vi.fn(() => 'Half a thought')
    const client = await enter(ben, inField)
    await workshop.host.put(`/api/workshops/${workshop.workshopId}/lock`, { tool: 'ideas', locked: true })
    writeNote(client.state().board, 'idea_abcdefgh12345678', 'Too late for this', ben.participantId)
    await vi.waitFor(() => expect(client.state().refusals).toHaveLength(1), patienceMs)
    expect(client.state().refusals[0]?.words).toEqual(['Too late for this', 'Half a thought'])
    expect(client.wordsAtDeparture()).toContain('Half a thought')
    inField.mockReturnValue('')
    expect(client.wordsAtDeparture()).toContain('Half a thought')
  })

  it('shares one connection among all who show a document, and closes it after the last', async () => {
    const client = await enter(workshop.host)
    const first = client.openRoom('private', workshop.participantId)
    const second = client.openRoom('private', workshop.participantId)
    expect(second.doc).toBe(first.doc)
    const closed = new Promise<void>((resolve) => client.subscribeRooms(resolve))
    first.close()
    first.close() // A second call of the same holder counts once.
    second.close()
    await closed
    expect(client.openRoom('private', workshop.participantId).doc).not.toBe(first.doc)
  })

  it('says that a person is out when the server has removed them', async () => {
    const ben = await workshop.join('Ben')
    const client = await enter(ben)
    await workshop.host.patch(`/api/workshops/${workshop.workshopId}/participants/${ben.participantId}`, { removed: true })
    await vi.waitFor(() => expect(client.state().departure).toBeDefined(), 3_000)
  })
})

it('knows every close code by its meaning', () => {
  for (const reason of Object.values(closeReasons)) expect(reason.retry).toBe(!(reason.code >= 4400 && reason.code < 4500))
})
