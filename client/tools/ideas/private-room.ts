import { createContext, use, useEffect, useState } from 'react'
import * as Y from 'yjs'
import { useWorkshop } from '../../app/workshop-context'

const nothing = new Y.Doc()

/** This person's private document; an empty one while it is not open. */
export const PrivateDocContext = createContext<Y.Doc>(nothing)

export function usePrivateDoc(): Y.Doc {
  return use(PrivateDocContext)
}

/** Opens this person's private document while the stage is shown. */
export function useOpenPrivateDoc(wanted: boolean): Y.Doc {
  const { openRoom, actor } = useWorkshop()
  const [doc, setDoc] = useState(nothing)
  useEffect(() => {
    if (!wanted) return
    const handle = openRoom('private', actor.id)
    setDoc(handle.doc)
    return () => {
      setDoc(nothing)
      handle.close()
    }
  }, [wanted, openRoom, actor.id])
  return doc
}
