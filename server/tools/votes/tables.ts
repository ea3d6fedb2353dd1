import type { Kysely } from 'kysely'
import type { Migration } from '../../storage/migrate'

/** What the votes tool keeps in SQL: the fact behind the rounds in `record`, and ballots, which are nowhere else. */
export interface VotesTables {
  rounds: {
    id: string
    workshop_id: string
    state: string
    /** Everything that is frozen, as JSON: question, method, options, budget, rule, subject. */
    terms: string
    /** The wording it is about, for finding its checks. */
    draft_id: string | null
    revision: number
    created_by: string
    created_at_ms: number
    opened_at_ms: number | null
    closes_at_ms: number | null
    closed_at_ms: number | null
    /** As JSON, from the close on. */
    turnout: string | null
    result: string | null
    recorded: string | null
    /** As JSON; deciding by consent only. */
    consent: string | null
    /** As JSON: seats that were missing at the close, and what it came to in the end. */
    provisional: string | null
    final: string | null
    /** As JSON: what was chosen in a provisional secret round, by nobody, until it is final. */
    unlinked: string | null
    /** As JSON; checks on a wording only. */
    marks: string | null
  }
  /** One row per voter. When a secret round closes, choice, receipt and salt are emptied: the roll of voters stays. */
  ballots: {
    round_id: string
    participant_id: string
    version: number
    done: number
    /** As JSON: `{allocation}` or `{answer, reason, binding, textHash}`. */
    choice: string | null
    receipt: string | null
    salt: string | null
  }
  /** Who could vote, one row each, from the close on. Apart from the result, so that no row holds people and what was chosen. */
  electorates: { round_id: string; participant_id: string }
  /** Texts of which somebody said that they change the sense for them; those of a secret round are deleted at its close. */
  sense_contests: { round_id: string; participant_id: string; text_hash: string }
  /** Wordings as they were when people were asked about them or answered, by SHA-256 of the canonical text. */
  wording_texts: { workshop_id: string; text_hash: string; text: string }
  /** Answers below the threshold of a check, kept for ever. `body` is the rest of the record as JSON. */
  concerns: {
    id: string
    workshop_id: string
    draft_id: string
    round_id: string
    /** Null where the check was secret. */
    author_id: string | null
    body: string
    /** Secret checks only: proves a key without keeping it. */
    key_salt: string | null
    key_hash: string | null
  }
  /** Answers already given to numbered requests; those of a secret round are deleted at its close. */
  ballot_requests: { round_id: string; participant_id: string; request_key: string; body_hash: string; answer: string }
}

export const votesMigrations: readonly Migration[] = [
  { name: 'votes/create-rounds', up: createRounds },
  { name: 'votes/create-ballots', up: createBallots },
  { name: 'votes/add-consent', up: addConsent },
  { name: 'votes/add-provisional', up: addProvisional },
  { name: 'votes/create-electorates', up: createElectorates },
  { name: 'votes/create-wording-texts', up: createWordingTexts },
  { name: 'votes/add-sense-marks', up: addSenseMarks },
  { name: 'votes/create-concerns', up: createConcerns },
]

async function createRounds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rounds')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshops.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('terms', 'text', (column) => column.notNull())
    .addColumn('draft_id', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('opened_at_ms', 'bigint')
    .addColumn('closes_at_ms', 'bigint')
    .addColumn('closed_at_ms', 'bigint')
    .addColumn('turnout', 'text')
    .addColumn('result', 'text')
    .addColumn('recorded', 'text')
    .execute()
  await db.schema.createIndex('rounds_by_workshop').on('rounds').columns(['workshop_id', 'state']).execute()
}

async function createBallots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ballots')
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('participant_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('done', 'integer', (column) => column.notNull())
    .addColumn('choice', 'text')
    .addColumn('receipt', 'text')
    .addColumn('salt', 'text')
    .addPrimaryKeyConstraint('ballots_key', ['round_id', 'participant_id'])
    .execute()
  await db.schema
    .createTable('ballot_requests')
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('participant_id', 'text', (column) => column.notNull())
    .addColumn('request_key', 'text', (column) => column.notNull())
    .addColumn('body_hash', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ballot_requests_key', ['round_id', 'participant_id', 'request_key'])
    .execute()
}

async function addConsent(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('rounds').addColumn('consent', 'text').execute()
}

async function addProvisional(db: Kysely<unknown>): Promise<void> {
  for (const column of ['provisional', 'final', 'unlinked']) await db.schema.alterTable('rounds').addColumn(column, 'text').execute()
}

async function createElectorates(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('electorates')
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('participant_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('electorates_key', ['round_id', 'participant_id'])
    .execute()
}

async function createWordingTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('wording_texts')
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshops.id'))
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('wording_texts_key', ['workshop_id', 'text_hash'])
    .execute()
}

async function createConcerns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('concerns')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshops.id'))
    .addColumn('draft_id', 'text', (column) => column.notNull())
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('author_id', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('key_salt', 'text')
    .addColumn('key_hash', 'text')
    .execute()
  await db.schema.createIndex('concerns_by_draft').on('concerns').columns(['workshop_id', 'draft_id']).execute()
  await db.schema.createIndex('concerns_by_round').on('concerns').column('round_id').execute()
}

async function addSenseMarks(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('rounds').addColumn('marks', 'text').execute()
  await db.schema
    .createTable('sense_contests')
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('participant_id', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sense_contests_key', ['round_id', 'participant_id', 'text_hash'])
    .execute()
}
