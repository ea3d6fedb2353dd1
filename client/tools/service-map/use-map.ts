import { useMemo, useState } from 'react'
import { mapStages, services } from '../../../shared/tools/service-map/collections'
import { can } from '../../../shared/tools/service-map/permissions'
import type { MapStage, ServiceId, StageId } from '../../../shared/tools/service-map/schema'
import { filtered, type MapFilter, mapOf, noFilter, type ServiceMap, soundFilter } from '../../../shared/tools/service-map/selectors'
import { locks } from '../../../shared/workshop/collections'
import { lockOf } from '../../../shared/workshop/selectors'
import { useParties } from '../../app/use-parties'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'

/** The map as its screens show it. */
export interface MapView {
  /** The whole map. */
  readonly map: ServiceMap
  /** What the filter leaves of it. */
  readonly shown: ServiceMap
  readonly filter: MapFilter
  readonly setFilter: (filter: MapFilter) => void
  /** The stages as stored, removed ones included. */
  readonly stored: readonly MapStage[]
  readonly mayEdit: boolean
}

/** What a new service begins with. */
export interface Place {
  readonly stageId?: StageId
  readonly partnerId?: string
  readonly label?: string
}

/** What a press on the map opens. */
export interface MapOpeners {
  readonly onService: (id: ServiceId) => void
  readonly onAdd: (place: Place) => void
}

export function useMap(): MapView {
  const { board } = useWorkshop()
  const stored = useRecords(mapStages, board)
  const all = useRecords(services, board)
  const parties = useParties()
  const mayEdit = useMayEdit()
  const [chosen, setFilter] = useState(noFilter)
  const map = useMemo(() => mapOf(stored, all, parties), [stored, all, parties])
  const filter = useMemo(() => soundFilter(map, chosen), [map, chosen])
  const shown = useMemo(() => filtered(map, filter), [map, filter])
  return useMemo(() => ({ map, shown, filter, setFilter, stored, mayEdit }), [map, shown, filter, stored, mayEdit])
}

function useMayEdit(): boolean {
  const { actor, record } = useWorkshop()
  const all = useRecords(locks, record)
  return useMemo(() => can(actor, 'service-map/edit') && lockOf(all, 'service-map') === undefined, [actor, all])
}
