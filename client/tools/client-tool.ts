import type { ComponentType } from 'react'
import type { ComposedFrom } from '../../shared/doc/composed'
import type { RecordRef } from '../../shared/doc/ids'
import type { Block } from '../../shared/doc/outline'
import type { AgendaStep } from '../../shared/workshop/schema'
import type { WorkshopSession } from '../app/workshop-context'
import type { SettledWords } from '../sync/refusal'

export interface StageProps {
  readonly step: AgendaStep
}

/** Keys and what they do, as the keyboard map shows them. */
export interface KeyRow {
  readonly keys: string
  readonly does: string
}

/** A wording as it is on screen, for whoever asks about it. */
export interface CheckedWording {
  readonly draftId: string
  /** Canonical, and its hash. */
  readonly text: string
  readonly textHash: string
  /** It is in force: nothing is asked of it any more, and what was held against it stays in view. */
  readonly isAdopted?: boolean
}

/** Notes that stand together, to begin a wording with. */
export interface BeginFromSourceProps {
  readonly source: RecordRef
  /** What they are called; the wording is called so too. */
  readonly title: string
  readonly onClose: () => void
}

/** Wordings that are not on screen. */
export interface AskMarkProps {
  readonly draftIds: readonly string[]
}

export interface RescueProps {
  /** Id of the document that did not take the words. */
  readonly roomId: string
  /** The whole document as its author had it, as one update. */
  readonly replica: Uint8Array
  /** The same for the same words, whenever it is asked: what is made of them is made once. */
  readonly rescueKey: string
  /** The words are in the workshop again. */
  readonly onSettled: (settled: SettledWords) => void
}

/** A wording that is rated beside others. */
export interface RatedWording extends CheckedWording {
  /** What it is called on the page. */
  readonly name: string
}

/** What is shown of how a wording resonates: how many, my own answer, where it stands. */
export type RatingPart = 'Count' | 'Rating' | 'Standing'

/** A working agreement that is begun from what the workshop holds. */
export interface ComposeProps {
  /** The step whose own draft this becomes; undefined once it has one. */
  readonly stepId?: string | undefined
  /** The one agreement that is meant, by the id of its outline; without it people choose. */
  readonly outline?: string
  /** The working draft beside which it comes, put together anew; then from this outline. */
  readonly beside?: { readonly draftId: string; readonly outline: string }
  readonly onBegun: (draftId: string) => void
  readonly onClose: () => void
}

/** The text of a composed agreement, for a look before people sign it. */
export interface ComposedTextProps {
  readonly draftId: string
  readonly title: string
  readonly composedFrom: ComposedFrom
  readonly blocks: readonly Block[]
  /** It is in force: its text is frozen. */
  readonly isAdopted?: boolean
  /** Leads to a part of the text by its heading. */
  readonly onShow: (heading: string) => void
}

/** What another tool asks to be kept as a note. */
export interface NoteToKeep {
  /** The list that it goes into: the subject of the step, see `subjectOf`. */
  readonly listId: string
  readonly as: 'question' | 'point'
  readonly text: string
}

/** Writes a note; refused in a sentence where nothing can be written now. */
export type KeepNote = (
  session: Pick<WorkshopSession, 'board' | 'record' | 'actor' | 'serverNow'>,
  note: NoteToKeep,
) => { readonly ref: RecordRef } | { readonly refusal: string }

/** The client side of a tool. Its screens load when first shown. */
export interface ClientTool {
  /** The stage: prompt, tool and, on wide screens, its side panel (see `ui/StageLayout`). */
  readonly load: () => Promise<{ readonly Stage: ComponentType<StageProps> }>
  /** What the room display shows below the prompt; names nobody. */
  readonly loadRoom?: () => Promise<{ readonly RoomPanel: ComponentType<StageProps> }>
  /** A check on a wording, shown where that wording is edited; and what says elsewhere that it waits for my answer. */
  readonly loadCheckPanel?: () => Promise<{
    readonly CheckPanel: ComponentType<CheckedWording>
    readonly AskMark: ComponentType<AskMarkProps>
  }>
  /** A dialog that begins a wording with notes of another tool. */
  readonly loadBeginFromSource?: () => Promise<{ readonly BeginFromSource: ComponentType<BeginFromSourceProps> }>
  /** How one of several wordings resonates: counted and answered on its card, and in a comparison of all. */
  readonly loadRating?: () => Promise<Readonly<Record<RatingPart, ComponentType<RatedWording>>>>
  /** Puts a working agreement together from what the workshop holds, and looks it over before people sign. */
  readonly loadAgreement?: () => Promise<{
    readonly ComposeDialog: ComponentType<ComposeProps>
    readonly BeforeSigning: ComponentType<ComposedTextProps>
  }>
  /** A plain shared list of notes, for steps whose tool has no screen of its own. */
  readonly loadNoteList?: () => Promise<{ readonly NoteList: ComponentType<{ readonly promptId: string }> }>
  /** Keeps what another tool found as a note. */
  readonly loadKeepNote?: () => Promise<{ readonly keepNote: KeepNote }>
  /** A page of its own, outside of every workshop, where anybody checks what was exported. Shown at `/verify`. */
  readonly loadVerifyPage?: () => Promise<{ readonly VerifyPage: ComponentType }>
  /** A page of its own for one partner, which the secret of its address opens. Shown at `/row/<workshop>#k=<secret>`. */
  readonly loadRowPage?: () => Promise<{ readonly RowPage: ComponentType<{ readonly workshopId: string; readonly linkKey: string }> }>
  /** What can be made of words that a document of this zone did not take; shown beside them. */
  readonly rescue?: { readonly zone: 'draft'; readonly load: () => Promise<{ readonly Rescue: ComponentType<RescueProps> }> }
  /** Rows of the keyboard map. */
  readonly loadKeys?: () => Promise<{ readonly keys: readonly KeyRow[] }>
}
