import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Room } from '../../../server/sync/room'
import type { ParticipantId } from '../../../shared/access/actor'
import { limits } from '../../../shared/sync/limits'
import { boardRoom } from '../../../shared/sync/room-name'
import { until } from '../../support/server'
import { Replica } from '../../support/socketless'
import { faultyText, notes, type SyncServer, startSyncServer } from '../../support/sync-server'

let server: SyncServer
let room: Room
let people: readonly Replica[]
beforeEach(async () => {
  server = await startSyncServer()
  room = await server.sync.hub.open(boardRoom(server.workshopId))
  const ids: ParticipantId[] = []
  for (const name of ['Ada', 'Bo', 'Cy']) ids.push(await server.admit(name))
  people = ids.map((id) => new Replica(room, id))
  // Their client ids are known from here on.
  for (const [index, each] of people.entries()) write(each, `first${index}`, 'first')
  await calm()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  return server.close()
})

function write(person: Replica, id: string, text: string): void {
  notes.put(person.doc, { id, text })
  person.push()
}

/** Until everything sent has been taken in, stored and delivered. */
async function calm(): Promise<void> {
  room.takeGathered()
  await until(() => !room.document.isBusy && people.every(({ line }) => !line.session.hasPostponed), 'the room to be calm')
  room.flush()
  for (const each of people) each.pull()
}

async function rows(): Promise<number> {
  const found = await server.store.reading.selectFrom('updates').select('seq').where('room', '=', room.name).execute()
  return found.length
}

const textsOf = (person: Replica) =>
  notes
    .all(person.doc)
    .filter(({ text }) => text !== 'first')
    .map(({ text }) => text)
    .sort()

const closed = () => people.map(({ line }) => line.closed)

describe('what several people write at the same time', () => {
  it('is stored as one update and reaches each of them as one frame', async () => {
    const before = await rows()
    const [ada, bo, cy] = people as [Replica, Replica, Replica]
    for (const [index, each] of [ada, bo].entries()) for (let n = 0; n < 5; n++) write(each, `n${index}-${n}`, `${index}-${n}`)
    room.takeGathered()
    await until(() => !room.document.isBusy, 'the commit')
    room.flush()
    expect(cy.line.take()).toHaveLength(1)
    expect(await rows()).toBe(before + 1)
    await calm()
    expect(textsOf(ada)).toHaveLength(10)
    expect(textsOf(bo)).toEqual(textsOf(ada))
  })

  it('counts for all of them when two touch the same note', async () => {
    const [ada, bo] = people as [Replica, Replica, Replica]
    write(ada, 'shared', 'by Ada')
    await calm()
    const saved = people.map(({ line }) => line.saved)
    notes.patch(ada.doc, 'shared', { authorId: undefined, text: 'by Ada again' })
    notes.patch(bo.doc, 'shared', { text: 'by Bo' })
    for (const each of [ada, bo]) each.push()
    write(bo, 'own', 'apart')
    await calm()
    expect(people.map(({ line }, index) => line.saved - (saved[index] ?? 0))).toEqual([1, 2, 0])
    expect(textsOf(ada)).toEqual(textsOf(bo))
    expect(closed()).toEqual([undefined, undefined, undefined])
  })

  it('does not fall with one of them who breaks a rule', async () => {
    const [ada, bo, cy] = people as [Replica, Replica, Replica]
    write(ada, 'a', 'river')
    write(bo, 'b', 'x'.repeat(101))
    write(cy, 'c', 'forest')
    await calm()
    expect(closed()).toEqual([undefined, 4400, undefined])
    for (const each of [ada, cy]) expect(textsOf(each)).toEqual(['forest', 'river'])
  })

  it('does not fall with one of them whose message is a fault of ours', async () => {
    const [ada, bo, cy] = people as [Replica, Replica, Replica]
    write(ada, 'a', 'river')
    write(bo, 'b', faultyText)
    write(cy, 'c', 'forest')
    await calm()
    expect(closed()).toEqual([undefined, 4400, undefined])
    for (const each of [ada, cy]) expect(textsOf(each)).toEqual(['forest', 'river'])
  })

  it('counts when it came before a lock, and is refused when it came after', async () => {
    const [ada, bo] = people as [Replica, Replica, Replica]
    write(ada, 'a', 'before')
    const locking = server.lock('ideas', true)
    await locking
    write(bo, 'b', 'after')
    await calm()
    expect(closed()).toEqual([undefined, 4409, undefined])
    expect(textsOf(ada)).toEqual(['before'])
  })
})

describe('an edit', () => {
  it('is taken with its turn in a quiet room, and with the others of a pace in a busy one', async () => {
    const [ada] = people as [Replica, Replica, Replica]
    let nowMs = performance.now() + 2 * limits.paceMs
    vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    write(ada, 'n1', 'quiet')
    await twoTurns()
    expect(notes.get(room.document.doc, 'n1')?.text).toBe('quiet')
    write(ada, 'n2', 'busy')
    await twoTurns()
    expect(notes.get(room.document.doc, 'n2')).toBeUndefined()
    nowMs += limits.paceMs
    vi.advanceTimersByTime(limits.paceMs)
    expect(notes.get(room.document.doc, 'n2')?.text).toBe('busy')
  })
})

function twoTurns(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
}
