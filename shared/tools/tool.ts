import type * as Y from 'yjs'
import type { Actor } from '../access/actor'
import type { DraftState } from '../access/room-rights'
import type { RecordRef } from '../doc/ids'
import type { Block, OutlineOptions, OutlineSection } from '../doc/outline'
import type { Contract } from '../http/endpoint'
import type { ProblemKind } from '../http/problem'
import type { RoomRef } from '../sync/room-name'
import type { Change, Waiting } from '../workshop/catch-up-contract'
import type { ToolId } from '../workshop/schema'

/** The documents that reading sides fold over. A wording's text is read from its own document. */
export interface WorkshopDocs {
  readonly record: Y.Doc
  readonly board: Y.Doc
  /** The wording's document; undefined while it is not loaded. */
  draft(draftId: string): Y.Doc | undefined
  /** What was said about a wording; undefined while it is not loaded. */
  comments?(draftId: string): Y.Doc | undefined
  /** The partners as other tools see them, by name. */
  parties(): readonly Party[]
  /** Agreements in force. */
  agreed?(): readonly AgreedText[]
  /** Any tool's record in words; undefined when the reference dangles. */
  describe(ref: RecordRef): string | undefined
}

/** An organisation of the partnership, as other tools see it. */
export interface Party {
  readonly id: string
  readonly name: string
  readonly sector: string
  readonly level: string
  /** Team ring: `leadership`, `operations`, `stakeholders`; absent when not placed. */
  readonly team?: string
  /** Hours a month that it can give. */
  readonly hoursPerMonth?: number
  /** A role title. */
  readonly contact?: string
  /** Who from it takes part, each as `Name, role`. */
  readonly people?: readonly string[]
  readonly skills?: readonly string[]
  /** Whom it serves. */
  readonly populations?: readonly string[]
  /** Recommended seats that it holds, by id. */
  readonly seats?: readonly string[]
  readonly goals?: string
  readonly resources?: string
  readonly measures?: string
  readonly requirements?: string
  /** It runs the everyday coordination, as a vote decided. */
  readonly isIntermediary?: true
  readonly backing?: 'champion' | 'endorser'
  /** What it pledged as one of them, each kind in words. */
  readonly pledges?: readonly { readonly label: string; readonly words: string }[]
}

/** Things that may be put to a vote, from one source. */
export interface OptionSource {
  /** For a button, for example `From clusters`. */
  readonly label: string
  /** Seldom what a vote is about: put into one only by whoever asks for it. */
  readonly isOnRequest?: true
  readonly options: readonly {
    readonly label: string
    readonly detail?: string
    readonly ref: RecordRef
    /** Whose words they are; absent where nobody is named. */
    readonly by?: string
    /** Why it cannot be put to a vote yet, and what to do. */
    readonly problem?: string
  }[]
}

/** A record that words can be traced to. */
export interface Source {
  readonly ref: RecordRef
  /** What it is, for example `Note`. */
  readonly kind: string
  readonly words: string
  /** Who wrote it; absent where nobody is named. */
  readonly by?: string
  /** The reason given with it. */
  readonly why?: string
  /** Deleted since. */
  readonly isGone?: boolean
}

/** Records of one tool that belong together. */
export interface SourceGroup {
  readonly title: string
  /** The group itself, where words can be traced to it too. */
  readonly source?: Source
  readonly items: readonly Source[]
  /** A wording can begin from the words of its items. */
  readonly isMaterial: boolean
}

/** Something that a group decided about other records. */
export interface DecisionOn {
  readonly ref: RecordRef
  readonly words: string
  /** What came of it, for example `first of 5`. */
  readonly outcome?: string
  readonly on: readonly RecordRef[]
  /** Hash of the text that it was about; absent where it was about none, or goes on. */
  readonly textHash?: string
}

/** An option that alone came first in a vote. */
export interface DecidedOption {
  readonly label: string
  /** What was asked. */
  readonly question: string
  readonly roundId: string
  /** The record that was put to the vote; absent for an option that was typed. */
  readonly ref?: RecordRef
}

/** Something that the workshop holds and that a composed text can be filled with. */
export interface Fill {
  /** Which one, as contents name it in `fillFrom`, for example `statement.vision`. */
  readonly from: string
  /** For the middle of a sentence. */
  readonly words: string
  /** What stands below the sentence, or alone; absent when the words say it all. */
  readonly blocks?: readonly Block[]
  /** Records whose words it has, where words are traced to. */
  readonly refs?: readonly RecordRef[]
  /** What is still open about it, one sentence each, for a look before people sign. */
  readonly open?: readonly string[]
}

/** An agreement in force, for tools that ask whether it has what they hold. */
export interface AgreedText {
  readonly title: string
  readonly atMs: number
  /** Canonical. */
  readonly text: string
  /** What it was put together from, as in {@link Fill}. */
  readonly from: readonly string[]
}

/** How far a workshop has come with one tool, for the rail and the home page. */
export interface Progress {
  readonly done: number
  readonly total: number
  /** For example `26 notes, 5 clusters`. */
  readonly summary: string
}

/** One record that a client update touched, for the tool's own validation after the apply. */
export interface TouchedRecord {
  readonly collection: string
  readonly id: string
  readonly change: 'added' | 'edited' | 'removed'
  /** Names of the fields that changed; empty when the record was removed. */
  readonly fields: readonly string[]
  /** The stored record as plain JSON before and after; undefined where it did not exist. */
  readonly before: unknown
  readonly after: unknown
  /** Who created it, by the client id that wrote it; undefined for the server. */
  readonly createdBy: string | undefined
}

/** Where a client update wrote, for a check that depends on more than the record itself. */
export interface WrittenIn {
  readonly zone: RoomRef['zone']
  /** The workshop's `record` as it stands. */
  readonly record: Y.Doc
  /** The document written in, as it stands with the change. */
  readonly doc: Y.Doc
}

/** A recommended seat that nobody who has joined speaks for. */
export interface EmptySeat {
  /** For example `state adult basic education`; tells it from every other. */
  readonly words: string
  /** Partners on the roster that hold it, none of whom is in the room. */
  readonly partners: number
}

/** A tool's sentences about what somebody missed. */
export interface CatchUpWords {
  readonly changed: (change: Change) => string
  /** What is asked, and the button that goes there; absent for a tool that asks nobody anything. */
  readonly waits?: (waiting: Waiting) => { readonly words: string; readonly act: string }
}

/** The shared side of a tool: everything that other rooms of the house may ask of it. */
export interface ToolDefinition {
  readonly id: ToolId
  /** For people, for example `Ideas`. */
  readonly label: string
  /** Roots of `board` that this tool owns; locking the tool locks exactly these. */
  readonly board: readonly AnyCollection[]
  /** Roots of `record` that this tool's server side writes. */
  readonly record: readonly AnyCollection[]
  /** Roots of `private/<participant>`. */
  readonly private?: readonly AnyCollection[]
  /** Roots of `comments/<draftId>`. */
  readonly comments?: readonly AnyCollection[]
  readonly contract: Contract
  readonly problems: Readonly<Record<string, ProblemKind>>
  /** The chapters this tool gives to the document; empty when it has nothing to say. */
  outline(docs: WorkshopDocs, options: OutlineOptions): readonly OutlineSection[]
  progress(docs: WorkshopDocs): Progress
  /** A record in words; undefined when the reference is not this tool's or dangles. */
  describe(docs: WorkshopDocs, ref: RecordRef): string | undefined
  /** What may be voted on. */
  options?(docs: WorkshopDocs): readonly OptionSource[]
  /** What words can be traced to, for people to choose from. */
  sources?(docs: WorkshopDocs): readonly SourceGroup[]
  /** How many more there will be once their authors' writing is revealed. */
  unrevealedSources?(docs: WorkshopDocs): number
  /** One record that words were traced to, also when it was deleted since; undefined when it is not this tool's or never was. */
  source?(docs: WorkshopDocs, ref: RecordRef): Source | undefined
  /** What was decided about any of these records, oldest first. */
  decisionsOn?(docs: WorkshopDocs, refs: readonly RecordRef[]): readonly DecisionOn[]
  /** What its votes came to, newest first. */
  decided?(docs: WorkshopDocs): readonly DecidedOption[]
  /** What it holds that a composed text can be filled with; what it does not hold yet is left out. */
  fills?(docs: WorkshopDocs): readonly Fill[]
  /** Agreements in force. */
  agreed?(docs: Pick<WorkshopDocs, 'record'>): readonly AgreedText[]
  parties?(docs: Pick<WorkshopDocs, 'record' | 'board'>): readonly Party[]
  /** What is missing, one sentence each, for example `No one speaks for economic development yet.` */
  gaps?(docs: WorkshopDocs): readonly string[]
  /** Recommended seats that nobody who has joined speaks for. */
  emptySeats?(docs: WorkshopDocs): readonly EmptySeat[]
  readonly catchUp?: CatchUpWords
  /** The state of a wording, on which the rights to its document depend; undefined when this tool has no such draft. */
  draftState?(record: Y.Doc, draftId: string): DraftState | undefined
  /** The only people who may write in a wording; undefined where it is all who contribute. */
  draftWriters?(record: Y.Doc, draftId: string): readonly string[] | undefined
  /** Refuses a change that the tool's rules forbid: a sentence for the person, or undefined when it is fine. */
  check?(actor: Actor, touched: TouchedRecord, where: WrittenIn): string | undefined
}

/** A collection of any record type, for code that only needs its name and schema. */
export interface AnyCollection {
  readonly name: string
  readonly schema: { safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown } }
}
