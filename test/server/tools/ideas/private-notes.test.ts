import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Actor } from '../../../../shared/access/actor'
import { boardRoom, privateRoom, recordRoom } from '../../../../shared/sync/room-name'
import { ideaModes, ideas } from '../../../../shared/tools/ideas/collections'
import { addIdeas, deleteIdeas } from '../../../../shared/tools/ideas/commands'
import type { PromptId } from '../../../../shared/tools/ideas/schema'
import { boardOf, effectiveMode } from '../../../../shared/tools/ideas/selectors'
import { agenda } from '../../../../shared/workshop/collections'
import { subjectOf } from '../../../../shared/workshop/subject'
import type { Connection, Device, OpenedWorkshop, TestServer } from '../../../support/server'
import { startTestServer } from '../../../support/server'

type Guest = Device & { readonly participantId: string }

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

interface Scene {
  readonly workshop: OpenedWorkshop
  readonly promptId: PromptId
  readonly amara: Guest
  readonly ben: Guest
  readonly record: Connection
  readonly board: Connection
  readonly url: string
  write(guest: Guest, ...texts: readonly string[]): Promise<Connection>
}

async function scene(): Promise<Scene> {
  const workshop = await server.openWorkshop()
  const { workshopId } = workshop
  const [amara, ben] = [await workshop.join('Amara'), await workshop.join('Ben')]
  const record = ben.connect(recordRoom(workshopId))
  const board = ben.connect(boardRoom(workshopId))
  await Promise.all([record.synced(), board.synced()])
  const step = agenda.all(record.doc).find((each) => each.tool === 'ideas')
  if (!step) throw new Error('the plan has a step of ideas')
  const promptId = subjectOf(step).id as PromptId // the subject of a step of ideas is a prompt
  return {
    workshop,
    promptId,
    amara,
    ben,
    record,
    board,
    url: `/api/workshops/${workshopId}/prompts/${promptId}`,
    async write(guest, ...texts) {
      const connection = guest.connect(privateRoom(workshopId, guest.participantId))
      await connection.synced()
      addIdeas(connection.doc, actorOf(workshopId, guest), {
        promptId,
        nowMs: Date.now(),
        notes: texts.map((text) => ({ text, kind: 'doubt' })),
      })
      await connection.allSaved()
      return connection
    },
  }
}

function actorOf(workshopId: string, guest: Guest): Actor {
  return { workshopId: workshopId as Actor['workshopId'], id: guest.participantId as Actor['id'], role: 'contributor' } // as the server named them
}

function listen(connection: Connection): () => string {
  let heard = ''
  connection.provider.ws?.addEventListener('message', (event) => {
    heard += Buffer.from(event.data as ArrayBuffer).toString('latin1')
  })
  return () => heard
}

async function until(check: () => boolean): Promise<void> {
  await expect.poll(check, { timeout: 15_000, interval: 20 }).toBe(true)
}

const shown = (doc: Y.Doc, promptId: PromptId) => boardOf(ideas.all(doc), [], promptId).unsorted

describe('private writing', { timeout: 30_000 }, () => {
  it('[IDEAS-21] is how a step written alone begins, and over with the reveal', async () => {
    const { workshop, promptId, amara, record, board, url, write } = await scene()
    const heard = [listen(record), listen(board)]
    const mode = () => effectiveMode(ideaModes.get(record.doc, promptId), agenda.all(record.doc), promptId)
    expect(ideaModes.get(record.doc, promptId)).toBeUndefined()
    expect(mode().writing).toBe('private')
    await write(amara, 'MARKER-alone')
    await until(() => mode().privateCount === 1)
    expect(mode()).toEqual({ id: promptId, writing: 'private', anonymous: false, privateCount: 1 })
    expect((await workshop.host.put(`${url}/mode`, { writing: 'open', anonymous: false })).body.code).toBe('ideas/private-notes-waiting')
    for (const each of heard) expect(each()).not.toContain('MARKER')
    expect((await workshop.host.post(`${url}/reveal`)).body).toEqual({ revealed: 1 })
    await until(() => shown(board.doc, promptId).length === 1)
    await until(() => mode().writing === 'open')
  })

  it('[IDEAS-21] can be switched off before anybody wrote', async () => {
    const { workshop, promptId, record, url } = await scene()
    await workshop.host.put(`${url}/mode`, { writing: 'open', anonymous: false })
    await until(() => effectiveMode(ideaModes.get(record.doc, promptId), agenda.all(record.doc), promptId).writing === 'open')
  })

  it('[IDEAS-16] gives others a count and not a byte of a note before the reveal', async () => {
    const { workshop, promptId, amara, ben, record, board, url, write } = await scene()
    const heard = [listen(record), listen(board)]
    expect((await workshop.host.put(`${url}/mode`, { writing: 'private', anonymous: false })).status).toBe(200)
    await write(amara, 'MARKER-one', 'MARKER-two')
    await write(ben, 'ben’s own')
    await until(() => ideaModes.get(record.doc, promptId)?.privateCount === 3)
    const foreign = ben.connect(privateRoom(workshop.workshopId, amara.participantId))
    await until(() => foreign.closed === 4404)
    const { workshopId } = workshop
    const answers = await Promise.all(
      ['', '/document.json?parts=notes', '/document.md?parts=notes', '/archive'].map((path) =>
        ben.get(`/api/workshops/${workshopId}${path}`),
      ),
    )
    for (const text of [...heard.map((each) => each()), ...answers.map((answer) => JSON.stringify(answer.body))])
      expect(text).not.toContain('MARKER')
    expect(JSON.stringify(ideaModes.all(record.doc))).not.toContain(amara.participantId)
    // The listening itself works: after the reveal the same ears hear it.
    await workshop.host.post(`${url}/reveal`)
    await until(() => heard.some((each) => each().includes('MARKER-one')))
  })

  it('[IDEAS-17] moves all notes to the board at once, under their authors’ names', async () => {
    const { workshop, promptId, amara, ben, board, record, url, write } = await scene()
    await workshop.host.put(`${url}/mode`, { writing: 'private', anonymous: false })
    const amaras = await write(amara, 'first', 'deleted', 'second')
    const [, gone] = boardOf(ideas.all(amaras.doc), [], promptId).unsorted
    deleteIdeas(amaras.doc, actorOf(workshop.workshopId, amara), gone ? [gone.id] : [], 5)
    await amaras.allSaved()
    await write(ben, 'third')
    const sizes: number[] = []
    board.doc.on('update', () => sizes.push(shown(board.doc, promptId).length))
    expect((await workshop.host.post(`${url}/reveal`)).body).toEqual({ revealed: 3 })
    await until(() => shown(board.doc, promptId).length === 3)
    expect(sizes).toEqual([3])
    expect(shown(board.doc, promptId).map(({ text, authorId, kind }) => [text, authorId, kind])).toEqual([
      ['first', amara.participantId, 'doubt'],
      ['second', amara.participantId, 'doubt'],
      ['third', ben.participantId, 'doubt'],
    ])
    await until(() => ideas.all(amaras.doc).length === 0)
    await until(() => ideaModes.get(record.doc, promptId)?.writing === 'open')
    expect(ideaModes.get(record.doc, promptId)).toMatchObject({ anonymous: false, privateCount: 0 })
  })

  it('[IDEAS-18] publishes notes of an anonymous step shuffled, without author, time or former id', async () => {
    const { workshop, promptId, amara, ben, board, url, write } = await scene()
    await workshop.host.put(`${url}/mode`, { writing: 'private', anonymous: true })
    const texts = Array.from({ length: 24 }, (_, index) => `thought ${index}`)
    const amaras = await write(amara, ...texts.slice(0, 12))
    await write(ben, ...texts.slice(12))
    const former = ideas.all(amaras.doc)
    await workshop.host.post(`${url}/reveal`)
    await until(() => shown(board.doc, promptId).length === 24)
    const notes = shown(board.doc, promptId)
    expect(notes.every((note) => note.authorId === null && note.anonymous === true)).toBe(true)
    expect(new Set(notes.map((note) => note.createdAtMs)).size).toBe(1)
    expect(notes.some((note) => former.some((each) => each.id === note.id))).toBe(false)
    expect(notes.map((note) => note.text)).not.toEqual(texts)
    expect(notes.map((note) => note.text).sort()).toEqual([...texts].sort())
    expect(JSON.stringify(notes)).not.toContain(amara.participantId)
  })

  it('[IDEAS-19] lets only facilitators set the mode and reveal, and knows only prompts of the workshop', async () => {
    const { workshop, amara, ben, url } = await scene()
    for (const guest of [amara, ben]) {
      expect((await guest.put(`${url}/mode`, { writing: 'private', anonymous: false })).status).toBe(404)
      expect((await guest.post(`${url}/reveal`)).status).toBe(404)
    }
    const foreign = `/api/workshops/${workshop.workshopId}/prompts/prompt_unknown`
    expect((await workshop.host.post(`${foreign}/reveal`)).body.code).toBe('request/not-found')
    expect((await workshop.host.put(`${url}/mode`, { writing: 'sometimes', anonymous: false })).status).toBe(400)
  })

  it('[IDEAS-20] keeps the promise under which waiting notes were written', async () => {
    const { workshop, promptId, amara, record, url, write } = await scene()
    const { host } = workshop
    expect((await host.put(`${url}/mode`, { writing: 'open', anonymous: true })).body.code).toBe('ideas/anonymous-needs-private')
    await host.put(`${url}/mode`, { writing: 'private', anonymous: true })
    await write(amara, 'secret')
    expect((await host.put(`${url}/mode`, { writing: 'open', anonymous: false })).body).toMatchObject({
      code: 'ideas/private-notes-waiting',
      status: 409,
    })
    expect((await host.put(`${url}/mode`, { writing: 'private', anonymous: false })).body.code).toBe('ideas/anonymity-promised')
    await until(() => ideaModes.get(record.doc, promptId)?.privateCount === 1)
    expect(ideaModes.get(record.doc, promptId)).toMatchObject({ writing: 'private', anonymous: true })
  })
})

describe('the board’s own rules at the server', { timeout: 30_000 }, () => {
  it('[IDEAS-22] refuses a note put straight on the board while its prompt is private, and takes it once it is open', async () => {
    const { workshop, promptId, ben, board, url } = await scene()
    const note = { promptId, nowMs: 1, notes: [{ text: 'too early', kind: 'idea' as const }] }
    addIdeas(board.doc, actorOf(workshop.workshopId, ben), note)
    await until(() => board.closed === 4403)
    expect(board.refused).toContain('written privately just now')
    const fresh = ben.connect(boardRoom(workshop.workshopId))
    await fresh.synced()
    expect(shown(fresh.doc, promptId)).toEqual([])
    await workshop.host.put(`${url}/mode`, { writing: 'open', anonymous: false })
    addIdeas(fresh.doc, actorOf(workshop.workshopId, ben), note)
    await fresh.allSaved()
    expect(shown(fresh.doc, promptId)).toHaveLength(1)
  })

  it('[IDEAS-3] refuses an edit of somebody else’s note and changes nothing', async () => {
    const { workshop, promptId, amara, ben, board, url } = await scene()
    const { workshopId } = workshop
    await workshop.host.put(`${url}/mode`, { writing: 'open', anonymous: false })
    const amaras = amara.connect(boardRoom(workshopId))
    await amaras.synced()
    const [id = ''] = addIdeas(amaras.doc, actorOf(workshopId, amara), { promptId, nowMs: 1, notes: [{ text: 'mine', kind: 'idea' }] })
    await amaras.allSaved()
    await until(() => ideas.get(board.doc, id) !== undefined)
    ideas.patch(board.doc, id, { text: 'Ben was here' })
    await until(() => board.closed === 4403)
    expect(board.refused).toContain('Only its author or a facilitator')
    const fresh = ben.connect(boardRoom(workshopId))
    await fresh.synced()
    expect(ideas.get(fresh.doc, id)?.text).toBe('mine')
  })

  it('[IDEAS-4] refuses a note under somebody else’s name', async () => {
    const { workshop, promptId, amara, board } = await scene()
    addIdeas(board.doc, actorOf(workshop.workshopId, amara), { promptId, nowMs: 1, notes: [{ text: 'not hers', kind: 'idea' }] })
    await until(() => board.closed === 4403)
    expect(board.refused).toContain('name of the person')
  })
})
