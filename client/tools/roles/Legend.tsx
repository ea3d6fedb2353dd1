import { ChevronDown, TriangleAlert } from 'lucide-react'
import type { PersonUndo } from '../../../shared/doc/undo'
import { canChangeModel, changeModel } from '../../../shared/tools/roles/commands'
import { models } from '../../../shared/tools/roles/models'
import { findingCounts } from '../../../shared/tools/roles/rules'
import { useWorkshop } from '../../app/workshop-context'
import { Chip } from '../../ui/Chip'
import { Menu } from '../../ui/Menu'
import { toast } from '../../ui/toast'
import { cellLook } from './cell-choices'
import type { ChartView } from './use-chart'

/** What the letters mean, which model it is, and how many findings there are of each kind. */
export function Legend({ chart, undo }: { readonly chart: ChartView; readonly undo: PersonUndo }) {
  const { model, findings } = chart
  return (
    <div className="row between wrap roles-head">
      <div className="row g4 wrap roles-key">
        <ModelMenu chart={chart} undo={undo} />
        {model.letters.map(({ letter, name, meaning }) => (
          <span key={letter} className="roles-letter" title={meaning}>
            <i className={`roles-ce small ${cellLook(model, [letter])}`} aria-hidden>
              {letter}
            </i>
            {name}
            <span className="vh">: {meaning}</span>
          </span>
        ))}
      </div>
      <div className="row wrap">
        {findingCounts(model, findings).map(({ text, severity }) => (
          <Chip key={text} tone={severity === 'error' ? 'warn' : 'line'} {...(severity === 'error' ? { Icon: TriangleAlert } : {})}>
            {text}
          </Chip>
        ))}
      </div>
    </div>
  )
}

function ModelMenu({ chart, undo }: { readonly chart: ChartView; readonly undo: PersonUndo }) {
  const { board, actor } = useWorkshop()
  if (!chart.mayEdit) return <strong>{chart.model.label}</strong>

  function change(to: (typeof models)[number]) {
    if (to.id === chart.model.id || !changeModel(board, actor, chart.id, to.id)) return
    toast({ message: `The chart is ${to.label} now`, action: { label: 'Undo', run: () => void undo.undo() } })
  }

  return (
    <Menu
      label="Kind of chart"
      items={models.map((model) => ({
        label: model.label,
        hint: model.letters.map(({ letter }) => letter).join(' '),
        checked: model.id === chart.model.id,
        onSelect: () => change(model),
        disabledReason: canChangeModel(chart.model.id, model.id, chart.rows) ? undefined : `${chart.model.label} cannot become this`,
      }))}
    >
      {chart.model.label}
      <ChevronDown className="i s" aria-hidden />
      <span className="vh">, change the kind of chart</span>
    </Menu>
  )
}
