import { useState } from 'react'
import type { CsvRow } from '../../../shared/doc/csv'
import { localDay } from '../../../shared/doc/day'
import type { ColumnMapping } from '../../../shared/doc/table-import'
import type { PersonUndo } from '../../../shared/doc/undo'
import { plural } from '../../../shared/doc/words'
import { importPartners } from '../../../shared/tools/partners/commands'
import { guessMapping, importTargets, type PartnerPlan, type PlannedPartner, planImport } from '../../../shared/tools/partners/import'
import { onRoster } from '../../../shared/tools/partners/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { CsvImport, type ImportPreview } from '../../ui/CsvImport'
import { Switch } from '../../ui/Switch'
import { toast } from '../../ui/toast'
import { importCells, importHead } from './import-cells'
import { usePartners, useSeatList } from './use-roster'

interface PartnersImportProps {
  readonly undo: PersonUndo
  readonly onClose: () => void
}

/** Takes a list of partners in, with the seats that their names suggest, if they are confirmed. */
export function PartnersImport({ undo, onClose }: PartnersImportProps) {
  const { board, actor, serverNow } = useWorkshop()
  const roster = onRoster(usePartners())
  const list = useSeatList()
  const [takeSeats, setTakeSeats] = useState(true)

  function preview(header: readonly string[], rows: readonly CsvRow[], mapping: ColumnMapping): ImportPreview {
    const plan = planImport(header, rows, mapping, roster, list)
    const confirmed = plan.rows.map((row) => withSeats(row, takeSeats))
    const proposed = plan.rows.filter((row) => row.proposedSeats.length > 0).length
    return {
      refusal: plan.refusal,
      problems: plan.problems,
      summary: summaryOf(plan),
      choices:
        proposed > 0 ? (
          <Switch
            label={`Take the recommended seats that ${plural(proposed, 'name suggests', 'names suggest')}`}
            checked={takeSeats}
            onChange={setTakeSeats}
          />
        ) : null,
      notes: plan.rows.some(({ id }) => id !== undefined)
        ? ['Of a partner on the list already, what the file says replaces what stands there; an empty cell changes nothing.']
        : [],
      head: importHead,
      rows: confirmed.map((row) =>
        importCells(
          row,
          roster.find(({ id }) => id === row.id),
          list,
        ),
      ),
      run() {
        importPartners(board, actor, confirmed, localDay(serverNow()))
        toast({ message: `${plural(confirmed.length, 'partner')} imported`, action: { label: 'Undo', run: () => void undo.undo() } })
      },
    }
  }

  return (
    <CsvImport
      title="Import partners"
      hint="A CSV file with a header: name, sector, level, team, contact, capacity_hours_per_month. A partner that is on the list already is completed, not doubled."
      targets={importTargets}
      guess={guessMapping}
      preview={preview}
      onClose={onClose}
    />
  )
}

function withSeats(row: PlannedPartner, take: boolean): PlannedPartner {
  return take ? { ...row, fields: { ...row.fields, seats: [...row.fields.seats, ...row.proposedSeats] } } : row
}

function summaryOf({ rows }: PartnerPlan): string {
  const known = rows.filter(({ id }) => id !== undefined).length
  return `${plural(rows.length, 'partner')}: ${rows.length - known} new, ${known} on the list already`
}
