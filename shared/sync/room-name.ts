import type { Id } from '../doc/ids'

/** A document of a workshop, by permission zone. Source: HOUSE section 3. */
export type RoomRef =
  | { readonly workshopId: string; readonly zone: 'record' | 'board' }
  | { readonly workshopId: string; readonly zone: 'draft' | 'comments' | 'private'; readonly id: string }

/** `<workshop>/<zone>` or `<workshop>/<zone>/<id>`. */
export type RoomName = string

const pattern = /^(ws_[A-Za-z0-9-]{1,48})\/(?:(record|board)|(draft|comments|private)\/([A-Za-z0-9_-]{1,64}))$/

/** Reads a room name; undefined when it is not one. */
export function parseRoomName(name: string): RoomRef | undefined {
  const match = pattern.exec(name)
  if (!match) return undefined
  const [, workshopId = '', single, zone, id = ''] = match
  if (single === 'record' || single === 'board') return { workshopId, zone: single }
  if (zone === 'draft' || zone === 'comments' || zone === 'private') return { workshopId, zone, id }
  return undefined
}

export function recordRoom(workshopId: string): RoomName {
  return `${workshopId}/record`
}
export function boardRoom(workshopId: string): RoomName {
  return `${workshopId}/board`
}
export function draftRoom(workshopId: string, draftId: Id<'draft'>): RoomName {
  return `${workshopId}/draft/${draftId}`
}
export function commentsRoom(workshopId: string, draftId: Id<'draft'>): RoomName {
  return `${workshopId}/comments/${draftId}`
}
export function privateRoom(workshopId: string, participantId: string): RoomName {
  return `${workshopId}/private/${participantId}`
}
