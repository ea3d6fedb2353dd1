import { createContext, use, useEffect, useState } from 'react'
import * as Y from 'yjs'
import { ideas } from '../../../shared/tools/ideas/collections'
import { deviceStorage } from '../../app/platform'
import { useWorkshop } from '../../app/workshop-context'

const nothing = new Y.Doc()

/** This person's private document; an empty one while it is not open. */
export const PrivateDocContext = createContext<Y.Doc>(nothing)

export function usePrivateDoc(): Y.Doc {
  return use(PrivateDocContext)
}

/**
 * Opens this person's private document while it is wanted, and for as long as it holds notes: those written
 * without a connection must reach the server although the reveal has been meanwhile.
 */
export function useOpenPrivateDoc(wanted: boolean): Y.Doc {
  const { openRoom, actor } = useWorkshop()
  const key = `convene:private-notes:${actor.id}`
  const [doc, setDoc] = useState(nothing)
  const [holdsNotes, setHoldsNotes] = useState(() => deviceStorage.read(key) !== null)
  const isOpen = wanted || holdsNotes

  useEffect(() => {
    if (!isOpen) return
    const handle = openRoom('private', actor.id)
    const view = ideas.live(handle.doc)
    setDoc(handle.doc)
    let closed = false
    let stop = () => {}
    function remember() {
      const holds = view.all().length > 0
      if (holds) deviceStorage.write(key, 'yes')
      else deviceStorage.remove(key)
      setHoldsNotes(holds)
    }
    void handle.ready.then(() => {
      if (closed) return
      remember()
      stop = view.subscribe(remember)
    })
    return () => {
      closed = true
      stop()
      setDoc(nothing)
      handle.close()
    }
  }, [isOpen, openRoom, actor.id, key])

  return doc
}
