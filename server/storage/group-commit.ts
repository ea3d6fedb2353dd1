import type { Transaction } from 'kysely'
import { type Binding, storeBindings } from './bindings'
import type { Store } from './database'
import type { Database } from './tables'
import type { LogEntry, UpdateLog } from './update-log'

/** What one commit of document updates writes. */
export interface Group {
  readonly bindings: readonly Binding[]
  /** Without empty ones. */
  readonly updates: readonly LogEntry[]
}

/** Where group commits are made. */
export interface GroupCommit {
  /**
   * Resolves when the group is on disk, all of it.
   *
   * @throws Error with the database's `code` when nothing of it is
   */
  commit(group: Group): Promise<void>
  close(): Promise<void>
}

/** Writes a group inside a transaction. */
export async function writeGroup(tx: Transaction<Database>, log: Pick<UpdateLog, 'append'>, { bindings, updates }: Group): Promise<void> {
  await storeBindings(tx, bindings)
  await log.append(tx, updates)
}

/** Group commits on the store's own connection, in this thread. */
export function commitsInPlace(store: Store, log: Pick<UpdateLog, 'append'>): GroupCommit {
  return {
    commit: (group) => store.writing.transaction().execute((tx) => writeGroup(tx, log, group)),
    close: async () => undefined,
  }
}
