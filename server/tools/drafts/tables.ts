import { type Kysely, sql } from 'kysely'
import type { VersionKind } from '../../../shared/tools/drafts/schema'
import type { Migration } from '../../storage/migrate'

/** What the drafts tool keeps in SQL: the fact behind an adopted wording. Rows are written once and never changed. */
export interface DraftsTables {
  adoptions: {
    draft_id: string
    workshop_id: string
    version: number
    text: string
    text_hash: string
    adopted_by: string
    adopted_at_ms: number
    /** The whole adoption as JSON, as in `record`. */
    adoption: string
  }
  /** A wording's text at moments of the past; only automatic and restored ones ever go. */
  draft_versions: {
    id: string
    workshop_id: string
    draft_id: string
    /** Rises with each version of one wording. */
    number: number
    at_ms: number
    kind: VersionKind
    name: string | null
    by: string | null
    text: string
    text_hash: string
    /** The rich text whole, as JSON of `RichTree`. */
    body: string
    /** Participant ids as JSON. */
    writers: string
    words_new: number
    words_gone: number
    /** What of each client the document had, in base64: whoever has more later has written since. */
    state_vector: string
    /** Number of the last update of the document that has been looked at. */
    head_seq: number
  }
  /** Days on which an adopted wording is looked at again. */
  draft_reviews: {
    draft_id: string
    /** For example `2027-11-22`. */
    due_on: string
    workshop_id: string
    /** `waiting` for the day, `placed` on the agenda, `done` when somebody looked at it or a later version took its place. */
    state: 'waiting' | 'placed' | 'done'
    /** The step that came with the day; null before it, and where the agenda was full. */
    step_id: string | null
  }
  /** Minority statements, one for each wording. */
  draft_minorities: {
    draft_id: string
    minority_of: string
    workshop_id: string
    /** For example `2027-11-22`; null until a facilitator names a day. */
    closes_on: string | null
    /** When it closed, with words or without. */
    closed_at_ms: number | null
    /** The words it closed with; null while it is open, and where there were none. */
    text: string | null
    text_hash: string | null
    /** Who stood behind exactly these words, as JSON of participant ids. */
    stood: string | null
  }
}

export const draftsMigrations: readonly Migration[] = [
  { name: 'drafts/create-adoptions', up: createAdoptions },
  { name: 'drafts/create-versions', up: createVersions },
  { name: 'drafts/create-reviews', up: createReviews },
  { name: 'drafts/create-minorities', up: createMinorities },
]

async function createAdoptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('adoptions')
    .addColumn('draft_id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshops.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('adopted_by', 'text', (column) => column.notNull())
    .addColumn('adopted_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('adoption', 'text', (column) => column.notNull())
    .execute()
}

async function createVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('draft_versions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshops.id'))
    .addColumn('draft_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('by', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('writers', 'text', (column) => column.notNull())
    .addColumn('words_new', 'integer', (column) => column.notNull())
    .addColumn('words_gone', 'integer', (column) => column.notNull())
    .addColumn('state_vector', 'text', (column) => column.notNull())
    .addColumn('head_seq', 'integer', (column) => column.notNull())
    .addUniqueConstraint('draft_versions_in_order', ['draft_id', 'number'])
    .execute()
}

/** Days that were set before reviews came by themselves are taken over from the adoptions. */
async function createReviews(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('draft_reviews')
    .addColumn('draft_id', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshops.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('step_id', 'text')
    .addPrimaryKeyConstraint('draft_reviews_key', ['draft_id', 'due_on'])
    .execute()
  await sql`insert into draft_reviews (draft_id, due_on, workshop_id, state)
    select draft_id, json_extract(adoption, '$.reviewOn'), workshop_id, 'waiting' from adoptions
    where json_extract(adoption, '$.reviewOn') is not null`.execute(db)
}

async function createMinorities(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('draft_minorities')
    .addColumn('draft_id', 'text', (column) => column.primaryKey())
    .addColumn('minority_of', 'text', (column) => column.notNull())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshops.id'))
    .addColumn('closes_on', 'text')
    .addColumn('closed_at_ms', 'bigint')
    .addColumn('text', 'text')
    .addColumn('text_hash', 'text')
    .addColumn('stood', 'text')
    .addUniqueConstraint('draft_minorities_one_each', ['workshop_id', 'minority_of'])
    .execute()
}
