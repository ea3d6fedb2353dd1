import * as Y from 'yjs'
import type { WorkshopSession } from '../../client/app/workshop-context'
import type { Role } from '../../shared/access/actor'
import { rounds } from '../../shared/tools/votes/collections'
import type { Round } from '../../shared/tools/votes/schema'
import { workshopSession } from './workshop-session'

/** A workshop in which these rounds were held, as a screen of the votes sees it. */
export function votesSession(role: Role, held: readonly Round[] = []): WorkshopSession {
  const record = new Y.Doc()
  for (const round of held) rounds.put(record, round)
  return workshopSession({ actor: { workshopId: 'ws_1', id: 'p_host', role }, name: 'Rosa', record, title: 'A vision' })
}
