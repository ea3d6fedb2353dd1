import type { ReactNode } from 'react'
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { charts, duties } from '../../../shared/tools/roles/collections'
import { usePersonUndo } from '../../app/use-person-undo'
import { Prompt } from '../../ui/Prompt'
import { Segmented } from '../../ui/Segmented'
import { StageLayout } from '../../ui/StageLayout'
import { useNarrow } from '../../ui/use-narrow'
import { usePrinting } from '../../ui/use-printing'
import type { StageProps } from '../client-tool'
import { AddDuty } from './AddDuty'
import { ChartTools, EmptyChart } from './ChartTools'
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
            <ChartTools chart={chart} onOpen={setOpen} />
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
