import type { Thread } from '../../../shared/tools/drafts/comment-schema'

/** A thread as far as its words are marked; the comment being written is one too. */
export interface MarkedThread extends Pick<Thread, 'anchor' | 'quote'> {
  readonly id: string
  /** Its words are followed and not drawn, as with where words come from. */
  readonly isQuiet?: boolean
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
