import type { Role } from '../access/actor'
import { roles } from '../access/actor'
import { byOrder } from '../doc/order'
import type { AgendaStep, Lock, Participant, Timer, ToolId, Workshop } from './schema'

/** The steps in the order of the agenda. */
export function orderedAgenda(steps: readonly AgendaStep[]): readonly AgendaStep[] {
  return [...steps].sort(byOrder)
}

/** The step everybody is on; the first one should the record name a step that is gone. */
export function currentStep(workshop: Pick<Workshop, 'stepId'> | undefined, steps: readonly AgendaStep[]): AgendaStep | undefined {
  return steps.find((step) => step.id === workshop?.stepId) ?? orderedAgenda(steps)[0]
}

/** The step after `stepId`; undefined at the end. */
export function nextStep(steps: readonly AgendaStep[], stepId: string): AgendaStep | undefined {
  const ordered = orderedAgenda(steps)
  const index = ordered.findIndex((step) => step.id === stepId)
  return index < 0 ? undefined : ordered[index + 1]
}

/** Whether a step lies before, at, or after the current one. */
export function stepState(steps: readonly AgendaStep[], currentId: string, stepId: string): 'done' | 'now' | 'to-come' {
  if (stepId === currentId) return 'now'
  const ordered = orderedAgenda(steps)
  const position = (id: string) => ordered.findIndex((step) => step.id === id)
  return position(stepId) < position(currentId) ? 'done' : 'to-come'
}

/** Minutes planned for the steps after the current one, and for the current one until its timer was started. */
export function minutesToCome(steps: readonly AgendaStep[], { stepId, timer }: Pick<Workshop, 'stepId' | 'timer'>): number {
  return totalMinutes(
    steps.filter(({ id }) => {
      const state = stepState(steps, stepId, id)
      return state === 'to-come' || (state === 'now' && timer.state === 'none')
    }),
  )
}

/** Minutes of all given steps. */
export function totalMinutes(steps: readonly Pick<AgendaStep, 'minutes'>[]): number {
  return steps.reduce((sum, step) => sum + step.minutes, 0)
}

/** `90 min`, `2 h`, `3 h 45`. */
export function durationWords(minutes: number): string {
  if (minutes < 100) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, '0')}`
}

/** What a timer shows at a moment of the server's clock. */
export type TimerReading =
  | { readonly state: 'none' }
  | { readonly state: 'running' | 'last-minute' | 'paused'; readonly leftMs: number; readonly words: string }
  | { readonly state: 'over'; readonly overMs: number; readonly words: string }

/** Reads a timer. The last minute begins at 60 s left; past zero it counts up: `+0:42 over`. */
export function readTimer(timer: Timer, nowMs: number): TimerReading {
  if (timer.state === 'none') return { state: 'none' }
  if (timer.state === 'paused') return { state: 'paused', leftMs: timer.remainingMs, words: clockWords(timer.remainingMs) }
  const leftMs = timer.endsAtMs - nowMs
  if (leftMs < 0) return { state: 'over', overMs: -leftMs, words: `+${clockWords(-leftMs, 'down')} over` }
  return { state: leftMs <= 60_000 ? 'last-minute' : 'running', leftMs, words: clockWords(leftMs) }
}

/** `9:05`, `1:02:00`. What is left rounds up, so that a fresh ten minutes reads 10:00. */
function clockWords(ms: number, rounding: 'up' | 'down' = 'up'): string {
  const seconds = rounding === 'up' ? Math.ceil(ms / 1000) : Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** Those who are in the workshop. */
export function presentParticipants(all: readonly Participant[]): readonly Participant[] {
  return all.filter((person) => !person.removed)
}

/** People by organisation, the largest first, those without one last; leaders first within each. */
export interface OrganisationGroup {
  /** Undefined for people who came on their own. */
  readonly organisation: string | undefined
  readonly people: readonly Participant[]
}
export function peopleByOrganisation(all: readonly Participant[]): readonly OrganisationGroup[] {
  const groups = new Map<string | undefined, Participant[]>()
  for (const person of presentParticipants(all)) {
    const key = person.organisation?.trim() || undefined
    groups.set(key, [...(groups.get(key) ?? []), person])
  }
  return [...groups]
    .map(([organisation, people]) => ({ organisation, people: people.sort(byRoleThenName) }))
    .sort((a, b) => {
      if (a.organisation === undefined || b.organisation === undefined) return a.organisation === undefined ? 1 : -1
      return b.people.length - a.people.length || a.organisation.localeCompare(b.organisation)
    })
}

function byRoleThenName(a: Participant, b: Participant): number {
  return roleRank(a.role) - roleRank(b.role) || a.name.localeCompare(b.name) || a.joinedAtMs - b.joinedAtMs
}

function roleRank(role: Role): number {
  return roles.indexOf(role)
}

/** The lock of a tool, with who set it; undefined while it is open. */
export function lockOf(locks: readonly Lock[], tool: string): Lock | undefined {
  return locks.find((lock) => lock.id === (tool as ToolId))
}

/** The code as people read it aloud: `482 913`. */
export function spokenCode(code: string): string {
  return /^\d{6}$/.test(code) ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}
