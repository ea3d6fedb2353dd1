import { useMemo } from 'react'
import { type Overlap, overlapsOf } from '../../../shared/tools/service-map/overlaps'
import type { MapStage } from '../../../shared/tools/service-map/schema'
import { cellsOf } from '../../../shared/tools/service-map/selectors'
import { classNames } from '../../ui/class-names'
import { moveByArrow } from './cell-keys'
import { HoleRow } from './HoleRow'
import type { Carry } from './use-carry'
import type { MapOpeners, MapView } from './use-map'

interface MapTableProps extends MapOpeners {
  readonly view: MapView
  readonly carry: Carry
}

/** The map: stages down, partners across, services in the cells; a stage that nobody covers says so across its row. */
export function MapTable({ view, carry, ...openers }: MapTableProps) {
  const { map, shown } = view
  const overlaps = useMemo(() => overlapsOf(map).filter(({ isCrowded }) => isCrowded), [map])
  const servicesAt = useMemo(() => cellsOf(shown.services), [shown.services])
  const { parties, stages } = shown
  return (
    <div className="card smap-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: arrows come on top of Tab, which reaches every button */}
      <table className="smap-table" style={{ '--partners': parties.length } as React.CSSProperties} onKeyDown={moveByArrow}>
        <caption className="vh">Services by stage and partner</caption>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            {parties.map(({ id, name }) => (
              <th key={id} scope="col">
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <StageRow
              key={stage.id}
              view={view}
              carry={carry}
              stage={stage}
              servicesAt={servicesAt}
              number={map.stages.indexOf(stage) + 1}
              overlap={overlaps.find(({ stageId }) => stageId === stage.id)}
              {...openers}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface StageRowProps extends MapTableProps {
  readonly stage: MapStage
  readonly servicesAt: ReturnType<typeof cellsOf>
  /** Its place on the way, from 1. */
  readonly number: number
  /** The largest crowd at this stage. */
  readonly overlap: Overlap | undefined
}

function StageRow({ view, carry, stage, servicesAt, number, overlap, onService, onAdd }: StageRowProps) {
  const { map, shown, mayEdit } = view
  const { parties } = shown
  const isHole = map.services.length > 0 && map.services.every(({ stageId }) => stageId !== stage.id)
  return (
    <tr className={classNames(overlap && 'over')}>
      <th scope="row">
        <StageName stage={stage} number={number} overlap={overlap} />
      </th>
      {isHole && parties.length > 0 ? (
        <td colSpan={parties.length}>
          <HoleRow view={view} stage={stage} carry={carry} onAdd={onAdd} />
        </td>
      ) : (
        parties.map(({ id, name }) => {
          const here = servicesAt(stage.id, id)
          return (
            <td key={id}>
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
              {here.length > 0 ? null : mayEdit ? (
                <button type="button" className="smap-none" onClick={() => onAdd({ stageId: stage.id, partnerId: id })}>
                  <span className="vh">
                    {name}, {stage.label}: none. Add a service
                  </span>
                </button>
              ) : (
                <span className="smap-none">
                  <span className="vh">none</span>
                </span>
              )}
            </td>
          )
        })
      )}
    </tr>
  )
}

/** A stage with its place on the way, and what is crowded in it. */
export function StageName({ stage, number, overlap }: Pick<StageRowProps, 'stage' | 'number' | 'overlap'>) {
  return (
    <span className="smap-name">
      <span className="smap-number">{number}</span>
      <span>
        {stage.label}
        {overlap ? <span className="smap-note">{overlap.short}</span> : null}
      </span>
    </span>
  )
}
