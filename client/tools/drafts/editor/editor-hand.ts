import type { Editor, JSONContent } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { Block } from '../../../../shared/doc/outline'
import { blockNodes } from '../../../../shared/doc/rich-nodes'

/** What the page may do to the text that is being edited. */
export interface DraftHand {
  /** Puts another wording at the end of the draft, or in its place, as one step of undo. */
  bringIn(blocks: readonly Block[], how: 'append' | 'replace'): void
  undo(): void
  focus(): void
}

/** The page's hand on an editor; it does nothing once the editor is gone, which may be a moment before the hand is. */
export function editorHand(editor: Editor): DraftHand {
  return {
    bringIn(blocks, how) {
      if (editor.isDestroyed) return
      const content = blockNodes(blocks) as JSONContent[] // The same shape, only readonly.
      endUndoStep(editor)
      if (how === 'replace' || editor.isEmpty) editor.chain().setContent(content).focus('end').run()
      else editor.chain().insertContentAt(editor.state.doc.content.size, content).focus('end').run()
      endUndoStep(editor)
    },
    undo() {
      if (!editor.isDestroyed) editor.chain().focus().undo().run()
    },
    focus() {
      if (!editor.isDestroyed) editor.commands.focus('end')
    },
  }
}

/** What comes next is a step of its own, however soon it comes. */
function endUndoStep(editor: Editor): void {
  const state: { readonly undoManager: { stopCapturing(): void } } | undefined = yUndoPluginKey.getState(editor.state)
  state?.undoManager.stopCapturing()
}
