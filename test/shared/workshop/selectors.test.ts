import { describe, expect, it } from 'vitest'
import { peopleByOrganisation } from '../../../shared/workshop/organisations'
import { type AgendaStep, Participant, type Timer } from '../../../shared/workshop/schema'
import {
  currentStep,
  durationWords,
  minutesToCome,
  nextStep,
  orderedAgenda,
  spokenCode,
  stepState,
} from '../../../shared/workshop/selectors'
import { ownSubject, subjectOf } from '../../../shared/workshop/subject'
import { readTimer } from '../../../shared/workshop/timer'

const step = (id: string, order: string, minutes = 10): AgendaStep => ({ id: `step_${id}`, title: id, minutes, tool: 'ideas', order })
const steps = [step('c', 'a3', 5), step('a', 'a1'), step('b', 'a2', 20)]

describe('the agenda', () => {
  it('reads by order, whatever the storage', () => {
    expect(orderedAgenda(steps).map(({ title }) => title)).toEqual(['a', 'b', 'c'])
  })
  it('knows the current step, and falls back to the first when that is gone', () => {
    expect(currentStep({ stepId: 'step_b' }, steps)?.title).toBe('b')
    expect(currentStep({ stepId: 'step_gone' }, steps)?.title).toBe('a')
    expect(currentStep(undefined, [])).toBeUndefined()
  })
  it('knows what comes next, and the end', () => {
    expect(nextStep(steps, 'step_a')?.title).toBe('b')
    expect(nextStep(steps, 'step_c')).toBeUndefined()
    expect(nextStep(steps, 'step_gone')).toBeUndefined()
  })
  it('tells done, now and to come', () => {
    expect(['a', 'b', 'c'].map((id) => stepState(steps, 'step_b', `step_${id}`))).toEqual(['done', 'now', 'to-come'])
  })
  it('counts the minutes to come, the current step’s too until its timer was started', () => {
    const none: Timer = { state: 'none' }
    const started: Timer = { state: 'paused', remainingMs: 1, totalMs: 1 }
    expect(minutesToCome(steps, { stepId: 'step_a', timer: none })).toBe(35)
    expect(minutesToCome(steps, { stepId: 'step_a', timer: started })).toBe(25)
    expect(minutesToCome(steps, { stepId: 'step_c', timer: started })).toBe(0)
  })
  it.each([
    [0, '0 min'],
    [90, '90 min'],
    [120, '2 h'],
    [225, '3 h 45'],
    [245, '4 h 05'],
  ])('says %i minutes as %s', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words)
  })
  it('gives a step the subject it names, else one of its own that everybody would make alike', () => {
    expect(ownSubject({ id: 'step_x', tool: 'ideas' })).toEqual({ collection: 'prompts', id: 'prompt_x' })
    expect(ownSubject({ id: 'step_x', tool: 'drafts' })).toEqual({ collection: 'drafts', id: 'draft_x' })
    expect(ownSubject({ id: 'step_x', tool: 'roles' })).toEqual({ collection: 'charts', id: 'chart_x' })
    const subject = { collection: 'prompts', id: 'prompt_shared' }
    expect(subjectOf({ id: 'step_x', tool: 'ideas', subject })).toEqual(subject)
  })
})

describe('the timer', () => {
  const running: Timer = { state: 'running', endsAtMs: 600_000, totalMs: 600_000 }
  it.each([
    [running, 0, { state: 'running', words: '10:00' }],
    [running, 500, { state: 'running', words: '10:00' }],
    [running, 539_000, { state: 'running', words: '1:01' }],
    [running, 540_000, { state: 'last-minute', words: '1:00' }],
    [running, 600_000, { state: 'last-minute', words: '0:00' }],
    [running, 642_900, { state: 'over', words: '+0:42 over' }],
    [{ state: 'paused', remainingMs: 65_000, totalMs: 600_000 } satisfies Timer, 0, { state: 'paused', words: '1:05' }],
    [{ state: 'running', endsAtMs: 3_720_000, totalMs: 3_720_000 } satisfies Timer, 0, { state: 'running', words: '1:02:00' }],
    [{ state: 'none' } satisfies Timer, 0, { state: 'none' }],
  ] as const)('%j at %i reads %j', (timer, now, reading) => {
    expect(readTimer(timer, now)).toMatchObject(reading)
  })
})

describe('people', () => {
  const person = (name: string, role: Participant['role'], organisation?: string, removed?: boolean): Participant =>
    Participant.parse({ id: `p_${name}`, name, role, colour: 1, joinedAtMs: 0, organisation, removed })

  it('stand by organisation, the largest first, those on their own last, leaders before the rest', () => {
    const groups = peopleByOrganisation([
      person('Solo', 'contributor'),
      person('Zoe', 'contributor', 'College'),
      person('Ann', 'facilitator', 'College'),
      person('Bob', 'contributor', 'Board'),
      person('Gone', 'contributor', 'Board', true),
    ])
    expect(groups.map(({ organisation, people }) => [organisation, people.map(({ name }) => name)])).toEqual([
      ['College', ['Ann', 'Zoe']],
      ['Board', ['Bob']],
      [undefined, ['Solo']],
    ])
  })
})

it('reads a code aloud in two halves', () => {
  expect(spokenCode('482913')).toBe('482 913')
  expect(spokenCode('12')).toBe('12')
})
