import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { useWorkshop } from '../../app/workshop-context'
import type { RoomHandle } from '../../sync/room-handle'

/** A draft's document while a screen shows it. */
export interface DraftRoom {
  readonly draftId: string
  readonly handle: RoomHandle
  /** Whether its words are in: before that, an empty page would be a lie. */
  readonly isReady: boolean
}

/**
 * Opens a draft's document, or that of its comments, for as long as the component is mounted; undefined while it is not open.
 *
 * When the connection had to begin again with a fresh document, so does whoever shows it.
 */
export function useDraftRoom(draftId: string | undefined, zone: 'draft' | 'comments' = 'draft'): DraftRoom | undefined {
  const { openRoom } = useWorkshop()
  const [room, setRoom] = useState<DraftRoom>()

  useEffect(() => {
    if (draftId === undefined) return
    const handle = openRoom(zone, draftId)
    let isShown = true
    setRoom((before) => (before?.handle.doc === handle.doc ? before : { draftId, handle, isReady: false }))
    void handle.ready.then(() => {
      if (isShown) setRoom((before) => (before?.handle.doc === handle.doc ? { ...before, isReady: true } : before))
    })
    return () => {
      isShown = false
      handle.close()
    }
  }, [draftId, zone, openRoom])

  return room?.draftId === draftId ? room : undefined
}

/** The document of a room, or undefined while its words are not in. */
export function readyDoc(room: DraftRoom | undefined): Y.Doc | undefined {
  return room?.isReady ? room.handle.doc : undefined
}
