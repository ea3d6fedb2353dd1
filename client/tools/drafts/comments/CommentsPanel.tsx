import { MessageSquareDiff, MessageSquarePlus } from 'lucide-react'
import { type ComponentProps, useId } from 'react'
import { drafts } from '../../../../shared/tools/drafts/collections'
import type { SideItem } from '../../../../shared/tools/drafts/comments/side-items'
import { excerpt } from '../../../../shared/tools/drafts/plain-text'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { CommentField } from './CommentField'
import './comments.css'
import { useKeptFocus } from '../../../ui/use-kept-focus'
import { newCommentPlace, proposalPlace } from '../kept-begun'
import { NewProposal } from '../proposals/NewProposal'
import { ProposalCard } from '../proposals/ProposalCard'
import { useReadOnlyReason } from '../use-statements'
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

/** Every comment and proposal on a wording: open ones in the order of the text, those whose words are gone, settled ones. */
export function CommentsPanel({ comments, commenting, isUnderTab, onShowText }: CommentsPanelProps) {
  const { doc, draftId, items } = comments
  const { actions, begun, open, begin, propose, hold, end } = commenting
  const [headingId, goneId] = [useId(), useId()]
  const locked = useReadOnlyReason(useRecord(drafts, useWorkshop().record, draftId))
  const { open: opened, orphaned, settled } = items
  const hand = { commenting, locked }

  function showWords(id: string) {
    open(id)
    onShowText()
    requestAnimationFrame(() => document.querySelector(`.drafts-card [data-thread="${id}"]`)?.scrollIntoView({ block: 'center' }))
  }
  function added(id: string | undefined) {
    end()
    if (id) open(id)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus())
  }
  const card = (item: SideItem) =>
    item.kind === 'thread' ? (
      <ThreadCard key={item.id} thread={item.thread} proposals={item.proposals} hand={hand} onShowWords={() => showWords(item.id)} />
    ) : (
      <ProposalCard key={item.id} shown={item.shown} hand={hand} onShowWords={() => showWords(item.id)} />
    )

  const addButton =
    actions && !begun ? (
      <Button size="sm" Icon={MessageSquarePlus} onPointerDown={hold} onClick={begin}>
        Add a comment
      </Button>
    ) : null

  return (
    <section className="comments" aria-labelledby={headingId} tabIndex={-1} {...useKeptFocus(items)}>
      <header className="row between comments-head">
        <h2 className={isUnderTab ? 'vh' : 'h'} id={headingId}>
          Comments
        </h2>
        {isUnderTab ? addButton : null}
        <span className="fine">{countsInWords(opened.length + orphaned.length, settled.length)}</span>
      </header>
      {isUnderTab ? null : addButton}
      {begun?.kind === 'comment' && actions ? (
        <NewComment
          place={newCommentPlace(draftId)}
          isBack={begun.isBack}
          quote={begun.words?.quote}
          onCancel={end}
          onPropose={() => propose()}
          onSave={(text) => added(actions.add(text, begun.words))}
        />
      ) : null}
      {begun?.kind === 'proposal' && actions ? (
        <NewProposal
          place={proposalPlace(draftId)}
          begun={begun}
          onCancel={end}
          onPropose={(words, why) => {
            const { anchor, before, threadId, insteadOf } = begun
            added(actions.propose({ ...(anchor ? { anchor } : {}), before, words, why, threadId }, insteadOf))
          }}
        />
      ) : null}
      {doc && opened.length + orphaned.length + settled.length === 0 && !begun ? (
        <Empty title="No comments yet.">
          {actions
            ? 'Select words in the text and say what they make you think, or propose others in their place.'
            : 'They come here as people write them.'}
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
      {settled.length > 0 ? (
        <details className="comments-apart">
          <summary className="drafts-sub">{settled.length} resolved</summary>
          {settled.map(card)}
        </details>
      ) : null}
    </section>
  )
}

interface NewCommentProps extends Pick<ComponentProps<typeof CommentField>, 'place' | 'isBack'> {
  readonly quote: string | undefined
  readonly onSave: (text: string) => void
  readonly onPropose: () => void
  readonly onCancel: () => void
}

function NewComment({ quote, onPropose, ...field }: NewCommentProps) {
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
        {...field}
      />
      <footer className="row">
        <Button size="sm" variant="ghost" Icon={MessageSquareDiff} onClick={onPropose}>
          Propose another wording instead
        </Button>
      </footer>
    </div>
  )
}

/** For example `2 open · 5 resolved`. */
export function countsInWords(open: number, resolved: number): string {
  return [open > 0 ? `${open} open` : '', resolved > 0 ? `${resolved} resolved` : ''].filter(Boolean).join(' · ')
}
