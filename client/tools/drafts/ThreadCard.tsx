import { CheckCheck, MessageSquareReply, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Reply, Thread } from '../../../shared/tools/drafts/comment-schema'
import { type CommentThread, isOrphaned } from '../../../shared/tools/drafts/comment-selectors'
import { canChangeComment } from '../../../shared/tools/drafts/permissions'
import { excerpt } from '../../../shared/tools/drafts/plain-text'
import { participants } from '../../../shared/workshop/collections'
import type { Participant } from '../../../shared/workshop/schema'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord } from '../../sync/use-live'
import { Avatar } from '../../ui/Avatar'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Menu } from '../../ui/Menu'
import { agoInWords } from './ago'
import { CommentField } from './CommentField'
import type { CommentActions } from './comment-actions'

interface ThreadCardProps {
  readonly thread: CommentThread
  readonly isActive: boolean
  /** Undefined for who may only read. */
  readonly actions: CommentActions | undefined
  readonly onShowWords: () => void
}

/** One thread: the words it stands on, what was said and answered, and what can be done with it. */
export function ThreadCard({ thread, isActive, actions, onShowWords }: ThreadCardProps) {
  const { head, replies } = thread
  const [isAnswering, setAnswering] = useState(false)
  const card = useRef<HTMLElement>(null)
  const name = useRecord(participants, useWorkshop().record, head.authorId)?.name ?? 'Somebody'
  const label = `${name} on ${head.quote === undefined ? 'the whole wording' : `“${excerpt(head.quote, 60)}”`}`

  useEffect(() => {
    if (!isActive) return
    // After a sheet that opens with it has taken the focus for itself.
    const frame = requestAnimationFrame(() => {
      card.current?.scrollIntoView({ block: 'nearest' })
      // Whoever is in the text stays there and hears it; whoever is on the card hears it from there.
      if (!card.current?.contains(document.activeElement)) announce(label)
    })
    return () => cancelAnimationFrame(frame)
  }, [isActive, label])

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
      {head.resolved ? <ResolvedNote resolved={head.resolved} /> : null}
      {actions && isAnswering ? (
        <CommentField
          label={`Your answer to ${name}`}
          verb="Answer"
          onCancel={() => setAnswering(false)}
          onSave={(text) => {
            actions.reply(head.id, text)
            setAnswering(false)
            card.current?.focus()
          }}
        />
      ) : null}
      {actions && !isAnswering ? (
        <footer className="row">
          {head.resolved ? (
            <Button size="sm" variant="ghost" Icon={RotateCcw} onClick={() => actions.reopen(head)}>
              Open again
            </Button>
          ) : (
            <>
              <Button size="sm" variant="ghost" Icon={MessageSquareReply} onClick={() => setAnswering(true)}>
                Answer
              </Button>
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
  const { actor, record, serverNow } = useWorkshop()
  const [isEditing, setEditing] = useState(false)
  const person = useRecord(participants, record, comment.authorId)
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
      <header className="row comments-by">
        <Avatar person={person ?? somebody} size={isHead ? 's' : 'xs'} decorative />
        <span className="comments-who">
          <b dir="auto">{person?.name ?? somebody.name}</b>
          <span className="fine">{bylineOf(person, isHead, agoInWords(serverNow() - comment.createdAtMs, comment.createdAtMs))}</span>
        </span>
        {mayChange && !isEditing ? (
          <Menu
            small
            label={`More for ${person?.name ?? 'this comment'}: ${excerpt(comment.text, 30)}`}
            items={[
              { label: 'Change the words…', Icon: Pencil, onSelect: () => setEditing(true) },
              { label: 'Delete', Icon: Trash2, danger: true, onSelect: () => actions.remove(comment.id) },
            ]}
          />
        ) : null}
      </header>
      {children}
      {actions && isEditing ? (
        <CommentField
          label="Your words"
          verb="Keep"
          text={comment.text}
          onCancel={() => setEditing(false)}
          onSave={(text) => {
            actions.edit(comment, text)
            setEditing(false)
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

const somebody = { name: 'Somebody', colour: 8 }

function bylineOf(person: Participant | undefined, isHead: boolean | undefined, ago: string): string {
  return isHead && person?.organisation ? `${person.organisation} · ${ago}` : ago
}

function ResolvedNote({ resolved }: { readonly resolved: NonNullable<Thread['resolved']> }) {
  const { record, serverNow } = useWorkshop()
  const name = useRecord(participants, record, resolved.byId)?.name ?? somebody.name
  return (
    <p className="fine">
      Resolved by {name} · {agoInWords(serverNow() - resolved.atMs, resolved.atMs)}
    </p>
  )
}
