import { createContext, use, useSyncExternalStore } from 'react'
import type { ClusterId, IdeaId } from '../../../shared/tools/ideas/schema'

/** Where a note would land. */
export interface DropTarget {
  readonly clusterId: ClusterId | null
  readonly beforeId: IdeaId | null
}

/** What this person is doing on the board; nobody else sees it. */
export interface BoardUiState {
  readonly selected: ReadonlySet<IdeaId>
  readonly editing: IdeaId | null
  /** Notes being dragged by this person. */
  readonly inHand: ReadonlySet<IdeaId>
  readonly target: DropTarget | 'new-cluster' | null
  /** The note that Tab reaches, by column. */
  readonly roving: ReadonlyMap<string, IdeaId>
  /** Where a note is being written: a cluster, or null for not yet sorted. */
  readonly composingIn: ClusterId | null | 'nowhere'
  readonly naming: ClusterId | null
  readonly menu: { readonly id: IdeaId; readonly anchor: HTMLElement } | null
  readonly moving: readonly IdeaId[] | null
  readonly finding: boolean
  /** A note that must be on the screen, however long its column is. */
  readonly wanted: IdeaId | null
}

const initial: BoardUiState = {
  selected: new Set(),
  editing: null,
  inHand: new Set(),
  target: null,
  roving: new Map(),
  composingIn: 'nowhere',
  naming: null,
  menu: null,
  moving: null,
  finding: false,
  wanted: null,
}

/** Holds that state outside React, so that a note renders again only when its own part changed. */
export class BoardUi {
  #state: BoardUiState
  readonly #listeners = new Set<() => void>()

  /** @param composingIn where a note was being written when the page was left */
  constructor(composingIn: BoardUiState['composingIn'] = 'nowhere') {
    this.#state = { ...initial, composingIn }
  }

  get state(): BoardUiState {
    return this.#state
  }

  set(changes: Partial<BoardUiState>): void {
    this.#state = { ...this.#state, ...changes }
    for (const listener of this.#listeners) listener()
  }

  toggle(id: IdeaId, on = !this.#state.selected.has(id)): void {
    const selected = new Set(this.#state.selected)
    if (on) selected.add(id)
    else selected.delete(id)
    this.set({ selected })
  }

  rove(column: string, id: IdeaId): void {
    if (this.#state.roving.get(column) === id) return
    this.set({ roving: new Map(this.#state.roving).set(column, id) })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export const BoardUiContext = createContext<BoardUi | null>(null)

/** @throws Error outside the stage of ideas */
export function useBoardUi(): BoardUi {
  const ui = use(BoardUiContext)
  if (!ui) throw new Error('useBoardUi outside the board')
  return ui
}

/** One part of the state; the selector must return the same value while nothing changed. */
export function useUi<T>(select: (state: BoardUiState) => T): T {
  const ui = useBoardUi()
  return useSyncExternalStore(ui.subscribe, () => select(ui.state))
}
