import { Trash2 } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { services } from '../../../shared/tools/service-map/collections'
import { addService, editService, removeService, restoreService } from '../../../shared/tools/service-map/commands'
import type { Service, ServiceFields, ServiceId } from '../../../shared/tools/service-map/schema'
import type { ServiceMap } from '../../../shared/tools/service-map/selectors'
import { saidOf } from '../../../shared/tools/service-map/service-words'
import { looseKey } from '../../../shared/tools/service-map/words'
import { participants } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord } from '../../sync/use-live'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FormDialog } from '../../ui/FormDialog'
import { toast } from '../../ui/toast'
import { MoreFields, WhatFields } from './ServiceFieldset'
import { changesFrom, draftOf, faultsOf, fieldsOf, type ServiceDraft, withProposals } from './service-draft'
import type { Place } from './use-map'

interface ServiceDialogProps {
  readonly map: ServiceMap
  /** Absent to add one. */
  readonly service?: Service
  readonly place?: Place
  readonly mayEdit: boolean
  readonly onClose: () => void
}

/** Shows and changes a service by its id, also when somebody takes it off the map meanwhile. */
export function KnownService({ id, ...props }: Omit<ServiceDialogProps, 'service' | 'place'> & { readonly id: ServiceId }) {
  const service = useRecord(services, useWorkshop().board, id)
  return service ? <ServiceDialog {...props} service={service} /> : null
}

/** Adds a service, or shows and changes what is said about one. A lock that comes meanwhile leaves what was typed in view. */
export function ServiceDialog(props: ServiceDialogProps) {
  const { service, map, mayEdit, onClose } = props
  const [isForm] = useState(mayEdit)
  if (isForm) return <ServiceForm {...props} />
  if (!service) return null
  const partner = map.parties.find(({ id }) => id === service.partnerId)?.name ?? ''
  const stage = map.stages.find(({ id }) => id === service.stageId)?.label ?? ''
  return (
    <Dialog open onClose={onClose} title={service.label}>
      <p className="meta">
        {partner}, {stage}
      </p>
      <dl className="smap-said">
        {saidOf(service).map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function ServiceForm({ map, service, place = {}, mayEdit, onClose }: ServiceDialogProps) {
  const { board, actor, serverNow } = useWorkshop()
  const mine = useOwnPartner(map)
  const [before] = useState(() => draftOf(service ?? { partnerId: mine, ...place }))
  const [draft, setDraft] = useState<ServiceDraft>(before)
  const [hasKind, setHasKind] = useState(service?.kind !== undefined)
  const [tried, setTried] = useState(false)
  const full = withProposals(
    draft,
    hasKind,
    map.stages.map(({ id }) => id),
  )
  const faults = faultsOf(
    full,
    map.services.filter(({ id }) => id !== service?.id),
  )
  const form = {
    draft: full,
    faults: tried ? faults : {},
    onChange(changes: Partial<ServiceDraft>) {
      if (changes.kind !== undefined) setHasKind(true)
      setDraft({ ...draft, ...changes })
    },
  }

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!mayEdit || Object.keys(faults).length > 0) return
    const fields = fieldsOf(full)
    if (!keep(fields)) {
      toast({ message: 'The map is full. Take a service off first.' })
      return
    }
    toast({ message: `${fields.label} ${service ? 'changed' : 'added'}` })
    onClose()
  }

  function keep(fields: ServiceFields): boolean {
    if (!service) return addService(board, actor, fields) !== undefined
    editService(board, actor, service.id, changesFrom(fieldsOf(before), fields))
    return true
  }

  function takeOff({ id, label }: Service) {
    removeService(board, actor, id, serverNow())
    toast({ message: `${label} taken off the map`, action: { label: 'Undo', run: () => restoreService(board, actor, id) } })
    onClose()
  }

  return (
    <FormDialog
      title={service ? 'Change a service' : 'Add a service'}
      save={service ? 'Save the service' : 'Add the service'}
      saveReason={mayEdit ? undefined : 'The service map is locked'}
      more={
        service && mayEdit && service.removedAtMs === undefined ? (
          <Button variant="ghost" Icon={Trash2} onClick={() => takeOff(service)}>
            Take it off the map
          </Button>
        ) : null
      }
      onSubmit={save}
      onClose={onClose}
    >
      {service?.removedAtMs === undefined ? null : (
        <Banner tone="info">Somebody took this service off the map. What you write is kept with it, and shows when it is put back.</Banner>
      )}
      <WhatFields {...form} map={map} />
      <MoreFields {...form} />
    </FormDialog>
  )
}

/** The partner that I said I come from. */
function useOwnPartner({ parties }: ServiceMap): string | undefined {
  const { record, actor } = useWorkshop()
  const { organisation = '' } = useRecord(participants, record, actor.id) ?? {}
  return parties.find(({ name }) => looseKey(name) === looseKey(organisation))?.id
}
