import type * as Y from 'yjs'
import type { Actor } from '../../access/actor'
import { lastOrder } from '../../doc/order'
import { commandOrigin } from '../../doc/origin'
import { charts, duties } from './collections'
import { convertedRow, type LetterMap, proposedMap } from './convert'
import { models, type RoleModel } from './models'
import { chartModel, ownLettersOf, ownModelId } from './own'
import type { ChartId, Duty, OwnLetter } from './schema'

/**
 * Makes another model of a chart. Without a map, letters become what the content says.
 *
 * @returns false when there is no such model, or it is the chart's own and has no letter
 */
export function changeModel(board: Y.Doc, actor: Actor, chartId: ChartId, to: string, map?: LetterMap): boolean {
  const chart = charts.live(board).get(chartId)
  const target = targetModel(chart?.own, to)
  if (!target) return false
  const from = chartModel(chart)
  const rows = duties
    .live(board)
    .all()
    .filter((duty) => duty.chartId === chartId)
  board.transact(
    () => {
      if (!charts.patch(board, chartId, { model: target.id })) putChart(board, chartId, target.id)
      for (const duty of rows) writeRow(board, actor, duty, from, target, map ?? proposedMap(from, target))
    },
    commandOrigin('roles/change-model', actor),
  )
  return true
}

/** The model that a chart would have; undefined when there is none of this name. */
export function targetModel(own: Parameters<typeof ownLettersOf>[0], to: string): RoleModel | undefined {
  if (to !== ownModelId) return models.find(({ id }) => id === to)
  return ownLettersOf(own).length === 0 ? undefined : chartModel({ model: ownModelId, own })
}

/** Says which letters of its own a chart has. One that is left out is given up; cells that have it are findings. */
export function setOwnLetters(
  board: Y.Doc,
  actor: Actor,
  chartId: ChartId,
  letters: readonly (Omit<OwnLetter, 'place' | 'retired'> & { readonly letter: string })[],
): void {
  board.transact(
    () => {
      if (!charts.live(board).get(chartId)) putChart(board, chartId, chartModel(undefined).id)
      const before = charts.get(board, chartId)?.own ?? {}
      for (const [place, { letter, ...each }] of letters.entries()) charts.putEntry(board, chartId, 'own', letter, { ...each, place })
      for (const [letter, each] of Object.entries(before)) {
        if (!letters.some((kept) => kept.letter === letter)) charts.putEntry(board, chartId, 'own', letter, { ...each, retired: true })
      }
    },
    commandOrigin('roles/own-letters', actor),
  )
}

function putChart(board: Y.Doc, id: ChartId, model: string): void {
  charts.put(board, { id, title: '', model, order: lastOrder(charts.live(board).all()) ?? 'a0' })
}

function writeRow(board: Y.Doc, actor: Actor, duty: Duty, from: RoleModel, to: RoleModel, map: LetterMap): void {
  const { cells, claimants } = convertedRow(duty, from, to, map)
  for (const party of Object.keys(duty.cells)) if (!(party in cells)) duties.removeEntry(board, duty.id, 'cells', party)
  for (const [party, letters] of Object.entries(cells)) duties.putEntry(board, duty.id, 'cells', party, letters)
  const atMs = Math.max(0, ...Object.values(duty.claims))
  for (const party of Object.keys(duty.claims)) if (!claimants.includes(party)) duties.removeEntry(board, duty.id, 'claims', party)
  for (const party of claimants) if (!(party in duty.claims)) duties.putEntry(board, duty.id, 'claims', party, atMs)
  const [holder] = claimants
  if (holder === duty.holder) return
  duties.patch(board, duty.id, { holder, holderBy: holder === undefined ? undefined : { party: holder, id: actor.id, atMs } })
}
