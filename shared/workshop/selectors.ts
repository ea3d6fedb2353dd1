import { byOrder } from '../doc/order-key'
import type { AgendaStep, Lock, Participant, ToolId, Workshop } from './schema'

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

/** Those who are in the workshop. */
export function presentParticipants(all: readonly Participant[]): readonly Participant[] {
  return all.filter((person) => !person.removed)
}

/** The lock of a tool, with who set it; undefined while it is open. */
export function lockOf(locks: readonly Lock[], tool: string): Lock | undefined {
  return locks.find((lock) => lock.id === (tool as ToolId))
}

/** The code as people read it aloud: `482 913`. */
export function spokenCode(code: string): string {
  return /^\d{6}$/.test(code) ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}
