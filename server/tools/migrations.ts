import type { Migration } from '../storage/migrate'
import { decisionsMigrations } from './decisions/tables'
import { documentMigrations } from './document/tables'
import { draftsMigrations } from './drafts/tables'
import { partnersMigrations } from './partners/tables'
import { votesMigrations } from './votes/tables'

/** The tools' migrations, in the order in which they first run. */
export const toolMigrations: readonly Migration[] = [
  ...votesMigrations,
  ...decisionsMigrations,
  ...documentMigrations,
  ...draftsMigrations,
  ...partnersMigrations,
]
