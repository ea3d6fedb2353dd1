import type { RefObject } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { wordsAt } from '../../../shared/tools/drafts/anchor'
import { bodyRoot } from '../../../shared/tools/drafts/collections'
import { type CommentedWords, reAnchorThread } from '../../../shared/tools/drafts/comment-commands'
import type { Anchor, ThreadId } from '../../../shared/tools/drafts/comment-schema'
import { reAnchorOrigin } from '../../../shared/tools/drafts/origin-commands'
import { OriginId } from '../../../shared/tools/drafts/origin-schema'
import { can } from '../../../shared/tools/drafts/permissions'
import { type Span, wordingText } from '../../../shared/tools/drafts/wording-text'
import { useWorkshop } from '../../app/workshop-context'
import { isTextField, letterKeyAllowed } from '../../ui/letter-key'
import { toast } from '../../ui/toast'
import { type CommentActions, commentActions } from './comment-actions'
import { CommentMarks } from './comment-marks'
import type { Comments } from './use-comments'

/** Reads which words are selected, from whatever shows the text just now. */
export type SelectionReader = RefObject<(() => Span | undefined) | undefined>

/** A person's hand on the comments of one draft: what is open, what is being written. */
export interface Commenting {
  /** Undefined while they are not in, or for who may only read them. */
  readonly actions: CommentActions | undefined
  /** The open thread. */
  readonly active: string | undefined
  /** The comment being written; without words it is about the wording as a whole. */
  readonly begun: { readonly words: CommentedWords | undefined } | undefined
  readonly marks: CommentMarks
  readonly selection: SelectionReader
  /** Notes what is selected before a press can take the selection away. */
  hold(): void
  /** Begins a comment on the selected words. */
  begin(): void
  end(): void
  open(threadId: string): void
  reAnchor(threadId: string, anchor: Anchor): void
}

interface CommentingPlace {
  /** Brings the comments into view. */
  onShow(): void
  /** The text stands in a dialog, and keys are meant for it while that is open. */
  readonly isInDialog: boolean
}

/** Each key press looks at every one; further ones are found again by their words alone. */
const followedOrigins = 300

/** The person's hand on the comments of the draft that a page or a dialog shows. */
export function useCommenting(comments: Comments, draftDoc: Y.Doc | undefined, { onShow, isInDialog }: CommentingPlace): Commenting {
  const { actor, serverNow, outdated } = useWorkshop()
  const { doc } = comments
  const [active, setActive] = useState<string>()
  const [begun, setBegun] = useState<Commenting['begun']>()
  const [marks] = useState(() => new CommentMarks())
  const selection = useRef<() => Span | undefined>(undefined)
  const held = useRef<Span>(undefined)
  const latest = useRef({ actor, doc, onShow })
  latest.current = { actor, doc, onShow }

  const mayWrite = can(actor, 'comments/write') && !outdated
  const actions = useMemo(
    () => (doc && mayWrite ? commentActions(doc, () => latest.current.actor, serverNow) : undefined),
    [doc, mayWrite, serverNow],
  )

  const begin = useCallback(() => {
    if (!actions || !draftDoc) return
    const span = held.current ?? selection.current?.()
    held.current = undefined
    setBegun({ words: span && wordsAt(wordingText(draftDoc.getXmlFragment(bodyRoot)), span) })
    latest.current.onShow()
  }, [actions, draftDoc])
  const open = useCallback((threadId: string) => {
    setActive(threadId)
    latest.current.onShow()
  }, [])
  const reAnchor = useCallback((threadId: string, anchor: Anchor) => {
    const { doc: commentsDoc, actor: me } = latest.current
    if (!commentsDoc) return
    const origin = OriginId.safeParse(threadId)
    if (origin.success) reAnchorOrigin(commentsDoc, me, origin.data, anchor)
    // The editor names threads that it was given, and these have such ids.
    else reAnchorThread(commentsDoc, me, threadId as ThreadId, anchor)
  }, [])

  const { open: standing, orphaned } = comments.groups
  const { origins } = comments
  useEffect(() => {
    // An orphaned one too: its words may come back.
    const threads = [...standing, ...orphaned].map(({ head: { id, anchor, quote } }) => ({ id, anchor, quote }))
    const drawn = [...threads, ...origins.slice(0, followedOrigins).map(({ id, anchor, quote }) => ({ id, anchor, quote, isQuiet: true }))]
    if (begun?.words) marks.show([...drawn, { id: 'new', ...begun.words }], 'new')
    else marks.show(drawn, active)
  }, [marks, standing, orphaned, origins, active, begun])

  useCommentKeys(actions, begin, isInDialog)

  return {
    actions,
    active,
    begun,
    marks,
    selection,
    hold: () => {
      held.current = selection.current?.()
    },
    begin,
    end: () => setBegun(undefined),
    open,
    reAnchor,
  }
}

/** Ctrl Alt M anywhere, C and Ctrl Z outside of text fields. */
function useCommentKeys(actions: CommentActions | undefined, begin: () => void, isInDialog: boolean): void {
  useEffect(() => {
    if (!actions) return
    function press(event: KeyboardEvent) {
      if ((document.querySelector('dialog[open]') !== null) !== isInDialog) return
      const isChord = (event.ctrlKey || event.metaKey) && event.altKey && event.code === 'KeyM'
      const isLetter = event.key.toLowerCase() === 'c' && letterKeyAllowed(event)
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (isUndo && !isTextField(event.target)) toast({ message: actions?.undo() ? 'Taken back' : 'Nothing of yours to take back here' })
      else if (isChord || isLetter) begin()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [actions, begin, isInDialog])
}
