import { Download, FileUp, Library, ListPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react'
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
import { Segmented } from '../../ui/Segmented'
import { StageLayout } from '../../ui/StageLayout'
import { useNarrow } from '../../ui/use-narrow'
import { usePrinting } from '../../ui/use-printing'
import type { StageProps } from '../client-tool'
import { AddDuty } from './AddDuty'
import { DutyDialog } from './DutyDialog'
import { Legend } from './Legend'
import { LibraryDialog } from './LibraryDialog'
import { OverloadNotice } from './OverloadNotice'
import { PartnerCards } from './PartnerCards'
import { RoleCards } from './RoleCards'
import { RoleGrid } from './RoleGrid'
import './roles.css'
import { RolesImport } from './RolesImport'
import { RolesPaper } from './RolesPaper'
import { RolesSide } from './RolesSide'
import { useCells } from './use-cells'
import { type ChartView, useChart } from './use-chart'
import { useOverload } from './use-overload'

/** As a matrix, row by row in words, or partner by partner. */
interface Reading {
  readonly by: 'chart' | 'duty' | 'partner'
  /** The partner to go to. */
  readonly partyId?: string
}

const readings = [
  { value: 'chart', label: 'Chart' },
  { value: 'duty', label: 'By responsibility' },
  { value: 'partner', label: 'By partner' },
] as const

const undoRoots = [charts.name, duties.name]

const RightsView = lazy(async () => ({ default: (await import('./rights/RightsView')).RightsView }))

const views = [
  { value: 'chart', label: 'Role chart' },
  { value: 'rights', label: 'Who decides what' },
] as const

/** Who does what, responsibility by responsibility; and who decides what, level by level. */
export function Stage({ step }: StageProps) {
  const chart = useChart(step)
  const [view, setView] = useState<(typeof views)[number]['value']>('chart')
  const choice = <Segmented label="What to look at" value={view} onChange={setView} options={views} />
  if (view === 'chart') return <ChartStage step={step} chart={chart} choice={choice} />
  return (
    <StageLayout>
      <div className="roles-rights">
        <Prompt>Which level decides, who is asked before, who is told?</Prompt>
        {choice}
        <Suspense fallback={null}>
          <RightsView chart={chart} />
        </Suspense>
      </div>
    </StageLayout>
  )
}

interface ChartStageProps extends StageProps {
  readonly chart: ChartView
  /** Leads to the other view. */
  readonly choice: ReactNode
}

function ChartStage({ step, chart, choice }: ChartStageProps) {
  const watch = useOverload(chart)
  const cells = useCells(chart, watch.noted)
  const undo = usePersonUndo(undoRoots)
  const narrow = useNarrow()
  const printing = usePrinting()
  const beside = useDeferredValue(chart)
  const [open, setOpen] = useState<'import' | 'library' | null>(null)
  const [reading, setReading] = useState<Reading>({ by: 'chart' })
  const showPartner = useCallback((partyId: string) => setReading({ by: 'partner', partyId }), [])
  const [renaming, setRenaming] = useState<string | null>(null)
  const duty = chart.rows.find(({ id }) => id === renaming)
  const skills = useMemo(() => [...new Set(chart.parties.flatMap((party) => party.skills ?? []))].sort(), [chart.parties])
  const groups = useMemo(() => [...new Set(chart.rows.flatMap(({ group }) => group ?? []))], [chart.rows])

  return (
    <StageLayout>
      <div className="roles-stage">
        <section aria-label="Role chart">
          <div className="row between">
            <Prompt>{step.prompt ?? 'Who leads, who supports, who stays informed?'}</Prompt>
            <Tools chart={chart} onOpen={setOpen} />
          </div>
          <div className="row between wrap">
            {choice}
            {chart.rows.length > 0 && chart.parties.length > 0 ? (
              <Segmented
                label="Read the chart"
                value={narrow && reading.by === 'chart' ? 'duty' : reading.by}
                options={narrow ? readings.slice(1) : readings}
                onChange={(by) => setReading({ by })}
              />
            ) : null}
          </div>
          <Legend chart={chart} undo={undo} />
          <OverloadNotice watch={watch} cells={cells} />
          {chart.rows.length > 0 && chart.parties.length === 0 ? (
            <p className="meta">
              There are no columns yet: the partners become the columns as soon as they are on the list of the Partners step.
            </p>
          ) : null}
          {printing && chart.rows.length > 0 ? (
            <RolesPaper chart={chart} />
          ) : chart.rows.length === 0 ? (
            <EmptyChart chart={chart} onOpen={setOpen} />
          ) : reading.by === 'partner' ? (
            <PartnerCards chart={chart} cells={cells} shownId={reading.partyId} />
          ) : narrow || reading.by === 'duty' ? (
            <RoleCards chart={chart} cells={cells} onRename={setRenaming} />
          ) : (
            <div className="card roles-frame">
              <RoleGrid chart={chart} cells={cells} onRename={setRenaming} />
            </div>
          )}
          {chart.mayEdit ? <AddDuty chart={chart} /> : null}
        </section>
        <RolesSide chart={beside} onShow={showPartner} />
        {open === 'import' ? <RolesImport chart={chart} undo={undo} onClose={() => setOpen(null)} /> : null}
        {open === 'library' ? <LibraryDialog chart={chart} undo={undo} onClose={() => setOpen(null)} /> : null}
        {duty ? <DutyDialog key={duty.id} duty={duty} groups={groups} skills={skills} onClose={() => setRenaming(null)} /> : null}
      </div>
    </StageLayout>
  )
}

interface ToolsProps {
  readonly chart: ChartView
  readonly onOpen: (dialog: 'import' | 'library') => void
}

function Tools({ chart, onOpen }: ToolsProps) {
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

function EmptyChart({ chart, onOpen }: ToolsProps) {
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
