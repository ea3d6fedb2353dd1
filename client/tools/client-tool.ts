import type { ComponentType } from 'react'
import type { AgendaStep } from '../../shared/workshop/schema'

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
}

/** A wording that is rated beside others. */
export interface RatedWording extends CheckedWording {
  /** What it is called on the page. */
  readonly name: string
}

/** The client side of a tool. Its screens load when first shown. */
export interface ClientTool {
  /** The stage: prompt, tool and, on wide screens, its side panel (see `ui/StageLayout`). */
  readonly load: () => Promise<{ readonly Stage: ComponentType<StageProps> }>
  /** What the room display shows below the prompt; names nobody. */
  readonly loadRoom?: () => Promise<{ readonly RoomPanel: ComponentType<StageProps> }>
  /** A check on a wording, shown where that wording is edited. */
  readonly loadCheckPanel?: () => Promise<{ readonly CheckPanel: ComponentType<CheckedWording> }>
  /** How one of several wordings resonates: on its card, and in a comparison of all. */
  readonly loadRating?: () => Promise<{ readonly Rating: ComponentType<RatedWording>; readonly Standing: ComponentType<RatedWording> }>
  /** A plain shared list of notes, for steps whose tool has no screen of its own. */
  readonly loadNoteList?: () => Promise<{ readonly NoteList: ComponentType<{ readonly promptId: string }> }>
  /** A page of its own, outside of every workshop, where anybody checks what was exported. Shown at `/verify`. */
  readonly loadVerifyPage?: () => Promise<{ readonly VerifyPage: ComponentType }>
  /** Rows of the keyboard map. */
  readonly loadKeys?: () => Promise<{ readonly keys: readonly KeyRow[] }>
}
