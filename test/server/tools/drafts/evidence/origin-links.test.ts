import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../../../../shared/access/actor'
import { plain } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { origins } from '../../../../../shared/tools/drafts/collections'
import { linkWords, restoreLink, unlinkWords } from '../../../../../shared/tools/drafts/evidence/origin-commands'
import type { OriginHow } from '../../../../../shared/tools/drafts/evidence/origin-schema'
import { tracedPhrases } from '../../../../../shared/tools/drafts/evidence/traced-phrases'
import { tracesOf } from '../../../../../shared/tools/drafts/evidence/traces'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'
import { type Connection, type Device, type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../../support/server'

type Guest = Device & { readonly participantId: string }

let server: TestServer
let workshop: OpenedWorkshop
let ben: Guest
let draftId: string
let words: Connection
beforeEach(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop()
  ben = await workshop.join('Ben')
  draftId = (await workshop.host.post(drafts(), { kind: 'vision', title: 'Vision' })).body.draftId
  words = await open(ben, 'draft')
  const body = words.doc.getXmlFragment('body')
  words.doc.transact(() => {
    body.delete(0, body.length)
    fillFragment(body, [{ type: 'paragraph', text: plain('Every adult can see a clear path to a career.') }])
  })
  await words.allSaved()
})
afterEach(() => server.close())

const drafts = () => `/api/workshops/${workshop.workshopId}/drafts`
const actorOf = (id: string, role: Role = 'contributor') => ({ workshopId: workshop.workshopId, id, role }) as Actor // as the server named them
const note = { collection: 'ideas', id: 'idea_aaaaaaaa' }

async function open(device: Device, zone: 'draft' | 'comments' = 'comments'): Promise<Connection> {
  const connection = device.connect(`${workshop.workshopId}/${zone}/${draftId}`)
  await connection.synced()
  return connection
}

const present = () => wordingText(words.doc.getXmlFragment('body'))

function link({ doc }: Connection, actor: Actor, phrase = 'a clear path') {
  const text = present()
  const from = text.characters.indexOf(phrase)
  const id = linkWords(doc, actor, { text, span: { from, to: from + phrase.length }, refs: [note], nowMs: 1 })
  if (!id) throw new Error('the link was not taken')
  return id
}

async function refusal(connection: Connection): Promise<string | undefined> {
  await until(() => connection.closed !== undefined, 'the refusal')
  return connection.refused
}

/** The phrases that a latecomer sees to come from somewhere. */
async function linked(): Promise<readonly string[]> {
  const { doc, destroy } = await open(workshop.host)
  const text = present()
  const phrases = tracedPhrases(text, tracesOf(text, origins.all(doc)).traces).filter(({ traces }) => traces.length > 0)
  destroy()
  return phrases.map((phrase) => phrase.text)
}

describe('where words come from, said by people', { timeout: 30_000 }, () => {
  it('[DRAFTS-76] is said by whoever may comment and taken back by its author or a facilitator', async () => {
    const vic = await workshop.join('Vic')
    const seat = `/api/workshops/${workshop.workshopId}/participants/${vic.participantId}`
    expect((await workshop.host.patch(seat, { role: 'voter' })).status).toBe(200)
    const voting = await open(vic)
    const voter = actorOf(vic.participantId, 'voter')
    const id = link(voting, voter)
    await voting.allSaved()
    expect(await linked()).toEqual(['a clear path'])
    expect(unlinkWords(voting.doc, voter, id, 2)).toBe(true)
    await voting.allSaved()
    expect(await linked()).toEqual([])
    expect(restoreLink(voting.doc, voter, id)).toBe(true)
    await voting.allSaved()

    const other = await open(ben)
    expect(unlinkWords(other.doc, actorOf(ben.participantId), id, 3)).toBe(false)
    origins.patch(other.doc, id, { deletedAtMs: 3 })
    expect(await refusal(other)).toContain('Only who said where words come from, or a facilitator, can take it back.')
    expect(await linked()).toEqual(['a clear path'])
    const host = await open(workshop.host)
    expect(unlinkWords(host.doc, actorOf(workshop.participantId, 'host'), id, 4)).toBe(true)
    await host.allSaved()
    expect(await linked()).toEqual([])
  })

  it.each<[string, (doc: Connection['doc'], id: `origin_${string}`) => void, string]>([
    ['erased', (doc, id) => void origins.remove(doc, id), 'Where words come from stays restorable, so nothing of it is erased.'],
    [
      'pointed elsewhere',
      (doc, id) => void origins.patch(doc, id, { refs: [{ ...note, id: 'idea_bbbbbbbb' }] }),
      'Where words come from stays as it was said. Take it back and say it anew.',
    ],
  ])('[DRAFTS-76] is never %s', async (_, change, sentence) => {
    const connection = await open(ben)
    const id = link(connection, actorOf(ben.participantId))
    await connection.allSaved()
    change(connection.doc, id)
    expect(await refusal(connection)).toContain(sentence)
    expect(await linked()).toEqual(['a clear path'])
  })

  it.each<[string, OriginHow, boolean, string]>([
    ['in another’s name', 'linked', true, 'Who says where words come from does so in their own name.'],
    ['as if the server had begun it from notes', 'notes', false, 'Only those who write the text bring words in from another wording.'],
    ['as if the server had merged it', 'merged', false, 'Only those who write the text bring words in from another wording.'],
  ])('[DRAFTS-76] is refused %s', async (_, how, isOthers, sentence) => {
    const connection = await open(ben)
    const spare = await open(ben)
    const made = origins.get(spare.doc, link(spare, actorOf(ben.participantId)))
    await spare.allSaved()
    if (!made) throw new Error('the link was not kept')
    const authorId = isOthers ? actorOf(workshop.participantId).id : made.authorId
    origins.put(connection.doc, { ...made, id: 'origin_forged000', how, authorId })
    expect(await refusal(connection)).toContain(sentence)
  })

  it('[DRAFTS-75] stays with words that a restored version brings back', async () => {
    const connection = await open(ben)
    link(connection, actorOf(ben.participantId))
    await connection.allSaved()
    const version = await ben.post(`${drafts()}/${draftId}/versions`, { name: 'Before lunch' })
    const body = words.doc.getXmlFragment('body')
    words.doc.transact(() => {
      body.delete(0, body.length)
      fillFragment(body, [{ type: 'paragraph', text: plain('Talent stays and grows.') }])
    })
    await words.allSaved()
    expect(await linked()).toEqual([])
    expect((await ben.post(`${drafts()}/${draftId}/versions/${version.body.versionId}/restore`, {})).status).toBe(200)
    await until(() => present().characters.startsWith('Every adult'), 'the restored text')
    expect(await linked()).toEqual(['a clear path'])
  })
})
