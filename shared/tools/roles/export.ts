import { writeCsv } from '../../doc/csv'
import type { Party } from '../tool'
import { cellText, lettersOf } from './letters'
import type { RoleModel } from './models'
import type { Duty } from './schema'
import { inReadingOrder } from './selectors'

/** A chart as CSV, in the columns that an import takes: the responsibility, what is said of any, each partner. */
export function chartCsv(model: RoleModel, rows: readonly Duty[], parties: readonly Party[]): string {
  const ordered = inReadingOrder(rows)
  const said = facts.filter(({ of }) => ordered.some((duty) => of(duty) !== undefined))
  const header = ['responsibility', ...said.map(({ title }) => title), ...parties.map(({ name }) => name)]
  const lines = ordered.map((duty) => [
    duty.label,
    ...said.map(({ of }) => String(of(duty) ?? '')),
    ...parties.map(({ id }) => cellText(model, lettersOf(duty, id, model))),
  ])
  return writeCsv([header, ...lines])
}

const facts: readonly { readonly title: string; readonly of: (duty: Duty) => string | number | undefined }[] = [
  { title: 'group', of: ({ group }) => group },
  { title: 'hours_per_month', of: ({ hoursPerMonth }) => hoursPerMonth },
  { title: 'skill', of: ({ skill }) => skill },
]
