import type { RecordRef } from '../../../shared/doc/ids'

/** What votes asks of other tools. */
export interface VotesPorts {
  /** A wording's present text; undefined when the workshop has no such wording. */
  textOf(
    workshopId: string,
    draftId: string,
  ): Promise<{ readonly text: string; readonly textHash: string; readonly state: string } | undefined>
  /** Recommended seats that nobody who has joined speaks for, in words. */
  emptySeats(workshopId: string): Promise<readonly string[]>
  /** Whether one of these points to a cluster that nobody has named yet. */
  hasUnnamedCluster(workshopId: string, refs: readonly RecordRef[]): Promise<boolean>
}
