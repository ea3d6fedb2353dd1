import type { Actor } from '../../access/actor'
import { plural } from '../../doc/words'
import type { ToolDefinition, TouchedRecord, WorkshopDocs } from '../tool'
import { carried, efforts, mapStages, services } from './collections'
import { emptyStages } from './holes'
import { serviceMapOutline } from './outline'
import { mapOf } from './selectors'

/** Who offers what at each stage of a learner's way, to whom, paid from what, and where nobody serves. */
export const serviceMapTool: ToolDefinition = {
  id: 'service-map',
  label: 'Service map',
  board: [mapStages, services, efforts, carried],
  record: [],
  contract: {},
  problems: {},
  outline: (docs) => serviceMapOutline(mapIn(docs), efforts.live(docs.board).all()),
  progress(docs) {
    const map = mapIn(docs)
    const empty = emptyStages(map).length
    const open = map.services.length === 0 || empty === 0 ? '' : `, ${plural(empty, 'stage')} nobody covers`
    return {
      done: map.stages.length - empty,
      total: map.stages.length,
      summary: `${plural(map.services.length, 'service')}${open}`,
    }
  },
  describe({ board }, { collection, id }) {
    switch (collection) {
      case services.name:
        return services.live(board).get(id)?.label
      case mapStages.name:
        return mapStages.live(board).get(id)?.label
      case efforts.name:
        return efforts.live(board).get(id)?.label
      default:
        return undefined
    }
  },
  check: checkServiceMap,
}

function mapIn({ board, parties }: WorkshopDocs) {
  return mapOf(mapStages.live(board).all(), services.live(board).all(), parties())
}

/** Every record must read as the map needs it. Which partner or stage it names may change while it is on its way. */
function checkServiceMap(_actor: Actor, { collection, change, after }: TouchedRecord): string | undefined {
  if (change === 'removed') return undefined
  const own = [mapStages, services, efforts, carried].find(({ name }) => name === collection)
  if (!own || own.schema.safeParse(after).success) return undefined
  return 'This entry is not written as the service map needs it.'
}
