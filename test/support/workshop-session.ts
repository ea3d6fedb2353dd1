import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { WorkshopSession } from '../../client/app/workshop-context'

/** A workshop as a screen sees it, with nothing in it and no document to open unless it is said otherwise. */
export function workshopSession(given: Partial<WorkshopSession>): WorkshopSession {
  return {
    actor: { workshopId: 'ws_aaaaaaaa', id: 'p_aaaaaaaa', role: 'contributor' },
    name: 'Ben Whitehorse',
    record: new Y.Doc(),
    board: new Y.Doc(),
    awareness: new Awareness(new Y.Doc()),
    title: 'W',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('this screen opens no document')
    },
    ...given,
  }
}

/** A document that is open and whole. */
export function openedDoc(doc: Y.Doc): ReturnType<WorkshopSession['openRoom']> {
  return { doc, awareness: new Awareness(doc), ready: Promise.resolve(), close() {} }
}
