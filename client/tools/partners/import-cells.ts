import { listFields, textFields } from '../../../shared/tools/partners/fields'
import type { PlannedPartner } from '../../../shared/tools/partners/import'
import { levels, sectorLabel, teams } from '../../../shared/tools/partners/recommended-team'
import type { Partner, PartnerFields } from '../../../shared/tools/partners/schema'
import type { SeatList } from '../../../shared/tools/partners/seat-list'
import { seatName } from './SeatChoice'

/** The columns of the preview. */
export const importHead = ['Partner', 'Sector', 'Level', 'Ring', 'Contact', 'Hours', 'Seats', 'More']

const moreFields = [...listFields, ...textFields]

/**
 * A planned row as the preview shows it. For a partner that is on the list, `old → new` in each cell that would change,
 * and what stands there in the others: an empty cell of the file changes nothing.
 *
 * @param known the partner as it is; absent for a new one
 */
export function importCells({ fields }: PlannedPartner, known: Partner | undefined, list: SeatList): readonly string[] {
  const before = known ? shownCells(known, list) : undefined
  const shown = shownCells(fields, list).map((after, index) => changeInWords(before?.[index], after))
  const more = moreFields.filter(({ key }) => fields[key] !== undefined && String(fields[key]) !== String(known?.[key] ?? ''))
  return [...shown, more.map(({ key, label }) => (known?.[key] === undefined ? label : `${label}: replaced`)).join(', ')]
}

function changeInWords(before: string | undefined, after: string): string {
  if (before === undefined || before === '' || before === after) return after
  return after === '' ? before : `${before} → ${after}`
}

function shownCells(fields: PartnerFields, list: SeatList): readonly string[] {
  return [
    fields.name,
    fields.sector ? sectorLabel(fields.sector) : '',
    levels.find(({ id }) => id === fields.level)?.label ?? '',
    teams.find(({ id }) => id === fields.team)?.label ?? '',
    fields.contact ?? '',
    fields.hoursPerMonth === undefined ? '' : String(fields.hoursPerMonth),
    fields.seats.map((id) => seatName(list, id)).join(', '),
  ]
}
