import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeOptions } from '../../../../shared/tools/votes/likeness'
import { resultOf } from '../../../../shared/tools/votes/result'

function alike(...labels: readonly string[]): string[][] {
  return alikeOptions(labels.map((label, place) => ({ id: `opt_${place}`, label }))).map(({ ids }) =>
    ids.map((id) => labels[Number(id.slice(4))] ?? ''),
  )
}

/** Ninety-four options of a shared-vision workshop that all say something else. */
const different = [
  ...['Navigator', 'Evening classes', 'Bus line', 'Child care', 'Intake form', 'Paid placements', 'Tutoring', 'Mobile lab', 'Job fair'],
  ...['Decision log', 'Text messages', 'Interpreters', 'Mentors', 'Wage data', 'Laptop loans', 'Career map', 'Summer camp', 'Open house'],
].flatMap((thing) => ['in Juniper', 'for veterans', 'with employers', 'at night shifts', 'by spring'].map((where) => `${thing} ${where}`))

describe('options that say nearly the same', () => {
  it('[VOTES-37] are found whatever their case, order, endings, accents and small words', () => {
    const pairs: [string, string][] = [
      ['Childcare during evening classes', 'Evening class childcare'],
      ['One shared intake form', 'A single shared INTAKE form!!'],
      ['Transportation to training sites', 'Transport to the training site'],
      ['Matemáticas aplicadas al trabajo', 'matematicas aplicadas al trabajo'],
      ['Employers help write the course', 'Help employers to write the courses'],
      ['Paid internships', 'Paid internship'],
      ['Tutoring inside the deckhand class', 'Tutoring inside the dekchand class'],
    ]
    expect(pairs.filter(([a, b]) => alike(a, b).length === 0)).toEqual([])
  })

  it('[VOTES-37] are not those that differ in the word that tells them apart, in a number, or in a “no”', () => {
    expect(alike('Shared intake', 'Shared transport')).toEqual([])
    expect(alike('Pilot 1', 'Pilot 2')).toEqual([])
    expect(alike('More bus lines to the college', 'No bus lines to the college')).toEqual([])
    expect(alike('Evening classes in the north county', 'Evening classes in the south county')).toEqual([])
    expect(alike('Child care', 'Child care while parents are in evening labs')).toEqual([])
    expect(alike('', '!!', '…')).toEqual([])
  })

  it('[VOTES-37] three planted among a hundred are all found, and hardly anything else, within a blink', () => {
    const planted = ['A navigator in Juniper', 'Job fairs with the employers', 'Laptop loan for veterans']
    const labels = [...different, ...planted].slice(0, 100)
    const startMs = performance.now()
    const found = alike(...labels)
    expect(performance.now() - startMs).toBeLessThan(300)
    for (const label of planted) expect(found.flat(), label).toContain(label)
    expect(found.length).toBeLessThanOrEqual(planted.length + 2)
  })

  it('[VOTES-37] are not seen among the themes of real notes', () => {
    const themes = ['Access and equity', 'Clear pathways', 'Data and measures', 'Employer engagement', 'Funding', 'State policy']
    const more = [
      'Momentum and celebration',
      'Partnership governance',
      'Student support',
      'Training capacity',
      'Employer voice',
      'Root causes',
    ]
    expect(alike(...themes, ...more, 'Navigation', 'One front door', 'Outcomes', 'Resources', 'Working together', 'Wraparound')).toEqual([])
  })

  it('[VOTES-37] make groups in which each is in one, whatever the labels', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40, unit: 'grapheme' }), { maxLength: 30 }), (labels) => {
        const groups = alikeOptions(labels.map((label, place) => ({ id: `${place}`, label })))
        const ids = groups.flatMap((group) => group.ids)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { ids: members, likeness } of groups) {
          expect(members.length).toBeGreaterThan(1)
          expect(likeness).toBeGreaterThan(0)
          expect(likeness).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('a split vote', () => {
  const options = ['Navigators', 'Shared intake form', 'The shared intake forms'].map((label, place) => ({
    id: `opt_${place}` as const,
    label,
  }))
  const terms = { method: 'dots', secret: false, options, rule: {}, maxPerOption: 2 } as const
  const ballot = (place: number, ...dots: readonly number[]) => ({
    participantId: `p_${place}` as const,
    receipt: `R${place}`,
    allocation: Object.fromEntries(dots.flatMap((count, at) => (count > 0 ? [[`opt_${at}`, count]] : []))),
  })

  it('[VOTES-37] is flagged when the two together would have come first', () => {
    const cast = [ballot(1, 2), ballot(2, 2), ballot(3, 0, 2), ballot(4, 0, 0, 2), ballot(5, 0, 1)]
    expect(resultOf(terms, cast, 5).split).toEqual([{ optionIds: ['opt_1', 'opt_2'], together: 5, first: 4 }])
    expect(resultOf({ ...terms, secret: true }, cast, 5).split).toHaveLength(1)
    expect(resultOf({ ...terms, secret: true }, cast.slice(0, 4), 5).split).toBeUndefined()
  })

  it('[VOTES-37] counts nobody for more than one option may get, and stays silent where one of them is first', () => {
    expect(resultOf(terms, [ballot(1, 2), ballot(2, 2), ballot(3, 0, 2, 2), ballot(4, 0, 1, 1)], 4).split).toBeUndefined()
    expect(resultOf(terms, [ballot(1, 1), ballot(2, 0, 2), ballot(3, 0, 0, 2), ballot(4, 0, 1)], 4).split).toBeUndefined()
    expect(resultOf(terms, [ballot(1, 2), ballot(2, 0, 2), ballot(3, 0, 0, 2)], 4).split).toHaveLength(1)
  })

  it('[VOTES-37] does not exist where votes move on or are given to each option for itself', () => {
    const cast = [ballot(1, 1), ballot(2, 1), ballot(3, 0, 1), ballot(4, 0, 0, 1), ballot(5, 0, 1)]
    expect(resultOf({ ...terms, method: 'rank' }, cast, 5).split).toBeUndefined()
    expect(resultOf({ ...terms, method: 'score' }, cast, 5).split).toBeUndefined()
    expect(resultOf({ ...terms, method: 'majority', maxPerOption: 1 }, cast, 5).split).toHaveLength(1)
  })
})
