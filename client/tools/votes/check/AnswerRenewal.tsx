import { RotateCcw } from 'lucide-react'
import type { Round } from '../../../../shared/tools/votes/schema'
import { Button } from '../../../ui/Button'
import { ChangedWords } from './ChangedWords'
import './check-changes.css'

interface AnswerRenewalProps {
  /** My answer in words. */
  readonly answered: string
  /** Hash of the text that I answered on. */
  readonly givenOn: string
  readonly text: string
  readonly onRenew: () => void
  readonly onWithdraw: () => void
}

/** To somebody whose answer has lapsed: what changed, and the two ways on. */
export function AnswerRenewal({ answered, givenOn, text, onRenew, onWithdraw }: AnswerRenewalProps) {
  return (
    <section className="check-renewal" aria-label="Your answer has lapsed">
      <p role="status">
        <b>The words have changed since you answered “{answered}”.</b> Your answer was for those words only, so it does not count on the
        words as they are now.
      </p>
      <ChangedWords from={givenOn} name="the words you answered on" text={text} />
      <div className="row wrap">
        <Button variant="primary" Icon={RotateCcw} onClick={onRenew}>
          Renew my answer
        </Button>
        <Button onClick={onWithdraw}>Withdraw it</Button>
      </div>
      <p className="fine">Or give another answer below.</p>
    </section>
  )
}

interface AnswerCarriedProps extends Pick<AnswerRenewalProps, 'answered' | 'givenOn' | 'text'> {
  readonly check: Round
  readonly textHash: string
  readonly busy: boolean
  readonly onContest: () => void
}

/** To somebody whose answer a facilitator's mark carried over: what changed, and the way to say no. */
export function AnswerCarried({ check, answered, givenOn, text, textHash, busy, onContest }: AnswerCarriedProps) {
  const mark = check.marks?.findLast(({ to }) => to === textHash)
  return (
    <section className="check-renewal carried" aria-label="Your answer was carried over">
      <p role="status">
        <b>The words have changed, and your answer “{answered}” was carried over.</b> <bdi>{mark?.byName || 'A facilitator'}</bdi> marked
        the change as no change of sense. If it is one for you, say so: your answer then lapses
        {check.secret ? ', and nobody learns whose it was' : ''}.
      </p>
      <ChangedWords from={givenOn} name="the words you answered on" text={text} />
      <div className="row wrap">
        <Button busy={busy} onClick={onContest}>
          This changes the sense for me
        </Button>
      </div>
    </section>
  )
}
