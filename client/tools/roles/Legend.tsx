import { TriangleAlert } from 'lucide-react'
import type { PersonUndo } from '../../../shared/doc/undo'
import { findingCounts } from '../../../shared/tools/roles/rules'
import { Chip } from '../../ui/Chip'
import { LetterMark } from './LetterMark'
import { ModelMenu } from './ModelMenu'
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
            <LetterMark model={model} letter={letter} />
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
