import * as Y from 'yjs'
import { bodyRoot } from '../../../../shared/tools/drafts/collections'

/**
 * Lines that a restore has emptied and left for a moment: letters that were on their way to them when it happened
 * would be gone with their line, though the server acknowledges them.
 */
export class EmptiedLines {
  readonly #ids: Y.ID[] = []

  /** Takes the words out of a line; false for one that nobody can write in. */
  readonly empty = (line: Y.XmlElement): boolean => {
    const texts = textsOf(line)
    const { _item: item } = line
    if (texts.length === 0 || !item) return false
    for (const text of texts) text.delete(0, text.length)
    this.#ids.push(item.id)
    return true
  }

  get isNone(): boolean {
    return this.#ids.length === 0
  }

  /** Takes out those that are still empty. */
  remove(doc: Y.Doc): void {
    // A document just read from disk does not know yet what its root is.
    doc.getXmlFragment(bodyRoot)
    for (const id of this.#ids) {
      // A workshop that was taken back to an earlier minute meanwhile never had the line.
      if (id.clock >= Y.getState(doc.store, id.client)) continue
      const item: unknown = Y.getItem(doc.store, id)
      if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentType)) continue
      const line: unknown = item.content.type
      if (!(line instanceof Y.XmlElement) || textsOf(line).some((text) => text.length > 0)) continue
      const { parent } = line
      if (parent instanceof Y.XmlFragment) parent.delete(parent.toArray().indexOf(line), 1)
    }
  }
}

function textsOf(node: Y.XmlFragment): Y.XmlText[] {
  return node.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsOf(child) : []))
}
