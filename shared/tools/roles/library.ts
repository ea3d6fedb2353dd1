import partnerRoles from '../../content/partner-roles.json'
import type { Party } from '../tool'
import type { DutyImport } from './commands'
import { type RoleModel, workLetters } from './models'

/** A kind of partner with the responsibilities that it usually takes. */
export interface PartnerType {
  readonly id: string
  readonly label: string
  /** The sector of its partners on the roster. */
  readonly sector: string
  readonly roles: readonly string[]
}

export const partnerTypes: readonly PartnerType[] = partnerRoles.partnerTypes.map(({ id, label, sector, commonRoles }) => ({
  id,
  label,
  sector,
  roles: commonRoles,
}))

/** Responsibilities that belong to no kind of partner, but to the partnership. */
export const sharedRoles: readonly { readonly id: string; readonly label: string }[] = partnerRoles.moreRoles

/** What is taken from the library. */
export interface LibraryChoice {
  readonly typeIds: readonly string[]
  /** The roles of the partnership as a whole, too. */
  readonly withShared: boolean
  /** Whether partners of a sector get the letter for work in what their kind usually does. */
  readonly marks: boolean
}

/** The rows that a choice adds to a chart, those that it has left out; each with the letters that would be proposed. */
export function libraryRows(
  { typeIds, withShared, marks }: LibraryChoice,
  model: RoleModel,
  parties: readonly Party[],
  labels: readonly string[],
): readonly DutyImport[] {
  const chosen = partnerTypes.filter(({ id }) => typeIds.includes(id))
  const letter = marks ? proposedLetter(model) : undefined
  const known = new Set(labels.map(keyOf))
  const common = partnerRoles.responsibilities
    .filter(({ id }) => chosen.some(({ roles }) => roles.includes(id)))
    .map(({ id, label }) => {
      const sectors = chosen.filter(({ roles }) => roles.includes(id)).map(({ sector }) => sector)
      const takers = letter === undefined ? [] : parties.filter(({ sector }) => sectors.includes(sector))
      return { label, letters: new Map(takers.map((party) => [party.id, letter === undefined ? [] : [letter]])) }
    })
  const shared = withShared ? sharedRoles.map(({ label }) => ({ label, letters: new Map<string, readonly string[]>() })) : []
  return [...common, ...shared].filter(({ label }) => !known.has(keyOf(label)))
}

/** The letter for doing the work, which is no promise to answer for it. */
export function proposedLetter(model: RoleModel): string | undefined {
  return workLetters(model).find((letter) => letter !== model.once)
}

function keyOf(label: string): string {
  return label.trim().toLocaleLowerCase('en')
}
