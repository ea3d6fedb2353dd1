import { Check, Circle } from 'lucide-react'
import type { ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import { Banner } from '../../../ui/Banner'
import { Button } from '../../../ui/Button'
import { Chip } from '../../../ui/Chip'
import { Prompt } from '../../../ui/Prompt'
import { ClosingCount } from '../turnout/ClosingCount'
import { useTurnout } from '../turnout/use-turnout'
import type { BallotProps } from './ballot-props'
import { openWords, termsLine } from './ballot-words'

// Voting waits for none of this.
const RoundSide = lazy(async () => ({ default: (await import('../turnout/RoundSide')).RoundSide }))

/** How much of a ballot is filled in. */
interface Standing {
  /** Head of the voter's own card, for example `Your dots`. */
  readonly title: string
  /** For example `1 dot left.` */
  readonly words: string
  /** What may be done until the close. */
  readonly hint: string
  /** The same for the foot of a phone, for example `1 left`. */
  readonly short: string
  /** A picture of it. */
  readonly purse?: ReactNode
}

export interface BallotFrameProps extends Pick<BallotProps, 'round' | 'ballot' | 'onDone'> {
  readonly standing: Standing
  /** What each voter does, in the line of the terms. */
  readonly task: string
  /** What putting something on an option says, as a line. */
  readonly meaning: string | undefined
  /** The options with their controls. */
  readonly children: ReactNode
}

/** What every ballot has around its options: question, terms, what the connection is doing, turnout, and the end of it. */
export function BallotFrame({ round, ballot, onDone, standing, task, meaning, children }: BallotFrameProps) {
  return (
    <div className="votes-split">
      <div>
        <div className="row wrap votes-eyebrow">
          <Chip tone="live" Icon={Circle}>
            {openWords(round)}
          </Chip>
          <span className="meta">{termsLine(round, task)}</span>
          <ClosingCount round={round} />
        </div>
        <Prompt>{round.question}</Prompt>
        {meaning ? <p className="votes-meaning">{meaning}</p> : null}
        <p className="meta votes-only-phone">Results stay sealed until the vote closes.</p>
        {ballot.notice ? <Banner tone="bad">{ballot.notice}</Banner> : null}
        {ballot.sending === 'waiting' ? (
          <Banner tone="off">
            Votes cannot be cast offline. What you chose is kept on this screen and sent when you are connected again.
          </Banner>
        ) : null}
        {children}
      </div>
      <aside className="votes-side" aria-label="Your ballot" tabIndex={-1} data-region>
        <section className="card votes-mine" aria-label={standing.title}>
          <h2 className="h">{standing.title}</h2>
          {standing.purse}
          <p>
            <b>{standing.words}</b> <span className="meta">{standing.hint}</span>
          </p>
          <DoneButton ballot={ballot} onDone={onDone} block />
        </section>
        <Suspense fallback={null}>
          <RoundSide round={round} receipt={ballot.receipt} />
        </Suspense>
      </aside>
      <PhoneFoot round={round} ballot={ballot} onDone={onDone} standing={standing} />
    </div>
  )
}

/** On phones, under the thumb. */
function PhoneFoot({ round, ballot, onDone, standing }: Pick<BallotFrameProps, 'round' | 'ballot' | 'onDone' | 'standing'>) {
  const { eligible, done } = useTurnout(round)
  return (
    <footer className="votes-foot">
      <div>
        {standing.purse}
        <ClosingCount round={round} />
        <span className={ballot.notice ? 'errmsg' : 'meta'}>
          {ballot.notice ?? standing.short} · {round.untilMs ? `${done} answered late` : `${done} of ${eligible} have finished`}
        </span>
      </div>
      <DoneButton ballot={ballot} onDone={onDone} />
    </footer>
  )
}

function DoneButton({ ballot, onDone, block }: Pick<BallotProps, 'ballot' | 'onDone'> & { readonly block?: boolean }) {
  const { done } = ballot.wanted
  const isIn = ballot.sending === 'idle'
  // One button in one place, so that the focus stays when its words change.
  return (
    <div className={done ? 'votes-done' : undefined}>
      {done ? (
        <span className="row">
          {isIn ? <Check className="i" aria-hidden /> : null}
          {isIn ? 'Your vote is in.' : 'Sending your vote…'}
        </span>
      ) : null}
      <Button
        variant={done ? 'plain' : 'primary'}
        size={block ? 'md' : done ? 'sm' : 'lg'}
        {...(block ? { block } : {})}
        {...(block && !done ? { Icon: Check } : {})}
        onClick={() => onDone(!done)}
      >
        {done ? 'Change it' : block ? 'I’m done voting' : 'Done'}
      </Button>
    </div>
  )
}
