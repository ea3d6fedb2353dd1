import { MessageSquarePlus } from 'lucide-react'
import { useId } from 'react'
import type { CommentThread } from '../../../shared/tools/drafts/comment-selectors'
import { excerpt } from '../../../shared/tools/drafts/plain-text'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { CommentField } from './CommentField'
import './comments.css'
import { ThreadCard } from './ThreadCard'
import type { Commenting } from './use-commenting'
import type { Comments } from './use-comments'

interface CommentsPanelProps {
  readonly comments: Comments
  readonly commenting: Commenting
  /** A tab above it says what it is. */
  readonly isUnderTab?: boolean
  /** Leaves what covers the text, so that it can be seen. */
  readonly onShowText: () => void
}

/** Every comment on a wording: open ones in the order of the text, then those whose words are gone, then resolved ones. */
export function CommentsPanel({ comments: { doc, groups }, commenting, isUnderTab, onShowText }: CommentsPanelProps) {
  const { actions, active, begun, open, begin, hold, end } = commenting
  const [headingId, goneId] = [useId(), useId()]
  const { open: opened, orphaned, resolved } = groups

  function showWords(threadId: string) {
    open(threadId)
    onShowText()
    requestAnimationFrame(() => document.querySelector(`.drafts-card [data-thread="${threadId}"]`)?.scrollIntoView({ block: 'center' }))
  }
  const card = (thread: CommentThread) => (
    <ThreadCard
      key={thread.head.id}
      thread={thread}
      isActive={thread.head.id === active}
      actions={actions}
      onShowWords={() => showWords(thread.head.id)}
    />
  )

  const addButton =
    actions && !begun ? (
      <Button size="sm" Icon={MessageSquarePlus} onPointerDown={hold} onClick={begin}>
        Add a comment
      </Button>
    ) : null

  return (
    <section className="comments" aria-labelledby={headingId}>
      <header className="row between comments-head">
        <h2 className={isUnderTab ? 'vh' : 'h'} id={headingId}>
          Comments
        </h2>
        {isUnderTab ? addButton : null}
        <span className="fine">{countsInWords(opened.length + orphaned.length, resolved.length)}</span>
      </header>
      {isUnderTab ? null : addButton}
      {begun && actions ? (
        <NewComment
          quote={begun.words?.quote}
          onCancel={end}
          onSave={(text) => {
            const id = actions.add(text, begun.words)
            end()
            if (id) open(id)
            requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus())
          }}
        />
      ) : null}
      {doc && opened.length + orphaned.length + resolved.length === 0 && !begun ? (
        <Empty title="No comments yet.">
          {actions ? 'Select words in the text and say what they make you think.' : 'They come here as people write them.'}
        </Empty>
      ) : null}
      {opened.map(card)}
      {orphaned.length > 0 ? (
        <section className="comments-apart" aria-labelledby={goneId}>
          <h3 className="drafts-sub" id={goneId}>
            On words that are gone
          </h3>
          {orphaned.map(card)}
        </section>
      ) : null}
      {resolved.length > 0 ? (
        <details className="comments-apart">
          <summary className="drafts-sub">{resolved.length} resolved</summary>
          {resolved.map(card)}
        </details>
      ) : null}
    </section>
  )
}

interface NewCommentProps {
  readonly quote: string | undefined
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}

function NewComment({ quote, onSave, onCancel }: NewCommentProps) {
  return (
    <div className="comments-thread on">
      {quote === undefined ? (
        <p className="fine">On the whole wording. Select words first to comment on them.</p>
      ) : (
        <blockquote className="comments-quote voice">{quote}</blockquote>
      )}
      <CommentField
        label={`Your comment on ${quote === undefined ? 'the whole wording' : `“${excerpt(quote, 60)}”`}`}
        verb="Comment"
        onSave={onSave}
        onCancel={onCancel}
      />
    </div>
  )
}

/** For example `2 open · 5 resolved`. */
export function countsInWords(open: number, resolved: number): string {
  return [open > 0 ? `${open} open` : '', resolved > 0 ? `${resolved} resolved` : ''].filter(Boolean).join(' · ')
}
