import { useCallback, useDeferredValue, useMemo } from 'react'
import { charts, duties } from '../../../shared/tools/roles/collections'
import type { Finding } from '../../../shared/tools/roles/finding'
import type { RoleModel } from '../../../shared/tools/roles/models'
import { chartModel } from '../../../shared/tools/roles/own'
import { can } from '../../../shared/tools/roles/permissions'
import { findingsOf } from '../../../shared/tools/roles/rules'
import { type Chart, ChartId, type Duty } from '../../../shared/tools/roles/schema'
import { dutiesOf, inReadingOrder } from '../../../shared/tools/roles/selectors'
import type { Party } from '../../../shared/tools/tool'
import { locks } from '../../../shared/workshop/collections'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { lockOf } from '../../../shared/workshop/selectors'
import { subjectOf } from '../../../shared/workshop/subject'
import { useParties } from '../../app/use-parties'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord, useRecords, useSelected } from '../../sync/use-live'

/** The chart of a step, as its screens show it. */
export interface ChartView {
  readonly id: ChartId
  readonly model: RoleModel
  /** Letters of its own, given up ones included. */
  readonly own: Chart['own']
  /** Rows in reading order. */
  readonly rows: readonly Duty[]
  readonly parties: readonly Party[]
  readonly findings: readonly Finding[]
  readonly mayEdit: boolean
}

const none: readonly Duty[] = []

export function useChart(step: AgendaStep): ChartView {
  const { board } = useWorkshop()
  const id = chartIdOf(step)
  const chart = useRecord(charts, board, id)
  const model = chartModel(chart)
  const select = useCallback((all: readonly Duty[]) => inReadingOrder(dutiesOf(all, id)), [id])
  const rows = useSelected(duties, board, select)
  const parties = useParties()
  const mayEdit = useMayEdit()
  // A row says at once what is open in it; what is open in the whole chart may come a moment later.
  const ruled = useDeferredValue(rows, none)
  const findings = useMemo(() => findingsOf(model, ruled, parties), [model, ruled, parties])
  const own = chart?.own
  return useMemo(() => ({ id, model, own, rows, parties, findings, mayEdit }), [id, model, own, rows, parties, findings, mayEdit])
}

function useMayEdit(): boolean {
  const { actor, record } = useWorkshop()
  const all = useRecords(locks, record)
  return useMemo(() => can(actor, 'roles/edit') && lockOf(all, 'roles') === undefined, [actor, all])
}

/** A step may point at another tool's record by mistake; then it has a chart of its own. */
function chartIdOf(step: AgendaStep): ChartId {
  const subject = subjectOf(step)
  const named = subject.collection === charts.name ? ChartId.safeParse(subject.id).data : undefined
  return named ?? (`chart_${step.id.slice('step_'.length)}` as ChartId) // a step's id has the same tail
}
