import type { CsvRow } from '../../../shared/doc/csv'
import type { ColumnMapping } from '../../../shared/doc/table-import'
import type { PersonUndo } from '../../../shared/doc/undo'
import { joined, plural } from '../../../shared/doc/words'
import { importServices } from '../../../shared/tools/service-map/commands'
import { guessMapping, importTargets, planImport, type ServicePlan } from '../../../shared/tools/service-map/import'
import { saidOf } from '../../../shared/tools/service-map/service-words'
import { useWorkshop } from '../../app/workshop-context'
import { CsvImport, type ImportPreview } from '../../ui/CsvImport'
import { toast } from '../../ui/toast'
import type { MapView } from './use-map'

interface ServicesImportProps {
  readonly view: MapView
  readonly undo: PersonUndo
  readonly onClose: () => void
}

/** Takes services in: one line a service, its stage, who offers it, and what is known of it. */
export function ServicesImport({ view: { map, stored }, undo, onClose }: ServicesImportProps) {
  const { board, actor } = useWorkshop()

  function preview(header: readonly string[], rows: readonly CsvRow[], mapping: ColumnMapping): ImportPreview {
    const plan = planImport(header, rows, mapping, map, stored)
    const names = new Map(map.parties.map(({ id, name }) => [id, name]))
    return {
      refusal: plan.refusal,
      problems: plan.problems,
      summary: summaryOf(plan),
      notes: plan.newStages.length === 0 ? [] : [`Stages that are not on the map yet and would be added: ${joined(plan.newStages)}.`],
      head: ['Stage', 'Partner', 'Service', 'What the file says of it'],
      rows: plan.rows.map(({ stage, fields }) => [
        stage,
        names.get(fields.partnerId) ?? '',
        fields.label,
        saidOf(fields)
          .map(({ label, words }) => `${label}: ${words}`)
          .join('; '),
      ]),
      run() {
        importServices(board, actor, plan.rows)
        toast({ message: `${plural(plan.rows.length, 'service')} imported`, action: { label: 'Undo', run: () => void undo.undo() } })
      },
    }
  }

  return (
    <CsvImport
      title="Import services"
      hint="A CSV file with a header: stage, partner, service, and as much as you know of kind, delivery, populations, funding, funding_ends, area, places_per_year, served_last_year, wait_weeks, measure, gap, confidence. A service that is on the map already is completed, not doubled."
      targets={importTargets}
      guess={guessMapping}
      preview={preview}
      onClose={onClose}
    />
  )
}

function summaryOf({ rows }: ServicePlan): string {
  const known = rows.filter(({ id }) => id !== undefined).length
  return `${plural(rows.length, 'service')}: ${rows.length - known} new, ${known} on the map already`
}
