import type { RefObject } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { spansOf, wordsAt } from '../../../../shared/tools/drafts/anchor'
import { bodyRoot } from '../../../../shared/tools/drafts/collections'
import { reAnchorThread } from '../../../../shared/tools/drafts/comments/comment-commands'
import type { Anchor, ThreadId } from '../../../../shared/tools/drafts/comments/comment-schema'
import { reAnchorOrigin } from '../../../../shared/tools/drafts/evidence/origin-commands'
import { OriginId } from '../../../../shared/tools/drafts/evidence/origin-schema'
import { can } from '../../../../shared/tools/drafts/permissions'
import { reAnchorProposal } from '../../../../shared/tools/drafts/proposals/proposal-commands'
import { ProposalId } from '../../../../shared/tools/drafts/proposals/proposal-schema'
import { presentWords } from '../../../../shared/tools/drafts/proposals/proposal-selectors'
import { type Span, wordingText } from '../../../../shared/tools/drafts/wording-text'
import { useWorkshop } from '../../../app/workshop-context'
import { toast } from '../../../ui/toast'
import { type Begun, type BegunProposal, wordsOf } from '../begun'
import { dropProposed, keepBegun, keptBegun } from '../kept-begun'
import { type ProposalActions, proposalActions } from '../proposals/proposal-actions'
import { type CommentActions, commentActions } from './comment-actions'
import { CommentMarks } from './comment-marks'
import { useCommentKeys } from './use-comment-keys'
import type { Comments } from './use-comments'
import { WaysBack } from './ways-back'

/** Reads which words are selected, from whatever shows the text just now. */
export type SelectionReader = RefObject<(() => Span | undefined) | undefined>

/** A person's hand on the comments and proposals of one draft: what is open, what is being written. */
export interface Commenting {
  /** Undefined while they are not in, or for who may only read them. */
  readonly actions: (CommentActions & ProposalActions) | undefined
  /** Whether this person decides on proposed wordings. */
  readonly mayDecide: boolean
  /** The open thread or proposal. */
  readonly active: string | undefined
  readonly begun: Begun | undefined
  readonly marks: CommentMarks
  readonly selection: SelectionReader
  /** Notes what is selected before a press can take the selection away. */
  hold(): void
  /** Begins a comment on the selected words. */
  begin(): void
  /** Begins a proposal for some words; for the selected ones, or those being commented on, when none are named. */
  propose(place?: ProposedPlace): void
  end(): void
  /** Its field is out of sight: it stays as it is while there are words in it. */
  rest(): void
  open(id: string): void
  reAnchor(id: string, anchor: Anchor): void
}

/** Where a proposal is to be made, and what it begins with. */
export interface ProposedPlace extends Partial<Pick<BegunProposal, 'words' | 'threadId' | 'insteadOf'>> {
  /** Empty for the whole statement. */
  readonly spans: readonly Span[]
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
  const { doc, draftId, marked, origins } = comments
  const [active, setActive] = useState<string>()
  const [begun, setBegun] = useKeptBegun(draftId)
  const [marks] = useState(() => new CommentMarks())
  const selection = useRef<() => Span | undefined>(undefined)
  const held = useRef<Span>(undefined)
  const latest = useRef({ actor, doc, onShow, begun })
  latest.current = { actor, doc, onShow, begun }

  const mayWrite = can(actor, 'comments/write') && !outdated
  const { actions, ways } = useMemo(() => {
    const ways = new WaysBack()
    const me = () => latest.current.actor
    if (!doc || !mayWrite) return { ways, actions: undefined }
    return { ways, actions: { ...commentActions(doc, me, serverNow, ways), ...proposalActions(doc, draftId, me, serverNow, ways) } }
  }, [doc, draftId, mayWrite, serverNow])

  const selected = useCallback((): Span | undefined => {
    const span = held.current ?? selection.current?.()
    held.current = undefined
    return span
  }, [])
  const begin = useCallback(() => {
    if (!actions || !draftDoc) return
    const span = selected()
    setBegun({ kind: 'comment', words: span && wordsAt(wordingText(draftDoc.getXmlFragment(bodyRoot)), span) })
    latest.current.onShow()
  }, [actions, draftDoc, selected, setBegun])
  const propose = useCallback(
    (place?: ProposedPlace) => {
      if (!actions || !draftDoc) return
      const text = wordingText(draftDoc.getXmlFragment(bodyRoot))
      const begunWords = wordsOf(latest.current.begun)
      const span = place ? undefined : selected()
      const spans = place?.spans ?? (span ? [span] : begunWords ? spansOf(text, begunWords) : [])
      const there = presentWords(text, spans)
      if (!there) {
        toast({ message: 'There are no words yet that others could be proposed for.' })
        return
      }
      const { words = there.before, threadId, insteadOf } = place ?? {}
      dropProposed(latest.current.actor.id, draftId)
      setBegun({ kind: 'proposal', ...there, words, threadId, insteadOf })
      latest.current.onShow()
    },
    [actions, draftDoc, draftId, selected, setBegun],
  )
  const open = useCallback((id: string) => {
    setActive(id)
    latest.current.onShow()
  }, [])
  const reAnchor = useCallback((id: string, anchor: Anchor) => {
    const { doc: commentsDoc, actor: me } = latest.current
    if (!commentsDoc) return
    const [proposal, origin] = [ProposalId.safeParse(id), OriginId.safeParse(id)]
    if (proposal.success) reAnchorProposal(commentsDoc, me, proposal.data, anchor)
    else if (origin.success) reAnchorOrigin(commentsDoc, me, origin.data, anchor)
    // The editor names threads and proposals that it was given, and these have such ids.
    else reAnchorThread(commentsDoc, me, id as ThreadId, anchor)
  }, [])

  useEffect(() => {
    const quiet = origins.slice(0, followedOrigins).map(({ id, anchor, quote }) => ({ id, anchor, quote, isQuiet: true }))
    // Those whose words are gone too: they may come back.
    const words = wordsOf(begun)
    const fresh = words && { id: 'new', kind: begun?.kind === 'proposal' ? ('proposal' as const) : ('thread' as const), ...words }
    if (fresh) marks.show([...marked, ...quiet, fresh], 'new')
    else marks.show([...marked, ...quiet], active)
  }, [marks, marked, origins, active, begun])

  useCommentKeys(actions && { begin, propose, undo: () => ways.undo() }, isInDialog)

  return {
    actions,
    mayDecide: can(actor, 'proposals/decide') && !outdated,
    active,
    begun,
    marks,
    selection,
    hold: () => {
      held.current = selection.current?.()
    },
    begin,
    propose,
    end: () => setBegun(undefined),
    rest: () => {
      if (!keptBegun(actor.id, draftId)) setBegun(undefined)
    },
    open,
    reAnchor,
  }
}

/** What is being written beside a draft, on this device across reloads while there are words in its field. */
function useKeptBegun(draftId: string): readonly [Begun | undefined, (begun: Begun | undefined) => void] {
  const { id } = useWorkshop().actor
  const [begun, setBegun] = useState(() => keptBegun(id, draftId))
  const begin = useCallback(
    (next: Begun | undefined) => {
      keepBegun(id, draftId, next)
      setBegun(next)
    },
    [id, draftId],
  )
  return [begun, begin]
}
