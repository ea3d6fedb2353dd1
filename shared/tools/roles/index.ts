import type { Actor } from '../../access/actor'
import { plural } from '../../doc/words'
import type { ToolDefinition, TouchedRecord } from '../tool'
import { charts, duties } from './collections'
import { rolesFills } from './fills'
import { modelOf, models } from './models'
import { rolesOutline } from './outline'
import { findingsOf } from './rules'
import { Chart, Duty } from './schema'
import { dutiesOf, usedCharts } from './selectors'

/** Who does what: responsibilities by partner, with the rules of the chosen model. */
export const rolesTool: ToolDefinition = {
  id: 'roles',
  label: 'Roles',
  board: [charts, duties],
  record: [],
  contract: {},
  problems: {},
  outline: (docs) => rolesOutline(charts.live(docs.board).all(), duties.live(docs.board).all(), docs.parties()),
  fills: (docs) => rolesFills(charts.live(docs.board).all(), duties.live(docs.board).all(), docs.parties()),
  progress(docs) {
    const all = duties.live(docs.board).all()
    const used = usedCharts(charts.live(docs.board).all(), all)
    const rows = used.flatMap(({ id }) => dutiesOf(all, id))
    const broken = new Set(
      used.flatMap(({ id, chart }) =>
        findingsOf(modelOf(chart?.model), dutiesOf(all, id), docs.parties()).flatMap(({ dutyId, severity }) =>
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
    if (ref.collection !== charts.name) return undefined
    const chart = charts.live(board).get(ref.id)
    return chart ? chart.title || `Role chart (${modelOf(chart.model).label})` : undefined
  },
  check: checkRoles,
}

const everyLetter = new Set(models.flatMap(({ letters }) => letters.map(({ letter }) => letter)))

/** Letters must be some model's. Which model applies may change while a change is on its way, so that is a finding. */
function checkRoles(_actor: Actor, touched: TouchedRecord): string | undefined {
  if (touched.change === 'removed') return undefined
  if (touched.collection === charts.name) {
    const chart = Chart.safeParse(touched.after)
    return chart.success && models.some(({ id }) => id === chart.data.model) ? undefined : 'There is no such role model.'
  }
  if (touched.collection !== duties.name) return undefined
  const duty = Duty.safeParse(touched.after)
  if (!duty.success) return 'This responsibility is not written as a role chart needs it.'
  const strange = Object.values(duty.data.cells).find((cell) => cell.split('/').some((letter) => !everyLetter.has(letter)))
  return strange === undefined ? undefined : `“${strange}” is no letter of any role model.`
}
