import type { MarkedWords } from '../../../../shared/tools/drafts/comments/side-items'
import { classNames } from '../../../ui/class-names'

/** A thread or proposal as far as its words are marked; the one being written is one too. */
export type MarkedThread = Omit<MarkedWords, 'spans' | 'kind'> & {
  readonly kind?: MarkedWords['kind']
  /** Its words are followed and not drawn, as with where words come from. */
  readonly isQuiet?: boolean
}

/** How marked words look: a comment in the colour of notes, a proposal in that of new words. */
export function markClass(kind: MarkedThread['kind'], isActive: boolean): string {
  return classNames(kind === 'proposal' ? 'sg' : 'cm', isActive && 'on')
}

/** The threads whose words are marked just now, and the one that is open: what the page tells the editor. */
export class CommentMarks {
  #threads: readonly MarkedThread[] = []
  #active: string | undefined
  readonly #listeners = new Set<() => void>()

  get threads(): readonly MarkedThread[] {
    return this.#threads
  }

  get active(): string | undefined {
    return this.#active
  }

  show(threads: readonly MarkedThread[], active: string | undefined): void {
    this.#threads = threads
    this.#active = active
    for (const listener of this.#listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
