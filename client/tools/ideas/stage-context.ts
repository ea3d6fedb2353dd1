import { createContext, use } from 'react'
import type { IdeaKind } from '../../../shared/tools/ideas/schema'
import type { BoardActions } from './board-actions'
import type { BoardUi } from './board-ui'
import type { focusNote } from './focus-note'

/** What every part of the stage needs and what never changes while it is shown, but for the offered kinds and the lock. */
export interface StageScope {
  readonly actions: BoardActions
  readonly ui: BoardUi
  readonly focusNote: typeof focusNote
  readonly kinds: readonly IdeaKind[]
  /** Why nothing can be written just now. */
  readonly refusal: string | undefined
}

export const StageContext = createContext<StageScope | null>(null)

/** @throws Error outside the stage of ideas */
export function useStage(): StageScope {
  const scope = use(StageContext)
  if (!scope) throw new Error('useStage outside the stage of ideas')
  return scope
}
