import { Layers, Plus, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { plural } from '../../../shared/doc/words'
import { carried, efforts, mapStages, services } from '../../../shared/tools/service-map/collections'
import { emptyStages } from '../../../shared/tools/service-map/holes'
import { overlapsOf } from '../../../shared/tools/service-map/overlaps'
import type { ServiceId } from '../../../shared/tools/service-map/schema'
import { usePersonUndo } from '../../app/use-person-undo'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Prompt } from '../../ui/Prompt'
import { StageLayout } from '../../ui/StageLayout'
import { useNarrow } from '../../ui/use-narrow'
import { usePrinting } from '../../ui/use-printing'
import type { StageProps } from '../client-tool'
import { EffortsPanel } from './EffortsPanel'
import { Filters } from './Filters'
import { MapCards } from './MapCards'
import { MapMenu } from './MapMenu'
import { MapTable } from './MapTable'
import { NeedPanel } from './NeedPanel'
import { Notes } from './Notes'
import { Readings } from './Readings'
import { KnownService, ServiceDialog } from './ServiceDialog'
import { ServicesImport } from './ServicesImport'
import { StagesDialog } from './StagesDialog'
import './service-map.css'
import { TakenOff } from './TakenOff'
import { useCarry } from './use-carry'
import { type MapView, type Place, useMap } from './use-map'

type Open =
  | { readonly what: 'service'; readonly id: ServiceId }
  | { readonly what: 'add'; readonly place: Place }
  | { readonly what: 'stages' }
  | { readonly what: 'import' }
  | null

const undoRoots = [mapStages.name, services.name, efforts.name, carried.name]

/** Who offers what at each stage of a learner's way, and where nobody serves. */
export function Stage({ step }: StageProps) {
  const view = useMap()
  const carry = useCarry(step, view.mayEdit)
  const narrow = useNarrow()
  const printing = usePrinting()
  const undo = usePersonUndo(undoRoots)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const openers = useMemo(
    () => ({
      onService: (id: ServiceId) => setOpen({ what: 'service', id }),
      onAdd: (place: Place) => setOpen({ what: 'add', place }),
    }),
    [],
  )
  const { map, mayEdit } = view

  return (
    <StageLayout>
      <div className="smap-stage">
        <section aria-label="Service map">
          <div className="row between wrap smap-head">
            <Prompt>{step.prompt ?? 'What does a learner find at each stage, and from whom?'}</Prompt>
            <div className="row wrap">
              <Counts view={view} />
              <MapMenu view={view} onStages={() => setOpen({ what: 'stages' })} onImport={() => setOpen({ what: 'import' })} />
              {mayEdit && map.parties.length > 0 ? (
                <Button variant="primary" Icon={Plus} onClick={() => openers.onAdd({})}>
                  Add a service
                </Button>
              ) : null}
            </div>
          </div>
          {map.parties.length === 0 ? (
            <p className="meta">
              There are no columns yet: the partners become the columns as soon as they are on the list of the Partners step.
            </p>
          ) : null}
          {map.services.length > 0 ? <Filters view={view} /> : null}
          {narrow || printing ? <MapCards view={view} carry={carry} {...openers} /> : <MapTable view={view} carry={carry} {...openers} />}
        </section>
        <Readings view={view} carry={carry} />
        <TakenOff view={view} />
        <NeedPanel view={view} />
        <EffortsPanel
          view={view}
          onPlace={({ label, partnerId, stageId }) =>
            openers.onAdd({ label, ...(partnerId ? { partnerId } : {}), ...(stageId ? { stageId } : {}) })
          }
        />
        <Notes step={step} />
        {open?.what === 'add' ? <ServiceDialog map={map} place={open.place} mayEdit={mayEdit} onClose={close} /> : null}
        {open?.what === 'service' ? <KnownService key={open.id} id={open.id} map={map} mayEdit={mayEdit} onClose={close} /> : null}
        {open?.what === 'import' ? <ServicesImport view={view} undo={undo} onClose={close} /> : null}
        {open?.what === 'stages' ? <StagesDialog view={view} onClose={close} /> : null}
      </div>
    </StageLayout>
  )
}

/** Holes and overlaps, counted in words; nothing while nobody has put anything on the map. */
function Counts({ view: { map } }: { readonly view: MapView }) {
  if (map.services.length === 0) return null
  const empty = emptyStages(map).length
  const crowded = new Set(overlapsOf(map).flatMap(({ isCrowded, stageId }) => (isCrowded ? [stageId] : []))).size
  return (
    <>
      {empty > 0 ? (
        <Chip tone="warn" Icon={TriangleAlert}>
          {plural(empty, 'stage')} nobody covers
        </Chip>
      ) : null}
      {crowded > 0 ? (
        <Chip tone="line" Icon={Layers}>
          {plural(crowded, 'stage')} with overlap
        </Chip>
      ) : null}
    </>
  )
}
