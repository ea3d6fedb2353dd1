import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { genesisHash, hashedText, type OpenEntry } from '../../shared/workshop/ledger-chain'
import type { Database } from './tables'

type LedgerRow = Database['ledger']

/** Something the group must be able to trust, for the ledger. Participant ids only, never names. */
export interface LedgerNote {
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Appends notes to the workshop's chain, inside the act's transaction. */
export async function appendLedger(
  tx: Transaction<Database>,
  workshopId: string,
  notes: readonly LedgerNote[],
  atMs: number,
): Promise<void> {
  const last = await tx
    .selectFrom('ledger')
    .select(['seq', 'hash'])
    .where('workshop_id', '=', workshopId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  let seq = last?.seq ?? 0
  let previous = last?.hash ?? genesisHash
  for (const { kind, payload } of notes) {
    seq += 1
    const row = { workshop_id: workshopId, seq, at_ms: atMs, kind, payload: JSON.stringify(payload), previous_hash: previous }
    previous = hashOf(row)
    await tx
      .insertInto('ledger')
      .values({ ...row, hash: previous })
      .execute()
  }
}

/** The number of the first row that does not follow from the one before; undefined when the chain is whole. */
export async function brokenLedgerRow(db: Kysely<Database>, workshopId: string): Promise<number | undefined> {
  const rows = await db.selectFrom('ledger').selectAll().where('workshop_id', '=', workshopId).orderBy('seq').execute()
  let previous = genesisHash
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1 || row.previous_hash !== previous || row.hash !== hashOf(row)) return row.seq
    previous = row.hash
  }
  return undefined
}

/** The chain as it can be checked by anybody, from its first entry on. */
export async function ledgerEntries(db: Kysely<Database>, workshopId: string): Promise<readonly OpenEntry[]> {
  const rows = await db.selectFrom('ledger').selectAll().where('workshop_id', '=', workshopId).orderBy('seq').execute()
  return rows.map(({ seq, at_ms, kind, payload, previous_hash, hash }) => ({
    seq,
    atMs: at_ms,
    kind,
    payload: JSON.parse(payload), // written by appendLedger from an object
    previousHash: previous_hash,
    hash,
  }))
}

function hashOf(row: Omit<LedgerRow, 'hash'>): string {
  const { workshop_id, previous_hash: previousHash, seq, at_ms: atMs, kind, payload } = row
  return createHash('sha256').update(hashedText(workshop_id, { previousHash, seq, atMs, kind, payload })).digest('hex')
}
