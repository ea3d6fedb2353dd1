import { byOrder } from '../../doc/order'
import type { Chart, Duty } from './schema'

/** The rows of a chart, in order. */
export function dutiesOf(all: readonly Duty[], chartId: string): readonly Duty[] {
  return all.filter((duty) => duty.chartId === chartId && duty.removedAtMs === undefined).sort(byOrder)
}

/** Rows under one heading. */
export interface DutyGroup {
  /** Empty for rows that stand under no heading. */
  readonly label: string
  readonly duties: readonly Duty[]
}

/** Rows by heading; a heading stands where its first row stands. */
export function byGroup(rows: readonly Duty[]): readonly DutyGroup[] {
  const groups = new Map<string, Duty[]>()
  for (const duty of rows) {
    const label = duty.group ?? ''
    const group = groups.get(label)
    if (group) group.push(duty)
    else groups.set(label, [duty])
  }
  return [...groups].map(([label, members]) => ({ label, duties: members }))
}

/** The rows as they are read: group after group. */
export function inReadingOrder(rows: readonly Duty[]): readonly Duty[] {
  return byGroup(rows).flatMap((group) => group.duties)
}

/** Charts that have rows, with those whose record does not exist yet. */
export function usedCharts(
  charts: readonly Chart[],
  all: readonly Duty[],
): readonly { readonly id: string; readonly chart: Chart | undefined }[] {
  const known = [...charts].sort(byOrder).map((chart) => ({ id: chart.id as string, chart }))
  const ids = new Set(known.map(({ id }) => id))
  const loose = [...new Set(all.map(({ chartId }) => chartId as string))].filter((id) => !ids.has(id)).sort()
  return [...known, ...loose.map((id) => ({ id, chart: undefined }))].filter(({ id }) => dutiesOf(all, id).length > 0)
}

/** Whether somebody has a letter in a row. */
export function hasLetters(duty: Pick<Duty, 'cells' | 'claims'>): boolean {
  return Object.keys(duty.cells).length > 0 || Object.keys(duty.claims).length > 0
}
