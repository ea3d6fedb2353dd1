import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { workshopDocs } from '../../../../../shared/tools/docs'
import { partnersTool } from '../../../../../shared/tools/partners'
import { learnings, skills } from '../../../../../shared/tools/partners/capacity/collections'
import {
  dropSkill,
  editLearning,
  needSkills,
  planLearning,
  setLevel,
  setNeed,
} from '../../../../../shared/tools/partners/capacity/commands'
import { proposedLearning } from '../../../../../shared/tools/partners/capacity/skill-cover'
import { learningInWords } from '../../../../../shared/tools/partners/capacity/words'
import { partners } from '../../../../../shared/tools/partners/collections'
import { addPartner, editPartner, removePartner } from '../../../../../shared/tools/partners/commands'
import { onRoster } from '../../../../../shared/tools/partners/selectors'
import { person, replicas } from '../../../../support/boards'
import { rosa } from '../support'
import { capacityBoard, gapsOf, skillOf } from './support'

const wordsOf = (board: Y.Doc) => gapsOf(board).map(({ words }) => words)

describe('skills needed and held', () => {
  it('[PARTNERS-60] keeps the answers of two people for two partners, and one of each usual skill', () => {
    const { docs, sync } = replicas(2)
    const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
    needSkills(first, rosa, ['Facilitating meetings across agencies', 'Welding', 'welding'])
    needSkills(second, person('ben'), ['Facilitating meetings across agencies'])
    sync()
    expect(
      skills
        .all(first)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Facilitating meetings across agencies', 'Welding'])
    const { id } = skillOf(first, 'Welding')
    setLevel(first, rosa, id, 'partner_a', 4)
    setLevel(second, person('ben'), id, 'partner_b', 1)
    setNeed(second, person('ben'), id, 'partner_b', true)
    sync()
    for (const board of docs)
      expect(skillOf(board, 'Welding')).toMatchObject({ heldBy: { partner_a: 4, partner_b: 1 }, neededBy: { partner_b: true } })
    setNeed(first, rosa, id, 'partner_b', false)
    setLevel(first, rosa, id, 'partner_b', undefined)
    expect(skillOf(first, 'Welding')).toMatchObject({ heldBy: { partner_a: 4 }, neededBy: {} })
  })

  it('[PARTNERS-61] says what nobody has first, then who lacks it and who could teach it', () => {
    const { board, college, hospital, county } = capacityBoard('Grant writing', 'Data')
    setNeed(board, rosa, skillOf(board, 'Grant writing').id, county, true)
    expect(wordsOf(board)).toEqual(['Nobody has “Data” yet.', 'County Services needs “Grant writing”. Valley College has it.'])
    const { id } = skillOf(board, 'Data')
    setLevel(board, rosa, id, college, 4)
    setLevel(board, rosa, id, hospital, 2)
    for (const partner of [hospital, county, college]) setNeed(board, rosa, id, partner, true)
    expect(wordsOf(board)).toContain('Valley Hospital and County Services need “Data”. Valley College can teach it.')
    setLevel(board, rosa, skillOf(board, 'Grant writing').id, college, 1)
    expect(wordsOf(board)[0]).toBe('Nobody has “Grant writing” yet. County Services needs it.')
    removePartner(board, rosa, college, 1)
    expect(wordsOf(board)).toContain('Nobody has “Data” yet. Valley Hospital and County Services need it.')
  })

  it('[PARTNERS-62] proposes how a gap is learnt, by whom and for whom', () => {
    const { board, college, hospital, county } = capacityBoard('Data')
    const { id } = skillOf(board, 'Data')
    const proposed = () => {
      const [gap] = gapsOf(board)
      return gap && proposedLearning(gap.cover)
    }
    expect(proposed()).toMatchObject({ format: 'skill-based-workshop', who: {} })
    setNeed(board, rosa, id, county, true)
    setLevel(board, rosa, id, college, 3)
    expect(proposed()).toMatchObject({ format: 'community-of-practice', who: { [college]: true, [county]: true } })
    setLevel(board, rosa, id, college, 4)
    expect(proposed()).toMatchObject({ format: 'mentoring', who: { [county]: true }, mentorId: college })
    setNeed(board, rosa, id, hospital, true)
    expect(proposed()?.format).toBe('mentoring')
    const { board: wide, college: teacher } = capacityBoard('Data')
    const asked = skillOf(wide, 'Data')
    setLevel(wide, rosa, asked.id, teacher, 4)
    for (const name of ['A', 'B', 'C']) setNeed(wide, rosa, asked.id, addPartner(wide, rosa, { name, seats: [] }), true)
    expect(gapsOf(wide).map(({ cover }) => proposedLearning(cover).format)).toEqual(['targeted-training'])
  })

  it('[PARTNERS-63] says whether a gap has something planned, until it is done or its skill is dropped', () => {
    const { board, college, county } = capacityBoard('Data')
    const skill = skillOf(board, 'Data')
    setNeed(board, rosa, skill.id, county, true)
    setLevel(board, rosa, skill.id, college, 4)
    const [gap] = gapsOf(board)
    if (!gap) throw new Error('no gap')
    expect(gap.planned).toEqual([])
    const id = planLearning(board, rosa, { ...proposedLearning(gap.cover), on: '2026-12-03' })
    const planned = gapsOf(board)[0]?.planned ?? []
    expect(planned.map((learning) => learningInWords(learning, onRoster(partners.all(board))))).toEqual([
      'Mentoring pair on 3 December 2026, led by Valley College, for County Services',
    ])
    removePartner(board, rosa, college, 1)
    expect(planned.map((learning) => learningInWords(learning, onRoster(partners.all(board))))[0]).toMatch(/led by somebody to be found/)
    editLearning(board, rosa, id, { isDone: true })
    expect(gapsOf(board)[0]?.planned).toEqual([])
    expect(dropSkill(board, rosa, skill.id)).toBe(true)
    expect([skills.all(board), learnings.all(board)]).toEqual([[], []])
  })

  it('[PARTNERS-64] shows other tools the skills that a partner has', () => {
    const { board, college, county } = capacityBoard('Grant writing', 'Data')
    editPartner(board, rosa, college, { skills: ['Grant writing', 'Spanish'] })
    const seen = (id: string) => partnersTool.parties?.({ record: new Y.Doc(), board }).find((party) => party.id === id)?.skills
    expect([seen(college), seen(county)]).toEqual([['Grant writing', 'Spanish'], undefined])
    setLevel(board, rosa, skillOf(board, 'Data').id, county, 3)
    setLevel(board, rosa, skillOf(board, 'Data').id, college, 2)
    setLevel(board, rosa, skillOf(board, 'Grant writing').id, college, 0)
    expect([seen(college), seen(county)]).toEqual([['Spanish'], ['Data']])
  })

  it('[PARTNERS-69] is entered under one’s own name only', () => {
    const at = { zone: 'board', record: new Y.Doc(), doc: new Y.Doc() } as const
    const added = (collection: string, after: object) =>
      partnersTool.check?.(
        person('ben'),
        { collection, id: 'x', change: 'added', fields: [], before: undefined, after, createdBy: 'p_ben' },
        at,
      )
    const records = {
      neededSkills: { id: 'skill_a', name: 'Data', neededBy: {}, heldBy: {}, order: 'a0' },
      learnings: { id: 'learning_a', skillId: 'skill_a', format: 'mentoring', who: {}, isDone: false, order: 'a0' },
      plannedMeetings: { id: 'meeting_a', objective: 'Agree', on: '2026-12-03', minutes: 60, invited: {}, order: 'a0' },
    }
    for (const [collection, record] of Object.entries(records)) {
      expect(added(collection, { ...record, authorId: 'p_ben' })).toBeUndefined()
      expect(added(collection, { ...record, authorId: 'p_rosa' })).toMatch(/under your own name/)
      expect(added(collection, { ...record, id: 'x', authorId: 'p_ben' })).toMatch(/not written/)
    }
    expect(added('plannedMeetings', { ...records.plannedMeetings, objective: '  ', authorId: 'p_ben' })).toMatch(/not written/)
  })

  it('[PARTNERS-68] stands in the document, and is left out while nothing is written', () => {
    const { board, college, county } = capacityBoard()
    const outline = () =>
      partnersTool.outline(
        workshopDocs(new Y.Doc(), board, () => undefined),
        { names: true, reservations: true },
      )
    expect(outline().map(({ title }) => title)).toEqual(['Partners'])
    needSkills(board, rosa, ['Data', 'Welding'])
    const { id } = skillOf(board, 'Data')
    setNeed(board, rosa, id, county, true)
    setNeed(board, rosa, id, college, true)
    setLevel(board, rosa, id, college, 4)
    planLearning(board, rosa, { skillId: id, format: 'mentoring', who: { [county]: true }, mentorId: college, isDone: false })
    const text = JSON.stringify(outline().find(({ title }) => title === 'Capacity'))
    for (const words of [
      'Nobody has “Welding” yet. Nothing is planned for it yet.',
      'County Services needs “Data”. Valley College can teach it. Planned: mentoring pair.',
      'Valley College and County Services',
      'Trainings, communities of practice and mentors',
      '22 hours a month from all partners together.',
      'What their hours allow',
      'Not said yet',
    ])
      expect(text).toContain(words)
  })
})
