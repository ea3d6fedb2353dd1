import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { RoomHandle } from '../../../sync/room-handle'
import { announce } from '../../../ui/announce'
import { toast } from '../../../ui/toast'
import type { Commenting } from '../comments/use-commenting'
import { CommentHere } from './CommentHere'
import { EditorToolbar } from './EditorToolbar'
import { editorExtensions } from './editor-extensions'
import { type DraftHand, editorHand } from './editor-hand'
import { runsOf, spanOf } from './prose-span'
import { typeOverSelection } from './type-over-selection'
import { useKeyboardInset } from './use-keyboard-inset'

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
  readonly commenting: Commenting
  /** Whether comments stand beside the text, and their button in the toolbar. */
  readonly hasCommentButton: boolean
}

/** The caret does not stand behind the page's bars at the head and the foot of the window. */
const besideBars = { top: 80, right: 0, bottom: 120, left: 0 } as const

/** The live editor on one draft's document. Mounted only for people who may write, once the document is in. */
export function DraftEditor({ room, user, label, placeholder, toolbar, onHand, commenting, hasCommentButton }: DraftEditorProps) {
  const { marks, selection, open, active, reAnchor, actions, begin, propose } = commenting
  const isBeside = useRef(hasCommentButton)
  isBeside.current = hasCommentButton
  const editor = useEditor(
    {
      extensions: editorExtensions({
        doc: room.doc,
        awareness: room.awareness,
        user,
        placeholder,
        // Where comments come over the text, a tap is for the caret.
        comments: { marks, onOpen: (id) => isBeside.current && open(id), onMoved: reAnchor },
        tell: (message, refusal) => toast({ message, refusal }),
        say: announce,
      }),
      injectCSS: false,
      editorProps: {
        scrollThreshold: besideBars,
        scrollMargin: besideBars,
        handleDOMEvents: { beforeinput: typeOverSelection },
        // Out of the text by keyboard, also from within a list or a table, where Tab means something else.
        handleKeyDown(view, event) {
          if (event.key !== 'Escape') return false
          view.dom.closest<HTMLElement>('.drafts-card')?.focus()
          return true
        },
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
    onHand(editorHand(editor))
    return () => onHand(undefined)
  }, [editor, onHand])

  useEffect(() => {
    selection.current = () => {
      const { from, to, empty } = editor.state.selection
      return empty ? undefined : spanOf(runsOf(editor.state.doc), { from, to })
    }
    return () => {
      selection.current = undefined
    }
  }, [editor, selection])

  useKeyboardInset()

  // The caret leaves with the editor; the connection outlives it for a moment.
  useEffect(() => () => room.awareness.setLocalStateField('cursor', null), [room])

  return (
    <>
      {toolbar
        ? createPortal(<EditorToolbar editor={editor} commenting={hasCommentButton && actions ? { begin, propose } : undefined} />, toolbar)
        : null}
      <EditorContent editor={editor} className="drafts-editor" />
      <CommentHere editor={editor} active={active} open={open} covers={!hasCommentButton} />
    </>
  )
}
