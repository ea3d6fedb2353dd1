import { useId, useRef } from 'react'
import type { Concern } from '../../../../shared/tools/votes/concern-schema'
import { hasLeft, lastChange } from '../../../../shared/tools/votes/concern-selectors'
import { endingWords, levelInWords } from '../../../../shared/tools/votes/concern-words'
import type { Participant } from '../../../../shared/workshop/schema'
import { Avatar } from '../../../ui/Avatar'
import { Chip } from '../../../ui/Chip'
import type { CheckedWording } from '../../client-tool'
import { ConcernActs } from './ConcernActs'
import { ConcernChange } from './ConcernChange'
import { ConcernEarlier } from './ConcernEarlier'
import type { OwnConcern } from './use-own-concerns'

interface ConcernCardProps extends Pick<CheckedWording, 'text' | 'textHash'> {
  readonly concern: Concern
  readonly byId: ReadonlyMap<string, Participant>
  /** Present where it is mine. */
  readonly own: OwnConcern | undefined
  /** Its check still takes answers. */
  readonly isAsked: boolean
}

/** One concern: who, what they answered and said, how it stands, and what this person may do about it. */
export function ConcernCard({ concern, text, textHash, byId, own, isAsked }: ConcernCardProps) {
  const wordsId = useId()
  const card = useRef<HTMLLIElement>(null)
  const { authorId, words, state } = concern
  const author = authorId === undefined ? undefined : byId.get(authorId)
  const isGone = authorId !== undefined && (author === undefined || author.removed === true)
  const change = lastChange(concern)
  return (
    <li className={`card concern ${state.is}`} ref={card} tabIndex={-1}>
      <div className="row wrap concern-head">
        {author ? <Avatar person={author} size="xs" decorative /> : null}
        <span>
          <b>{authorId === undefined ? 'Somebody, in a secret check' : <bdi>{author?.name ?? 'Somebody who has left'}</bdi>}</b>
          {own ? ' (you)' : ''}, {levelInWords(concern)}
        </span>
        <StateChip state={state} />
      </div>
      <p id={wordsId} className="concern-words">
        {words ? <bdi>“{words}”</bdi> : <span className="meta">Gave no reason.</span>}
      </p>
      <ConcernEarlier concern={concern} />
      {change ? <ConcernChange change={change} /> : null}
      {state.is === 'closed' && state.words ? (
        <p>
          {authorId === undefined ? 'Its author' : (author?.name ?? 'Its author')} says now: <bdi>“{state.words}”</bdi>
        </p>
      ) : null}
      {own && isAsked && state.is === 'closed' && state.as === 'met' ? (
        <p className="meta">
          This closed your concern; your answer still stands. If the words work for you now, change it where you gave it.
        </p>
      ) : null}
      {isGone && state.is !== 'closed' ? <p className="meta">{leftInWords(concern)}</p> : null}
      <ConcernActs
        concern={concern}
        text={text}
        textHash={textHash}
        own={own}
        isGone={isGone}
        wordsId={wordsId}
        onDone={() => card.current?.focus()}
      />
    </li>
  )
}

function StateChip({ state }: Pick<Concern, 'state'>) {
  if (state.is === 'open') return <Chip tone="warn">Open</Chip>
  if (state.is === 'answered') return <Chip>Answered by a change</Chip>
  return <Chip tone={state.as === 'met' ? 'ok' : 'line'}>{endingWords[state.as]}</Chip>
}

function leftInWords(concern: Concern): string {
  const written = concern.history.find((past) => past.what === 'author-left')
  return `Its author has left, so nobody closes it. It stays as it is${hasLeft(concern) && written ? `, ${written.byName} wrote down` : ''}.`
}
