import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import { until } from '../../../../support/server'
import { ProposedVision, visionText } from './proposed-vision'

let scene: ProposedVision
beforeEach(async () => {
  scene = await ProposedVision.open()
})
afterEach(() => scene.close())

describe('accepting a proposed wording while others write', { timeout: 60_000 }, () => {
  it('[DRAFTS-47] loses no letter of whoever types in these words, nor of who was offline meanwhile', async () => {
    const id = await scene.propose(scene.wish('clear path', 'plain road'))
    scene.text.provider.disconnect()
    scene.line().insert(visionText.indexOf('path') + 2, 'X')
    scene.line().insert(visionText.length + 1, ' Always.')
    expect((await scene.decide(id, 'accept', scene.ben)).status).toBe(200)
    scene.text.provider.connect()
    await until(async () => (await scene.textNow()).includes('Always'), 'the late letters')
    const now = await scene.textNow()
    expect(now).toMatch(/see a (?=[^.]*X)[^.]*plain ?X?road|see a plain X?roadX? to/)
    expect(now.replace('X', '')).toBe(`${visionText.replace('clear path', 'plain road')} Always.`)
    await until(() => canonicalText(scene.text.doc.getXmlFragment('body')) === now, 'both to agree')
  })

  it('[DRAFTS-47] loses no letter of somebody who types beside the words at that moment', async () => {
    const typing = await scene.connect(scene.ben, 'draft')
    let letters = 0
    for (let round = 0; round < 5; round++) {
      const id = await scene.propose(scene.wish(round === 0 ? 'clear path' : `path${round - 1}`, `path${round}`))
      const accepted = scene.decide(id, 'accept')
      for (let n = 0; n < 20; n++) {
        scene.line(typing.doc).insert(scene.line(typing.doc).length, `<${letters}>`)
        letters += 1
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      expect((await accepted).status).toBe(200)
      await until(() => scene.line().toString().includes(`path${round}`), 'the accepted words')
    }
    await typing.allSaved()
    const said = (await scene.textNow()).replaceAll('\\', '')
    expect(said).toBe(`${visionText.replace('clear path', 'path4')}${Array.from({ length: letters }, (_, n) => `<${n}>`).join('')}`)
  })
})
