import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { blocksText, textHash } from '../../../shared/doc/canonical-text'
import type { Block } from '../../../shared/doc/outline'
import { fragmentBlocks } from '../../../shared/doc/rich-text'
import { bodyRoot } from '../../../shared/tools/drafts/collections'
import { plainText } from '../../../shared/tools/drafts/plain-text'

/** A wording as it reads just now. */
export interface Wording {
  readonly blocks: readonly Block[]
  /** Words without markup. */
  readonly plain: string
  readonly text: string
  readonly textHash: string
}

const everyMs = 120

/** Reads a draft's document again at most every 120 ms: hashing a long text at every key would be felt. */
class LiveWording {
  readonly #body: Y.XmlFragment
  readonly #listeners = new Set<() => void>()
  #wording: Wording
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(doc: Y.Doc) {
    this.#body = doc.getXmlFragment(bodyRoot)
    this.#wording = wordingOf(this.#body)
    this.#body.observeDeep(() => {
      this.#timer ??= setTimeout(() => this.#read(), everyMs)
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly read = (): Wording => this.#wording

  #read(): void {
    this.#timer = undefined
    const next = wordingOf(this.#body)
    if (JSON.stringify(next.blocks) === JSON.stringify(this.#wording.blocks)) return
    this.#wording = next
    for (const listener of this.#listeners) listener()
  }
}

const views = new WeakMap<Y.Doc, LiveWording>()
const nothing: Wording = { blocks: [], plain: '', text: '', textHash: textHash('') }

/** The wording of a document, current; an empty one while there is no document. */
export function useWording(doc: Y.Doc | undefined): Wording {
  const view = doc && viewOf(doc)
  return useSyncExternalStore(view?.subscribe ?? never, view?.read ?? readNothing)
}

/** A wording from blocks that do not change any more. */
export function wordingFrom(blocks: readonly Block[]): Wording {
  const text = blocksText(blocks)
  return { blocks, plain: plainText(blocks), text, textHash: textHash(text) }
}

function viewOf(doc: Y.Doc): LiveWording {
  let view = views.get(doc)
  if (!view) {
    view = new LiveWording(doc)
    views.set(doc, view)
  }
  return view
}

function wordingOf(body: Y.XmlFragment): Wording {
  return wordingFrom(fragmentBlocks(body))
}

function never(): () => void {
  return () => undefined
}

function readNothing(): Wording {
  return nothing
}
