import { EditorContent, useEditor } from '@tiptap/react'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { Block } from '../../../shared/doc/outline'
import { blockNodes } from '../../../shared/doc/rich-nodes'
import type { RoomHandle } from '../../sync/room-handle'
import { EditorToolbar } from './EditorToolbar'
import { editorExtensions } from './editor-extensions'

/** What the page may do to the text that is being edited. */
export interface DraftHand {
  /** Puts another wording at the end of the draft, or in its place, as one step of undo. */
  bringIn(blocks: readonly Block[], how: 'append' | 'replace'): void
  undo(): void
  focus(): void
}

interface DraftEditorProps {
  readonly room: RoomHandle
  readonly user: { readonly id: string; readonly name: string; readonly colour: number }
  /** For example `Vision, working draft`. */
  readonly label: string
  readonly placeholder: string
  /** Where the toolbar goes. */
  readonly toolbar: HTMLElement | null
  /** Given while the editor can write, taken back when it goes. */
  readonly onHand: (hand: DraftHand | undefined) => void
}

/** The live editor on one draft's document. Mounted only for people who may write, once the document is in. */
export function DraftEditor({ room, user, label, placeholder, toolbar, onHand }: DraftEditorProps) {
  const editor = useEditor(
    {
      extensions: editorExtensions({ doc: room.doc, awareness: room.awareness, user, placeholder }),
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'wording voice drafts-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          spellcheck: 'true',
        },
      },
    },
    [room.doc],
  )

  useEffect(() => {
    onHand(handOf(editor))
    return () => onHand(undefined)
  }, [editor, onHand])

  // The caret leaves with the editor; the connection outlives it for a moment.
  useEffect(() => () => room.awareness.setLocalStateField('cursor', null), [room])

  return (
    <>
      {toolbar ? createPortal(<EditorToolbar editor={editor} />, toolbar) : null}
      <EditorContent editor={editor} className="drafts-editor" />
    </>
  )
}

type TiptapEditor = NonNullable<ReturnType<typeof useEditor>>

function handOf(editor: TiptapEditor): DraftHand {
  return {
    bringIn(blocks, how) {
      const content = blockNodes(blocks).map((node) => JSON.parse(JSON.stringify(node)))
      endUndoStep(editor)
      if (how === 'replace' || editor.isEmpty) editor.chain().setContent(content).focus('end').run()
      else editor.chain().insertContentAt(editor.state.doc.content.size, content).focus('end').run()
      endUndoStep(editor)
    },
    undo: () => void editor.chain().focus().undo().run(),
    focus: () => void editor.commands.focus('end'),
  }
}

/** What comes next is a step of its own, however soon it comes. */
function endUndoStep(editor: TiptapEditor): void {
  const state: { readonly undoManager: { stopCapturing(): void } } | undefined = yUndoPluginKey.getState(editor.state)
  state?.undoManager.stopCapturing()
}
