import { Undo2 } from 'lucide-react'
import { services } from '../../../shared/tools/service-map/collections'
import { restoreService } from '../../../shared/tools/service-map/commands'
import { removedServices } from '../../../shared/tools/service-map/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { useSelected } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import type { MapView } from './use-map'

/** Services that were taken off the map; each can be put back as it was. */
export function TakenOff({ view: { map, mayEdit } }: { readonly view: MapView }) {
  const { board, actor } = useWorkshop()
  const gone = useSelected(services, board, removedServices)
  if (gone.length === 0) return null
  return (
    <details className="card smap-panel smap-gone">
      <summary>Taken off the map, {gone.length}</summary>
      <ul className="smap-lines">
        {gone.map(({ id, label, partnerId }) => (
          <li key={id}>
            <span className="grow">
              <b>{label}</b> <span className="meta">{map.parties.find((party) => party.id === partnerId)?.name ?? ''}</span>
            </span>
            {mayEdit ? (
              <Button
                size="sm"
                Icon={Undo2}
                onClick={() => {
                  restoreService(board, actor, id)
                  toast({ message: `${label} is on the map again` })
                }}
              >
                Put back<span className="vh"> {label}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
