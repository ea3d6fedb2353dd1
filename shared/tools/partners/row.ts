import { z } from 'zod'
import { listFields, textFields } from './fields'
import { type PartnerFields, PartnerShape } from './schema'

const { sector, level, contact, hoursPerMonth, joinedOn, backing, ...others } = PartnerShape.shape
const { people, populations, skills } = others
const { goals, resources, measures, requirements, pledgedAction, pledgedMoney, pledgedLegislation, note } = others

/** What a partner may say of itself by its private link: all but its name, its ring and its seats, which the group keeps. */
export const OwnRow = z.object({
  sector,
  level,
  contact,
  hoursPerMonth,
  people,
  populations,
  skills,
  goals,
  resources,
  measures,
  requirements,
  backing,
  pledgedAction,
  pledgedMoney,
  pledgedLegislation,
  note,
  joinedOn,
})
export type OwnRow = z.infer<typeof OwnRow>

/** The lists of a row. */
export const RowLists = z.object({ people, populations, skills })
export type RowLists = z.infer<typeof RowLists>

/** Names of the fields of a row that are taken away. */
export const RowField = z.enum([
  'sector',
  'level',
  'contact',
  'hoursPerMonth',
  'backing',
  'joinedOn',
  ...listFields.map(({ key }) => key),
  ...textFields.map(({ key }) => key),
])
export type RowField = z.infer<typeof RowField>

/** The part of a partner that its private link shows and changes. */
export function ownRowOf(partner: PartnerFields): OwnRow {
  const { name: _name, team: _team, seats: _seats, ...row } = partner
  return row
}
