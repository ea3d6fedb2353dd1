import type * as Y from 'yjs'
import type { Actor } from '../../access/actor'
import { newId, type RecordRef } from '../../doc/ids'
import { lastOrder, ordersAfter } from '../../doc/order'
import { commandOrigin } from '../../doc/origin'
import { carried, efforts, services } from './collections'
import {
  type Carried,
  type Effort,
  type EffortFields,
  type EffortId,
  mostEfforts,
  mostServices,
  type ServiceFields,
  type ServiceId,
} from './schema'
import { stageNamed } from './stage-commands'

/** Puts a service on the map. Undefined when the map has as many as it may hold. */
export function addService(board: Y.Doc, actor: Actor, fields: ServiceFields): ServiceId | undefined {
  if (board.getMap(services.name).size >= mostServices) return undefined
  return board.transact(() => putServices(board, [fields])[0], commandOrigin('service-map/add', actor))
}

/** Changes what is said about a service; a field set to undefined is taken away. False when the record is gone. */
export function editService(board: Y.Doc, actor: Actor, id: ServiceId, changes: Partial<ServiceFields>): boolean {
  return board.transact(() => services.patch(board, id, changes), commandOrigin('service-map/edit', actor))
}

/** Takes a service off the map; it can be put back. */
export function removeService(board: Y.Doc, actor: Actor, id: ServiceId, nowMs: number): boolean {
  return board.transact(() => services.patch(board, id, { removedAtMs: nowMs }), commandOrigin('service-map/remove', actor))
}

export function restoreService(board: Y.Doc, actor: Actor, id: ServiceId): boolean {
  return board.transact(() => services.patch(board, id, { removedAtMs: undefined }), commandOrigin('service-map/restore', actor))
}

/** One line of an import that was read and confirmed. */
export interface ServiceImport {
  /** The service that the line is about; absent for a new one. */
  readonly id?: ServiceId
  /** The name of its stage, which is made when there is none of that name. */
  readonly stage: string
  /** For a service that exists: only what the line says. */
  readonly fields: Omit<ServiceFields, 'stageId'>
}

/** Adds new services and completes known ones, all in one step; an empty cell takes nothing away. */
export function importServices(board: Y.Doc, actor: Actor, lines: readonly ServiceImport[]): void {
  board.transact(
    () => {
      const placed = lines.map(({ id, stage, fields }) => ({ id, fields: { ...fields, stageId: stageNamed(board, stage) } }))
      for (const { id, fields } of placed) if (id) services.patch(board, id, said(fields))
      putServices(
        board,
        placed.filter(({ id }) => !id).map(({ fields }) => fields),
      )
    },
    commandOrigin('service-map/import', actor),
  )
}

/** Keeps what somebody says is being done already. Undefined when the list has as many as it may hold. */
export function addEffort(board: Y.Doc, actor: Actor, fields: EffortFields): EffortId | undefined {
  if (board.getMap(efforts.name).size >= mostEfforts) return undefined
  const id = newId('effort')
  const [order = 'a0'] = ordersAfter(lastOrder(efforts.live(board).all()), 1)
  board.transact(() => efforts.put(board, { ...fields, id, order }), commandOrigin('service-map/add-effort', actor))
  return id
}

export function editEffort(board: Y.Doc, actor: Actor, id: EffortId, changes: Partial<Omit<Effort, 'id' | 'order'>>): boolean {
  return board.transact(() => efforts.patch(board, id, changes), commandOrigin('service-map/edit-effort', actor))
}

/**
 * Remembers what was made of a hole, so that it is not asked twice.
 *
 * @param key the hole's, see `Hole`
 */
export function carryHole(board: Y.Doc, actor: Actor, key: string, as: Carried['as'], ref: RecordRef): void {
  board.transact(() => carried.put(board, { id: carriedId(key), as, ref }), commandOrigin('service-map/carry', actor))
}

/** The record that says what became of a hole. */
export function carriedId(key: string): Carried['id'] {
  return `carried_${key}`
}

function putServices(board: Y.Doc, all: readonly ServiceFields[]): ServiceId[] {
  const orders = ordersAfter(lastOrder(services.live(board).all()), all.length)
  return all.map((fields, index) => {
    const id = newId('service')
    services.put(board, { ...fields, id, order: orders[index] ?? 'a0' })
    return id
  })
}

function said<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields> // a subset of the same entries
}
