import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'

/**
 * Takes in where the browser has put the caret before somebody else's edit is applied. The browser reports a moved
 * caret a moment after the key or tap; an edit that arrives in between would put the caret back to where the editor
 * last knew it, and the next letters would land there.
 */
export function caretFirst(doc: Y.Doc) {
  return Extension.create({
    name: 'caretFirst',
    // Above the binding's own, so that its listener comes first.
    priority: 1001,
    addProseMirrorPlugins() {
      return [
        new Plugin({
          view(view) {
            const takeIn = () => {
              if (view.hasFocus() && !view.composing) readSelection(view)
            }
            doc.on('beforeAllTransactions', takeIn)
            return { destroy: () => doc.off('beforeAllTransactions', takeIn) }
          },
        }),
      ]
    },
  })
}

/** The editor's own reader of what the browser changed; prosemirror-view keeps it out of its types. */
function readSelection(view: EditorView): void {
  const { domObserver } = view as unknown as { domObserver?: { flush?: () => void } }
  domObserver?.flush?.()
}
