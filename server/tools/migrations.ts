import type { Migration } from '../storage/migrate'

/** The tools' migrations, in the order in which they first run. */
export const toolMigrations: readonly Migration[] = []
