import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { textHash } from '../../../../../shared/doc/canonical-text'
import { type Block, plain } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { boardRoom, commentsRoom, draftRoom, recordRoom } from '../../../../../shared/sync/room-name'
import { drafts, origins } from '../../../../../shared/tools/drafts/collections'
import type { NewDraft } from '../../../../../shared/tools/drafts/contract'
import type { Evidence } from '../../../../../shared/tools/drafts/evidence/evidence-schema'
import { phraseInWords } from '../../../../../shared/tools/drafts/evidence/evidence-words'
import type { DraftId } from '../../../../../shared/tools/drafts/schema'
import { inkOf } from '../../../../../shared/tools/drafts/wording-text'
import { clusters, ideas } from '../../../../../shared/tools/ideas/collections'
import { type House, openHouse, passed } from '../house'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

function refusal(code: string, data: Record<string, unknown> = {}): object {
  return expect.objectContaining({ code, data: expect.objectContaining(data) })
}

const writer = () => house.actor('contributor')

async function begin(over: Partial<NewDraft> = {}): Promise<DraftId> {
  const wish = { kind: 'vision', title: 'Vision', ...over } as const
  return (await house.drafts.createDraft(over.rivalOf ? writer() : house.actor('host'), wish)).draftId
}

async function write(draftId: DraftId, ...lines: readonly string[]): Promise<DraftId> {
  await house.write(draftRoom(house.workshopId, draftId), (doc) => {
    const body = doc.getXmlFragment('body')
    body.delete(0, body.length)
    fillFragment(
      body,
      lines.map((line): Block => ({ type: 'paragraph', text: plain(line) })),
    )
  })
  return draftId
}

const rival = async (rivalOf: DraftId, title: string, text: string) => write(await begin({ rivalOf, title }), text)
const textOf = async (draftId: DraftId) => (await house.drafts.readDraft(house.actor('observer'), draftId)).text
const originsOf = (draftId: DraftId) => house.context.readDoc(commentsRoom(house.workshopId, draftId), (doc) => origins.all(doc))
const all = () => house.context.readDoc(recordRoom(house.workshopId), (doc) => drafts.all(doc))

/** Two clusters with two notes each, one of them without a name. */
async function notes(): Promise<void> {
  await house.write(boardRoom(house.workshopId), (doc) => {
    for (const [at, name] of ['One door', 'Paid learning'].entries()) {
      clusters.put(doc, { id: `cluster_${at}aaaaaaa`, promptId: 'prompt_aaaaaaaa', name, order: `a${at}` })
    }
    const texts = ['One application for every agency', 'A guide at the desk', 'Wages while you train', 'Night classes']
    for (const [at, text] of texts.entries()) {
      ideas.put(doc, {
        id: `idea_${at}aaaaaaa`,
        promptId: 'prompt_aaaaaaaa',
        text,
        kind: 'idea',
        authorId: at === 1 ? null : house.actor('contributor').id,
        clusterId: `cluster_${at < 2 ? 0 : 1}aaaaaaa`,
        order: `a${at}`,
        createdAtMs: 1,
      })
    }
  })
}

const cluster = (at: number) => ({ collection: 'clusters', id: `cluster_${at}aaaaaaa` })
const note = (at: number) => ({ collection: 'ideas', id: `idea_${at}aaaaaaa` })

async function adopt(draftId: DraftId): Promise<Evidence> {
  house.agreement = passed
  const hash = textHash(await textOf(draftId))
  await house.drafts.adoptDraft(house.actor('host'), draftId, { textHash: hash })
  const statement = (await all()).find(({ id }) => id === draftId)
  const evidence = statement?.state === 'adopted' ? statement.adopted.evidence : undefined
  if (!evidence) throw new Error('no evidence was kept')
  return evidence
}

const told = (evidence: Evidence) => evidence.phrases.map((phrase) => [phrase.text, ...phraseInWords(evidence, phrase)])

describe('wordings side by side', () => {
  it('[DRAFTS-71] are at most six, however the next one is begun', async () => {
    await notes()
    const root = await write(await begin(), 'Every adult can see a clear path.')
    const made = []
    for (const title of ['B', 'C', 'D', 'E', 'F']) made.push(await rival(root, title, `Words of ${title}.`))
    const before = await all()
    const full = refusal('draft/too-many-wordings', { wordings: 6 })
    const wish: NewDraft = { kind: 'vision', title: 'G', rivalOf: root }
    await expect(house.drafts.createDraft(writer(), wish)).rejects.toEqual(full)
    await expect(house.drafts.createDraft(writer(), { ...wish, notes: [cluster(0)] })).rejects.toEqual(full)
    await expect(house.drafts.createDraft(writer(), { ...wish, phrases: [{ text: 'Fresh.' }] })).rejects.toEqual(full)
    const file = { format: 'markdown', text: 'From a file.' } as const
    await expect(house.drafts.importDraft(writer(), { target: { rivalOf: root, title: 'G' }, file })).rejects.toEqual(full)
    expect(await all()).toEqual(before)

    await house.drafts.changeDraft(house.actor('host'), made[0] ?? '', { state: 'retired' })
    await begin({ rivalOf: root, title: 'G' })
    await expect(house.drafts.changeDraft(house.actor('host'), made[0] ?? '', { state: 'open' })).rejects.toEqual(full)
  })
})

describe('a merged text', () => {
  it('[DRAFTS-72] keeps of each phrase its wording, and where that had it from', async () => {
    await notes()
    const root = await write(await begin(), 'Every adult can see a clear path, and finds one team.')
    const b = await begin({ rivalOf: root, title: 'B', notes: [cluster(0)] })
    const c = await rival(root, 'C', 'Nobody chooses between earning and learning.')
    const phrases = [
      { draftId: root, text: 'Every adult can see a clear path,', at: 0 },
      { text: 'with' },
      { draftId: b, text: 'One application for every agency', at: 7 },
      { text: '.' },
      { draftId: c, text: 'Nobody chooses between earning and learning.', at: 0, line: true },
    ]
    const merged = await begin({ rivalOf: root, title: 'Merged', phrases })
    expect(await textOf(merged)).toBe(
      'Every adult can see a clear path, with One application for every agency.\n\nNobody chooses between earning and learning.',
    )
    const kept = await originsOf(merged)
    const about = (quote: string) => kept.filter((each) => each.quote === quote).flatMap(({ how, refs }) => refs.map(({ id }) => [how, id]))
    expect(about('Every adult can see a clear path,')).toEqual([['merged', root]])
    expect(about('One application for every agency').sort()).toEqual([
      ['merged', b],
      ['notes', cluster(0).id],
      ['notes', note(0).id],
    ])
    expect(about('Nobody chooses between earning and learning.')).toEqual([['merged', c]])
    expect(kept.every(({ authorId }) => authorId === writer().id)).toBe(true)
  })

  it('[DRAFTS-72] keeps what is bold in a phrase, and leaves the rest as it is', async () => {
    const root = await begin()
    await house.write(draftRoom(house.workshopId, root), (doc) => {
      const text = [{ text: 'Every adult finds ' }, { text: 'one door', marks: ['bold'] as const }, { text: ', and one team.' }]
      fillFragment(doc.getXmlFragment('body'), [{ type: 'paragraph', text }])
    })
    const phrases = [{ draftId: root, text: 'finds one door,', at: 10 }, { text: 'open late.' }]
    expect(await textOf(await begin({ rivalOf: root, title: 'Merged', phrases }))).toBe('finds **one door**, open late.')
  })

  it('[DRAFTS-73] is refused whole when a phrase changed, and finds one that moved', async () => {
    const root = await write(await begin(), 'Every adult can see a clear path.')
    const b = await rival(root, 'B', 'Talent stays and grows.')
    const phrases = [
      { draftId: root, text: 'a clear path', at: 16 },
      { draftId: b, text: 'Talent stays and grows.', at: 0 },
    ]
    await write(b, 'Talent stays, returns and grows.')
    const before = await all()
    const wish: NewDraft = { kind: 'vision', title: 'Merged', rivalOf: root, phrases }
    const changed = refusal('draft/phrase-changed', { phrase: 1, title: 'B', draftId: b, words: 'Talent stays and grows.' })
    await expect(house.drafts.createDraft(writer(), wish)).rejects.toEqual(changed)
    expect(await all()).toEqual(before)
    await write(b, 'In our valley, together:', 'Talent stays and grows.')
    const merged = await house.drafts.createDraft(writer(), wish)
    expect(await textOf(merged.draftId)).toBe('a clear path Talent stays and grows.')

    const other = await begin({ kind: 'mission', title: 'Mission' })
    await write(other, 'Talent stays and grows.')
    const foreign = { ...wish, phrases: [{ draftId: other, text: 'Talent stays', at: 0 }] }
    await expect(house.drafts.createDraft(writer(), foreign)).rejects.toEqual(refusal('request/not-found'))
    await house.drafts.changeDraft(house.actor('host'), b, { state: 'retired' })
    await expect(house.drafts.createDraft(writer(), wish)).rejects.toEqual(refusal('draft/retired'))
  })
})

describe('a wording from notes', () => {
  it('[DRAFTS-74] lists them under their cluster, each traced to both', async () => {
    await notes()
    const root = await write(await begin(), 'Every adult.')
    const b = await begin({ rivalOf: root, title: 'From notes', notes: [cluster(0), note(3)] })
    expect(await textOf(b)).toBe(
      '## One door\n\n- One application for every agency\n- A guide at the desk\n\n## Paid learning\n\n- Night classes',
    )
    const kept = (await originsOf(b)).map(({ quote, refs, how }) => [quote, how, ...refs.map(({ id }) => id)])
    expect(kept).toContainEqual(['A guide at the desk', 'notes', note(1).id, cluster(0).id])
    expect(kept).toContainEqual(['Night classes', 'notes', note(3).id, cluster(1).id])
    const first = await begin({ notes: [cluster(1)] })
    expect(await textOf(first)).toBe('## Paid learning\n\n- Wages while you train\n- Night classes')

    const before = await all()
    for (const gone of [
      { collection: 'ideas', id: 'idea_gone0000' },
      { collection: 'drafts', id: root },
    ]) {
      const wish: NewDraft = { kind: 'vision', title: 'C', rivalOf: root, notes: [note(0), gone] }
      await expect(house.drafts.createDraft(writer(), wish)).rejects.toEqual(refusal('draft/note-gone'))
    }
    expect(await all()).toEqual(before)
  })
})

describe('evidence', () => {
  it('[DRAFTS-78] is frozen with the words: every one of them has a source or is fresh', async () => {
    await notes()
    const root = await write(await begin(), 'Every adult can see a clear path.')
    const b = await begin({ rivalOf: root, title: 'B', notes: [cluster(0)] })
    const merged = await begin({
      rivalOf: root,
      title: 'Merged',
      phrases: [
        { draftId: b, text: 'One application for every agency', at: 7 },
        { text: 'and nobody is sent away again.' },
        { draftId: root, text: 'Every adult can see a clear path.', at: 0, line: true },
      ],
    })
    const evidence = await adopt(merged)
    expect(told(evidence)).toEqual([
      [
        'One application for every agency',
        'Note “One application for every agency” (The contributor)',
        'Cluster “One door”',
        'Wording “B”',
      ],
      ['and nobody is sent away again.', 'Written fresh'],
      ['Every adult can see a clear path.', 'Working draft “Vision”, written fresh there'],
    ])
    expect(inkOf(evidence.phrases.map(({ text }) => text).join('')).text).toBe(inkOf(await textOf(merged)).text)

    await house.write(boardRoom(house.workshopId), (doc) => {
      ideas.patch(doc, note(0).id, { text: 'Something else' })
    })
    const later = (await all()).find(({ id }) => id === merged)
    expect(later?.state === 'adopted' && later.adopted.evidence).toEqual(evidence)
  })

  it('[DRAFTS-75] keeps the sources of words that were rewritten wholly', async () => {
    await notes()
    const root = await begin({ notes: [note(2)] })
    await write(root, 'Nobody pays to learn.')
    const evidence = await adopt(root)
    expect(told(evidence)).toEqual([['Nobody pays to learn.', 'Written fresh']])
    expect(evidence.rewritten.map((place) => evidence.sources[place]?.words).sort()).toEqual(['Paid learning', 'Wages while you train'])
  })

  it('[DRAFTS-80] names nobody who wrote anonymously', async () => {
    await notes()
    const root = await begin({ notes: [cluster(0)] })
    const evidence = await adopt(root)
    const named = evidence.sources.map(({ words, by }) => [words, by])
    expect(named).toContainEqual(['A guide at the desk', undefined])
    expect(named).toContainEqual(['One application for every agency', 'The contributor'])
    expect(told(evidence).flat().join(' ')).toContain('(The contributor)')
    expect(evidence.phrases.flatMap((phrase) => phraseInWords(evidence, phrase, false)).join(' ')).not.toContain('The contributor')
  })

  it('[DRAFTS-81] goes on in a new version, which is traced to the one in force too', async () => {
    await notes()
    const root = await begin({ notes: [note(0)] })
    await adopt(root)
    const { draftId } = await house.drafts.reviseDraft(house.actor('host'), root, { why: 'A year has passed.' })
    const evidence = await adopt(draftId)
    const sources = told(evidence).find(([words]) => words === 'One application for every agency')
    expect(sources).toEqual([
      'One application for every agency',
      'Note “One application for every agency” (The contributor)',
      'Cluster “One door”',
      'Adopted wording, version 1 “Vision”',
    ])
  })
})
