import { type Editor, useEditorState } from '@tiptap/react'
import { MessageSquare } from 'lucide-react'
import { useEffect } from 'react'
import { excerpt } from '../../../../shared/tools/drafts/plain-text'
import { announce } from '../../../ui/announce'
import { Button } from '../../../ui/Button'
import type { Commenting } from '../comments/use-commenting'
import { commentAtCaret } from './editor-comments'

interface CommentHereProps extends Pick<Commenting, 'active' | 'open'> {
  readonly editor: Editor
  /** Whether comments come over the text: then one that was opened is out of sight again. */
  readonly covers: boolean
}

/** The way from the caret to the comment on the words it stands in: for who came there by keys, and where a tap is for the caret. */
export function CommentHere({ editor, active, open, covers }: CommentHereProps) {
  const here = useEditorState({ editor, selector: ({ editor: now }) => commentAtCaret(now.state) })
  const isOffered = here !== undefined && here.id !== 'new' && (covers || here.id !== active)
  const said = isOffered ? `Comment on “${excerpt(here.words, 30)}”` : undefined
  useEffect(() => {
    if (said !== undefined && editor.isFocused) announce(said)
  }, [said, editor])
  if (!isOffered) return null
  return (
    <p className="drafts-comment-here">
      <Button size="sm" Icon={MessageSquare} onPointerDown={(event) => event.preventDefault()} onClick={() => open(here.id)}>
        {said}
      </Button>
    </p>
  )
}
