import { Search } from 'lucide-react'
import { useState } from 'react'
import { decisions } from '../../../shared/tools/decisions/collections'
import { filteredLog, type LogFilter } from '../../../shared/tools/decisions/selectors'
import { plural } from '../../../shared/tools/decisions/words'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { Empty } from '../../ui/Empty'
import { Field } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import { StageLayout } from '../../ui/StageLayout'
import { DecisionEntry } from './DecisionEntry'
import './decisions.css'

const kinds = [
  { value: 'all', label: 'All' },
  { value: 'adoption', label: 'Adopted wordings' },
  { value: 'review', label: 'Reviews' },
  { value: 'round', label: 'Votes' },
] as const satisfies readonly { value: LogFilter['kind']; label: string }[]

/** The decision log: what was decided, how, by how many, with which reservations. */
export function Stage() {
  const { record } = useWorkshop()
  const all = useRecords(decisions, record)
  const [filter, setFilter] = useState<LogFilter>({ kind: 'all', text: '' })
  const shown = filteredLog(all, filter)

  if (all.length === 0) {
    return (
      <StageLayout>
        <Empty title="No decisions yet.">Adopt a wording or record the result of a vote, and it is written down here for good.</Empty>
      </StageLayout>
    )
  }
  return (
    <StageLayout>
      <div className="decisions">
        <p className="meta decisions-lead">Each entry stays as it was written. Nobody can change or remove one.</p>
        <div className="decisions-filter">
          <Segmented label="Show" value={filter.kind} onChange={(kind) => setFilter({ ...filter, kind })} options={kinds} />
          <Field label={<span className="vh">Find in the log</span>}>
            {(control) => (
              <span className="decisions-find">
                <Search className="i s" aria-hidden />
                <input
                  {...control}
                  className="input"
                  type="search"
                  placeholder="Find in the log"
                  value={filter.text}
                  onChange={(event) => setFilter({ ...filter, text: event.target.value })}
                />
              </span>
            )}
          </Field>
        </div>
        <p className="vh" role="status">{`${plural(shown.length, 'decision')} shown`}</p>
        {shown.length === 0 ? (
          <p className="meta">No decision matches. Clear the words or show all kinds.</p>
        ) : (
          <ol className="decisions-list" reversed>
            {shown.map((decision) => (
              <DecisionEntry key={decision.id} decision={decision} />
            ))}
          </ol>
        )}
      </div>
    </StageLayout>
  )
}
