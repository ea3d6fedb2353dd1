import type { CsvRow } from '../../../shared/doc/csv'
import type { ColumnMapping } from '../../../shared/doc/table-import'
import type { PersonUndo } from '../../../shared/doc/undo'
import { plural } from '../../../shared/doc/words'
import { type DutyImport, importDuties } from '../../../shared/tools/roles/commands'
import { type DutyPlan, guessMapping, labelTarget, planImport } from '../../../shared/tools/roles/import'
import { groupTarget, hoursTarget, skillTarget } from '../../../shared/tools/roles/import-facts'
import { cellText } from '../../../shared/tools/roles/letters'
import { useWorkshop } from '../../app/workshop-context'
import { CsvImport, type ImportPreview } from '../../ui/CsvImport'
import { toast } from '../../ui/toast'
import type { ChartView } from './use-chart'

interface RolesImportProps {
  readonly chart: ChartView
  readonly undo: PersonUndo
  readonly onClose: () => void
}

/** What a column may say of a responsibility, in the words of its dialog. */
const facts: readonly { readonly value: string; readonly label: string; readonly of: (row: DutyImport) => string | number | undefined }[] =
  [
    { value: groupTarget, label: 'Heading', of: ({ group }) => group },
    { value: hoursTarget, label: 'Hours a month', of: ({ hoursPerMonth }) => hoursPerMonth },
    { value: skillTarget, label: 'Skill it asks for', of: ({ skill }) => skill },
  ]

/** Takes a role chart in: responsibilities down, partners across. */
export function RolesImport({ chart, undo, onClose }: RolesImportProps) {
  const { board, actor, serverNow } = useWorkshop()
  const { model, parties, rows: existing } = chart
  const targets = [
    { value: labelTarget, label: 'Responsibility' },
    ...facts.map(({ value, label }) => ({ value, label })),
    ...parties.map(({ id, name }) => ({ value: id, label: name })),
  ]

  function preview(header: readonly string[], rows: readonly CsvRow[], mapping: ColumnMapping): ImportPreview {
    const plan = planImport(header, rows, mapping, model, existing)
    const said = facts.filter(({ value }) => mapping.includes(value))
    const shown = parties.filter(({ id }) => mapping.includes(id))
    return {
      refusal: plan.refusal,
      problems: plan.problems,
      summary: summaryOf(plan),
      notes: [...unknownColumns(header, mapping), ...keptWords(plan)],
      head: ['Responsibility', ...said.map(({ label }) => label), ...shown.map(({ name }) => name)],
      rows: plan.rows.map((row) => [
        row.label,
        ...said.map(({ of }) => String(of(row) ?? '')),
        ...shown.map(({ id }) => cellText(model, row.letters.get(id) ?? [])),
      ]),
      run() {
        void undo.group(board, async () => importDuties(board, actor, chart.id, plan.rows, serverNow()))
        const message = `${plural(plan.rows.length, 'responsibility', 'responsibilities')} imported`
        toast({ message, action: { label: 'Undo', run: () => void undo.undo() } })
      },
    }
  }

  return (
    <CsvImport
      title="Import a role chart"
      hint={`A CSV file with a column “responsibility” and one column for each partner on the list, with the letters of ${model.label} in the cells; columns “group”, “hours_per_month” and “skill” may say more of each. What the rules say of it never stops an import.`}
      targets={targets}
      guess={(header) => guessMapping(header, parties)}
      preview={preview}
      onClose={onClose}
    />
  )
}

function summaryOf({ rows }: DutyPlan): string {
  const known = rows.filter(({ id }) => id !== undefined).length
  return `${plural(rows.length, 'responsibility', 'responsibilities')}: ${rows.length - known} new, ${known} in the chart already`
}

function keptWords({ kept }: DutyPlan): string[] {
  if (kept === 0) return []
  return [
    kept === 1
      ? '1 cell that is empty or unreadable in the file keeps its letters.'
      : `${kept} cells that are empty or unreadable in the file keep their letters.`,
  ]
}

function unknownColumns(header: readonly string[], mapping: ColumnMapping): string[] {
  const names = header.filter((_, index) => mapping[index] === null)
  if (names.length === 0) return []
  return [`Left out, since no partner on the list has this name: ${names.join('; ')}. Choose who it is above, or add the partner first.`]
}
