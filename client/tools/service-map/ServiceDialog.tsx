import { Trash2 } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { addService, editService, removeService, restoreService } from '../../../shared/tools/service-map/commands'
import type { Service, ServiceFields } from '../../../shared/tools/service-map/schema'
import type { ServiceMap } from '../../../shared/tools/service-map/selectors'
import { saidOf } from '../../../shared/tools/service-map/service-words'
import { looseKey } from '../../../shared/tools/service-map/words'
import { participants } from '../../../shared/workshop/collections'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord } from '../../sync/use-live'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
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

/** Adds a service, or shows and changes what is said about one. */
export function ServiceDialog(props: ServiceDialogProps) {
  const { service, map, mayEdit, onClose } = props
  if (mayEdit) return <ServiceForm {...props} />
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

function ServiceForm({ map, service, place = {}, onClose }: ServiceDialogProps) {
  const { board, actor, serverNow } = useWorkshop()
  const mine = useOwnPartner(map)
  const [draft, setDraft] = useState<ServiceDraft>(() => draftOf(service ?? { partnerId: mine, ...place }))
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
    if (Object.keys(faults).length > 0) return
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
    editService(board, actor, service.id, changesFrom(fieldsOf(draftOf(service)), fields))
    return true
  }

  function takeOff({ id, label }: Service) {
    removeService(board, actor, id, serverNow())
    toast({ message: `${label} taken off the map`, action: { label: 'Undo', run: () => restoreService(board, actor, id) } })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={service ? 'Change a service' : 'Add a service'}>
      <form className="smap-form" onSubmit={save} noValidate>
        <WhatFields {...form} map={map} />
        <MoreFields {...form} />
        <DialogActions inView>
          <Button variant="primary" type="submit">
            {service ? 'Save the service' : 'Add the service'}
          </Button>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          {service ? (
            <Button variant="ghost" Icon={Trash2} onClick={() => takeOff(service)}>
              Take it off the map
            </Button>
          ) : null}
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** The partner that I said I come from. */
function useOwnPartner({ parties }: ServiceMap): string | undefined {
  const { record, actor } = useWorkshop()
  const { organisation = '' } = useRecord(participants, record, actor.id) ?? {}
  return parties.find(({ name }) => looseKey(name) === looseKey(organisation))?.id
}
