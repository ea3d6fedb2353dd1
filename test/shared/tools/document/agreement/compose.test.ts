import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { agreementOutlines, placeholders } from '../../../../../shared/content/working-agreement'
import { blocksText } from '../../../../../shared/doc/canonical-text'
import { workshopDocs } from '../../../../../shared/tools/docs'
import { askedFor } from '../../../../../shared/tools/document/agreement/agreement-contract'
import {
  answersInText,
  composeAgreement,
  openMark,
  placeholdersOf,
  usedFills,
} from '../../../../../shared/tools/document/agreement/compose'
import { fillsOf } from '../../../../../shared/tools/fills'
import { heldWorkshop } from '../../../../support/held-workshop'

const mou = outlineOf('partner-mou')
const docs = heldWorkshop()

function outlineOf(id: string) {
  const outline = agreementOutlines.find((each) => each.id === id)
  if (!outline) throw new Error(`no outline ${id}`)
  return outline
}

function textOf(fills = fillsOf(docs), answers: Readonly<Record<string, string | number>> = {}, outline = mou): string {
  return blocksText(composeAgreement(outline, fills, answersInText(answers)).flatMap(({ blocks }) => blocks))
}

describe('a working agreement as it begins', () => {
  it('[DRAFTS-176] is filled with everything that the workshop holds', () => {
    const text = textOf(fillsOf(docs), { startDate: '2027-01-01', endDate: '2029-12-31', reviewEveryMonths: 6, noticeDays: 30 })
    expect(text).toContain(
      'This memorandum is between Basin College, Workforce Board and State Education Office, working together as Copper Basin Caring Careers.',
    )
    expect(text).toMatch(/\| Basin College \| [^|]+ \| Local \| President \|/)
    expect(text).toContain(
      'By 2030, every adult can see a clear path.\n\n*Adopted on 22 November 2026; to be reviewed by 1 November 2027.*',
    )
    expect(text).toContain('We open one front door.')
    expect(text).toContain(
      'One intake form by March 2027.\n\n*Shared intake. Adopted on 22 November 2026; to be reviewed by 1 March 2027.*',
    )
    expect(text).toContain('| Responsibility | Accountable | Responsible | Consulted | Informed |')
    expect(text).toContain('| Run the shared intake | Workforce Board | Basin College |  |  |')
    expect(text).toContain('| Basin College | 12 hours a month |')
    expect(text).toContain('| Workforce Board | 8 hours a month; A room and a coordinator |')
    expect(text).toContain('| Workforce Board | Laid-off workers |  |')
    expect(text).toContain('Basin College coordinates the day-to-day work.')
    expect(text).toContain('Ordinary decisions are taken by gradients of agreement (it passes when at least half of those asked answer')
    expect(text).toContain('From 1 January 2027 to 31 December 2029; reviewed every 6 months.')
    expect(text).toContain('A partner may leave with 30 days of notice.')
  })

  it('[DRAFTS-176] has every part of its outline in order', () => {
    for (const outline of agreementOutlines) {
      const headings = [...textOf(undefined, {}, outline).matchAll(/^# (.*)$/gm)].map(([, words]) => words)
      expect(headings).toEqual(outline.sections.map(({ heading }) => heading))
    }
  })

  it('[DRAFTS-176] marks what the workshop does not hold and what nobody answered', () => {
    const nothing = fillsOf(workshopDocs(new Y.Doc(), new Y.Doc(), () => undefined))
    expect(nothing).toEqual([])
    const text = textOf(nothing)
    for (const { label } of placeholdersOf(mou)) expect(text).toContain(openMark({ label }).replace(/[[\]]/g, '\\$&'))
    expect(text).not.toContain('{{')
  })

  it('[DRAFTS-176] asks a tool for everything that is not asked of a person', () => {
    const held = fillsOf(docs).map(({ from }) => from)
    // Measures come with the screen that holds them.
    const wanted = placeholders.flatMap(({ fillFrom }) => fillFrom ?? []).filter((from) => !['measures'].includes(from))
    expect(wanted.filter((from) => !held.includes(from))).toEqual([])
    expect(askedFor.map(({ key }) => key)).toEqual(['startDate', 'endDate', 'reviewEveryMonths', 'noticeDays'])
  })

  it('[DRAFTS-176] names no placeholder that the content does not have', () => {
    for (const outline of agreementOutlines)
      for (const { starterText } of outline.sections)
        for (const [, key] of starterText.matchAll(/\{\{(\w+)\}\}/g)) expect(placeholders.map((each) => each.key)).toContain(key)
  })

  it('[DRAFTS-177] tells what it was made of, and that it is still the same or not', () => {
    const before = usedFills(mou, fillsOf(docs))
    expect(before.map(({ from }) => from)).toContain('roleChart')
    expect(usedFills(mou, fillsOf(heldWorkshop()))).toEqual(before)
    const changed = fillsOf(docs).map((fill) => (fill.from === 'roster' ? { ...fill, words: 'others' } : fill))
    expect(
      usedFills(mou, changed)
        .filter(({ hash }, at) => hash !== before[at]?.hash)
        .map(({ from }) => from),
    ).toEqual(['roster'])
  })

  it('[DRAFTS-176] speaks of a table that is too long for a text instead of writing it out', () => {
    const long = fillsOf(docs).map((fill) =>
      fill.from === 'roleChart' ? { ...fill, blocks: [{ type: 'paragraph', text: [{ text: 'x'.repeat(60_001) }] } as const] } : fill,
    )
    expect(textOf(long)).toContain('the role chart with 2 responsibilities')
  })
})
