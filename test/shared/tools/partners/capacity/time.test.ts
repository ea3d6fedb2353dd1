import { describe, expect, it } from 'vitest'
import { hourReadings, learningKinds, skillScale } from '../../../../../shared/content/capacity'
import { hoursGroups, readingOf } from '../../../../../shared/tools/partners/capacity/hours'
import { costInWords, meetingCost, sessionCost } from '../../../../../shared/tools/partners/capacity/meeting-cost'
import { LearningFormat, Meeting } from '../../../../../shared/tools/partners/capacity/schema'
import { partners } from '../../../../../shared/tools/partners/collections'
import { removePartner } from '../../../../../shared/tools/partners/commands'
import type { Participant } from '../../../../../shared/workshop/schema'
import { rosa } from '../support'
import { capacityBoard } from './support'

function joined(name: string, about: Partial<Participant> = {}): Participant {
  return { id: `p_${name}`, name, role: 'contributor', colour: 1, joinedAtMs: 0, ...about }
}

describe('time', () => {
  it('[PARTNERS-65] counts person-hours with employers’ apart, of those on the roster', () => {
    const { board, college, hospital } = capacityBoard()
    const meeting = { minutes: 90, invited: { [college]: 4, [hospital]: 2, partner_gone: 7 } }
    expect(costInWords(meetingCost(meeting, partners.all(board)))).toBe('90 minutes with 6 people: 9 person-hours, 3 of them employers’.')
    removePartner(board, rosa, hospital, 1)
    expect(costInWords(meetingCost(meeting, partners.all(board)))).toBe(
      '90 minutes with 4 people: 6 person-hours, none of them employers’.',
    )
    expect(costInWords({ minutes: 60, people: 1, employers: 0 })).toBe('60 minutes with 1 person: 1 person-hour, none of them employers’.')
    expect(costInWords({ minutes: 50, people: 1, employers: 1 })).toBe(
      '50 minutes with 1 person: 0.8 person-hours, 0.8 of them employers’.',
    )
  })

  it.each(['', '  '])('[PARTNERS-65] has no meeting with the objective “%s”', (objective) => {
    const meeting = {
      id: 'meeting_a',
      objective: 'Agree on intake',
      on: '2026-12-03',
      minutes: 60,
      invited: {},
      order: 'a0',
      authorId: 'p_rosa',
    }
    expect(Meeting.safeParse(meeting).success).toBe(true)
    expect(Meeting.safeParse({ ...meeting, objective }).success).toBe(false)
  })

  it('[PARTNERS-66] counts the agenda for those who have joined', () => {
    const { board } = capacityBoard()
    const people = [
      joined('ann', { organisation: 'VALLEY hospital' }),
      joined('ben', { organisation: 'Corner shop', sector: 'employers' }),
      joined('cara', { organisation: 'Valley College', role: 'host' }),
      joined('room', { role: 'observer' }),
      joined('dan', { removed: true, sector: 'employers' }),
    ]
    expect(sessionCost([{ minutes: 20 }, { minutes: 40 }], people, partners.all(board))).toEqual({ minutes: 60, people: 3, employers: 2 })
  })

  it('[PARTNERS-67] reads hours as what they allow, and names who has not said', () => {
    const { board } = capacityBoard()
    const { total, groups } = hoursGroups(partners.all(board))
    expect(total).toBe(22)
    expect(groups.map(({ label, partners: [partner] }) => [label, partner?.name])).toEqual([
      ['Can lead', 'Valley College'],
      ['Thin: meetings only', 'Valley Hospital'],
      ['Not said yet', 'County Services'],
    ])
    expect([0, 0.5, 3.9, 4, 15.9, 16, 160].map(readingOf)).toEqual(['none', 'thin', 'thin', 'working', 'working', 'strong', 'strong'])
  })

  it('[PARTNERS-67] reads hours by the conditions of the content', () => {
    expect(hourReadings.map(({ id, when }) => [id, when])).toEqual([
      ['none', 'hours = 0'],
      ['thin', '0 < hours < 4'],
      ['working', '4 <= hours < 16'],
      ['strong', 'hours >= 16'],
    ])
  })

  it('[PARTNERS-62] knows every way to learn and every step of the scale that the content has', () => {
    expect(learningKinds.map(({ id }) => id).sort()).toEqual([...LearningFormat.options].sort())
    expect(skillScale.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4])
  })
})
