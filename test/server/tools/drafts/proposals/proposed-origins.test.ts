import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordRoom } from '../../../../../shared/sync/room-name'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import type { Evidence } from '../../../../../shared/tools/drafts/evidence/evidence-schema'
import { phraseInWords } from '../../../../../shared/tools/drafts/evidence/evidence-words'
import { until } from '../../../../support/server'
import { ProposedVision, visionText } from './proposed-vision'

let scene: ProposedVision
beforeEach(async () => {
  scene = await ProposedVision.open()
})
afterEach(() => scene.close())

async function adopt(draftId = scene.draftId): Promise<Evidence> {
  const { host } = scene.workshop
  const { textHash } = (await host.get(`${scene.drafts}/${draftId}`)).body
  expect((await host.post(`${scene.drafts}/${draftId}/adopt`, { textHash, override: { reason: 'Agreed.' } })).status).toBe(200)
  const statement = await scene.server.app.context.readDoc(recordRoom(scene.workshop.workshopId), (doc) => drafts.get(doc, draftId))
  if (statement?.state !== 'adopted' || !statement.adopted.evidence) throw new Error('no evidence was kept')
  return statement.adopted.evidence
}

const toldOf = (evidence: Evidence) => evidence.phrases.map((phrase) => [phrase.text, ...phraseInWords(evidence, phrase)])

const fromBen = 'Proposed wording “clear and reachable path” (Ben Whitehorse), because “For the families we see.”, written fresh there'

describe('where the words of an accepted proposal come from', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    const id = await scene.propose({ ...scene.wish('clear path', 'clear and reachable path'), why: 'For the families we see.' })
    expect((await scene.decide(id, 'accept')).status).toBe(200)
    await until(() => scene.read().characters.includes('reachable'), 'the words to arrive')
  })

  it('[DRAFTS-149] leads to the proposal, its author and its reason, for the words that it brought and no others, after later edits too', async () => {
    scene.line().insert(0, 'Together: ')
    await scene.text.allSaved()
    const evidence = await adopt()
    expect(toldOf(evidence)).toEqual([
      ['Together: By 2030, every adult can see a clear', 'Written fresh'],
      ['and reachable', fromBen],
      ['path to a career.', 'Written fresh'],
    ])
    const annex = await scene.workshop.host.get(`/api/workshops/${scene.workshop.workshopId}/document.json?parts=origins`)
    expect(JSON.stringify(annex.body)).toContain('Proposed wording “clear and reachable path” (Ben Whitehorse)')
  })

  it('[DRAFTS-149] goes along with words that are picked for a merged text', async () => {
    const phrases = [{ draftId: scene.draftId, text: 'clear and reachable path' }, { text: 'For all.' }]
    const merged = await scene.workshop.host.post(scene.drafts, { kind: 'vision', title: 'Merged', rivalOf: scene.draftId, phrases })
    expect(merged.status).toBe(201)
    const told = toldOf(await adopt(merged.body.draftId))
    expect(told.find(([words]) => words === 'and reachable')?.[1]).toContain('(Ben Whitehorse), because “For the families we see.”')
    expect(told.at(-1)).toEqual(['For all.', 'Written fresh'])
  })
})

it('[DRAFTS-149] is not said of words that were put back when the proposal was opened again, and said of a whole statement', async () => {
  const id = await scene.propose(scene.wish('clear path', 'plain way'))
  await scene.decide(id, 'accept')
  expect((await scene.decide(id, 'reopen')).status).toBe(200)
  await until(() => scene.read().characters === visionText, 'the words to be back')
  const whole = await scene.propose(scene.wholeWish('By 2030, every adult finds good work.'))
  expect((await scene.decide(whole, 'accept')).status).toBe(200)
  const evidence = await adopt()
  expect(evidence.sources.map(({ words }) => words)).toEqual(['By 2030, every adult finds good work.'])
  expect(toldOf(evidence).map(([words, from]) => [words, from === 'Written fresh'])).toEqual([
    ['By 2030, every adult', true],
    ['finds good work.', false],
  ])
})
