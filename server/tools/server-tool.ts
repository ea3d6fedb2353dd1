import type { Transaction } from 'kysely'
import type * as Y from 'yjs'
import type { Actor, ParticipantId } from '../../shared/access/actor'
import type { IdentityLevel } from '../../shared/access/identity'
import type { EarlierCheck } from '../../shared/content/earlier-check-words'
import type { RoomName } from '../../shared/sync/room-name'
import type { Change, Waiting } from '../../shared/workshop/catch-up-contract'
import type { ApiApp } from '../http/api'
import type { Database } from '../storage/tables'

export type Tx = Transaction<Database>

/** One write to a document, made inside a governed act and seen only after its commit. */
export interface DocWrite {
  readonly room: RoomName
  readonly write: (doc: Y.Doc) => void
  /** Whose words they are, in the authorship binding; the server's own without it. */
  readonly author?: ParticipantId
}

/** What a governed act leaves behind, all of it in one SQL transaction. */
export interface Effects<T> {
  readonly result: T
  readonly writes?: readonly DocWrite[]
  /** Documents that begin again from another state, in a new epoch; everybody connected starts afresh from it. */
  readonly restarts?: readonly { readonly room: RoomName; readonly state: Uint8Array }[]
  /** Things that happened which other tools may want to write down; handled in the same transaction. */
  readonly facts?: readonly Fact[]
  /** Appended to the workshop's hash-chained ledger. Participant ids only, never names or choices of a secret round. */
  readonly ledger?: readonly { readonly kind: string; readonly payload: Record<string, unknown> }[]
  /** Deleted rows must not linger in the write-ahead log: truncate it after the commit. */
  readonly scrub?: boolean
}

/** Something that happened in one place and that another must know. */
export type Fact = Decided | PeopleMerged

/** Two seats of one person became one: `into` is kept, and `from` is removed. */
export interface PeopleMerged {
  readonly kind: 'people/merged'
  readonly from: ParticipantId
  readonly into: ParticipantId
  readonly atMs: number
}

/** Something the group did that the decision log, or a tool that depends on it, must know. */
export type Decided =
  | {
      readonly kind: 'statement/adopted'
      readonly draftId: string
      readonly statementKind: string
      readonly title: string
      readonly version: number
      readonly text: string
      readonly textHash: string
      readonly by: Actor
      readonly atMs: number
      readonly roundId?: string
      readonly overrideReason?: string
      readonly agreement?: AgreementSummary
    }
  | {
      readonly kind: 'statement/reviewed'
      readonly draftId: string
      readonly statementKind: string
      readonly title: string
      readonly version: number
      /** When it is looked at next; a day such as `2027-11-22`. */
      readonly nextOn?: string
      readonly by: Actor
      readonly atMs: number
    }
  | {
      readonly kind: 'round/recorded'
      readonly roundId: string
      readonly question: string
      readonly method: string
      readonly words: string
      readonly reservations?: string
      readonly voters: number
      readonly eligible: number
      /** The weakest way in of anybody whose ballot was counted. */
      readonly identity?: IdentityLevel
      readonly by: Actor
      readonly atMs: number
    }

/** How a check on a wording stands. */
export interface AgreementSummary {
  readonly roundId: string
  readonly method: string
  /** Whether who answered what stays unsaid for good. */
  readonly secret: boolean
  readonly eligible: number
  readonly answered: number
  /** Whether the check's own rule is met by answers given on exactly the asked hash. */
  readonly passed: boolean
  /** Whether it passed, who holds it up and the arithmetic, in words; absent while answers are sealed. */
  readonly verdict?: string
  /** Those who must agree and do not yet, for example `employers`; absent when nobody holds it up. */
  readonly heldUpBy?: readonly string[]
  readonly levels: readonly { readonly answer: string; readonly people: number }[]
  /** Answers below the threshold, in their own words; names only when the check is not secret. */
  readonly reservations: readonly { readonly name?: string; readonly answer: string; readonly reason?: string }[]
  /** How many answered only on an earlier wording; absent when there are none. */
  readonly answeredEarlier?: number
  /** What the last closed check came to where it was on an earlier wording; absent once a check has passed on this one. */
  readonly onEarlier?: EarlierCheck & { readonly roundId: string }
  /** Names of the eligible who have not answered; absent when the check is secret. */
  readonly missing?: readonly string[]
  /** What has been said against this wording in its checks, however it stands now; absent when nothing was. */
  readonly concerns?: readonly KeptConcern[]
  /** How many of each organisation answered, without saying who; absent while the answers are sealed. */
  readonly participation?: readonly { readonly organisation?: string; readonly eligible: number; readonly answered: number }[]
}

/** A concern about a wording, in words. */
export interface KeptConcern {
  /** Absent when no reason was given. */
  readonly words?: string
  /** Absent when the check was secret. */
  readonly by?: string
  /** The answer it came with, for example `not yet`. */
  readonly answer: string
  /** `refused`: open, since its author said no to the change that was linked. */
  readonly state: 'open' | 'refused' | 'answered' | 'met' | 'dissent' | 'withdrawn'
}

/** Who may write the minority statement of a wording: those below the threshold of an open check; of a secret one nobody is told. */
export type Dissent = { readonly isSecret: true } | { readonly isSecret: false; readonly people: readonly ParticipantId[] }

/** What the kernel offers to a tool's server side. */
export interface ServerContext {
  /**
   * Runs an act in the one writer queue: SQL first, then the document updates and facts in the same transaction;
   * after the commit the updates are applied to the live rooms and fanned out. A throw leaves no trace anywhere.
   */
  governed<T>(workshopId: string, act: (tx: Tx) => Promise<Effects<T>>): Promise<T>
  /** Reads a document (opened if need be) without changing it. The document must not be kept. */
  readDoc<T>(room: RoomName, read: (doc: Y.Doc) => T): Promise<T>
  /**
   * A document's state at a moment of the past, as one update; undefined when it did not exist yet or is no longer kept.
   * Made in a thread of its own where there is one.
   */
  stateAt(room: RoomName, atMs: number): Promise<Uint8Array | undefined>
  /** Read-only queries outside the writer queue. */
  readonly db: import('kysely').Kysely<Database>
  /** Milliseconds since the epoch, the server's clock. */
  now(): number
  /** Runs `task` once at a time of the server's clock; cancelled at shutdown, set again by `resume`. */
  at(atMs: number, task: () => Promise<void>): void
  /** Absolute origin for links, from configuration, never from a request. */
  readonly origin: string
}

/** One tool's part of what somebody missed. */
export interface CaughtUp {
  readonly changed: readonly Omit<Change, 'tool'>[]
  readonly waits: readonly Omit<Waiting, 'tool'>[]
}

/** Something that a group is to look at again. */
export interface DueSoon {
  readonly workshopId: string
  readonly title: string
  /** Milliseconds since the epoch. */
  readonly atMs: number
}

/** The server side of a tool that governs something. */
export interface ServerTool {
  routes(app: ApiApp): void
  /** Called once after boot, to set timers again. */
  resume?(): Promise<void>
  /** Hears what other tools did, inside their transaction. */
  hear?(tx: Tx, workshopId: string, fact: Fact): Promise<readonly DocWrite[]>
  /**
   * What happened since a moment, and what waits for this person: nothing that they may not read, or that is still withheld
   * from them.
   */
  catchUp?(actor: Actor, sinceMs: number): Promise<CaughtUp>
  /** What these workshops are to look at again, where its day has come or comes soon. */
  dueSoon?(workshopIds: readonly string[]): Promise<readonly DueSoon[]>
  /**
   * Told after a room's updates are durable, with the people who sent them; for projections such as counts of private
   * notes. Must not throw.
   */
  committed?(room: RoomName, senders: readonly ParticipantId[]): void
}
