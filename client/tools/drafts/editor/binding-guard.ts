import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

/** What is used here of the binding between an editor and the shared text. */
interface Binding {
  /** The selection to put back once the shared text has changed. */
  beforeTransactionSelection: { absAnchor?: number | null; absHead?: number | null } | null
  _forceRerender(): void
}

/**
 * Keeps an editor and the shared text together where the binding between them would let them part.
 *
 * - After others' edits the binding looks for the caret's line by its text before it trusts the shared position: where
 *   two lines say the same, two empty ones for example, it would carry the caret into somebody else's line.
 * - After an undo it keeps the old selection for the next edit of anybody, where it may not exist any more.
 * - When it fails to show a change, its next write would take that change out of the shared text, for everybody.
 * - Undo stumbles over what it deleted, brought back and deleted again, once that is collected as garbage.
 */
export function bindingGuard(fragment: Y.XmlFragment): Extension {
  return Extension.create({
    name: 'bindingGuard',
    // Below the binding's own, so that its listeners come first.
    priority: 999,
    addProseMirrorPlugins: () => [new Plugin({ view: (view) => guard(view, fragment) })],
  })
}

function guard(view: EditorView, fragment: Y.XmlFragment) {
  const { binding }: { readonly binding: Binding } = ySyncPluginKey.getState(view.state)
  const { undoManager }: { readonly undoManager: Y.UndoManager } = yUndoPluginKey.getState(view.state)
  const { doc } = fragment
  if (doc) doc.gc = false
  let before = view.state

  function trustSharedPosition(): void {
    before = view.state
    const { beforeTransactionSelection: selection } = binding
    if (selection) binding.beforeTransactionSelection = { ...selection, absAnchor: null, absHead: null }
  }
  function forgetSelection(): void {
    binding.beforeTransactionSelection = null
  }
  function showAll(_events: readonly unknown[], { origin }: Y.Transaction): void {
    if (origin !== ySyncPluginKey && view.state === before) binding._forceRerender()
  }

  doc?.on('beforeAllTransactions', trustSharedPosition)
  undoManager.on('stack-item-popped', forgetSelection)
  fragment.observeDeep(showAll)
  return {
    destroy() {
      doc?.off('beforeAllTransactions', trustSharedPosition)
      undoManager.off('stack-item-popped', forgetSelection)
      fragment.unobserveDeep(showAll)
    },
  }
}
