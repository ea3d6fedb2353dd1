import partnerRoles from '../../content/partner-roles.json'
import { plural } from '../../doc/words'
import type { Party } from '../tool'
import type { Finding } from './finding'
import { spelled } from './letter-words'
import { type RoleModel, type Severity, workLetters } from './models'

/** The checks of the role library, which hold for a chart of any model. */
export type CheckId = 'unowned-responsibility' | 'employer-fatigue' | 'support-overlap' | 'single-role-partner'

/** A row as the checks read it. */
interface CheckedRow {
  readonly id: string
  readonly label: string
  /** What each partner has, in the partners' order. */
  readonly held: readonly (readonly string[])[]
  readonly parties: readonly Party[]
}

/** A responsibility that nobody does, several that call on the same employers, or several that give support services. */
export function rowChecks(model: RoleModel, row: CheckedRow): readonly Finding[] {
  const work = workLetters(model)
  const shared = work.find((letter) => letter !== model.once)
  const workers = row.parties.filter((_, place) => row.held[place]?.some((letter) => work.includes(letter)))
  const about = (id: CheckId, message: string, letter?: string): Finding => ({
    ruleId: id,
    severity: severityOf(id),
    message,
    dutyId: row.id,
    ...(letter ? { fix: { kind: 'give', letter } } : {}),
  })
  if (workers.length === 0) {
    return [about('unowned-responsibility', 'No partner does this yet.', model.once || shared)]
  }
  const callers = callsEmployers(row.label) ? workers.filter(({ sector }) => sector !== 'employers') : []
  const helpers = givesSupport(row.label) ? workers : []
  return [
    ...(callers.length > 1
      ? [
          about(
            'employer-fatigue',
            `${spelled(callers.length)} partners approach employers. Agree who calls whom, or one employer hears five requests.`,
          ),
        ]
      : []),
    ...(helpers.length > 1
      ? [
          about(
            'support-overlap',
            `${spelled(helpers.length)} partners give support. Record which services and which people, so that they add up.`,
          ),
        ]
      : []),
  ]
}

/** A partner that does something in one row only, in a chart that has more. */
export function partyCheck(model: RoleModel, party: Party, held: readonly (readonly string[])[]): Finding | undefined {
  const work = workLetters(model)
  const roles = held.filter((letters) => letters.some((letter) => work.includes(letter))).length
  if (held.length < 2 || roles !== 1) return undefined
  const message = `${party.name} has ${plural(roles, 'role')} only. One published guide asks each partner for at least two.`
  return { ruleId: 'single-role-partner', severity: severityOf('single-role-partner'), partyId: party.id, message }
}

/** Whether a responsibility means going to employers and asking something of them. */
export function callsEmployers(label: string): boolean {
  return (
    /\b(employers?|business(es)?|compan(y|ies))\b/i.test(label) &&
    /\b(bring|contact|involve|engage|recruit|approach|call|ask|visit|reach|invite|survey|meet|win)/i.test(label)
  )
}

/** Whether a responsibility means helping participants with what stands in their way. */
export function givesSupport(label: string): boolean {
  return /\b(supports?|supportive) services?\b|\bwrap-?\s?around\b/i.test(label)
}

function severityOf(id: CheckId): Severity {
  const severity = partnerRoles.checks.find((check) => check.id === id)?.severity
  return severity === 'error' || severity === 'warning' ? severity : 'info'
}
