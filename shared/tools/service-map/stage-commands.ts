import type * as Y from 'yjs'
import type { Actor } from '../../access/actor'
import { newId } from '../../doc/ids'
import { lastOrder, orderBetween } from '../../doc/order'
import { commandOrigin } from '../../doc/origin'
import { usualStages } from './catalogue'
import { mapStages } from './collections'
import { type MapStage, mostStages, type StageId } from './schema'
import { everyStage, stagesOf } from './selectors'
import { looseKey } from './words'

/** What a person says about a stage. */
export type StageChanges = Partial<Omit<MapStage, 'id' | 'order' | 'removedAtMs'>>

/** Puts a stage at the end of the way. Undefined when the map has as many as it may hold. */
export function addStage(board: Y.Doc, actor: Actor, label: string): StageId | undefined {
  const stages = stagesOf(mapStages.live(board).all())
  if (stages.length >= mostStages) return undefined
  const id = newId('stage')
  board.transact(
    () => mapStages.put(board, { id, label, order: orderBetween(lastOrder(stages), null) }),
    commandOrigin('service-map/add-stage', actor),
  )
  return id
}

/** Changes what is said about a stage; a field set to undefined is taken away. */
export function editStage(board: Y.Doc, actor: Actor, id: StageId, changes: StageChanges): boolean {
  return board.transact(() => writeStage(board, id, changes), commandOrigin('service-map/edit-stage', actor))
}

/** Moves a stage one place up or down. False at the end. */
export function moveStage(board: Y.Doc, actor: Actor, id: StageId, step: -1 | 1): boolean {
  const stages = stagesOf(mapStages.live(board).all())
  const at = stages.findIndex((stage) => stage.id === id)
  const target = at + step
  if (at < 0 || target < 0 || target >= stages.length) return false
  const [before, after] = step < 0 ? [stages[target - 1], stages[target]] : [stages[target], stages[target + 1]]
  const order = orderBetween(before?.order ?? null, after?.order ?? null)
  return board.transact(() => writeStage(board, id, { order }), commandOrigin('service-map/move-stage', actor))
}

/** Takes a stage out; what stands in it waits until it is put back. */
export function removeStage(board: Y.Doc, actor: Actor, id: StageId, nowMs: number): boolean {
  return board.transact(() => writeStage(board, id, { removedAtMs: nowMs }), commandOrigin('service-map/remove-stage', actor))
}

export function restoreStage(board: Y.Doc, actor: Actor, id: StageId): boolean {
  return board.transact(() => mapStages.patch(board, id, { removedAtMs: undefined }), commandOrigin('service-map/restore-stage', actor))
}

/** The stage of that name, whatever its case, spaces and punctuation; a new one when there is none. Within the caller's transaction. */
export function stageNamed(board: Y.Doc, label: string): StageId {
  // Not the live view: it stands still while a transaction runs, and an earlier line may have added the stage.
  const stages = everyStage(mapStages.all(board))
  const known = stages.find((stage) => looseKey(stage.label) === looseKey(label))
  if (known) {
    if (known.removedAtMs !== undefined) mapStages.patch(board, known.id, { removedAtMs: undefined })
    return known.id
  }
  const id = newId('stage')
  mapStages.put(board, { id, label, order: orderBetween(lastOrder(stages), null) })
  return id
}

/** A usual stage is stored once somebody changes it. */
function writeStage(board: Y.Doc, id: StageId, changes: Partial<MapStage>): boolean {
  if (mapStages.patch(board, id, changes)) return true
  const usual = usualStages.find((stage) => stage.id === id)
  if (usual) mapStages.put(board, { ...usual, ...changes })
  return usual !== undefined
}
