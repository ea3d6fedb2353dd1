import { Extension } from '@tiptap/core'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** The part of an observed change that is read here. */
type Change = Pick<Y.YEvent<Y.XmlFragment>, 'changes'>

/**
 * Gives every line that is begun in this editor its text at once.
 *
 * The binding adds it only with the first letter. Two people who begin in one empty line at the same time would each
 * bring a text of their own, and letters are repeated when the binding joins the two.
 */
export function firstText(fragment: Y.XmlFragment): Extension {
  function fill(events: readonly Change[], transaction: Y.Transaction): void {
    if (!transaction.local || transaction.origin !== ySyncPluginKey) return
    const begun = events.flatMap(({ changes }) => [...changes.added].flatMap(emptyLines))
    if (begun.length === 0) return
    fragment.doc?.transact(() => {
      for (const line of begun) line.insert(0, [new Y.XmlText()])
    }, ySyncPluginKey)
  }

  return Extension.create({
    name: 'firstText',
    // Not once it is created, which is told a moment later: a line begun in that moment would have no text.
    onBeforeCreate() {
      fragment.observeDeep(fill)
    },
    onDestroy() {
      fragment.unobserveDeep(fill)
    },
  })
}

const lines = ['paragraph', 'heading']

/** The empty lines that came with a change, those inside a list or a table included. */
function emptyLines(item: Y.Item): Y.XmlElement[] {
  if (!(item.content instanceof Y.ContentType) || item.deleted) return []
  return linesIn(item.content.type)
}

function linesIn(type: unknown): Y.XmlElement[] {
  if (!(type instanceof Y.XmlElement)) return []
  if (lines.includes(type.nodeName)) return type.length === 0 ? [type] : []
  return type.toArray().flatMap(linesIn)
}
