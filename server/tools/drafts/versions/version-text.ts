import * as Y from 'yjs'
import { blocksText, canonicalText, textHash } from '../../../../shared/doc/canonical-text'
import type { Block } from '../../../../shared/doc/outline'
import { fragmentBlocks } from '../../../../shared/doc/rich-text'
import { wordDifference } from '../../../../shared/doc/word-difference'
import { bodyRoot } from '../../../../shared/tools/drafts/collections'
import { countWords, plainText } from '../../../../shared/tools/drafts/plain-text'
import type { EmptiedLines } from '../late/late-letters'
import { bringBack, type RichTree, treesOf } from '../rich-tree'

/** What a version keeps of a wording. */
export interface VersionText {
  readonly text: string
  readonly text_hash: string
  /** JSON of the rich text's `RichTree`s. */
  readonly body: string
  /** In base64. */
  readonly state_vector: string
}

/** A wording's text as its document has it now. */
export function textNow(doc: Y.Doc): VersionText {
  const body = doc.getXmlFragment(bodyRoot)
  const text = blocksText(fragmentBlocks(body))
  const vector = Buffer.from(Y.encodeStateVector(doc)).toString('base64')
  return { text, text_hash: textHash(text), body: JSON.stringify(treesOf(body)), state_vector: vector }
}

/** Gives a document the text of a version; lines that it does not have are emptied, for `emptied` to remove later. */
export function bringTextBack(doc: Y.Doc, { body, text }: Pick<VersionText, 'body' | 'text'>, emptied: EmptiedLines): void {
  const fragment = doc.getXmlFragment(bodyRoot)
  bringBack(fragment, treesIn(body), emptied.empty)
  // An emptied list between two others changes their markers.
  if (canonicalText(fragment) !== text) bringBack(fragment, treesIn(body))
}

/** A wording's text as these trees have it, before any document has it. */
export function textOfTrees(trees: readonly RichTree[]): VersionText {
  const doc = new Y.Doc()
  bringBack(doc.getXmlFragment(bodyRoot), trees)
  const text = textNow(doc)
  doc.destroy()
  return text
}

/** The blocks of a version. */
export function blocksIn({ body }: Pick<VersionText, 'body'>): readonly Block[] {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment(bodyRoot)
  bringBack(fragment, treesIn(body))
  const blocks = fragmentBlocks(fragment)
  doc.destroy()
  return blocks
}

/** How many words a version has that the one before had not, and the other way round. */
export function wordsChanged(
  before: Pick<VersionText, 'body'> | undefined,
  after: Pick<VersionText, 'body'>,
): { readonly words_new: number; readonly words_gone: number } {
  const runs = wordDifference(before ? plainText(blocksIn(before)) : '', plainText(blocksIn(after)))
  const count = (kind: 'new' | 'gone') => runs.reduce((sum, run) => sum + (run.kind === kind ? countWords(run.text) : 0), 0)
  return { words_new: count('new'), words_gone: count('gone') }
}

/** The Yjs clients that have written between two state vectors. */
export function clientsSince(before: string | undefined, after: string): readonly number[] {
  const known = before === undefined ? new Map<number, number>() : vectorOf(before)
  return [...vectorOf(after)].filter(([client, clock]) => clock > (known.get(client) ?? 0)).map(([client]) => client)
}

function vectorOf(base64: string): Map<number, number> {
  return Y.decodeStateVector(Buffer.from(base64, 'base64'))
}

function treesIn(body: string): readonly RichTree[] {
  return JSON.parse(body) as readonly RichTree[] // written by `textNow` alone
}
