import type { Migration } from '../storage/migrate'
import { decisionsMigrations } from './decisions/tables'

/** The tools' migrations, in the order in which they first run. */
export const toolMigrations: readonly Migration[] = [...decisionsMigrations]
