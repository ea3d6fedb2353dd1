import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor, Role } from '../../../../shared/access/actor'
import { canonicalText } from '../../../../shared/doc/canonical-text'
import { limits } from '../../../../shared/sync/limits'
import { wordsAt } from '../../../../shared/tools/drafts/anchor'
import { proposals } from '../../../../shared/tools/drafts/collections'
import { addProposal, bringProposalBack, withdrawProposal } from '../../../../shared/tools/drafts/proposal-commands'
import type { Proposal, ProposalId } from '../../../../shared/tools/drafts/proposal-schema'
import { proposalSpans } from '../../../../shared/tools/drafts/proposal-selectors'
import { allLines, linesAsText } from '../../../../shared/tools/drafts/worded-lines'
import { wordingText } from '../../../../shared/tools/drafts/wording-text'
import {
  type Answer,
  type Connection,
  type Device,
  type OpenedWorkshop,
  startTestServer,
  type TestServer,
  until,
} from '../../../support/server'

type Guest = Device & { readonly participantId: string }

const vision = 'By 2030, every adult can see a clear path to a career.'

let server: TestServer
let workshop: OpenedWorkshop
let ben: Guest
let draftId: string
let text: Connection
let comments: Connection
beforeEach(async () => {
  server = await startTestServer({ env: { LIMIT_VERSION_REST_MS: '3600000', LIMIT_RESTORE_GRACE_MS: '1500' } })
  workshop = await server.openWorkshop()
  ben = await workshop.join('Ben Whitehorse')
  draftId = (await workshop.host.post(drafts(), { kind: 'vision', title: 'Vision' })).body.draftId
  text = await open(workshop.host, 'draft')
  comments = await open(ben)
  line().insert(0, vision)
  await text.allSaved()
})
afterEach(() => server.close())

const drafts = () => `/api/workshops/${workshop.workshopId}/drafts`
const actorOf = (id: string, role: Role = 'contributor') => ({ workshopId: workshop.workshopId, id, role }) as Actor // as the server named them
const me = () => actorOf(ben.participantId)

async function open(device: Device, zone: 'draft' | 'comments' = 'comments'): Promise<Connection> {
  const connection = device.connect(`${workshop.workshopId}/${zone}/${draftId}`)
  await connection.synced()
  return connection
}

function line(doc = text.doc, index = 0): Y.XmlText {
  const paragraph = doc.getXmlFragment('body').get(index)
  const found = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(found instanceof Y.XmlText)) throw new Error('the draft has no such line')
  return found
}

function addLine(words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  text.doc.getXmlFragment('body').push([paragraph])
}

const read = () => wordingText(text.doc.getXmlFragment('body'))

/** What somebody proposes for the first place of `before`. */
function wish(before: string, words: string): Pick<Proposal, 'anchor' | 'before' | 'words'> {
  const from = read().characters.indexOf(before)
  const anchored = wordsAt(read(), { from, to: from + before.length })
  if (!anchored) throw new Error('there are no such words')
  return { anchor: anchored.anchor, before, words }
}

async function proposed(what: Pick<Proposal, 'anchor' | 'before' | 'words' | 'why'>, by = comments, actor = me()): Promise<ProposalId> {
  const id = addProposal(by.doc, actor, { ...what, nowMs: 1 })
  if (!id) throw new Error('the proposal was not taken')
  await by.allSaved()
  return id
}

const whole = (words: string) => ({ before: linesAsText(allLines(read())), words })
const decide = (id: string, how: 'accept' | 'keep' | 'reopen', device: Device = workshop.host, body?: object): Promise<Answer> =>
  device.post(`${drafts()}/${draftId}/proposals/${id}/${how}`, body ?? (how === 'keep' ? {} : undefined))
const textNow = async (): Promise<string> => (await workshop.host.get(`${drafts()}/${draftId}`)).body.text
const change = (body: object) => workshop.host.patch(`${drafts()}/${draftId}`, body)

async function kept(id: string): Promise<Proposal | undefined> {
  const { doc, destroy } = await open(workshop.host)
  const proposal = proposals.get(doc, id)
  destroy()
  return proposal
}

async function refusal(connection: Connection): Promise<string | undefined> {
  await until(() => connection.closed !== undefined, 'the refusal')
  return connection.refused
}

/** A record as somebody's own program would write it. */
function forge(fields: Partial<Record<keyof Proposal, unknown>>, by = comments): void {
  const id = 'proposal_forged01'
  const record = { id, authorId: ben.participantId, createdAtMs: 1, ...wish('clear path', 'plain path'), ...fields }
  by.doc.getMap('proposals').set(id, new Y.Map(Object.entries(record)))
}

describe('proposing another wording', { timeout: 60_000 }, () => {
  it('[DRAFTS-38] is for whoever may comment, a voter too, also while the wording is locked; an observer reads along', async () => {
    const vic = await workshop.join('Vic')
    await workshop.host.patch(`/api/workshops/${workshop.workshopId}/participants/${vic.participantId}`, { role: 'voter' })
    await change({ state: 'locked' })
    const voting = await open(vic)
    const id = await proposed(wish('clear path', 'clear and reachable path'), voting, actorOf(vic.participantId, 'voter'))
    expect(await kept(id)).toMatchObject({ authorId: vic.participantId, before: 'clear path', words: 'clear and reachable path' })
    expect((await decide(id, 'accept', vic)).status).toBe(404)
    const watching = await open(await workshop.join('Olga', 'observer'))
    expect(proposals.all(watching.doc)).toHaveLength(1)
    forge({}, watching)
    await refusal(watching)
    expect(watching.closed).toBe(4403)
  })

  it.each([
    ['in another’s name', { authorId: 'p_somebody' }, 'carries the name of the person who proposes it'],
    [
      'decided by its author',
      { decided: { kind: 'accepted', byId: 'p_x', atMs: 1 } },
      'decided with “Accept” or “Keep as is”, and nowhere else',
    ],
    ['of spaces only', { words: ' \n\t ' }, 'Write the words that should stand there.'],
    ['of the words that stand there', { words: ' clear path\n' }, 'These are the words that stand there already.'],
    ['of more lines than there are', { words: 'clear\npath' }, 'Write one line, as there are now.'],
  ])('[DRAFTS-39] is refused with a reason when it comes %s', async (_how, fields, reason) => {
    forge(fields)
    expect(await refusal(comments)).toContain(reason)
    expect(await kept('proposal_forged01')).toBeUndefined()
  })

  it('[DRAFTS-39] is refused whole when it is too long: 200 000 characters for some words, more than that for all', async () => {
    forge({ words: 'x'.repeat(200_000) })
    await refusal(comments)
    expect(comments.closed).toBe(4400)
    comments = await open(ben)
    forge({ anchor: undefined, ...whole('x'.repeat(limits.draftText + 1)) })
    await refusal(comments)
    expect(comments.closed).toBe(4400)
    expect(await kept('proposal_forged01')).toBeUndefined()
  })

  it('[DRAFTS-44] is taken back and brought back by its author only, and never erased or changed', async () => {
    const id = await proposed(wish('clear path', 'plain path'))
    expect(withdrawProposal(comments.doc, me(), id, 2)).toBe(true)
    await comments.allSaved()
    expect((await decide(id, 'accept')).body.code).toBe('draft/proposal-withdrawn')
    expect((await decide(id, 'keep')).body.code).toBe('draft/proposal-withdrawn')
    expect(bringProposalBack(comments.doc, me(), id)).toBe(true)
    await comments.allSaved()
    for (const [forged, reason] of [
      [(doc: Y.Doc) => proposals.patch(doc, id, { withdrawnAtMs: 3 }), 'Only who proposed a wording withdraws it.'],
      [(doc: Y.Doc) => proposals.patch(doc, id, { words: 'no path' }), 'What was proposed, and by whom, stays as it was.'],
      [(doc: Y.Doc) => proposals.patch(doc, id, { anchor: undefined }), 'What was proposed, and by whom, stays as it was.'],
      [
        (doc: Y.Doc) => proposals.patch(doc, id, { decided: { kind: 'kept', byId: workshop.participantId as Actor['id'], atMs: 3 } }),
        'nowhere else',
      ],
      [(doc: Y.Doc) => proposals.remove(doc, id), 'withdrawn, never erased'],
    ] as const) {
      const host = await open(await workshop.join('Another'))
      forged(host.doc)
      expect(await refusal(host)).toContain(reason)
    }
    expect(await kept(id)).toMatchObject({ words: 'plain path' })
    expect((await kept(id))?.decided).toBeUndefined()
  })
})

describe('accepting a proposed wording', { timeout: 60_000 }, () => {
  it('[DRAFTS-40] replaces exactly these words in one act, keeps the formatting, and names the proposer and who decided', async () => {
    line().format(vision.indexOf('clear'), 5, { bold: {} })
    await text.allSaved()
    const id = await proposed({ ...wish('clear path', 'clear and reachable path'), why: 'For the families we see.' })
    const answer = await decide(id, 'accept')
    expect(answer).toMatchObject({ status: 200, body: { proposalId: id, decision: 'accepted', byId: workshop.participantId } })
    expect(await textNow()).toBe('By 2030, every adult can see a **clear** and reachable path to a career.')
    const proposal = await kept(id)
    expect(proposal).toMatchObject({ authorId: ben.participantId, decided: { kind: 'accepted', byId: workshop.participantId } })
    await until(() => read().characters.includes('reachable'), 'the words to arrive')
    expect(proposal && proposalSpans(read(), proposal).map(({ from, to }) => read().characters.slice(from, to))).toEqual([
      'clear and reachable path',
    ])

    let writer: number | undefined
    for (let item = line()._start; item; item = item.right) {
      if (!item.deleted && item.content instanceof Y.ContentString && item.content.str.includes('reachable')) writer = item.id.client
    }
    const bindings = server.app.context.db.selectFrom('bindings').select('participant_id')
    expect(await bindings.where('client_id', '=', writer ?? 0).executeTakeFirst()).toEqual({ participant_id: ben.participantId })
    const named = await workshop.host.post(`${drafts()}/${draftId}/versions`, { name: 'After it' })
    expect(named.body.writers).toEqual(expect.arrayContaining([ben.participantId]))
  })

  it('[DRAFTS-40] replaces words that run through several lines, each in its own, and what others write elsewhere stays', async () => {
    addLine('One team walks it with them.')
    await text.allSaved()
    const anchored = wordsAt(read(), { from: vision.indexOf('to a career'), to: vision.length + 'One team'.length })
    const id = await proposed({ anchor: anchored?.anchor, before: 'to a career.\nOne team', words: 'to a good career.\nOne strong team' })
    line().insert(0, 'Together: ')
    await text.allSaved()
    expect((await decide(id, 'accept')).status).toBe(200)
    expect(await textNow()).toBe(`Together: ${vision.replace('a career', 'a good career')}\n\nOne strong team walks it with them.`)
  })

  it('[DRAFTS-39] keeps script text text', async () => {
    const script = '<script>alert(1)</script> [x](javascript:alert(1))'
    const id = await proposed(wish('clear path', script))
    expect((await decide(id, 'accept')).status).toBe(200)
    await until(() => line().toString().includes('script'), 'the words')
    expect(line().toString()).toBe(vision.replace('clear path', script))
    expect(line().toDelta()).toEqual([{ insert: vision.replace('clear path', script) }])
  })

  it('[DRAFTS-41] is refused when the sentence was just rewritten, with the words there are now, and changes nothing', async () => {
    const id = await proposed(wish('clear path', 'plain path'))
    line().insert(vision.indexOf('path'), 'wide ')
    await text.allSaved()
    const { status, body } = await decide(id, 'accept')
    expect({ status, body }).toMatchObject({ status: 409, body: { code: 'draft/sentence-changed', present: 'clear wide path' } })
    expect(await textNow()).toContain('a clear wide path to')
    expect((await kept(id))?.decided).toBeUndefined()
  })

  it('[DRAFTS-41] is refused when the words are gone, and can still be kept as it is', async () => {
    const id = await proposed(wish('clear path', 'plain path'))
    line().delete(vision.indexOf('clear'), 'clear path '.length)
    await text.allSaved()
    expect((await decide(id, 'accept')).body.code).toBe('draft/words-gone')
    expect((await decide(id, 'keep')).status).toBe(200)
  })

  it('[DRAFTS-41] of one of two that overlap leaves the other with the changed words; those apart are accepted both', async () => {
    const first = await proposed(wish('clear path', 'clear and reachable path'))
    const overlapping = await proposed(wish('see a clear path', 'find a clear path'))
    const apart = await proposed(wish('career', 'family-sustaining career'))
    expect((await decide(first, 'accept')).status).toBe(200)
    expect((await decide(overlapping, 'accept')).body).toMatchObject({
      code: 'draft/sentence-changed',
      present: 'see a clear and reachable path',
    })
    expect((await decide(apart, 'accept')).status).toBe(200)
    expect(await textNow()).toBe('By 2030, every adult can see a clear and reachable path to a family-sustaining career.')
  })

  it('[DRAFTS-42] twice answers the same and writes once; who decides otherwise afterwards hears who decided', async () => {
    const id = await proposed(wish('clear path', 'plain path'))
    const first = await decide(id, 'accept')
    await change({ state: 'locked' })
    expect(await decide(id, 'accept', ben)).toEqual(first)
    const other = await decide(id, 'keep', ben)
    expect(other.body).toMatchObject({
      status: 409,
      code: 'draft/proposal-decided',
      detail: 'Hanna Host has accepted this wording. Nothing was changed by this.',
    })
    expect(await textNow()).toBe(vision.replace('clear path', 'plain path'))
  })

  it('[DRAFTS-42] and keeping at the same moment leaves one decision, and the text agrees with it', async () => {
    const facilitator = await workshop.join('Rosa')
    const seat = `/api/workshops/${workshop.workshopId}/participants/${facilitator.participantId}`
    await workshop.host.patch(seat, { role: 'facilitator' })
    for (let round = 0; round < 6; round++) {
      const before = await textNow()
      const id = await proposed(wish('career', `good${round} career`))
      const answers = await Promise.all([decide(id, 'accept'), decide(id, 'keep', facilitator), decide(id, 'accept', ben)])
      const decision = (await kept(id))?.decided?.kind
      const after = decision === 'accepted' ? before.replace('career', `good${round} career`) : before
      expect(await textNow()).toBe(after)
      expect(answers.map(({ status }) => status).sort()).toEqual(decision === 'accepted' ? [200, 200, 409] : [200, 409, 409])
      await until(() => canonicalText(text.doc.getXmlFragment('body')) === after, 'the text to arrive')
    }
  })

  it('[DRAFTS-43] waits while the wording is locked, where it can be kept as it is, and is refused once it is adopted or set aside', async () => {
    const [waiting, second] = [await proposed(wish('clear path', 'plain path')), await proposed(wish('career', 'good career'))]
    await change({ state: 'locked' })
    expect((await decide(waiting, 'accept')).body.code).toBe('draft/locked')
    expect((await decide(second, 'keep')).status).toBe(200)
    await change({ state: 'retired' })
    expect((await decide(waiting, 'accept')).body.code).toBe('draft/retired')
    await change({ state: 'open' })
    await workshop.host.put(`/api/workshops/${workshop.workshopId}/lock`, { tool: 'drafts', locked: true })
    expect((await decide(waiting, 'accept')).body.code).toBe('draft/wordings-locked')
    await workshop.host.put(`/api/workshops/${workshop.workshopId}/lock`, { tool: 'drafts', locked: false })
    const { textHash } = (await workshop.host.get(`${drafts()}/${draftId}`)).body
    await workshop.host.post(`${drafts()}/${draftId}/adopt`, { textHash, override: { reason: 'Said aloud.' } })
    expect((await decide(waiting, 'accept')).body.code).toBe('draft/adopted')
    expect(await textNow()).toBe(vision)
  })

  it('[DRAFTS-42] still works when who proposed it was removed, and not for whoever was removed', async () => {
    const id = await proposed(wish('clear path', 'plain path'))
    await workshop.host.patch(`/api/workshops/${workshop.workshopId}/participants/${ben.participantId}`, { removed: true })
    expect((await decide(id, 'accept', ben)).status).toBe(404)
    expect((await decide(id, 'accept')).status).toBe(200)
    expect(await textNow()).toContain('a plain path')
    expect(await kept(id)).toMatchObject({ authorId: ben.participantId })
  })

  it('[DRAFTS-42] is unknown in another draft or workshop', async () => {
    const id = await proposed(wish('clear path', 'plain path'))
    const stranger = await server.openWorkshop('Another')
    expect((await decide(id, 'accept', stranger.host)).status).toBe(404)
    const other = (await workshop.host.post(drafts(), { kind: 'goal', title: 'Goal' })).body.draftId
    expect((await workshop.host.post(`${drafts()}/${other}/proposals/${id}/accept`)).status).toBe(404)
    expect((await decide('proposal_nowhere1', 'accept')).status).toBe(404)
  })

  it('[DRAFTS-47] loses no letter of whoever types in these words, nor of who was offline meanwhile', async () => {
    const id = await proposed(wish('clear path', 'plain road'))
    text.provider.disconnect()
    line().insert(vision.indexOf('path') + 2, 'X')
    line().insert(vision.length + 1, ' Always.')
    expect((await decide(id, 'accept', ben)).status).toBe(200)
    text.provider.connect()
    await until(async () => (await textNow()).includes('Always'), 'the late letters')
    const now = await textNow()
    expect(now).toMatch(/see a (?=[^.]*X)[^.]*plain ?X?road|see a plain X?roadX? to/)
    expect(now.replace('X', '')).toBe(`${vision.replace('clear path', 'plain road')} Always.`)
    await until(() => canonicalText(text.doc.getXmlFragment('body')) === now, 'both to agree')
  })

  it('[DRAFTS-47] loses no letter of somebody who types beside the words at that moment', async () => {
    const typing = await open(ben, 'draft')
    let letters = 0
    for (let round = 0; round < 5; round++) {
      const id = await proposed(wish(round === 0 ? 'clear path' : `path${round - 1}`, `path${round}`))
      const accepted = decide(id, 'accept')
      for (let n = 0; n < 20; n++) {
        line(typing.doc).insert(line(typing.doc).length, `<${letters}>`)
        letters += 1
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      expect((await accepted).status).toBe(200)
      await until(() => line().toString().includes(`path${round}`), 'the accepted words')
    }
    await typing.allSaved()
    const said = (await textNow()).replaceAll('\\', '')
    expect(said).toBe(`${vision.replace('clear path', 'path4')}${Array.from({ length: letters }, (_, n) => `<${n}>`).join('')}`)
  })
})

describe('the exported document', { timeout: 60_000 }, () => {
  it('[DRAFTS-49] has the annex for whoever asks for it', async () => {
    const id = await proposed({ ...wish('clear path', 'plain path'), why: 'It is shorter.' })
    await decide(id, 'accept')
    const path = `/api/workshops/${workshop.workshopId}/document`
    const { status, body } = await ben.get(`${path}.json?parts=comments`)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain('Accepted by Hanna Host')
    expect(JSON.stringify((await ben.get(`${path}.json?parts=vision`)).body)).not.toContain('Hanna Host')
  })
})

describe('keeping the text as it is', { timeout: 60_000 }, () => {
  it('[DRAFTS-44] is said with a reason that its author reads, changes no word, and can be taken back', async () => {
    const id = await proposed(wish('clear path', 'plain path'))
    expect((await decide(id, 'keep', workshop.host, { reason: ' Everybody knows this image. ' })).body).toMatchObject({ decision: 'kept' })
    await until(() => proposals.get(comments.doc, id)?.decided !== undefined, 'the decision')
    expect(proposals.get(comments.doc, id)?.decided).toMatchObject({
      kind: 'kept',
      byId: workshop.participantId,
      reason: 'Everybody knows this image.',
    })
    expect(withdrawProposal(comments.doc, me(), id, 2)).toBe(false)
    expect((await decide(id, 'accept')).body.detail).toBe('Hanna Host has kept the text as it is. Nothing was changed by this.')
    expect(await textNow()).toBe(vision)
    expect((await decide(id, 'reopen')).status).toBe(200)
    expect((await decide(id, 'accept')).status).toBe(200)
    expect((await decide(id, 'keep', workshop.host, { reason: ' ' })).status).toBe(400)
  })
})

describe('taking an acceptance back', { timeout: 60_000 }, () => {
  it('[DRAFTS-46] restores the words, formatting included, and the proposal waits again', async () => {
    line().format(vision.indexOf('clear'), 10, { bold: {} })
    await text.allSaved()
    const before = await textNow()
    const id = await proposed(wish('clear path', 'wide and plain road'))
    await decide(id, 'accept')
    expect(await textNow()).toBe(before.replace('clear path', 'wide and plain road'))
    expect(await decide(id, 'reopen')).toMatchObject({ status: 200, body: { proposalId: id } })
    expect(await textNow()).toBe(before)
    expect((await kept(id))?.decided).toBeUndefined()
    expect((await decide(id, 'reopen')).status).toBe(200)
    expect((await decide(id, 'accept')).status).toBe(200)
    expect(await textNow()).toBe(before.replace('clear path', 'wide and plain road'))
  })

  it('[DRAFTS-46] says so when the words were changed since, or the wording is locked, and changes nothing', async () => {
    const id = await proposed(wish('clear path', 'plain path'))
    await decide(id, 'accept')
    await until(() => line().toString().includes('plain'), 'the accepted words')
    line().insert(line().toString().indexOf('path'), 'wide ')
    await text.allSaved()
    expect((await decide(id, 'reopen')).body).toMatchObject({ code: 'draft/sentence-changed', present: 'plain wide path' })
    expect(await textNow()).toContain('plain wide path')
    await change({ state: 'locked' })
    expect((await decide(id, 'reopen')).body.code).toBe('draft/locked')
    expect((await kept(id))?.decided?.kind).toBe('accepted')
  })
})

describe('a proposal for the whole statement', { timeout: 60_000 }, () => {
  const versions = async () => (await workshop.host.get(`${drafts()}/${draftId}/versions`)).body.versions

  it('[DRAFTS-45] gives the draft exactly its lines, as a version of its own with the one before, and leads back', async () => {
    addLine('One team walks it with them.')
    line().format(0, 7, { bold: {} })
    await text.allSaved()
    const before = await textNow()
    const words = 'By 2030, everybody in the valley can see a clear path.\nNobody waits.\nOne team walks it with them.'
    const id = await proposed(whole(words))
    expect((await decide(id, 'accept')).status).toBe(200)
    expect(await textNow()).toBe(
      '**By 2030**, everybody in the valley can see a clear path.\n\nNobody waits.\n\nOne team walks it with them.',
    )
    const [latest, first] = await versions()
    expect(latest).toMatchObject({ kind: 'accepted', by: workshop.participantId, writers: [ben.participantId] })
    expect(first).toMatchObject({ kind: 'automatic' })
    expect((await kept(id))?.decided).toMatchObject({ versionId: first.versionId })
    expect((await decide(id, 'reopen')).status).toBe(200)
    expect(await textNow()).toBe(before)
    expect((await versions())[0]).toMatchObject({ kind: 'restored' })
  })

  it('[DRAFTS-45] is refused when anything was written since; nothing is kept or replaced', async () => {
    const id = await proposed(whole('Nobody waits.'))
    line().insert(line().length, ' Today.')
    await text.allSaved()
    expect((await decide(id, 'accept')).body).toMatchObject({ code: 'draft/sentence-changed', present: `${vision} Today.` })
    expect(await versions()).toEqual([])
  })

  it('[DRAFTS-47] keeps letters that were on their way to a line which it does not have', async () => {
    addLine('A second line.')
    addLine('A third line.')
    await text.allSaved()
    const id = await proposed(whole('Nobody waits.'))
    text.provider.disconnect()
    line(text.doc, 1).insert(14, 'Late letters.')
    expect((await decide(id, 'accept', ben)).status).toBe(200)
    text.provider.connect()
    await until(async () => (await textNow()) === 'Nobody waits.\n\nLate letters.', 'the late letters')
    await until(() => text.doc.getXmlFragment('body').length === 2, 'the other empty line to go')
  })
})
