import { MapPinPlus, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { efforts } from '../../../shared/tools/service-map/collections'
import { effortStates } from '../../../shared/tools/service-map/effort-words'
import type { Effort, EffortId } from '../../../shared/tools/service-map/schema'
import { effortsOf } from '../../../shared/tools/service-map/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { EffortDialog } from './EffortDialog'
import type { MapView } from './use-map'

interface EffortsPanelProps {
  readonly view: MapView
  /** Puts an effort on the map as a service. */
  readonly onPlace: (effort: Effort) => void
}

/** What somebody says is being done already: found, and examined. */
export function EffortsPanel({ view: { map, mayEdit }, onPlace }: EffortsPanelProps) {
  const { board } = useWorkshop()
  const stored = useRecords(efforts, board)
  const all = useMemo(() => effortsOf(stored), [stored])
  const [open, setOpen] = useState<EffortId | 'new' | null>(null)
  const effort = all.find(({ id }) => id === open)
  return (
    <section className="card smap-panel" aria-labelledby="smap-efforts">
      <div className="row between wrap">
        <h2 className="h" id="smap-efforts">
          “We have been doing that”
        </h2>
        {mayEdit ? (
          <Button size="sm" Icon={Plus} onClick={() => setOpen('new')}>
            Write down an effort
          </Button>
        ) : null}
      </div>
      {all.length === 0 ? (
        <p className="meta">When somebody says so, write it down here, find it, and look at it before anybody builds it again.</p>
      ) : null}
      <ul className="smap-lines">
        {all.map((each) => {
          const { label: state, next } = effortStates[each.state]
          const about = [
            map.parties.find(({ id }) => id === each.partnerId)?.name,
            map.stages.find(({ id }) => id === each.stageId)?.label,
          ].filter(Boolean)
          const isPlaced = map.services.some((service) => service.label === each.label && service.partnerId === each.partnerId)
          return (
            <li key={each.id}>
              <div className="grow">
                {mayEdit ? (
                  <button type="button" className="smap-open" onClick={() => setOpen(each.id)}>
                    {each.label}
                  </button>
                ) : (
                  <b>{each.label}</b>
                )}
                {about.length > 0 ? <p className="meta">{about.join(', ')}</p> : null}
                {each.findings ? <p className="smap-words">{each.findings}</p> : null}
                {next ? <p className="meta">{next}</p> : null}
              </div>
              <Chip tone={each.state === 'examined' ? 'ok' : 'warn'}>{state}</Chip>
              {mayEdit && each.state !== 'said' && !isPlaced && map.parties.length > 0 ? (
                <Button size="sm" Icon={MapPinPlus} onClick={() => onPlace(each)}>
                  Put it on the map<span className="vh"> {each.label}</span>
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {open === 'new' && mayEdit ? <EffortDialog map={map} onClose={() => setOpen(null)} /> : null}
      {effort && mayEdit ? <EffortDialog key={effort.id} map={map} effort={effort} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}
