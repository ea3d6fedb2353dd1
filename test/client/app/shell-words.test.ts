import { describe, expect, it } from 'vitest'
import { hereWords } from '../../../client/app/people/who-is-here'
import { documentWords } from '../../../client/app/shell/document-words'
import { peopleHere } from '../../../client/app/shell/PeopleStrip'
import { lockOfStep } from '../../../client/app/shell/step-tool'
import { shareLeft } from '../../../client/app/shell/TimerChip'
import type { Participant, Timer } from '../../../shared/workshop/schema'
import { readTimer } from '../../../shared/workshop/timer'

describe('the timer', () => {
  const timer: Timer = { state: 'running', endsAtMs: 600_000, totalMs: 600_000 }

  it('shows the share that is left, and none once it is over', () => {
    expect(shareLeft(timer, readTimer(timer, 0))).toBe(100)
    expect(shareLeft(timer, readTimer(timer, 450_000))).toBe(25)
    expect(shareLeft(timer, readTimer(timer, 700_000))).toBe(0)
    expect(shareLeft({ state: 'none' }, { state: 'none' })).toBe(0)
  })
})

describe('a step’s lock', () => {
  it('stops the tool’s own records, and notes where the step has no tool of its own', () => {
    expect(lockOfStep('roles')).toEqual({ tool: 'roles', what: 'the role chart' })
    expect(lockOfStep('talk')).toEqual({ tool: 'ideas', what: 'notes' })
    expect(lockOfStep('votes')).toBeUndefined()
  })
})

describe('the document in the agenda', () => {
  const progress = (done: number, total: number) => ({ done, total, summary: '' })

  it('is adopted once every statement is, and public once it was published', () => {
    expect(documentWords(progress(0, 1), undefined)).toBe('draft')
    expect(documentWords(progress(0, 1), progress(0, 2))).toBe('draft')
    expect(documentWords(progress(0, 1), progress(1, 2))).toBe('1 of 2 adopted')
    expect(documentWords(progress(0, 1), progress(2, 2))).toBe('adopted')
    expect(documentWords(progress(1, 1), progress(1, 2))).toBe('public')
  })
})

describe('the people strip', () => {
  const person = (id: string, role: Participant['role'], joinedAtMs: number): Participant => ({
    id: `p_${id}`,
    name: id,
    role,
    colour: 1,
    joinedAtMs,
  })
  const all = [
    person('ben', 'contributor', 1),
    person('amara', 'contributor', 2),
    person('rosa', 'host', 3),
    person('gone', 'contributor', 4),
  ]

  it('shows who is connected, leaders first, and always me', () => {
    const presence = new Map([
      ['p_amara', { stepId: undefined, state: 'here' as const }],
      ['p_rosa', { stepId: undefined, state: 'here' as const }],
    ])
    expect(peopleHere(all, presence, 'p_ben').map(({ id }) => id)).toEqual(['p_rosa', 'p_ben', 'p_amara'])
  })

  it('counts no voter or observer as absent, because nothing is known of them', () => {
    const presence = new Map([['p_amara', { stepId: undefined, state: 'here' as const }]])
    const silent = [person('vera', 'voter', 5), person('olu', 'observer', 6)]
    expect(hereWords([...all, ...silent], presence, 'p_rosa')).toBe('2 of 4 here')
    expect(hereWords([...all.slice(1, 3), ...silent], presence, 'p_rosa')).toBe('2 people here')
    expect(hereWords([...all.slice(2, 3), ...silent], presence, 'p_vera')).toBe('0 of 1 here')
  })
})
