import { createContext } from 'react'
import type * as Y from 'yjs'
import type { CatchUpWords, Progress, WorkshopDocs } from '../../shared/tools/tool'

/** Makes the reading side of a workshop: shared/tools/docs, which knows every tool. */
export interface DocsFactory {
  workshopDocs(record: Y.Doc, board: Y.Doc, docAt: DocsSources['docAt']): WorkshopDocs
  progressOf(docs: WorkshopDocs, toolId: string): Progress | undefined
  catchUpWordsOf(toolId: string): (CatchUpWords & { readonly label: string }) | undefined
}

/** Loads that factory; main.tsx hands it in, so that a first screen need not carry every tool. */
export const DocsFactoryContext = createContext<() => Promise<DocsFactory>>(() => Promise.reject(new Error('no docs factory')))

/** What the live reading side looks at. */
export interface DocsSources {
  readonly record: Y.Doc
  readonly board: Y.Doc
  /** The open document at `draft/<id>` or `comments/<id>`. */
  readonly docAt: (path: string) => Y.Doc | undefined
  /** Drafts and comments that are open now. */
  readonly openDrafts: () => readonly Y.Doc[]
  /** Calls back when they are opened or closed. */
  readonly subscribeDrafts: (listener: () => void) => () => void
}

/** The documents of the workshop around. What reads across tools takes them up in `docs-context`. */
export const DocsSourcesContext = createContext<DocsSources | null>(null)
