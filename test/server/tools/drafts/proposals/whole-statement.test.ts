import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../../../support/server'
import { ProposedVision, visionText } from './proposed-vision'

let scene: ProposedVision
beforeEach(async () => {
  scene = await ProposedVision.open()
})
afterEach(() => scene.close())

describe('a proposal for the whole statement', { timeout: 60_000 }, () => {
  const versions = async () => (await scene.workshop.host.get(`${scene.drafts}/${scene.draftId}/versions`)).body.versions

  it('[DRAFTS-45] gives the draft exactly its lines, as a version of its own with the one before, and leads back', async () => {
    scene.addLine('One team walks it with them.')
    scene.line().format(0, 7, { bold: {} })
    await scene.text.allSaved()
    const before = await scene.textNow()
    const words = 'By 2030, everybody in the valley can see a clear path.\nNobody waits.\nOne team walks it with them.'
    const id = await scene.propose(scene.wholeWish(words))
    expect((await scene.decide(id, 'accept')).status).toBe(200)
    expect(await scene.textNow()).toBe(
      '**By 2030**, everybody in the valley can see a clear path.\n\nNobody waits.\n\nOne team walks it with them.',
    )
    const [latest, first] = await versions()
    expect(latest).toMatchObject({ kind: 'accepted', by: scene.workshop.participantId, writers: [scene.ben.participantId] })
    expect(first).toMatchObject({ kind: 'automatic' })
    expect((await scene.kept(id))?.decided).toMatchObject({ versionId: first.versionId })
    expect((await scene.decide(id, 'reopen')).status).toBe(200)
    expect(await scene.textNow()).toBe(before)
    expect((await versions())[0]).toMatchObject({ kind: 'restored' })
  })

  it('[DRAFTS-45] is refused when anything was written since; nothing is kept or replaced', async () => {
    const id = await scene.propose(scene.wholeWish('Nobody waits.'))
    scene.line().insert(scene.line().length, ' Today.')
    await scene.text.allSaved()
    expect((await scene.decide(id, 'accept')).body).toMatchObject({ code: 'draft/sentence-changed', present: `${visionText} Today.` })
    expect(await versions()).toEqual([])
  })

  it('[DRAFTS-47] keeps letters that were on their way to a line which it does not have', async () => {
    scene.addLine('A second line.')
    scene.addLine('A third line.')
    await scene.text.allSaved()
    const id = await scene.propose(scene.wholeWish('Nobody waits.'))
    scene.text.provider.disconnect()
    scene.line(scene.text.doc, 1).insert(14, 'Late letters.')
    expect((await scene.decide(id, 'accept', scene.ben)).status).toBe(200)
    scene.text.provider.connect()
    await until(async () => (await scene.textNow()) === 'Nobody waits.\n\nLate letters.', 'the late letters')
    await until(() => scene.text.doc.getXmlFragment('body').length === 2, 'the other empty line to go')
  })
})
