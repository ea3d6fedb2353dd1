import { Download, FileUp, Library, ListPlus } from 'lucide-react'
import { addDuties } from '../../../shared/tools/roles/commands'
import { chartCsv } from '../../../shared/tools/roles/export'
import { startRows } from '../../../shared/tools/roles/models'
import { downloadText } from '../../app/hand-over'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Menu } from '../../ui/Menu'
import type { ChartView } from './use-chart'

interface ChartToolsProps {
  readonly chart: ChartView
  readonly onOpen: (dialog: 'import' | 'library') => void
}

/** A file in, a file out, and rows to begin with. */
export function ChartTools({ chart, onOpen }: ChartToolsProps) {
  const { title } = useWorkshop()
  const addTemplate = useTemplateRows(chart)
  const download = () => downloadText(`${title || 'Workshop'} - roles.csv`, chartCsv(chart.model, chart.rows, chart.parties))
  return (
    <Menu
      label="Import, download, template rows"
      items={[
        ...(chart.mayEdit
          ? [
              { label: 'Import a CSV file…', Icon: FileUp, onSelect: () => onOpen('import') },
              { label: 'Begin with the role library…', Icon: Library, onSelect: () => onOpen('library') },
              { label: 'Add the template rows', Icon: ListPlus, onSelect: addTemplate },
            ]
          : []),
        {
          label: 'Download as CSV',
          Icon: Download,
          onSelect: download,
          disabledReason: chart.rows.length === 0 ? 'No row yet' : undefined,
        },
      ]}
    />
  )
}

/** A chart without a row: the ways to begin. */
export function EmptyChart({ chart, onOpen }: ChartToolsProps) {
  const addTemplate = useTemplateRows(chart)
  if (!chart.mayEdit) return <Empty title="No responsibilities yet.">They appear here as soon as somebody adds them.</Empty>
  return (
    <Empty
      title="No responsibilities yet."
      action={
        <div className="row wrap">
          <Button variant="primary" Icon={Library} onClick={() => onOpen('library')}>
            Start from the role library
          </Button>
          <Button Icon={ListPlus} onClick={addTemplate}>
            Start with {startRows.length} usual rows
          </Button>
          <Button Icon={FileUp} onClick={() => onOpen('import')}>
            Import a CSV file
          </Button>
        </div>
      }
    >
      {chart.parties.length === 0
        ? 'Add the partners in the Partners step first: they become the columns.'
        : 'A row is something that somebody must do; each partner gets a letter in it.'}
    </Empty>
  )
}

/** Adds those of the template's rows that the chart does not have yet. */
function useTemplateRows(chart: ChartView) {
  const { board, actor } = useWorkshop()
  return () => {
    const labels = new Set(chart.rows.map(({ label }) => label))
    addDuties(
      board,
      actor,
      chart.id,
      startRows.filter(({ label }) => !labels.has(label)).map(({ label }) => ({ label })),
    )
  }
}
