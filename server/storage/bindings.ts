import type { Kysely, Transaction } from 'kysely'
import type { Database } from './tables'

/** A Yjs client id belongs for ever to the participant whose connection first showed it. */
export interface Binding {
  readonly workshopId: string
  readonly clientId: number
  /** A participant, or `server`. */
  readonly owner: string
}

/** The owner of the server's own client ids. */
export const serverOwner = 'server'

/** Every binding of one workshop. */
export async function loadBindings(db: Kysely<Database>, workshopId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('bindings').select(['client_id', 'participant_id']).where('workshop_id', '=', workshopId).execute()
  return new Map(rows.map((row) => [row.client_id, row.participant_id]))
}

/** Stores bindings for ever; the first owner of an id stays its owner. */
export async function storeBindings(tx: Transaction<Database>, bindings: readonly Binding[]): Promise<void> {
  if (bindings.length === 0) return
  const atMs = Date.now()
  await tx
    .insertInto('bindings')
    .values(
      bindings.map(({ workshopId, clientId, owner }) => ({
        workshop_id: workshopId,
        client_id: clientId,
        participant_id: owner,
        at_ms: atMs,
      })),
    )
    .onConflict((conflict) => conflict.columns(['workshop_id', 'client_id']).doNothing())
    .execute()
}
