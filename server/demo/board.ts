import { readFileSync } from 'node:fs'
import path from 'node:path'
import type * as Y from 'yjs'
import type { Actor } from '../../shared/access/actor'
import { readCsv } from '../../shared/doc/csv'
import { localDay } from '../../shared/doc/day'
import { newId } from '../../shared/doc/ids'
import { ordersAfter } from '../../shared/doc/order'
import { clusters, ideas, prompts } from '../../shared/tools/ideas/collections'
import type { ClusterId, PromptId } from '../../shared/tools/ideas/schema'
import { partners } from '../../shared/tools/partners/collections'
import { importPartners } from '../../shared/tools/partners/commands'
import { guessMapping as guessPartnerColumns, planImport as planPartners } from '../../shared/tools/partners/import'
import { charts } from '../../shared/tools/roles/collections'
import { importDuties } from '../../shared/tools/roles/commands'
import { guessMapping as guessRoleColumns, planImport as planRoles } from '../../shared/tools/roles/import'
import { modelOf } from '../../shared/tools/roles/models'
import type { ChartId } from '../../shared/tools/roles/schema'
import { mapStages } from '../../shared/tools/service-map/collections'
import { addEffort, importServices } from '../../shared/tools/service-map/commands'
import { guessMapping as guessServiceColumns, planImport as planServices } from '../../shared/tools/service-map/import'
import { mapOf } from '../../shared/tools/service-map/selectors'
import { editStage } from '../../shared/tools/service-map/stage-commands'
import { projectRoot } from '../project-root'
import { clusterNames, efforts, focusQuestion, kindOf, stageFindings } from './content'
import { saidBy } from './partner-words'

const spreadMs = 40_000

/** Puts the sample notes on the board, each under the name of somebody who could have written it. */
export function writeNotes(board: Y.Doc, promptId: PromptId, authorOf: (roleTitle: string) => Actor, nowMs: number): void {
  const { rows } = readSample('ideas.csv')
  prompts.put(board, { id: promptId, text: focusQuestion })
  const clusterOf = writeClusters(board, promptId)
  const orders = ordersAfter(null, rows.length)
  for (const [index, row] of rows.entries()) {
    const [, text = '', theme = '', roleTitle = ''] = row.cells
    ideas.put(board, {
      id: newId('idea'),
      promptId,
      text,
      kind: kindOf(theme, text),
      authorId: authorOf(roleTitle).id,
      clusterId: clusterOf.get(theme) ?? null,
      order: orders[index] ?? 'a0',
      createdAtMs: nowMs - (rows.length - index) * spreadMs,
    })
  }
}

function writeClusters(board: Y.Doc, promptId: PromptId): ReadonlyMap<string, ClusterId> {
  const names = Object.entries(clusterNames)
  const orders = ordersAfter(null, names.length)
  return new Map(
    names.map(([theme, name], index) => {
      const id = newId('cluster')
      clusters.put(board, { id, promptId, name, order: orders[index] ?? 'a0' })
      return [theme, id]
    }),
  )
}

/** Reads the sample roster in, as the import dialog would with every proposed seat confirmed, and with what some partners said. */
export function writePartners(board: Y.Doc, actor: Actor, nowMs: number): void {
  const { header, rows } = readSample('partners.csv')
  const plan = planPartners(header, rows, guessPartnerColumns(header), [])
  importPartners(
    board,
    actor,
    plan.rows.map((row) => ({ ...row, fields: { ...row.fields, ...saidBy(row.fields.name), seats: [...row.proposedSeats] } })),
    localDay(nowMs),
  )
}

/** Reads the sample role chart in; the roster must be there. */
export function writeRoles(board: Y.Doc, actor: Actor, chartId: ChartId, nowMs: number): void {
  const { header, rows } = readSample('roles.csv')
  const parties = partners.all(board).map(({ id, name, sector = '', level = '' }) => ({ id, name, sector, level }))
  charts.put(board, { id: chartId, title: 'Who does what', model: 'raci', order: 'a0' })
  const plan = planRoles(header, rows, guessRoleColumns(header, parties), modelOf('raci'), [])
  importDuties(board, actor, chartId, plan.rows, nowMs)
}

/** Reads the sample services in and says what the group found of the stages; the roster must be there. */
export function writeServices(board: Y.Doc, actor: Actor): void {
  const { header, rows } = readSample('services.csv')
  const parties = partners.all(board).map(({ id, name, sector = '', level = '' }) => ({ id, name, sector, level }))
  const stored = mapStages.all(board)
  const plan = planServices(header, rows, guessServiceColumns(header), mapOf(stored, [], parties), stored)
  importServices(board, actor, plan.rows)
  for (const { id, ...said } of stageFindings) editStage(board, actor, id, said)
  for (const effort of efforts) addEffort(board, actor, effort)
}

function readSample(name: string) {
  const reading = readCsv(readFileSync(path.join(projectRoot(), 'server/demo/copper-basin', name)))
  if (reading.state === 'refused') throw new Error(`${name}: ${reading.message}`)
  return reading
}
