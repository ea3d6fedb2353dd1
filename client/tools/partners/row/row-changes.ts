import { entryFields } from '../../../../shared/tools/partners/entry-keys'
import { type OwnRow, RowField, type RowLists } from '../../../../shared/tools/partners/row'

/** What a partner changed of its row, as the server takes it. */
export interface RowChanges {
  readonly said: OwnRow
  readonly takenAway: RowField[]
  /** The lists that were changed, as they were read. */
  readonly seen: RowLists
}

/** The difference between a row as it was read and as the form has it; only what this person changed. */
export function rowChanges(before: OwnRow, after: OwnRow): RowChanges {
  const changed = RowField.options.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return {
    said: Object.fromEntries(changed.filter((field) => after[field] !== undefined).map((field) => [field, after[field]])),
    takenAway: changed.filter((field) => after[field] === undefined),
    seen: Object.fromEntries(entryFields.filter((field) => changed.includes(field)).map((field) => [field, before[field] ?? []])),
  }
}
