import { CheckCheck, MessageSquareDiff, MessageSquareReply, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Reply, Thread } from '../../../../shared/tools/drafts/comments/comment-schema'
import { type CommentThread, isOrphaned } from '../../../../shared/tools/drafts/comments/comment-selectors'
import { canChangeComment } from '../../../../shared/tools/drafts/permissions'
import { excerpt } from '../../../../shared/tools/drafts/plain-text'
import type { ShownProposal } from '../../../../shared/tools/drafts/proposals/proposal-selectors'
import { keptWords } from '../../../app/typed-words'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { classNames } from '../../../ui/class-names'
import { Menu } from '../../../ui/Menu'
import { agoInWords } from '../ago'
import { ProposalInThread } from '../proposals/ProposalCard'
import type { CardHand } from '../proposals/ProposalView'
import { Byline, useNameOf } from './Byline'
import { CommentField } from './CommentField'
import type { CommentActions } from './comment-actions'
import { useActiveCard } from './use-active-card'

interface ThreadCardProps {
  readonly thread: CommentThread
  /** Wordings proposed in it, oldest first. */
  readonly proposals: readonly ShownProposal[]
  readonly hand: CardHand
  readonly onShowWords: () => void
}

/** One thread: the words it stands on, what was said, answered and proposed, and what can be done with it. */
export function ThreadCard({ thread, proposals, hand, onShowWords }: ThreadCardProps) {
  const { head, replies } = thread
  const { actions, active } = hand.commenting
  const { id: myId } = useWorkshop().actor
  const place = `reply:${head.id}`
  const [answering, setAnswering] = useState(() => opened(myId, place))
  const name = useNameOf(head.authorId)
  const label = `${name} on ${head.quote === undefined ? 'the whole wording' : `“${excerpt(head.quote, 60)}”`}`
  const isActive = head.id === active || proposals.some(({ proposal }) => proposal.id === active)
  const card = useActiveCard(isActive, label)

  return (
    <article
      ref={card}
      className={classNames('comments-thread', isActive && 'on', isOrphaned(thread) && 'orphaned')}
      tabIndex={-1}
      data-card={head.id}
      aria-label={head.resolved ? `${label}, resolved` : label}
      aria-current={isActive ? 'true' : undefined}
    >
      <CommentView comment={head} actions={actions} isHead>
        <Quote thread={thread} onShowWords={onShowWords} />
      </CommentView>
      {replies.length > 0 ? (
        <ul className="comments-replies" aria-label={replies.length === 1 ? '1 answer' : `${replies.length} answers`}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentView comment={reply} actions={actions} />
            </li>
          ))}
        </ul>
      ) : null}
      {proposals.map((shown) => (
        <ProposalInThread key={shown.proposal.id} shown={shown} hand={hand} isSigned={shown.proposal.authorId !== head.authorId} />
      ))}
      {head.resolved ? <ResolvedNote resolved={head.resolved} /> : null}
      {actions && answering ? (
        <CommentField
          place={place}
          isBack={answering === 'back'}
          label={`Your answer to ${name}`}
          verb="Answer"
          onCancel={() => setAnswering(undefined)}
          onSave={(text) => {
            actions.reply(head.id, text)
            setAnswering(undefined)
            card.current?.focus()
          }}
        />
      ) : null}
      {actions && !answering ? (
        <footer className="row">
          {head.resolved ? (
            <Button size="sm" variant="ghost" Icon={RotateCcw} onClick={() => actions.reopen(head)}>
              Open again
            </Button>
          ) : (
            <>
              <Button size="sm" variant="ghost" Icon={MessageSquareReply} onClick={() => setAnswering('asked')}>
                Answer
              </Button>
              {isOrphaned(thread) ? null : (
                <Button
                  size="sm"
                  variant="ghost"
                  Icon={MessageSquareDiff}
                  aria-label={`Propose words for ${label}`}
                  onClick={() => hand.commenting.propose({ spans: thread.spans, threadId: head.id })}
                >
                  Propose
                </Button>
              )}
              <Button size="sm" variant="ghost" Icon={CheckCheck} onClick={() => actions.resolve(head)}>
                Resolve
              </Button>
            </>
          )}
        </footer>
      ) : null}
    </article>
  )
}

function Quote({ thread, onShowWords }: Pick<ThreadCardProps, 'thread' | 'onShowWords'>) {
  const { head, spans } = thread
  if (head.quote === undefined) return <p className="fine">On the whole wording</p>
  if (spans.length === 0 || head.resolved) return <blockquote className="comments-quote voice">{head.quote}</blockquote>
  return (
    <button type="button" className="comments-quote voice" onClick={onShowWords} aria-label={`Show “${head.quote}” in the text`}>
      {head.quote}
    </button>
  )
}

interface CommentViewProps {
  readonly comment: Thread | Reply
  readonly actions: CommentActions | undefined
  readonly isHead?: boolean
  /** What stands between the author and the words. */
  readonly children?: ReactNode
}

/** Who said what, and when; the author and facilitators may change it. */
function CommentView({ comment, actions, isHead, children }: CommentViewProps) {
  const { actor } = useWorkshop()
  const place = `edit:${comment.id}`
  const [editing, setEditing] = useState(() => opened(actor.id, place))
  const name = useNameOf(comment.authorId)
  if (comment.deletedAtMs !== undefined) {
    return (
      <>
        {children}
        <p className="meta">This comment was deleted.</p>
      </>
    )
  }
  const mayChange = actions && canChangeComment(actor, comment.authorId)
  return (
    <>
      <Byline personId={comment.authorId} atMs={comment.createdAtMs} isHead={isHead}>
        {mayChange && !editing ? (
          <Menu
            small
            label={`More for ${name}: ${excerpt(comment.text, 30)}`}
            items={[
              { label: 'Change the words…', Icon: Pencil, onSelect: () => setEditing('asked') },
              { label: 'Delete', Icon: Trash2, danger: true, onSelect: () => actions.remove(comment.id) },
            ]}
          />
        ) : null}
      </Byline>
      {children}
      {mayChange && editing ? (
        <CommentField
          place={place}
          isBack={editing === 'back'}
          label="Your words"
          verb="Keep"
          text={comment.text}
          onCancel={() => setEditing(undefined)}
          onSave={(text) => {
            actions.edit(comment, text)
            setEditing(undefined)
          }}
        />
      ) : (
        <p className="comments-text" dir="auto">
          {comment.text}
        </p>
      )}
    </>
  )
}

/** A field whose words were left unsent is open again. */
function opened(participantId: string, place: string): 'back' | 'asked' | undefined {
  return keptWords(participantId, place) === undefined ? undefined : 'back'
}

function ResolvedNote({ resolved }: { readonly resolved: NonNullable<Thread['resolved']> }) {
  const { serverNow } = useWorkshop()
  const name = useNameOf(resolved.byId)
  return (
    <p className="fine">
      Resolved by {name} · {agoInWords(serverNow() - resolved.atMs, resolved.atMs)}
    </p>
  )
}
