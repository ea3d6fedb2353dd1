import { Lightbulb, Plus } from 'lucide-react'
import { stageHole } from '../../../shared/tools/service-map/holes'
import type { MapStage } from '../../../shared/tools/service-map/schema'
import { Button } from '../../ui/Button'
import { HoleActs } from './HoleActs'
import type { Carry } from './use-carry'
import type { MapOpeners, MapView } from './use-map'

interface HoleRowProps extends Pick<MapOpeners, 'onAdd'> {
  readonly view: MapView
  readonly stage: MapStage
  readonly carry: Carry
}

/** A stage that nobody covers, in words, with what to do about it. */
export function HoleRow({ view: { mayEdit }, stage, carry, onAdd }: HoleRowProps) {
  return (
    <div className="smap-hole">
      <Lightbulb className="i" aria-hidden />
      <span className="grow">
        <b>Nobody offers this yet.</b> {stage.gaps ?? ''}
      </span>
      <HoleActs hole={stageHole(stage)} carry={carry} />
      {mayEdit ? (
        <Button size="sm" Icon={Plus} onClick={() => onAdd({ stageId: stage.id })}>
          Add a service<span className="vh"> at {stage.label}</span>
        </Button>
      ) : null}
    </div>
  )
}
