import { Lightbulb, Plus } from 'lucide-react'
import type { MapStage } from '../../../shared/tools/service-map/schema'
import { Button } from '../../ui/Button'
import type { MapOpeners, MapView } from './use-map'

interface HoleRowProps extends Pick<MapOpeners, 'onAdd'> {
  readonly view: MapView
  readonly stage: MapStage
}

/** A stage that nobody covers, in words, with what to do about it. */
export function HoleRow({ view: { mayEdit }, stage, onAdd }: HoleRowProps) {
  return (
    <div className="smap-hole">
      <Lightbulb className="i" aria-hidden />
      <span className="grow">
        <b>Nobody offers this yet.</b> {stage.gaps ?? ''}
      </span>
      {mayEdit ? (
        <Button size="sm" Icon={Plus} onClick={() => onAdd({ stageId: stage.id })}>
          Add a service
        </Button>
      ) : null}
    </div>
  )
}
