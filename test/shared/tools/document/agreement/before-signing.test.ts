import { describe, expect, it } from 'vitest'
import { agreementOutlines } from '../../../../../shared/content/working-agreement'
import type { ComposedFrom } from '../../../../../shared/doc/composed'
import { type Block, plain } from '../../../../../shared/doc/outline'
import { changedSince, openInText, openInWorkshop } from '../../../../../shared/tools/document/agreement/before-signing'
import { composeAgreement, usedFills } from '../../../../../shared/tools/document/agreement/compose'
import { checksBeforeSigning } from '../../../../../shared/tools/document/agreement/signing-checks'
import { fillsOf } from '../../../../../shared/tools/fills'
import { heldWorkshop } from '../../../../support/held-workshop'

const docs = heldWorkshop()
const fills = fillsOf(docs)
const parties = docs.parties()
const mou = agreementOutlines[0] ?? { id: '', title: '', sections: [] }
const composed = composeAgreement(mou, fills, { startDate: '2027-01-01' }).flatMap(({ blocks }) => blocks)

/** An agreement in which every part has a sentence. */
const whole: readonly Block[] = mou.sections.flatMap(({ heading }): Block[] => [
  { type: 'heading', level: 1, text: plain(heading) },
  { type: 'paragraph', text: plain('We all agree.') },
])

function words(blocks: readonly Block[]): readonly string[] {
  return openInText(mou, blocks).map((finding) => finding.words)
}

function under(heading: string, ...below: readonly Block[]): readonly Block[] {
  const at = whole.findIndex((block) => block.type === 'heading' && block.text[0]?.text === heading)
  return [...whole.slice(0, at + 1), ...below, ...whole.slice(at + 2)]
}

describe('looking an agreement over before people sign', () => {
  it('[DRAFTS-180] finds nothing in a text in which every part has its words', () => {
    expect(words(whole)).toEqual([])
  })

  it('[DRAFTS-180] names what is open in a text as it begins, part by part', () => {
    const found = openInText(mou, composed)
    expect(found).toContainEqual({ words: '“Background” still has three dots where words belong.', heading: 'Background' })
    expect(found).toContainEqual({ words: '“Measures and reporting” still has [Shared measures].', heading: 'Measures and reporting' })
    expect(found).toContainEqual({
      words: '“Term, review and change” still has [End date] and [Months between reviews].',
      heading: 'Term, review and change',
    })
    expect(found.some(({ heading }) => heading === 'Roles and responsibilities')).toBe(false)
  })

  it('[DRAFTS-180] names a required part that is gone, not one that may be left out', () => {
    const without = (heading: string) => whole.filter((block) => !(block.type === 'heading' && block.text[0]?.text === heading))
    expect(words(without('Leaving'))).toEqual(['“Leaving” is missing.'])
    expect(words(without('Joint training'))).toEqual([])
  })

  it('[DRAFTS-180] names a part without words, also when a table in it is empty', () => {
    expect(words(under('Leaving'))).toEqual(['“Leaving” has no words yet.'])
    expect(words(under('Leaving', { type: 'table', head: [], rows: [[[], []]] }))).toEqual(['“Leaving” has no words yet.'])
  })

  it('[DRAFTS-180] finds marks in lists, tables and lower headings, and in parts that people added', () => {
    const marked = plain('from [Start date]')
    expect(words(under('Leaving', { type: 'heading', level: 2, text: marked }))).toEqual(['“Leaving” still has [Start date].'])
    expect(words(under('Leaving', { type: 'table', head: [], rows: [[marked]] }))).toEqual(['“Leaving” still has [Start date].'])
    const list: Block = { type: 'list', ordered: false, items: [{ blocks: [{ type: 'paragraph', text: marked }] }] }
    expect(words([...whole, { type: 'heading', level: 1, text: plain('Annex') }, list])).toEqual(['“Annex” still has [Start date].'])
    expect(words([{ type: 'paragraph', text: marked }, ...whole])).toEqual(['The beginning still has [Start date].'])
  })

  it('[DRAFTS-180] knows a part by its heading whatever its level, spaces and case', () => {
    const lower = whole.map(
      (block): Block => (block.type === 'heading' ? { ...block, level: 2, text: plain(` ${block.text[0]?.text.toUpperCase()}  `) } : block),
    )
    expect(words(lower)).toEqual([])
  })

  it('[DRAFTS-181] names what changed in the workshop since, and who joined and left', () => {
    const from: ComposedFrom = {
      outline: mou.id,
      atMs: 0,
      fills: usedFills(mou, fills).filter(({ from: key }) => key !== 'statement.vision'),
      parties: [
        ...parties.slice(1).map(({ id, name, level }) => ({ id, name, level })),
        { id: 'partner_gone', name: 'Old Mill', level: '' },
      ],
    }
    const later = fills.map((fill) => (fill.from === 'roleChart' ? { ...fill, words: 'another chart' } : fill))
    expect(changedSince(mou, from, { fills: later, parties }, whole).map((finding) => finding.words)).toEqual([
      'Role chart has changed since this was put together.',
      'Adopted vision has come since this was put together.',
      'Basin College has joined since, and is not named as a party.',
      'Old Mill has left the list of partners.',
    ])
    const same: ComposedFrom = {
      ...from,
      fills: usedFills(mou, fills),
      parties: parties.map(({ id, name, level }) => ({ id, name, level })),
    }
    expect(changedSince(mou, same, { fills, parties }, whole)).toEqual([])
    // What somebody has brought over since is in the text, whatever it began with.
    const before = { ...from, fills: from.fills.map((fill) => ({ ...fill, hash: '' })) }
    expect(changedSince(mou, before, { fills, parties }, composed).map((finding) => finding.words)).toEqual([
      'Old Mill has left the list of partners.',
    ])
  })

  it('[DRAFTS-182] says what the workshop has open about what went in', () => {
    const open = openInWorkshop(mou, fills).map((finding) => finding.words)
    expect(open).toContain('State Education Office has nobody named who may sign.')
    expect(open).toContain('Report shared data: Nobody is accountable yet.')
    expect(open).toContain('No day is set for a review of “Mission”.')
  })

  it('[DRAFTS-182] answers the questions that the workshop can answer, and leaves the others to people', () => {
    const checks = new Map(checksBeforeSigning(fills).map((check) => [check.id, check]))
    expect(checks.get('no-unowned-role')).toMatchObject({ state: 'open', found: ['Report shared data: Nobody is accountable yet.'] })
    expect(checks.get('cost-for-each')).toMatchObject({ state: 'open', found: ['State Education Office has not said what they give.'] })
    expect(checks.get('win-for-each')).toMatchObject({ state: 'open' })
    expect(checks.get('signers-right')).toMatchObject({ state: 'judge', found: [] })
    const settled = fills.map((fill) => ({ ...fill, open: [] }))
    expect(checksBeforeSigning(settled).filter(({ state }) => state === 'open')).toEqual([])
    expect(checksBeforeSigning([]).find(({ id }) => id === 'no-unowned-role')?.found).toEqual(['The workshop holds nothing about it yet.'])
  })
})
