import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { overlapsOf } from '../../../shared/tools/service-map/overlaps'
import { cellsOf } from '../../../shared/tools/service-map/selectors'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { HoleRow } from './HoleRow'
import { StageName } from './MapTable'
import type { Carry } from './use-carry'
import type { MapOpeners, MapView } from './use-map'

interface MapCardsProps extends MapOpeners {
  readonly view: MapView
  readonly carry: Carry
}

/** The map on a phone and on paper: one stage a card, with who offers what. */
export function MapCards({ view, carry, onService, onAdd }: MapCardsProps) {
  const { map, shown, mayEdit } = view
  const overlaps = useMemo(() => overlapsOf(map).filter(({ isCrowded }) => isCrowded), [map])
  const servicesAt = useMemo(() => cellsOf(shown.services), [shown.services])
  return (
    <ul className="smap-cards">
      {shown.stages.map((stage) => {
        const overlap = overlaps.find(({ stageId }) => stageId === stage.id)
        const offering = shown.parties.flatMap(({ id, name }) => {
          const here = servicesAt(stage.id, id)
          return here.length === 0 ? [] : [{ id, name, here }]
        })
        const isHole = map.services.every(({ stageId }) => stageId !== stage.id)
        return (
          <li key={stage.id} className="card smap-card">
            <h3 className="h">
              <StageName stage={stage} number={map.stages.indexOf(stage) + 1} overlap={overlap} />
            </h3>
            {isHole && map.services.length > 0 ? <HoleRow view={view} stage={stage} carry={carry} onAdd={onAdd} /> : null}
            {!isHole && offering.length === 0 ? <p className="meta">Nothing here fits what you look for.</p> : null}
            <dl>
              {offering.map(({ id, name, here }) => (
                <div key={id}>
                  <dt>{name}</dt>
                  <dd>
                    {here.map((service) => (
                      <button
                        key={service.id}
                        type="button"
                        className={classNames('smap-service', overlap?.serviceIds.includes(service.id) && 'over')}
                        onClick={() => onService(service.id)}
                      >
                        {service.label}
                      </button>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
            {mayEdit && map.parties.length > 0 && !(isHole && map.services.length > 0) ? (
              <Button size="sm" Icon={Plus} onClick={() => onAdd({ stageId: stage.id })}>
                Add a service<span className="vh"> at {stage.label}</span>
              </Button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
