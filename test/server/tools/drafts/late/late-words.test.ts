import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordRoom } from '../../../../../shared/sync/room-name'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import type { DraftId } from '../../../../../shared/tools/drafts/schema'
import { locks } from '../../../../../shared/workshop/collections'
import { type House, openHouse } from '../house'

let house: House
let draftId: DraftId
beforeEach(async () => {
  house = await openHouse()
  draftId = (await house.drafts.createDraft(house.actor('facilitator'), { kind: 'vision', title: 'Vision' })).draftId
})
afterEach(() => house.close())

const text = '# A title\n\nEvery adult **finds** work.\n\n- one\n- two'

function rescue(over: { readonly rivalOf?: DraftId; readonly key?: string } = {}) {
  const target = { rivalOf: draftId, title: 'Late words of Ben', key: 'refusal_abc', ...over }
  return house.drafts.importDraft(house.actor('contributor'), { target, file: { format: 'markdown', text } })
}

const all = () => house.context.readDoc(recordRoom(house.workshopId), (doc) => drafts.all(doc))

describe('late words', () => {
  it('[DRAFTS-122] become a wording with all their formatting beside a locked draft', async () => {
    await house.drafts.changeDraft(house.actor('facilitator'), draftId, { state: 'locked' })
    const made = await rescue()
    expect(await house.drafts.readDraft(house.actor('contributor'), made.draftId)).toMatchObject({ rivalOf: draftId, state: 'open', text })
  })

  it('[DRAFTS-26] become a wording also while wordings are locked for the step, which nothing else does', async () => {
    const lock = { id: 'drafts' as const, byName: 'Rosa Delgado', atMs: 1 }
    await house.write(recordRoom(house.workshopId), (doc) => locks.put(doc, lock))
    await rescue()
    const target = { rivalOf: draftId, title: 'Another' }
    const asked = house.drafts.importDraft(house.actor('contributor'), { target, file: { format: 'markdown', text } })
    await expect(asked).rejects.toMatchObject({ code: 'draft/wordings-locked' })
    const plain = house.drafts.createDraft(house.actor('contributor'), { kind: 'vision', ...target })
    await expect(plain).rejects.toMatchObject({ code: 'draft/wordings-locked' })
    expect(await all()).toHaveLength(2)
  })

  it('[DRAFTS-124] asked twice make one wording, also after the draft was adopted in between', async () => {
    const first = await rescue()
    expect(await rescue()).toEqual(first)
    await house.drafts.changeDraft(house.actor('facilitator'), draftId, { state: 'retired' })
    expect(await rescue()).toEqual(first)
    expect(await all()).toHaveLength(2)
  })

  it('[DRAFTS-124] a key is its owner’s: another person’s, or another key, makes another wording', async () => {
    const first = await rescue()
    expect((await rescue({ key: 'refusal_def' })).draftId).not.toBe(first.draftId)
    const target = { rivalOf: draftId, title: 'Late words of Rosa', key: 'refusal_abc' }
    const hers = await house.drafts.importDraft(house.actor('facilitator'), { target, file: { format: 'markdown', text } })
    expect(hers.draftId).not.toBe(first.draftId)
    expect(await all()).toHaveLength(4)
  })

  it('[DRAFTS-123] are refused beside an adopted wording, and nothing is added', async () => {
    await house.drafts.importDraft(house.actor('facilitator'), { target: { draftId }, file: { format: 'markdown', text: 'Agreed.' } })
    const { textHash } = await house.drafts.readDraft(house.actor('facilitator'), draftId)
    await house.drafts.adoptDraft(house.actor('facilitator'), draftId, { textHash, override: { reason: 'All agree.' } })
    await expect(rescue()).rejects.toMatchObject({ code: 'draft/adopted' })
    expect(await all()).toHaveLength(1)
    const next = await house.drafts.reviseDraft(house.actor('facilitator'), draftId, { why: 'Again.' })
    expect((await all()).find(({ id }) => id === next.draftId)?.revises).toBe(draftId)
    await rescue({ rivalOf: next.draftId })
    expect(await all()).toHaveLength(3)
  })
})
