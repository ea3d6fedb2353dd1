import type { Actor } from '../../access/actor'
import { plural } from '../../doc/words'
import type { ToolDefinition, TouchedRecord, WrittenIn } from '../tool'
import { charts, decisionRights, duties } from './collections'
import { rolesFills } from './fills'
import { models } from './models'
import { rolesOutline } from './outline'
import { chartModel, ownModelId } from './own'
import { DecisionRight } from './rights/right-schema'
import { rightsFills, rightsOutline } from './rights/rights-outline'
import { findingsOf } from './rules'
import { Chart, Duty } from './schema'
import { dutiesOf, usedCharts } from './selectors'

/** Who does what: responsibilities by partner, with the rules of the chosen model. */
export const rolesTool: ToolDefinition = {
  id: 'roles',
  label: 'Roles',
  board: [charts, duties, decisionRights],
  record: [],
  contract: {},
  problems: {},
  outline: (docs) => [
    ...rolesOutline(charts.live(docs.board).all(), duties.live(docs.board).all(), docs.parties()),
    ...rightsOutline(decisionRights.live(docs.board).all(), docs.agreed?.()),
  ],
  fills: (docs) => [
    ...rolesFills(charts.live(docs.board).all(), duties.live(docs.board).all(), docs.parties()),
    ...rightsFills(decisionRights.live(docs.board).all()),
  ],
  progress(docs) {
    const all = duties.live(docs.board).all()
    const used = usedCharts(charts.live(docs.board).all(), all)
    const rows = used.flatMap(({ id }) => dutiesOf(all, id))
    const broken = new Set(
      used.flatMap(({ id, chart }) =>
        findingsOf(chartModel(chart), dutiesOf(all, id), docs.parties()).flatMap(({ dutyId, severity }) =>
          dutyId && severity === 'error' ? [dutyId] : [],
        ),
      ),
    )
    const open = broken.size === 0 ? '' : `, ${broken.size} with gaps`
    return {
      done: rows.length - broken.size,
      total: rows.length,
      summary: `${plural(rows.length, 'responsibility', 'responsibilities')}${open}`,
    }
  },
  describe({ board }, ref) {
    if (ref.collection === duties.name) return duties.live(board).get(ref.id)?.label
    if (ref.collection === decisionRights.name) return decisionRights.live(board).get(ref.id)?.decision
    if (ref.collection !== charts.name) return undefined
    const chart = charts.live(board).get(ref.id)
    return chart ? chart.title || `Role chart (${chartModel(chart).label})` : undefined
  },
  check: checkRoles,
}

const everyLetter = new Set(models.flatMap(({ letters }) => letters.map(({ letter }) => letter)))

/** Letters must be some model's or the chart's own. Which model applies may change while a change is on its way, so that is a finding. */
function checkRoles(_actor: Actor, touched: TouchedRecord, { doc }: WrittenIn): string | undefined {
  if (touched.change === 'removed') return undefined
  if (touched.collection === charts.name) return checkChart(touched)
  if (touched.collection === decisionRights.name) {
    return DecisionRight.safeParse(touched.after).success ? undefined : 'This kind of decision is not written as the list needs it.'
  }
  if (touched.collection !== duties.name) return undefined
  const duty = Duty.safeParse(touched.after)
  if (!duty.success) return 'This responsibility is not written as a role chart needs it.'
  const before = Duty.safeParse(touched.before).data?.cells ?? {}
  const own = charts.get(doc, duty.data.chartId)?.own ?? {}
  const strange = Object.entries(duty.data.cells).find(
    ([party, cell]) => before[party] !== cell && cell.split('/').some((letter) => !everyLetter.has(letter) && !(letter in own)),
  )
  return strange === undefined ? undefined : `“${strange[1]}” is no letter of any role model.`
}

function checkChart({ after }: TouchedRecord): string | undefined {
  const chart = Chart.safeParse(after).data
  if (!chart) return 'This role chart is not written as it must be.'
  if (chart.model === ownModelId) return chart.own ? undefined : 'A chart with letters of its own needs at least one.'
  return models.some(({ id }) => id === chart.model) ? undefined : 'There is no such role model.'
}
