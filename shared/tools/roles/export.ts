import { writeCsv } from '../../doc/csv'
import type { Party } from '../tool'
import { cellText, lettersOf } from './letters'
import type { RoleModel } from './models'
import type { Duty } from './schema'
import { inReadingOrder } from './selectors'

/** A chart as CSV, in the columns that an import takes: the responsibility, its heading where there are any, each partner. */
export function chartCsv(model: RoleModel, rows: readonly Duty[], parties: readonly Party[]): string {
  const ordered = inReadingOrder(rows)
  const hasGroups = ordered.some(({ group }) => group !== undefined)
  const header = ['responsibility', ...(hasGroups ? ['group'] : []), ...parties.map(({ name }) => name)]
  const lines = ordered.map((duty) => [
    duty.label,
    ...(hasGroups ? [duty.group ?? ''] : []),
    ...parties.map(({ id }) => cellText(model, lettersOf(duty, id, model))),
  ])
  return writeCsv([header, ...lines])
}
