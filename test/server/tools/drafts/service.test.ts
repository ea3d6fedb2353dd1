import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { blocksText, textHash } from '../../../../shared/doc/canonical-text'
import { draftRoom, recordRoom } from '../../../../shared/sync/room-name'
import { drafts } from '../../../../shared/tools/drafts/collections'
import { keptBlocks } from '../../../../shared/tools/drafts/selectors'
import { locks } from '../../../../shared/workshop/collections'
import { type House, openHouse, passed, stepDraftId, stepId } from './house'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

type DraftId = `draft_${string}`

function refusal(code: string, data: Record<string, unknown> = {}): object {
  return expect.objectContaining({ code, data: expect.objectContaining(data) })
}

async function vision(text = 'Every adult can see a clear path.'): Promise<DraftId> {
  const { draftId } = await house.drafts.createDraft(house.actor('host'), { kind: 'vision', title: 'Vision' })
  await type(draftId, text)
  return draftId
}

async function type(draftId: DraftId, text: string): Promise<void> {
  await house.write(draftRoom(house.workshopId, draftId), (doc) => {
    const paragraph = doc.getXmlFragment('body').get(0)
    if (paragraph instanceof Y.XmlElement) paragraph.insert(paragraph.length, [new Y.XmlText(text)])
  })
}

async function hashOf(draftId: string): Promise<string> {
  return (await house.drafts.readDraft(house.actor('observer'), draftId)).textHash
}

function statement(draftId: string) {
  return house.context.readDoc(recordRoom(house.workshopId), (doc) => drafts.get(doc, draftId))
}

const why = { why: 'The wage belongs in it.' }
const reason = { reason: 'We said so aloud.' }

describe('beginning a statement', () => {
  it('[DRAFTS-1] is for facilitators, another wording for everybody who contributes', async () => {
    const kind = 'vision' as const
    for (const role of ['contributor', 'voter', 'observer'] as const) {
      await expect(house.drafts.createDraft(house.actor(role), { kind, title: 'V' })).rejects.toEqual(refusal('request/not-found'))
    }
    const rivalOf = await vision()
    for (const role of ['voter', 'observer'] as const) {
      await expect(house.drafts.createDraft(house.actor(role), { kind, title: 'B', rivalOf })).rejects.toEqual(refusal('request/not-found'))
    }
    const rival = await house.drafts.createDraft(house.actor('contributor'), { kind, title: 'Education group', rivalOf })
    expect(await statement(rival.draftId)).toMatchObject({ state: 'open', rivalOf, version: 1, title: 'Education group' })
  })

  it('[DRAFTS-2] puts another wording of another wording beside the same draft', async () => {
    const rivalOf = await vision()
    const b = await house.drafts.createDraft(house.actor('contributor'), { kind: 'vision', title: 'B', rivalOf })
    const c = await house.drafts.createDraft(house.actor('contributor'), { kind: 'vision', title: 'C', rivalOf: b.draftId })
    expect((await statement(c.draftId))?.rivalOf).toBe(rivalOf)
    const wrong = house.drafts.createDraft(house.actor('contributor'), { kind: 'mission', title: 'C', rivalOf })
    await expect(wrong).rejects.toEqual(refusal('draft/wrong-kind'))
  })

  it('[DRAFTS-26] adds no other wording while wordings are locked', async () => {
    const rivalOf = await vision()
    const lock = { id: 'drafts', byName: 'Fay', atMs: 1 } as const
    await house.write(recordRoom(house.workshopId), (doc) => locks.put(doc, lock))
    const wish = { kind: 'vision', title: 'B', rivalOf } as const
    for (const role of ['host', 'contributor'] as const) {
      await expect(house.drafts.createDraft(house.actor(role), wish)).rejects.toEqual(refusal('draft/wordings-locked', { name: 'Fay' }))
    }
    await house.write(recordRoom(house.workshopId), (doc) => locks.remove(doc, 'drafts'))
    await house.drafts.createDraft(house.actor('contributor'), wish)
  })

  it('[DRAFTS-3] makes the own draft of a step once', async () => {
    const wish = { kind: 'vision', title: 'Vision', stepId } as const
    const made = await Promise.all([
      house.drafts.createDraft(house.actor('host'), wish),
      house.drafts.createDraft(house.actor('facilitator'), wish),
    ])
    expect(made).toEqual([{ draftId: stepDraftId }, { draftId: stepDraftId }])
    const all = await house.context.readDoc(recordRoom(house.workshopId), (doc) => drafts.all(doc))
    expect(all).toHaveLength(1)
    await house.drafts.changeDraft(house.actor('host'), stepDraftId, { state: 'retired' })
    const next = await house.drafts.createDraft(house.actor('host'), wish)
    expect(next.draftId).not.toBe(stepDraftId)
    expect((await statement(next.draftId))?.state).toBe('open')
  })

  it('[DRAFTS-4] stops at 300 wordings', async () => {
    await vision()
    await house.write(recordRoom(house.workshopId), (doc) => {
      const [first] = drafts.all(doc)
      for (let n = 1; first && n < 300; n += 1) drafts.put(doc, { ...first, id: `draft_${n}aaaaaaaa` })
    })
    const next = house.drafts.createDraft(house.actor('host'), { kind: 'goal', title: 'G' })
    await expect(next).rejects.toEqual(refusal('draft/too-many', { drafts: 300 }))
  })
})

describe('reading a wording', () => {
  it('[DRAFTS-5] gives the canonical text and its hash', async () => {
    const draftId = await vision('One door.')
    const read = await house.drafts.readDraft(house.actor('observer'), draftId)
    expect(read).toEqual({
      draftId,
      kind: 'vision',
      title: 'Vision',
      state: 'open',
      version: 1,
      text: 'One door.',
      textHash: textHash('One door.'),
    })
    expect(await house.drafts.textOf(house.workshopId, draftId)).toEqual({
      text: 'One door.',
      textHash: textHash('One door.'),
      state: 'open',
    })
  })

  it('[DRAFTS-5] answers the same for a wording that never was', async () => {
    await expect(house.drafts.readDraft(house.actor('host'), 'draft_nowhere')).rejects.toEqual(refusal('request/not-found'))
    expect(await house.drafts.textOf(house.workshopId, 'draft_nowhere')).toBeUndefined()
  })
})

describe('adopting', { timeout: 30_000 }, () => {
  it('[DRAFTS-6] says that the text changed before it says that nobody agreed', async () => {
    const draftId = await vision()
    const old = await hashOf(draftId)
    await type(draftId, ' And walk it.')
    const host = house.actor('host')
    await expect(house.drafts.adoptDraft(host, draftId, { textHash: old })).rejects.toEqual(
      refusal('draft/text-changed', { textHash: await hashOf(draftId) }),
    )
    await expect(house.drafts.adoptDraft(host, draftId, { textHash: await hashOf(draftId) })).rejects.toEqual(refusal('draft/not-agreed'))
    expect((await statement(draftId))?.state).toBe('open')
    expect(house.facts).toEqual([])
  })

  it('[DRAFTS-6] sees a keystroke that arrives while it is under way, or refuses the keystroke', async () => {
    const draftId = await vision()
    const asked = await hashOf(draftId)
    const typing = type(draftId, ' Now!')
    const adopting = house.drafts.adoptDraft(house.actor('host'), draftId, { textHash: asked, override: reason })
    await expect(adopting).rejects.toEqual(refusal('draft/text-changed'))
    await typing
  })

  it('[DRAFTS-7] needs a passed check or a reason, and keeps the reason', async () => {
    const draftId = await vision()
    const asked = { textHash: await hashOf(draftId) }
    house.agreement = { ...passed, passed: false }
    const host = house.actor('host')
    await expect(house.drafts.adoptDraft(host, draftId, asked)).rejects.toEqual(
      refusal('draft/not-agreed', { agreement: expect.objectContaining({ missing: ['Ben Whitehorse'] }) }),
    )
    await expect(house.drafts.adoptDraft(house.actor('contributor'), draftId, asked)).rejects.toEqual(refusal('request/not-found'))
    await house.drafts.adoptDraft(host, draftId, { ...asked, override: reason })
    expect(await statement(draftId)).toMatchObject({ adopted: { overrideReason: reason.reason, agreement: { passed: false } } })
    expect(house.facts).toMatchObject([{ kind: 'statement/adopted', overrideReason: reason.reason }])
  })

  it('[DRAFTS-7] with a passed check keeps the numbers, the reservations and the review date', async () => {
    const draftId = await vision()
    house.agreement = passed
    const textHash = await hashOf(draftId)
    await house.drafts.adoptDraft(house.actor('facilitator'), draftId, { textHash, override: reason, reviewOn: '2027-11-22' })
    const adopted = await statement(draftId)
    expect(adopted).toMatchObject({
      state: 'adopted',
      adopted: {
        textHash,
        byName: 'The facilitator',
        reviewOn: '2027-11-22',
        agreement: { answered: 11, reservations: [{ name: 'Tom Nakamura' }] },
      },
    })
    expect(adopted).not.toHaveProperty('adopted.overrideReason')
    expect(house.facts).toMatchObject([{ roundId: passed.roundId, text: 'Every adult can see a clear path.', statementKind: 'vision' }])
  })

  it('[DRAFTS-8] asked again gives the same answer and writes nothing more', async () => {
    const draftId = await vision()
    house.agreement = passed
    const textHash = await hashOf(draftId)
    const host = house.actor('host')
    const first = await house.drafts.adoptDraft(host, draftId, { textHash })
    house.agreement = undefined
    expect(await house.drafts.adoptDraft(host, draftId, { textHash })).toEqual(first)
    expect(house.facts).toHaveLength(1)
    await expect(house.drafts.adoptDraft(host, draftId, { textHash: '0'.repeat(64) })).rejects.toEqual(refusal('draft/text-changed'))
  })

  it('[DRAFTS-9] keeps text, blocks and hash, whatever happens to the document', async () => {
    const draftId = await vision()
    await house.drafts.adoptDraft(house.actor('host'), draftId, { textHash: await hashOf(draftId), override: reason })
    await type(draftId, ' Smuggled in.')
    const read = await house.drafts.readDraft(house.actor('observer'), draftId)
    expect(read).toMatchObject({
      state: 'adopted',
      text: 'Every adult can see a clear path.',
      textHash: textHash('Every adult can see a clear path.'),
    })
    const kept = await statement(draftId)
    if (kept?.state !== 'adopted') throw new Error('not adopted')
    expect(textHash(blocksText(keptBlocks(kept.adopted)))).toBe(kept.adopted.textHash)
    const change = house.drafts.changeDraft(house.actor('host'), draftId, { title: 'Other' })
    await expect(change).rejects.toEqual(refusal('draft/adopted'))
  })

  it('[DRAFTS-10] sets the other wordings and the version before aside', async () => {
    const first = await vision()
    const host = house.actor('host')
    await house.drafts.adoptDraft(host, first, { textHash: await hashOf(first), override: reason })
    const second = await house.drafts.reviseDraft(host, first, why)
    const rival = await house.drafts.createDraft(house.actor('contributor'), { kind: 'vision', title: 'B', rivalOf: second.draftId })
    await type(rival.draftId, 'Another way to say it.')
    await house.drafts.adoptDraft(host, rival.draftId, { textHash: await hashOf(rival.draftId), override: reason })
    expect((await statement(rival.draftId))?.state).toBe('adopted')
    expect((await statement(second.draftId))?.state).toBe('retired')
    expect(await statement(first)).toMatchObject({ state: 'retired', adopted: { text: 'Every adult can see a clear path.' } })
    const back = house.drafts.changeDraft(host, second.draftId, { state: 'open' })
    await expect(back).rejects.toEqual(refusal('draft/adopted'))
  })

  it('[DRAFTS-11] opens one new version with the adopted text, and leaves the adopted one', async () => {
    const first = await vision('A **bold** hope?')
    const host = house.actor('host')
    await expect(house.drafts.reviseDraft(host, first, why)).rejects.toEqual(refusal('draft/not-adopted'))
    await house.drafts.adoptDraft(host, first, { textHash: await hashOf(first), override: reason })
    const second = await house.drafts.reviseDraft(host, first, why)
    expect(second.version).toBe(2)
    expect(await hashOf(second.draftId)).toBe(await hashOf(first))
    expect((await statement(first))?.state).toBe('adopted')
    await expect(house.drafts.reviseDraft(host, first, why)).rejects.toEqual(refusal('draft/revision-open', { draftId: second.draftId }))
  })

  it('[DRAFTS-13] refuses a wording without words', async () => {
    const draftId = await vision('  ')
    const adopting = house.drafts.adoptDraft(house.actor('host'), draftId, { textHash: textHash(''), override: reason })
    await expect(adopting).rejects.toEqual(refusal('draft/empty'))
  })
})

describe('locking', () => {
  it('[DRAFTS-12] says who locked it, and opens again', async () => {
    const draftId = await vision()
    await house.drafts.changeDraft(house.actor('host'), draftId, { state: 'locked' })
    expect(await statement(draftId)).toMatchObject({ state: 'locked', lockedByName: 'The host' })
    const target = { draftId }
    const importing = house.drafts.importDraft(house.actor('contributor'), { target, file: { format: 'markdown', text: 'x' } })
    await expect(importing).rejects.toEqual(refusal('draft/locked'))
    await house.drafts.changeDraft(house.actor('host'), draftId, { state: 'open' })
    expect(await statement(draftId)).toMatchObject({ state: 'open' })
    await expect(house.drafts.changeDraft(house.actor('contributor'), draftId, { state: 'locked' })).rejects.toEqual(
      refusal('request/not-found'),
    )
  })
})

describe('importing', () => {
  it('[DRAFTS-14] fills an empty draft, and never one that somebody writes in', async () => {
    const { draftId } = await house.drafts.createDraft(house.actor('host'), { kind: 'vision', title: 'Vision' })
    const file = { format: 'markdown', text: '# Vision\n\n- one\n  - two' } as const
    await house.drafts.importDraft(house.actor('contributor'), { target: { draftId }, file })
    expect((await house.drafts.readDraft(house.actor('observer'), draftId)).text).toBe(file.text)
    await expect(house.drafts.importDraft(house.actor('contributor'), { target: { draftId }, file })).rejects.toEqual(
      refusal('draft/not-empty'),
    )
    const rival = await house.drafts.importDraft(house.actor('contributor'), { target: { rivalOf: draftId, title: 'B' }, file })
    expect(await statement(rival.draftId)).toMatchObject({ rivalOf: draftId, kind: 'vision' })
    const statementImport = house.drafts.importDraft(house.actor('contributor'), { target: { kind: 'vision', title: 'V' }, file })
    await expect(statementImport).rejects.toEqual(refusal('request/not-found'))
  })

  it('[DRAFTS-17] refuses 200 001 characters and takes 200 000', async () => {
    const target = { kind: 'other', title: 'Long' } as const
    const host = house.actor('host')
    for (const length of [200_001, 2_000_000]) {
      const file = { format: 'markdown', text: 'a'.repeat(length) } as const
      await expect(house.drafts.importDraft(host, { target, file })).rejects.toEqual(refusal('draft/too-long'))
    }
    const { draftId } = await house.drafts.importDraft(host, { target, file: { format: 'markdown', text: 'a'.repeat(200_000) } })
    expect((await house.drafts.readDraft(host, draftId)).text).toHaveLength(200_000)
  })
})
