import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { WorkshopSession } from '../../client/app/workshop-context'
import type { Role } from '../../shared/access/actor'
import { rounds } from '../../shared/tools/votes/collections'
import type { Round } from '../../shared/tools/votes/schema'

/** A workshop in which these rounds were held, as a screen of the votes sees it. */
export function votesSession(role: Role, held: readonly Round[] = []): WorkshopSession {
  const record = new Y.Doc()
  for (const round of held) rounds.put(record, round)
  return {
    actor: { workshopId: 'ws_1', id: 'p_host', role },
    name: 'Rosa',
    record,
    awareness: new Awareness(record),
    board: new Y.Doc(),
    title: 'A vision',
    serverNow: () => 0,
    openRoom: () => {
      throw new Error('a result opens no document')
    },
  }
}
