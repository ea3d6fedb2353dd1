import { Download, FileUp, ListPlus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { charts, duties } from '../../../shared/tools/roles/collections'
import { addDuties } from '../../../shared/tools/roles/commands'
import { chartCsv } from '../../../shared/tools/roles/export'
import { startRows } from '../../../shared/tools/roles/models'
import { downloadText } from '../../app/hand-over'
import { usePersonUndo } from '../../app/use-person-undo'
import { useWorkshop } from '../../app/workshop-context'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Menu } from '../../ui/Menu'
import { Prompt } from '../../ui/Prompt'
import { StageLayout } from '../../ui/StageLayout'
import { useNarrow } from '../../ui/use-narrow'
import { usePrinting } from '../../ui/use-printing'
import type { StageProps } from '../client-tool'
import { AddDuty } from './AddDuty'
import { DutyDialog } from './DutyDialog'
import { Legend } from './Legend'
import { RoleCards } from './RoleCards'
import { RoleGrid } from './RoleGrid'
import './roles.css'
import { RolesImport } from './RolesImport'
import { RolesPaper } from './RolesPaper'
import { RolesSide } from './RolesSide'
import { useCells } from './use-cells'
import { type ChartView, useChart } from './use-chart'

const undoRoots = [charts.name, duties.name]

/** Who does what, responsibility by responsibility. */
export function Stage({ step }: StageProps) {
  const chart = useChart(step)
  const cells = useCells(chart)
  const undo = usePersonUndo(undoRoots)
  const narrow = useNarrow()
  const printing = usePrinting()
  const beside = useDeferredValue(chart)
  const [importing, setImporting] = useState(false)
  const [renaming, setRenaming] = useState<string | null>(null)
  const duty = chart.rows.find(({ id }) => id === renaming)
  const groups = useMemo(() => [...new Set(chart.rows.flatMap(({ group }) => group ?? []))], [chart.rows])

  return (
    <StageLayout>
      <div className="roles-stage">
        <section aria-label="Role chart">
          <div className="row between">
            <Prompt>{step.prompt ?? 'Who leads, who supports, who stays informed?'}</Prompt>
            <Tools chart={chart} onImport={() => setImporting(true)} />
          </div>
          <Legend chart={chart} undo={undo} />
          {chart.rows.length > 0 && chart.parties.length === 0 ? (
            <p className="meta">
              There are no columns yet: the partners become the columns as soon as they are on the list of the Partners step.
            </p>
          ) : null}
          {printing && chart.rows.length > 0 ? (
            <RolesPaper chart={chart} />
          ) : chart.rows.length === 0 ? (
            <EmptyChart chart={chart} onImport={() => setImporting(true)} />
          ) : narrow ? (
            <RoleCards chart={chart} cells={cells} onRename={setRenaming} />
          ) : (
            <div className="card roles-frame">
              <RoleGrid chart={chart} cells={cells} onRename={setRenaming} />
            </div>
          )}
          {chart.mayEdit ? <AddDuty chart={chart} /> : null}
        </section>
        <RolesSide chart={beside} />
        {importing ? <RolesImport chart={chart} undo={undo} onClose={() => setImporting(false)} /> : null}
        {duty ? <DutyDialog key={duty.id} duty={duty} groups={groups} onClose={() => setRenaming(null)} /> : null}
      </div>
    </StageLayout>
  )
}

interface ToolsProps {
  readonly chart: ChartView
  readonly onImport: () => void
}

function Tools({ chart, onImport }: ToolsProps) {
  const { title } = useWorkshop()
  const addTemplate = useTemplateRows(chart)
  const download = () => downloadText(`${title || 'Workshop'} - roles.csv`, chartCsv(chart.model, chart.rows, chart.parties))
  return (
    <Menu
      label="Import, download, template rows"
      items={[
        ...(chart.mayEdit
          ? [
              { label: 'Import a CSV file…', Icon: FileUp, onSelect: onImport },
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

function EmptyChart({ chart, onImport }: ToolsProps) {
  const addTemplate = useTemplateRows(chart)
  if (!chart.mayEdit) return <Empty title="No responsibilities yet.">They appear here as soon as somebody adds them.</Empty>
  return (
    <Empty
      title="No responsibilities yet."
      action={
        <div className="row wrap">
          <Button variant="primary" Icon={ListPlus} onClick={addTemplate}>
            Start with {startRows.length} usual rows
          </Button>
          <Button Icon={FileUp} onClick={onImport}>
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
