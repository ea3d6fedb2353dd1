import { ChevronDown, PencilLine } from 'lucide-react'
import { useState } from 'react'
import type { PersonUndo } from '../../../shared/doc/undo'
import { changeModel, targetModel } from '../../../shared/tools/roles/change-model'
import { charts } from '../../../shared/tools/roles/collections'
import { models } from '../../../shared/tools/roles/models'
import { ownModelId } from '../../../shared/tools/roles/own'
import { hasLetters } from '../../../shared/tools/roles/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { Menu } from '../../ui/Menu'
import { ConvertDialog } from './ConvertDialog'
import { OwnLettersDialog } from './OwnLettersDialog'
import type { ChartView } from './use-chart'

/** Which model the chart has, and the way to another: at once while it is empty, else with a look at what letters become. */
export function ModelMenu({ chart, undo }: { readonly chart: ChartView; readonly undo: PersonUndo }) {
  const { board, actor } = useWorkshop()
  const [asked, setAsked] = useState<string | null>(null)
  const [ownOpen, setOwnOpen] = useState(false)
  if (!chart.mayEdit) return <strong>{chart.model.label}</strong>
  const target = asked === null ? undefined : targetModel(chart.own, asked)

  function change(to: string) {
    if (to === chart.model.id) return
    if (chart.rows.some(hasLetters)) setAsked(to)
    else changeModel(board, actor, chart.id, to)
  }

  function useOwn() {
    setOwnOpen(false)
    // A chart that had none yet has them now; what is shown follows in a moment.
    if (targetModel(charts.live(board).get(chart.id)?.own, ownModelId)) change(ownModelId)
  }

  const own = targetModel(chart.own, ownModelId)
  return (
    <>
      <Menu
        label="Kind of chart"
        items={[
          ...[...models, ...(own ? [own] : [])].map((model) => ({
            label: model.label,
            hint: model.letters.map(({ letter }) => letter).join(' '),
            checked: model.id === chart.model.id,
            onSelect: () => change(model.id),
          })),
          { label: own ? 'Change your own letters…' : 'Letters of your own…', Icon: PencilLine, onSelect: () => setOwnOpen(true) },
        ]}
      >
        {chart.model.label}
        <ChevronDown className="i s" aria-hidden />
        <span className="vh">, change the kind of chart</span>
      </Menu>
      {ownOpen ? <OwnLettersDialog chart={chart} onClose={() => setOwnOpen(false)} onSaved={useOwn} /> : null}
      {target ? <ConvertDialog key={target.id} chart={chart} to={target} undo={undo} onClose={() => setAsked(null)} /> : null}
    </>
  )
}
