import { limits } from '../../sync/limits'
import type { DutyFacts } from './commands'
import { hoursIn, mostHours } from './hours'

/** What a column of a role chart's file may say of a responsibility besides its name and letters. */
export const groupTarget = 'group'
export const hoursTarget = 'hours'
export const skillTarget = 'skill'
export const factTargets: readonly string[] = [groupTarget, hoursTarget, skillTarget]

/** A cell that is left empty, and why. */
interface FactFault {
  readonly target: string
  readonly value: string
  readonly message: string
}

/** Reads what a row says of its responsibility; `cell` gives the text of a column by its meaning, empty where there is none. */
export function readFacts(cell: (target: string) => string): { readonly facts: DutyFacts; readonly faults: readonly FactFault[] } {
  const group = cell(groupTarget)
  const skill = cell(skillTarget)
  const hours = cell(hoursTarget)
  const hoursPerMonth = hoursIn(hours)
  const hoursFault = hours !== '' && hoursPerMonth === undefined
  const facts = {
    ...(isName(group) ? { group } : {}),
    ...(hoursPerMonth === undefined ? {} : { hoursPerMonth }),
    ...(isName(skill) ? { skill } : {}),
  }
  const faults = [
    ...tooLong(groupTarget, 'A heading', group),
    ...(hoursFault ? [{ target: hoursTarget, value: hours, message: `“${hours}” is no number of hours from 0 to ${mostHours}.` }] : []),
    ...tooLong(skillTarget, 'A skill', skill),
  ]
  return { facts, faults }
}

function isName(text: string): boolean {
  return text !== '' && text.length <= limits.nameLength
}

function tooLong(target: string, what: string, value: string): FactFault[] {
  if (value.length <= limits.nameLength) return []
  return [{ target, value, message: `${what} has at most ${limits.nameLength} characters; this one has ${value.length}.` }]
}
